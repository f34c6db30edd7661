import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { rebuild } from '#db/kernel/project'
import { stateDigest } from '#db/kernel/records'
import { searchMark } from '#db/kernel/search-index'
import { appendLine } from '#electron/kernel/log'
import { stamp } from '#electron/kernel/world'
import type { Line } from '#shared/kernel/line'
import { type AWorld, aFolder } from '../app/a-world.ts'
import { entriesOf, rawZip } from '../sync/forge.ts'
import { aSheet, codes, packed, stateIn } from './a-parcel.ts'
import { dumpOf } from './a-store-dump.ts'
import { aPair } from './acquainted.ts'

/** Two batches in one bundle: more lines than one holds. */
async function twoBatches(inspector: AWorld): Promise<{ readonly file: string; readonly first: string; readonly second: string }> {
  const { world } = inspector
  const first = await aSheet(inspector, 1)
  world.db.transaction(() => {
    for (let n = 0; n < 5001; n++) appendLine(world, { t: 'audit', ...stamp(world), ev: 'note', data: { n } })
  })
  const second = await aSheet(inspector, 2)
  return { file: await packed(inspector), first, second }
}

const bodyOf = (name: string): boolean => /\/b\//.test(name)

test('a damaged batch is named, and the sound one beside it comes in; later the whole bundle completes it', async () => {
  const { inspector, supervisor } = await aPair()
  const { file, first, second } = await twoBatches(inspector)
  const entries = await entriesOf(file)
  const [damaged] = entries.filter(({ name }) => bodyOf(name))
  const half = entries.map((entry) => (entry === damaged ? { ...entry, bytes: Buffer.alloc(entry.bytes.length, 7) } : entry))
  const torn = rawZip(join(aFolder(), 'torn.ibz'), half)
  const reports = await supervisor.done('sync.import', { file: torn })
  expect(reports).toHaveLength(1)
  expect(reports[0]?.refused[0]).toMatchObject({ code: 'sync.batchLeftOut', facts: { faults: [{ code: 'wrongHash' }] } })
  const states = [await stateIn(supervisor, first), await stateIn(supervisor, second)]
  expect(states.toSorted()).toEqual(['none', 'received'])
  await supervisor.done('sync.import', { file })
  expect(stateDigest(supervisor.world.db).digest).toBe(stateDigest(inspector.world.db).digest)
})

test('a batch that is missing before this one is named by its number', async () => {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector, 1)
  const before = await packed(inspector)
  await aSheet(inspector, 2)
  expect(await supervisor.done('sync.import', { file: await packed(inspector) })).toMatchObject([{ seq: 2, new: 1, missing: [1] }])
  expect(await supervisor.done('sync.import', { file: before })).toMatchObject([{ seq: 1, new: 1, missing: [] }])
})

test('a folder laid out as a target is read like a bundle; a half upload and a copy in conflict beside it are nobody’s', async () => {
  const { inspector, supervisor } = await aPair()
  const id = await aSheet(inspector)
  const folder = aFolder()
  for (const { name, bytes } of await entriesOf(await packed(inspector))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), bytes)
    if (bodyOf(name)) writeFileSync(join(folder, `${name} (conflicted copy)`), 'x')
    if (bodyOf(name)) writeFileSync(join(folder, dirname(name), `${'0'.repeat(64)}.age`), 'half')
  }
  expect(await supervisor.done('sync.import', { file: folder })).toMatchObject([{ new: 1, photos: 1, photosMissing: 0 }])
  expect(await stateIn(supervisor, id)).toBe('received')
})

test('what a person leaves out comes in as evidence and does not count; the tables read again from the log say the same', async () => {
  const { inspector, supervisor } = await aPair()
  const [wanted, unwanted] = [await aSheet(inspector, 1), await aSheet(inspector, 2)]
  const file = await packed(inspector)
  expect(await supervisor.done('sync.import', { file, leaveOut: [unwanted] })).toMatchObject([{ new: 2 }])
  expect([await stateIn(supervisor, wanted), await stateIn(supervisor, unwanted)]).toEqual(['received', 'none'])
  const { db, projections } = supervisor.world
  const before = dumpOf(supervisor)
  db.transaction(() => rebuild(db, projections))
  expect(dumpOf(supervisor)).toEqual(before)
})

test('a line of a later app is kept to the byte, counted, and waits', async () => {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector)
  const { world } = inspector
  const later = { t: 'weather', ...stamp(world), data: { sky: '晴' } } as unknown as Line
  expect(() => appendLine(world, later)).toThrow('line.newer')
  const { bytes, id } = laterLine(later)
  world.db.transaction(() => {
    world.db.run('INSERT INTO lines (id, type, bytes) VALUES (?, ?, ?)', id, 'weather', bytes)
    world.db.run('INSERT INTO journal (line, chain) VALUES (?, ?)', id, id)
  })
  expect(await supervisor.done('sync.import', { file: await packed(inspector) })).toMatchObject([
    { new: 1, newer: 1, held: 1, refused: [] },
  ])
  expect(supervisor.world.db.get('SELECT bytes, type FROM lines WHERE id = ?', id)).toEqual({ bytes, type: 'weather' })
})

function laterLine(line: Line): { readonly bytes: string; readonly id: Buffer } {
  const sorted = Object.fromEntries(Object.entries(line).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const bytes = JSON.stringify(sorted)
  return { bytes, id: createHash('sha256').update(bytes).digest() }
}

test('a supervisor who would void most of what is here is stopped until somebody says yes', async () => {
  const { inspector, supervisor } = await aPair()
  const ids: string[] = []
  for (let n = 1; n <= 25; n++) ids.push(await aSheet(inspector, n))
  await supervisor.done('sync.import', { file: await packed(inspector) })
  for (const id of ids) await supervisor.done('record.void', { id, reason: '误抽' })
  const file = await packed(supervisor)
  const before = dumpOf(inspector)
  expect(await inspector.done('sync.rehearse', { file })).toMatchObject([{ massChange: { changed: 25, of: 25 } }])
  expect(codes(await inspector.call('sync.import', { file }))).toEqual(['sync.massChange'])
  const { trust_documents: _list, ...after } = dumpOf(inspector) // the trust list that came along is taken by its own right
  expect({ trust_documents: before['trust_documents'], ...after }).toEqual(before)
  expect(await inspector.done('sync.import', { file, massChange: true })).toMatchObject([{ changed: 25, applied: true }])
}, 60_000)

test('search finds what the index does not hold yet, and the index is filled behind', async () => {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  const { db } = supervisor.world
  const found = async (): Promise<number> =>
    (await supervisor.done('record.list', { kind: 'samplingSheet', search: 'CQ-500103', limit: 5 })).total
  const mark = searchMark(db)
  expect([mark, await found()]).toEqual([1, 1])
  db.run('DELETE FROM records_fts WHERE rowid = 1')
  expect(await found()).toBe(0)
  db.run("UPDATE settings SET value = '0' WHERE key = 'search.indexedTo'")
  expect(await found()).toBe(1)
})

test('the same bundle twice changes nothing, to the byte', async () => {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector)
  const file = await packed(inspector)
  await supervisor.done('sync.import', { file })
  const once = dumpOf(supervisor)
  const bytes = readFileSync(file)
  await supervisor.done('sync.import', { file })
  expect(dumpOf(supervisor)).toEqual(once)
  expect(readFileSync(file).equals(bytes)).toBe(true)
})
