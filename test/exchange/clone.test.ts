import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import { sha256Of } from '#electron/kernel/durable-file'
import { secondCopyPath } from '#electron/sync/second-copy'
import { type AWorld, aFolder, aWorld, reopened } from '../app/a-world.ts'
import { aSheet, codes, correct, packed, stateIn, withLot } from './a-parcel.ts'
import { acquainted, aPair } from './acquainted.ts'

vi.setConfig({ testTimeout: 60_000 }) // many bundles, each opened in a process of its own

const digestOf = ({ world }: AWorld): string => stateDigest(world.db).digest
const alarmsOf = async ({ done }: AWorld): Promise<string[]> => (await done('sync.centre', {})).alarms.map(({ code }) => code)

/** A copy of the profile folder as it lies on the disk. */
function copied({ folder, close }: AWorld): string {
  close()
  const copy = join(aFolder(), 'copy')
  cpSync(folder, copy, { recursive: true })
  return copy
}

async function putBack(copy: string, world: AWorld): Promise<AWorld> {
  world.close()
  rmSync(world.folder, { recursive: true })
  cpSync(copy, world.folder, { recursive: true })
  return reopened(world.folder, world.clock)
}

test('an older copy of the profile is put back: it goes on in a new epoch, and nobody loses anything', async () => {
  const { inspector, supervisor } = await aPair()
  const first = await aSheet(inspector, 1)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  const copy = copied(inspector)
  const later = await reopened(inspector.folder, inspector.clock)
  const second = await aSheet(later, 2)
  await correct(later, first, withLot('B-2'))
  const lost = await packed(later)
  await supervisor.done('sync.import', { file: lost })

  const restored = await putBack(copy, later)
  expect(await alarmsOf(restored)).toEqual(['restored'])
  expect(await stateIn(restored, second)).toBe('none')
  const third = await aSheet(restored, 3)
  const made = await packed(restored)
  const [report] = await supervisor.done('sync.import', { file: made })
  expect(report).toMatchObject({ seq: 1, new: 1, refused: [], conflicts: 0 })
  expect(await alarmsOf(supervisor)).toEqual(['restored'])
  const { streams } = await supervisor.done('sync.centre', {})
  expect(streams.filter(({ device }) => device === inspector.world.self.device)).toMatchObject([
    { missing: [], forked: false },
    { missing: [], forked: false },
  ])
  for (const id of [first, second, third]) expect(await stateIn(supervisor, id)).toBe('received')

  const [own] = await restored.done('sync.import', { file: lost })
  expect(own).toMatchObject({ new: 1, changed: 1, conflicts: 0, refused: [], applied: true })
  expect([await stateIn(restored, second), digestOf(restored)]).toEqual(['packed', digestOf(supervisor)])
  await restored.done('sync.import', { file: await packed(supervisor) })
  for (const id of [first, second, third]) expect(await stateIn(restored, id)).toBe('received')
  expect(await restored.done('sync.where', {})).toMatchObject({
    total: 3,
    items: [{ place: 'confirmed' }, { place: 'confirmed' }, { place: 'confirmed' }],
  })
})

test('only the store is put back from a backup, and it was worked on since: the chain tells', async () => {
  const { inspector } = await aPair()
  await aSheet(inspector, 1)
  const copy = copied(inspector)
  const later = await reopened(inspector.folder, inspector.clock)
  await aSheet(later, 2)
  later.close()
  cpSync(join(copy, 'store.db'), join(inspector.folder, 'store.db'))
  rmSync(join(inspector.folder, 'store.db-wal'), { force: true })
  const back = await reopened(inspector.folder, inspector.clock)
  expect(await alarmsOf(back)).toEqual(['restored'])
  back.close()
  const again = await reopened(inspector.folder, inspector.clock)
  expect(await alarmsOf(again)).toEqual(['restored']) // told once, not again at every start
  expect(await again.done('sync.status', {})).toMatchObject({ toPack: 1, linesToPack: 2 })
})

test('a process that dies before it wrote the second copy, a lost one, or one of another device, is no restore', async () => {
  const { inspector } = await aPair()
  await aSheet(inspector, 1)
  inspector.close()
  const early = join(aFolder(), 'position')
  cpSync(secondCopyPath(inspector.folder), early)
  const later = await reopened(inspector.folder, inspector.clock)
  await packed(later)
  later.close()
  const { epoch } = await epochIn(inspector)
  cpSync(early, secondCopyPath(inspector.folder))
  expect(await epochIn(inspector)).toEqual({ epoch, alarms: [] })
  rmSync(secondCopyPath(inspector.folder))
  expect(await epochIn(inspector)).toEqual({ epoch, alarms: [] })
  const { supervisor } = await aPair()
  supervisor.close()
  cpSync(secondCopyPath(supervisor.folder), secondCopyPath(inspector.folder))
  expect(await epochIn(inspector)).toEqual({ epoch, alarms: [] })
})

async function epochIn({ folder, clock }: AWorld): Promise<{ epoch: string | undefined; alarms: string[] }> {
  const world = await reopened(folder, clock)
  const { streams } = await world.done('sync.centre', {})
  const found = { epoch: streams[0]?.epoch, alarms: await alarmsOf(world) }
  world.close()
  return found
}

test('the same folder on another machine goes on in an epoch of its own; the supervisor takes both', async () => {
  const { inspector, supervisor } = await aPair()
  inspector.close()
  const here = await reopened(inspector.folder, inspector.clock, { machine: 'this laptop' })
  await aSheet(here, 1)
  await supervisor.done('sync.import', { file: await packed(here) })
  const copy = copied(here)
  const there = await reopened(copy, inspector.clock, { machine: 'that laptop' })
  const again = await reopened(inspector.folder, inspector.clock, { machine: 'this laptop' })
  expect([await alarmsOf(again), await alarmsOf(there)]).toEqual([[], ['restored']])
  for (const [laptop, no] of [
    [again, 2],
    [there, 3],
  ] as const) {
    await aSheet(laptop, no)
    expect(await supervisor.done('sync.import', { file: await packed(laptop) })).toMatchObject([{ new: 1, refused: [] }])
  }
  const { streams, alarms } = await supervisor.done('sync.centre', {})
  expect(
    streams
      .filter(({ device }) => device === inspector.world.self.device)
      .map(({ last, forked }) => `${String(last)} ${String(forked)}`)
      .toSorted(),
  ).toEqual(['1 false', '2 false'])
  expect(alarms.map(({ code, facts }) => [code, facts['reason']])).toEqual([['restored', 'clone']])
  expect(await supervisor.done('record.list', { kind: 'samplingSheet' })).toMatchObject({ total: 3 })
})

test('a clone that nobody noticed writes a second history: both are kept, the stream is flagged, and others come in', async () => {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector, 1)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  const clone = await reopened(copied(inspector), inspector.clock)
  const again = await reopened(inspector.folder, inspector.clock)
  await aSheet(again, 2)
  await supervisor.done('sync.import', { file: await packed(again) })
  const before = digestOf(supervisor)
  await aSheet(clone, 3)
  const file = await packed(clone)
  expect(codes(await supervisor.call('sync.import', { file }))).toEqual(['sync.bundleRefused'])
  expect(digestOf(supervisor)).toBe(before)
  const about = inspector.world.self.device
  const centre = await supervisor.done('sync.centre', {})
  expect(centre.streams.filter(({ forked }) => forked)).toMatchObject([{ device: about, last: 2 }])
  expect(centre.alarms).toMatchObject([{ code: 'fork', about, facts: { seq: 2 } }])
  const { items } = await supervisor.done('sync.aside', {})
  expect(items).toMatchObject([{ what: 'batch', standing: 'quarantined', reason: 'forked', device: about, seq: 2, name: '李芳' }])
  const kept = join(supervisor.folder, 'kept', items[0]?.id ?? '')
  expect(sha256Of(readFileSync(join(kept, 'head.json')))).toBe(items[0]?.id)
  expect(readFileSync(join(kept, 'lines.ndjson'), 'utf8')).toContain('abcd-003')

  const other = await aWorld({ name: '王强' })
  await acquainted(other, supervisor)
  await aSheet(other, 4)
  expect(await supervisor.done('sync.import', { file: await packed(other) })).toMatchObject([{ new: 1 }])
})
