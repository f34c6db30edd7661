import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Draw, drawFrom } from '#shared/plan/draw'

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

function draw(ids: readonly string[], take: number, seed: string): Draw {
  const drawn = drawFrom({ ids, take, seed }, sha256)
  if (!drawn.ok) throw new Error(JSON.stringify(drawn.problems))
  return drawn.value
}
const drawnIds = (ids: readonly string[], take: number, seed: string) => draw(ids, take, seed).picks.map((pick) => ids[pick])

/** The shell commands that docs/draw.md gives to third parties, run as they stand there. */
function drawByHand(pool: string, take: number, seed: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'draw-'))
  try {
    const [, block = ''] = /```sh\n(.*?)```/s.exec(readFileSync('docs/draw.md', 'utf8')) ?? []
    const [, ...commands] = block.split('\n')
    writeFileSync(join(folder, 'pool.txt'), pool)
    const env = { ...process.env, pool: 'pool.txt', take: String(take), seed }
    const out = execFileSync('bash', ['-euo', 'pipefail', '-c', commands.join('\n')], { cwd: folder, env, encoding: 'utf8' })
    return out.trimEnd().split('\n')
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const id = fc.stringMatching(/^[A-Z0-9\u4e00-\u4e20\u{20BB7}\uF900-\uF905]{1,12}$/u)
const pool = fc.uniqueArray(id, { minLength: 1, maxLength: 30 })
const seed = fc.stringMatching(/^[a-z0-9]{1,20}$/)

describe('a draw', () => {
  test('is known by its picks and its pool hash, for ever', () => {
    expect(draw(['丙', '甲', '乙'], 2, '4162')).toEqual({
      picks: drawByHand('丙\n甲\n乙\n', 2, '4162').map((name) => ['丙', '甲', '乙'].indexOf(name)),
      algorithm: 'sha256-rank/1',
      poolHash: sha256('丙\n乙\n甲\n'),
    })
  })

  test('is the same by hand, with sort and sha256sum, also for rare characters and a file without a last line end', () => {
    const ids = ['91500103MA0DEM013Q', '𠮷食品', '豈有限公司', '李 芳', "o'neill $(x) %s", '\\n', '示范厂']
    for (const text of [`${ids.join('\n')}\n`, ids.join('\n')]) {
      expect(drawByHand(text, 5, '2026-11-22 骰子 4 1 6')).toEqual(drawnIds(ids, 5, '2026-11-22 骰子 4 1 6'))
    }
  })
})

describe('whatever the pool and the seed, a draw', () => {
  test('takes different ids out of the pool, as many as were asked', () => {
    fc.assert(
      fc.property(pool, seed, fc.nat(), (ids, by, any) => {
        const take = 1 + (any % ids.length)
        const { picks } = draw(ids, take, by)
        expect(new Set(picks).size).toBe(take)
        expect(picks.filter((pick) => ids[pick] === undefined)).toEqual([])
      }),
    )
  })

  test('does not depend on the order of the pool', () => {
    const shuffled = pool.chain((ids) =>
      fc.tuple(fc.constant(ids), fc.shuffledSubarray(ids, { minLength: ids.length, maxLength: ids.length })),
    )
    fc.assert(
      fc.property(shuffled, seed, ([ids, others], by) => {
        expect(drawnIds(others, ids.length, by)).toEqual(drawnIds(ids, ids.length, by))
        expect(draw(others, 1, by).poolHash).toBe(draw(ids, 1, by).poolHash)
      }),
    )
  })

  test('of fewer is the beginning of a draw of more', () => {
    fc.assert(
      fc.property(pool, seed, (ids, by) => {
        expect(drawnIds(ids, ids.length, by).slice(0, 1)).toEqual(drawnIds(ids, 1, by))
      }),
    )
  })

  test('is fair: in 4000 draws of 5 from 20, each id is drawn about 1000 times, and about 200 times first', () => {
    const ids = Array.from({ length: 20 }, (_, index) => `企业${String(index)}`)
    const drawn = new Map<number, number>()
    const first = new Map<number, number>()
    for (let by = 0; by < 4000; by++) {
      const { picks } = draw(ids, 5, String(by))
      first.set(picks[0]!, (first.get(picks[0]!) ?? 0) + 1)
      for (const pick of picks) drawn.set(pick, (drawn.get(pick) ?? 0) + 1)
    }
    // Five standard deviations: 5·√(4000·¼·¾) = 137, 5·√(4000·0.05·0.95) = 69.
    expect([...drawn.values()].filter((times) => Math.abs(times - 1000) > 137)).toEqual([])
    expect([...first.values()].filter((times) => Math.abs(times - 200) > 69)).toEqual([])
    expect(drawn.size).toBe(20)
  })
})

describe('is refused', () => {
  const codes = (ids: readonly string[], take: number, by: string) => {
    const drawn = drawFrom({ ids, take, seed: by }, sha256)
    return drawn.ok ? [] : drawn.problems.map(({ code, facts }) => ({ code, ...facts }))
  }
  test('when an id is there twice, or more is asked than there is', () => {
    expect(codes(['a', 'b', 'a'], 4, '1')).toEqual([
      { code: 'draw.duplicateId', id: 'a', line: 3 },
      { code: 'draw.tooFew', have: 3, take: 4 },
    ])
  })
  test.each(['', ' a', 'a\t', 'a\u0000b', 'a\rb', 'a\nb', '\uD800', 'a\uFFFD', '\uFEFFa'])('when an id is %j', (bad) => {
    expect(codes(['x', bad], 1, '1')).toEqual([{ code: 'draw.badId', line: 2 }])
  })
  test('when the seed or the number is none', () => {
    expect(codes(['a'], 0, '')).toEqual([{ code: 'draw.badSeed' }, { code: 'draw.badTake' }])
    expect(codes(['a'], 0.5, '1')).toEqual([{ code: 'draw.badTake' }])
    expect(codes(['a'], Number.NaN, '1\n2')).toEqual([{ code: 'draw.badSeed' }, { code: 'draw.badTake' }])
  })
})
