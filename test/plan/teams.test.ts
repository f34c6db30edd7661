import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sha256Of } from '#electron/kernel/durable-file'
import { byRank, canonicalPool } from '#shared/plan/draw'
import { assignTeams } from '#shared/plan/teams'
import { drawUnits } from '#shared/plan/unit-draw'
import { aFolder, aWorld } from '../app/a-world.ts'
import { aDraw, anOrder } from './a-draw.ts'

const document = readFileSync('docs/draw.md', 'utf8')
const teams = (samplers: readonly string[], each: number, enterprises: number, seed = '4162') =>
  assignTeams({ samplers, each, enterprises, seed }, sha256Of)

/** The second block of shell commands of docs/draw.md, run as it stands there. */
function byHand(folder: string, wanted: Readonly<Record<string, string>>): string[] {
  const block = [...document.matchAll(/```sh\n(.*?)```/gs)][1]?.[1] ?? ''
  const [, ...commands] = block.split('\n')
  const env = { ...process.env, enterprises: 'pool-enterprises.txt', samplers: 'pool-samplers.txt', ...wanted }
  const out = execFileSync('bash', ['-euo', 'pipefail', '-c', commands.join('\n')], { cwd: folder, env, encoding: 'utf8' })
  return out.trimEnd().split('\n')
}

test('a record comes out the same with sort and sha256sum: who is drawn, and who goes where', async () => {
  const world = await aWorld()
  for (const [each, takeSamplers, take] of [
    [2, 5, 6],
    [3, 4, 4],
    [2, 2, 3],
  ] as const) {
    const { enterprises, samplers } = anOrder()
    const { doc } = await aDraw(world, {
      title: `第 ${String(each)}${String(takeSamplers)} 次`,
      enterprises: { ...enterprises, take },
      samplers: { ...samplers, take: takeSamplers },
      samplersEach: each,
      redrawReason: '试算',
    })
    const folder = aFolder()
    writeFileSync(join(folder, 'pool-enterprises.txt'), `${doc.enterprises.pool?.join('\n') ?? ''}\n`)
    writeFileSync(join(folder, 'pool-samplers.txt'), `${doc.samplers.pool?.join('\n') ?? ''}\n`)
    const wanted = { take: String(take), takeSamplers: String(takeSamplers), each: String(each), seed: doc.seed }
    expect(byHand(folder, wanted)).toEqual(doc.enterprises.picks.map((pick) => [pick.id, ...pick.samplers.map(({ id }) => id)].join('\t')))
  }
})

describe('whatever is drawn, the teams', () => {
  const order = fc.record({
    people: fc.integer({ min: 2, max: 12 }),
    each: fc.integer({ min: 2, max: 4 }),
    enterprises: fc.integer({ min: 1, max: 40 }),
    seed: fc.stringMatching(/^[a-z0-9]{1,12}$/),
  })
  const samplersOf = (people: number) => Array.from({ length: people }, (_, index) => `人员${String(index)}`)

  test('have as many different people as were asked, and nobody twice in a round', () => {
    fc.assert(
      fc.property(order, ({ people, each, enterprises, seed }) => {
        fc.pre(people >= each)
        const made = teams(samplersOf(people), each, enterprises, seed)
        expect(made.map((team) => new Set(team).size)).toEqual(Array.from({ length: enterprises }, () => each))
        const perRound = Math.floor(people / each)
        for (let at = 0; at < made.length; at += perRound) {
          const round = made.slice(at, at + perRound).flat()
          expect(new Set(round).size).toBe(round.length)
        }
      }),
    )
  })

  test('do not depend on the order the samplers came in, and fewer are the beginning of more', () => {
    fc.assert(
      fc.property(order, ({ people, each, enterprises, seed }) => {
        fc.pre(people >= each)
        const samplers = samplersOf(people)
        const made = teams(samplers, each, enterprises, seed)
        expect(teams(samplers.toReversed(), each, enterprises, seed)).toEqual(made)
        expect(teams(samplers, each, 1, seed)).toEqual(made.slice(0, 1))
      }),
    )
  })

  test('spread the work: of 7 people in pairs over 3000 enterprises each serves about 857 times, and every pair about 143', () => {
    const made = teams(samplersOf(7), 2, 3000, 'fair')
    const served = new Map<string, number>()
    const met = new Map<string, number>()
    for (const team of made) {
      for (const person of team) served.set(person, (served.get(person) ?? 0) + 1)
      const pair = team.toSorted().join()
      met.set(pair, (met.get(pair) ?? 0) + 1)
    }
    // A person rests in 1 of 7 rounds: 5·√(1000·(1/7)·(6/7)) = 55. Chi-square with 20 degrees of freedom: 45.3 at 0.1 %.
    expect([...served.values()].filter((times) => Math.abs(times - 6000 / 7) > 55)).toEqual([])
    const expected = 3000 / 21
    expect(met.size).toBe(21)
    expect([...met.values()].reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0)).toBeLessThan(45.3)
  })
})

describe('units of a sample', () => {
  const units = (frame: number, take: number, seed = '4162') => drawUnits({ frame, take, seed }, sha256Of)

  test('are different numbers of the frame, with the evidence of how they came about', () => {
    const drawn = units(40, 5)
    expect(drawn).toMatchObject({ ok: true, value: { frame: 40, take: 5, algorithm: 'sha256-rank/1' } })
    const { picks, poolHash } = drawn.ok ? drawn.value : { picks: [], poolHash: '' }
    expect(new Set(picks).size).toBe(5)
    expect(picks.every((unit) => unit >= 1 && unit <= 40)).toBe(true)
    expect(poolHash).toBe(sha256Of(canonicalPool(Array.from({ length: 40 }, (_, index) => String(index + 1)))))
  })

  test('are drawn evenly: chi-square over 20 units in 4000 draws of 5 stays below 43.8 (19 degrees of freedom, 0.1 %)', () => {
    const times = new Map<number, number>()
    for (let by = 0; by < 4000; by++) {
      const drawn = units(20, 5, String(by))
      for (const unit of drawn.ok ? drawn.value.picks : []) times.set(unit, (times.get(unit) ?? 0) + 1)
    }
    // Draws without replacement vary less than independent ones: the factor 19/15 puts the statistic on its scale.
    const statistic = [...times.values()].reduce((sum, n) => sum + (n - 1000) ** 2 / 1000, 0) * (19 / 15)
    expect(times.size).toBe(20)
    expect(statistic).toBeLessThan(43.8)
  })

  test('all 100,000 of the largest frame can be drawn, and no frame is larger or none', () => {
    const drawn = units(100_000, 100_000)
    expect(new Set(drawn.ok ? drawn.value.picks : []).size).toBe(100_000)
    for (const frame of [0, -1, 1.5, 100_001, Number.NaN])
      expect(units(frame, 1)).toMatchObject({ ok: false, problems: [{ code: 'draw.badFrame' }] })
    expect(units(3, 4)).toMatchObject({ ok: false, problems: [{ code: 'draw.tooFew' }] })
  })

  test('are answered by the store, which writes nothing', async () => {
    const world = await aWorld()
    const asked = { frame: 40, take: 5, seed: '4162' }
    const drawn = units(40, 5)
    expect(await world.done('plan.drawUnits', asked)).toEqual(drawn.ok ? drawn.value : null)
    expect(world.lines()).toBe(0)
  })
})

test('the vectors of docs/draw.md come out', () => {
  const pool = ['甲', '乙', '丙', '丁', '戊']
  const said = (made: readonly (readonly string[])[]) => made.map((team) => team.join(' ')).join(' · ')
  const drawn = drawUnits({ frame: 40, take: 5, seed: '4162' }, sha256Of)
  const lines = [
    `| pool hash | \`${sha256Of(canonicalPool(pool))}\` |`,
    `| all in the order drawn | ${byRank(pool, '4162', sha256Of).join(' ')} |`,
    `| teams of 2 for 5 enterprises | ${said(teams(pool, 2, 5))} |`,
    `| teams of 3 for 2 enterprises | ${said(teams(pool, 3, 2))} |`,
    `| units 1 to 40, take 5, seed \`4162\` | ${drawn.ok ? drawn.value.picks.join(' ') : ''} |`,
  ]
  expect(lines.filter((line) => !document.includes(line))).toEqual([])
})
