import { expect, test } from 'vitest'
import { decideSampling } from '#shared/plan/acceptance-sampling'
import { LEVELS } from '#shared/plan/code-letters'
import { ocPicture } from '#shared/plan/oc-picture'
import { AQLS } from '#shared/plan/single-sampling'

test('the picture of n=80, Ac 5 at AQL 2.5 has V16 on its curve and both risks', () => {
  const { perHundred, producersRisk, atConsumersRisk, rows } = ocPicture({ n: 80, ac: 5, aql: 2.5 })
  expect(perHundred).toBe(false)
  expect(producersRisk).toBeCloseTo(1 - 0.9848, 4)
  expect(atConsumersRisk.quality).toBeCloseTo(11.3, 1)
  expect(rows.find(({ quality }) => quality === 10)?.accepted).toBeCloseTo(0.1769, 4)
})

test('above AQL 10 nonconformities are counted: n=5, Ac 2 at AQL 15 is Poisson with mean 0.75', () => {
  const { perHundred, atAql, atConsumersRisk } = ocPicture({ n: 5, ac: 2, aql: 15 })
  expect(perHundred).toBe(true)
  // e^-0.75 · (1 + 0.75 + 0.75²/2); 10 % is accepted at the mean 5.3223 (Cameron's table).
  expect(atAql.accepted).toBeCloseTo(Math.exp(-0.75) * (1 + 0.75 + 0.28125), 10)
  expect((atConsumersRisk.quality * 5) / 100).toBeCloseTo(5.3223, 3)
})

test('every plan of the normal table has a picture: from certainty down, both points on it, and some ten rows of numbers', () => {
  const plans = AQLS.flatMap((aql) =>
    LEVELS.flatMap((level) =>
      ['2', '90', '1000', '600000'].map((lot) => ({ aql, decided: decideSampling({ lot, level, aql, tightened: false }) })),
    ),
  )
  for (const { aql, decided } of plans) {
    if (!decided.ok) throw new Error(`no plan at ${aql}`)
    const { n, ac } = decided.value
    const { points, atAql, atConsumersRisk, rows } = ocPicture({ n, ac, aql: Number(aql) })
    const last = points.at(-1)?.quality ?? 0
    expect(points[0]).toEqual({ quality: 0, accepted: 1 })
    expect(points.every(({ accepted }, index) => accepted <= (points[index - 1]?.accepted ?? 1) + 1e-12)).toBe(true)
    expect(Math.max(atAql.quality, atConsumersRisk.quality)).toBeLessThanOrEqual(last)
    expect(rows.length).toBeGreaterThanOrEqual(4)
    expect(rows.length).toBeLessThanOrEqual(14)
  }
})
