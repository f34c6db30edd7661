import { expect, test } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import type { AWorld } from '../app/a-world.ts'
import { packed } from '../exchange/a-parcel.ts'
import { acquainted } from '../exchange/acquainted.ts'
import { added, behind, figuresOf } from './figures.ts'
import { aCampaign, aQuickWorld, PRINTED } from './newspaper.ts'

/** Two supervisors who know all three laptops. */
async function supervisorsOf(laptops: readonly AWorld[]): Promise<readonly [AWorld, AWorld]> {
  const [first, second] = [
    await aQuickWorld({ role: 'supervisor', name: '王主任' }),
    await aQuickWorld({ role: 'supervisor', name: '赵主任' }),
  ]
  for (const supervisor of [first, second]) for (const laptop of laptops) await acquainted(laptop, supervisor)
  return [first, second]
}

async function importAll({ done }: AWorld, files: readonly string[]): Promise<void> {
  for (const file of files) expect(await done('sync.import', { file })).toMatchObject([{ refused: [], held: 0 }])
}

/** Every cell lists its records, they are there, and what they add is the figure. */
async function everyFigureOpens(supervisor: AWorld): Promise<void> {
  for (const [name, figure] of Object.entries(PRINTED)) {
    const records = await behind(supervisor, name)
    expect([name, added(records)]).toEqual([name, figure])
    expect(records.filter(({ kind, title, state }) => kind === '' || title === '' || state === 'void')).toEqual([])
  }
}

/** The check sums of the newspaper's numbers, as a reader would reckon them. */
function sumsHold(figures: Readonly<Record<string, number>>): void {
  const at = (name: string): number => figures[name] ?? Number.NaN
  expect(at('R06 certificates') / at('R06 enterprises')).toBeCloseTo(2.1, 2)
  expect(at('R16 saved') / 10_000 / at('R16 enterprises')).toBeCloseTo(4.6, 2)
  expect(at('R14') / at('R13')).toBeCloseTo(0.496, 3)
  expect(at('R15') / 10_000 / at('R14')).toBeCloseTo(7.7, 2)
  expect(at('R11') / at('R10')).toBe(2.25)
}

test('three laptops, two supervisors, any order: the printed numbers come out, and each opens its records', {
  timeout: 180_000,
}, async () => {
  const laptops = await aCampaign()
  const [first, second] = await supervisorsOf(laptops)
  const files: string[] = []
  for (const laptop of laptops) files.push(await packed(laptop))
  const [a = '', b = '', c = ''] = files
  await importAll(first, [a, b, c])
  await importAll(second, [c, a, c, b])

  const figures = await figuresOf(first)
  expect(figures).toEqual(PRINTED)
  expect(await figuresOf(second)).toEqual(figures)
  expect(stateDigest(second.world.db)).toEqual(stateDigest(first.world.db))
  // Three platforms open in November: what stands is counted at the end of the period.
  expect(await figuresOf(first, { period: '2026' }, 'cumulative')).toEqual({ ...PRINTED, 'R12 platforms': 83 })
  sumsHold(figures)
  await everyFigureOpens(first)
})
