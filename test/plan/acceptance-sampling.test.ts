import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decideSampling } from '#shared/plan/acceptance-sampling'
import { codeLetter, LETTERS, LEVELS, readLevel } from '#shared/plan/code-letters'
import { acceptanceProbability } from '#shared/plan/operating-curve'
import { AQLS, normalCell, normalPlan, TIGHTENED_AQLS, tightenedPlan } from '#shared/plan/single-sampling'
import { rowsOf, TABLE_1, TABLE_2A } from './tables.ts'

const ask = (lot: number | string, level: string, aql: string, tightened = false) =>
  decideSampling({ lot: String(lot), level, aql, tightened })

/** As the standard is read aloud: `F↑E n=13 Ac 0`. */
function inShort(lot: number, level: string, aql: string): string {
  const answer = ask(lot, level, aql)
  if (!answer.ok) return answer.problems[0].code
  const { letter, planLetter, n, ac, inspectAll } = answer.value
  const arrow = planLetter === letter ? '' : `${planLetter > letter ? '↓' : '↑'}${planLetter}`
  return `${letter}${arrow} n=${String(n)} Ac ${String(ac)}${inspectAll ? ', inspect all' : ''}`
}

describe('plans worked out by hand', () => {
  test.each<[string, Parameters<typeof inShort>, string]>([
    ['V01', [1000, 'II', '2.5'], 'J n=80 Ac 5'],
    ['V02', [1000, 'II', '1.0'], 'J n=80 Ac 2'],
    ['V03', [100, 'II', '1.0'], 'F↑E n=13 Ac 0'],
    ['V04', [120, 'II', '2.5'], 'F n=20 Ac 1'],
    ['V05', [200, 'II', '1.0'], 'G↓H n=50 Ac 1'],
    ['V06', [500, 'II', '4.0'], 'H n=50 Ac 5'],
    ['V07 below the step', [3200, 'II', '0.65'], 'K n=125 Ac 2'],
    ['V07 above the step', [3201, 'II', '0.65'], 'L n=200 Ac 3'],
    ['V08', [8, 'II', '0.65'], 'A↓F n=20 Ac 0, inspect all'],
    ['V09', [200, 'S-3', '2.5'], 'D↑C n=5 Ac 0'],
    ['V10', [5000, 'III', '0.40'], 'M n=315 Ac 3'],
    ['V11', [5000, 'I', '1.5'], 'J n=80 Ac 3'],
    ['V12', [600_000, 'II', '1.0'], 'Q n=1250 Ac 21'],
    ['V13', [20, 'II', '15'], 'C n=5 Ac 2'],
    ['V14', [150, 'II', '0.10'], 'F↓K n=125 Ac 0'],
  ])('%s: lot, level and AQL %j', (_name, order, expected) => {
    expect(inShort(...order)).toBe(expected)
  })
})

test('the letters are those of table 1, at both ends of every row', () => {
  for (const [from = '', to = '', ...letters] of rowsOf(TABLE_1))
    for (const lot of [Number(from), to === '' ? 10_000_000 : Number(to)])
      expect(LEVELS.map((level) => codeLetter(lot, level))).toEqual(letters)
})

describe('the normal table, all 416 cells', () => {
  const cells = rowsOf(TABLE_2A).flatMap(([letter = '', n = '', ...row], k) => row.map((cell, a) => ({ letter, n: Number(n), k, a, cell })))

  test('the rule that makes them makes table 2-A', () => {
    const written = { D: 'down', U: 'up' } as const
    expect(cells).toHaveLength(416)
    expect(cells.map(({ k, a }) => normalCell(k, a))).toEqual(cells.map(({ cell }) => written[cell as 'D' | 'U'] ?? Number(cell)))
  })

  test('every cell leads to a plan that stands in the table, in the row whose sample size is used', () => {
    for (const { letter, a } of cells) {
      const plan = normalPlan(letter, AQLS[a] ?? '')
      expect(cells.find((cell) => cell.letter === plan.letter && cell.a === a)).toMatchObject({ n: plan.n, cell: String(plan.ac) })
    }
  })

  test('the arrow of a cell points to the nearest plan on that side', () => {
    for (const { letter, k, a, cell } of cells.filter((one) => one.cell === 'D' || one.cell === 'U')) {
      const column = cells.filter((one) => one.a === a && /\d/.test(one.cell))
      const nearest = cell === 'D' ? column.find((one) => one.k > k) : column.findLast((one) => one.k < k)
      expect(normalPlan(letter, AQLS[a] ?? '').letter).toBe(nearest?.letter ?? 'another cell’s arrow')
    }
  })
})

describe('the tightened table, all 192 cells', () => {
  const cells = Array.from(LETTERS).flatMap((letter, k) => TIGHTENED_AQLS.map((aql, index) => ({ letter, aql, k, a: index + 5 })))

  /** Like normal, the table runs along diagonals; one step harder. This rule is told by the standard's shape, the data by its cells. */
  const onDiagonal = (k: number, a: number): number | undefined =>
    k + a === 15 && k === 0 ? undefined : { 15: 0, 18: 1, 19: 2, 20: 3, 21: 5, 22: 8, 23: 12, 24: 18 }[k + a]

  test('every plan lies on the diagonal of its acceptance number, in the row of its size', () => {
    for (const { letter, aql, k, a } of cells) {
      const step = k + a < 18 ? 1 : -1
      let row = k
      while (onDiagonal(row, a) === undefined) row += step
      expect({ aql, ...tightenedPlan(letter, aql) }).toMatchObject({ aql, letter: LETTERS.charAt(row), ac: onDiagonal(row, a) })
    }
  })

  test('tightened never accepts more of what lies just at the AQL', () => {
    for (const { letter, aql } of cells) {
      const p = Number(aql) / 100
      expect(acceptanceProbability(tightenedPlan(letter, aql), p)).toBeLessThanOrEqual(acceptanceProbability(normalPlan(letter, aql), p))
    }
  })

  test('lot 1000, level II, AQL 2.5: accepts with 3 where normal accepts with 5', () => {
    expect(ask(1000, 'II', '2.5', true)).toMatchObject({ ok: true, value: { letter: 'J', n: 80, ac: 3, re: 4, inspectAll: false } })
  })
})

test('whatever the lot, Re is Ac + 1, and all are inspected exactly when the sample would be the lot', () => {
  const anOrder = fc.record({
    lot: fc.oneof(fc.integer({ min: 2, max: 3000 }), fc.integer({ min: 2, max: 10_000_000 })),
    level: fc.constantFrom(...LEVELS),
    aql: fc.constantFrom(...TIGHTENED_AQLS),
    tightened: fc.boolean(),
  })
  fc.assert(
    fc.property(anOrder, ({ lot, level, aql, tightened }) => {
      const answer = ask(lot, level, aql, tightened)
      if (!answer.ok) throw new Error(answer.problems[0].code)
      const { n, ac, re, inspectAll } = answer.value
      expect({ re, inspectAll }).toEqual({ re: ac + 1, inspectAll: n >= lot })
    }),
  )
})

describe('what a person types', () => {
  test.each([
    ['１０００', 'Ⅱ', '2.50'],
    [' 1000 ', 'ii', '２．５'],
  ])('“%s”, “%s”, “%s” is lot 1000, level II, AQL 2.5', (lot, level, aql) => {
    expect(ask(lot, level, aql)).toEqual(ask('1000', 'II', '2.5'))
  })

  test.each([['S1'], ['s-1'], ['Ｓ-1']])('%s is level S-1', (typed) => {
    expect(readLevel(typed)).toBe('S-1')
  })

  test.each<[string, Parameters<typeof ask>, string]>([
    ['a lot in words', ['many', 'II', '2.5'], 'plan.lotInvalid'],
    ['a lot of one', ['1', 'II', '2.5'], 'plan.lotInvalid'],
    ['half a unit', ['10.5', 'II', '2.5'], 'plan.lotInvalid'],
    ['a negative lot', ['-10', 'II', '2.5'], 'plan.lotInvalid'],
    ['a level that is none', ['100', 'IV', '2.5'], 'plan.levelUnknown'],
    ['an AQL between two columns', ['100', 'II', '3'], 'plan.aqlUnknown'],
    ['an AQL in words', ['100', 'II', ''], 'plan.aqlUnknown'],
  ])('%s is refused', (_name, order, code) => {
    expect(ask(...order)).toMatchObject({ ok: false, problems: [{ code }] })
  })

  test('an AQL the tightened table was not read for is refused there only', () => {
    expect(ask(100, 'II', '0.010')).toMatchObject({ ok: true })
    expect(ask(100, 'II', '0.010', true)).toMatchObject({ ok: false, problems: [{ code: 'plan.aqlUnknown', facts: { tightened: true } }] })
  })
})
