import { existsSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import { newRecordId } from '#electron/kernel/world'
import { makeBatch } from '#electron/sync/make-batch'
import { pruneOutbox } from '#electron/sync/prune-outbox'
import type { Place } from '#shared/sync/centre-contract'
import { type AWorld, aFolder, aWorld, must } from '../app/a-world.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import { aSheet, codes, correct, packed, withLot } from './a-parcel.ts'
import { acquainted, aPair } from './acquainted.ts'

vi.setConfig({ testTimeout: 60_000 }) // many bundles, each opened in a process of its own

const NOWHERE: Record<Place, number> = { here: 0, packed: 0, onTarget: 0, confirmed: 0 }

const placeOf = async ({ done }: AWorld, id: string): Promise<Place | undefined> =>
  (await done('sync.where', {})).items.find((item) => item.id === id)?.place

/** Sends what waits to the supervisor and brings the receipts back. */
async function exchanged(inspector: AWorld, supervisor: AWorld): Promise<void> {
  await supervisor.done('sync.import', { file: await packed(inspector) })
  await inspector.done('sync.import', { file: await packed(supervisor) })
}

test('a record goes from here to packed to confirmed; on a target in between; a correction brings it back', async () => {
  const { inspector, supervisor } = await aPair()
  const id = await aSheet(inspector, 1)
  const places = [await placeOf(inspector, id)]
  const file = await packed(inspector)
  places.push(await placeOf(inspector, id))
  const { db } = inspector.world
  db.run("INSERT INTO targets (id, settings, secret, findings) VALUES ('t', '{\"name\":\"局域网共享\"}', '', '[]')")
  db.run("INSERT INTO published (target, head, at) SELECT 't', head, created FROM batches WHERE direction = 'out'")
  const { items } = await inspector.done('sync.where', { place: 'onTarget' })
  expect(items).toMatchObject([{ id, place: 'onTarget', targets: ['局域网共享'], confirmedBy: [], files: 1, filesMissing: 0 }])
  await supervisor.done('sync.import', { file })
  await inspector.done('sync.import', { file: await packed(supervisor) })
  expect(await inspector.done('sync.where', {})).toMatchObject({
    total: 1,
    items: [{ place: 'confirmed', confirmedBy: ['王主任'] }],
    next: null,
  })
  await correct(inspector, id, withLot('B-2'))
  places.push(await placeOf(inspector, id))
  expect(places).toEqual(['here', 'packed', 'here'])
  expect((await inspector.done('sync.where', {})).items).toMatchObject([{ targets: [], confirmedBy: [] }])
  expect(await inspector.done('sync.centre', {})).toMatchObject({
    records: { ...NOWHERE, here: 1 },
    unconfirmed: { lines: 1, records: 1, batches: 0 },
  })
})

test('pages: the least far first, of these the newest; nothing twice and nothing missing', async () => {
  const { inspector, supervisor } = await aPair()
  for (const no of [1, 2, 3]) await aSheet(inspector, no)
  await exchanged(inspector, supervisor)
  for (const no of [4, 5]) await aSheet(inspector, no)
  await packed(inspector)
  await aSheet(inspector, 6)
  const found: string[] = []
  let after: string | undefined
  do {
    const page = await inspector.done('sync.where', { limit: 2, ...(after === undefined ? {} : { after }) })
    expect(page.total).toBe(6)
    found.push(...page.items.map(({ no, place }) => `${place} ${no.slice(-1)}`))
    after = page.next ?? undefined
  } while (after !== undefined)
  expect(found).toEqual(['here 6', 'packed 5', 'packed 4', 'confirmed 3', 'confirmed 2', 'confirmed 1'])
  const only = await inspector.done('sync.where', { place: 'packed' })
  expect([only.total, only.items.map(({ place }) => place)]).toEqual([2, ['packed', 'packed']])
  expect((await inspector.done('sync.where', { place: 'confirmed', limit: 2 })).items).toHaveLength(2)
  expect((await inspector.done('sync.centre', {})).records).toEqual({ here: 1, packed: 2, onTarget: 0, confirmed: 3 })
})

test('two sticks are lost: one bundle of what nobody confirmed brings it all, the same bytes again', async () => {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector, 1)
  await exchanged(inspector, supervisor)
  await aSheet(inspector, 2)
  rmSync(await packed(inspector))
  await aSheet(inspector, 3)
  rmSync(await packed(inspector))
  await aSheet(inspector, 4)
  expect((await inspector.done('sync.centre', {})).unconfirmed).toMatchObject({ lines: 3, records: 3, batches: 2 })
  const heads = (await inspector.done('sync.listBatches', {})).filter(({ direction, seq }) => direction === 'out' && seq > 1)
  const to = join(aFolder(), 'all.ibz')
  expect(await inspector.done('sync.makeBatch', { to, unconfirmed: true })).toMatchObject({ seq: 4, records: 3 })
  const reports = await supervisor.done('sync.import', { file: to })
  expect(reports.map(({ seq }) => seq)).toEqual([2, 3, 4])
  expect(reports.map(({ head }) => head)).toEqual(expect.arrayContaining(heads.map(({ head }) => head)))
  expect(stateDigest(supervisor.world.db).digest).toBe(stateDigest(inspector.world.db).digest)
  await inspector.done('sync.import', { file: await packed(supervisor) })
  expect(await inspector.done('sync.centre', {})).toMatchObject({
    records: { ...NOWHERE, confirmed: 4 },
    unconfirmed: { lines: 0, records: 0, batches: 0, bytes: 0 },
  })
  expect(codes(await inspector.call('sync.makeBatch', { to: join(aFolder(), 'b.ibz'), unconfirmed: true }))).toEqual(['sync.nothingToPack'])
})

test('a receipt is lost: the supervisor packs again what nobody is known to have, and then it is known', async () => {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector, 1)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  rmSync(await packed(supervisor))
  const again = async (): Promise<string> => {
    const to = join(aFolder(), 'again.ibz')
    await supervisor.done('sync.makeBatch', { to, unconfirmed: true })
    return to
  }
  await inspector.done('sync.import', { file: await again() })
  expect((await inspector.done('sync.centre', {})).records).toEqual({ ...NOWHERE, confirmed: 1 })
  await aSheet(inspector, 2)
  await supervisor.done('sync.import', { file: await packed(inspector) }) // its head says what it has seen
  await inspector.done('sync.import', { file: await packed(supervisor) })
  await aSheet(inspector, 3)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  expect((await supervisor.done('sync.centre', {})).unconfirmed).toMatchObject({ batches: 0 })
})

test('confirmed by as many as the trust list asks for; only supervisors confirm an inspector’s work', async () => {
  const { inspector, supervisor } = await aPair()
  const { db } = inspector.world
  const trust =
    supervisor.world.db.get<{ bytes: string }>("SELECT bytes FROM trust_documents WHERE kind = 'list' ORDER BY ver DESC")?.bytes ?? ''
  for (const kind of ['root', 'list'])
    db.run(
      "INSERT INTO trust_documents (kind, ver, bytes, signature) SELECT kind, 9, ?, signature FROM (SELECT ? AS kind, '' AS signature)",
      kind === 'list'
        ? trust.replace('"quorumAck":1', '"quorumAck":2')
        : (supervisor.world.db.get<{ bytes: string }>("SELECT bytes FROM trust_documents WHERE kind = 'root'")?.bytes ?? ''),
      kind,
    )
  const id = await aSheet(inspector, 1)
  await exchanged(inspector, supervisor)
  expect(await placeOf(inspector, id)).toBe('packed')
  db.run("INSERT INTO receipts (head, device, at) SELECT head, ?, created FROM batches WHERE direction = 'out'", 'z'.repeat(26))
  expect(await placeOf(inspector, id)).toBe('packed')
  const second = await aWorld({ role: 'supervisor', name: '周主任' })
  await acquainted(inspector, second)
  db.run('UPDATE receipts SET device = ? WHERE device = ?', second.world.self.device, 'z'.repeat(26))
  expect(await placeOf(inspector, id)).toBe('confirmed')
})

async function aHeavySheet({ done }: AWorld, no: number): Promise<void> {
  const id = newRecordId()
  const bytes = new Uint8Array(700_000).map((_byte, index) => (index * 7919 * no) % 251)
  bytes.set([0xff, 0xd8, 0xff])
  await done('record.saveDraft', {
    id,
    kind: 'samplingSheet',
    doc: aCompleteSheet({ head: { no: `CQ-500103-20261122-abcd-10${String(no)}` } }),
  })
  await done('attachment.add', { record: id, kind: 'samplingSheet', name: '现场.jpg', bytes })
  await done('record.submit', { id })
}

test('more than one file may hold comes in pieces, each valid alone and in any order; cancelled, none of them stays', async () => {
  const { inspector, supervisor } = await aPair()
  for (const no of [1, 2, 3, 4, 5, 6]) await aHeavySheet(inspector, no)
  const file = join(aFolder(), 'big.ibz')
  const order = { file, everything: false, unconfirmed: false, bundleBytes: 2_000_000 }
  const abort = new AbortController()
  let bundles = 0
  const onProgress = ({ stage, done }: { stage: string; done: number }): void => {
    if (stage === 'write' && done === 0) bundles += 1
    if (existsSync(join(file, '..', 'big.1.ibz'))) abort.abort()
  }
  expect(codes(await makeBatch(inspector.world, { ...order, options: { onProgress, signal: abort.signal } }))).toEqual(['sync.cancelled'])
  expect(existsSync(join(file, '..', 'big.1.ibz'))).toBe(false)

  const made = await must(makeBatch(inspector.world, { ...order, options: {} }))
  expect(made).toMatchObject({ records: 6, attachments: 6 })
  expect(made.files.map((name) => name.slice(name.lastIndexOf('/')))).toEqual(['/big.1.ibz', '/big.2.ibz', '/big.3.ibz'])
  expect(made.files.every((name) => statSync(name).size <= order.bundleBytes)).toBe(true)
  expect(made.bytes).toBe(made.files.reduce((sum, name) => sum + statSync(name).size, 0))
  for (const piece of made.files.toReversed())
    for (const report of await supervisor.done('sync.import', { file: piece }))
      expect(report).toMatchObject({ new: 2, photosMissing: 0, refused: [] })
  expect(stateDigest(supervisor.world.db).digest).toBe(stateDigest(inspector.world.db).digest)
  expect((await supervisor.done('sync.centre', {})).streams).toMatchObject([{ last: 3, missing: [] }])
  expect(bundles).toBeLessThan(4)
})

test('pruned is what was confirmed, and only that: heads stay, and what waits still goes out whole', async () => {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector, 1)
  await exchanged(inspector, supervisor)
  await aSheet(inspector, 2)
  rmSync(await packed(inspector))
  const pruned = await pruneOutbox(inspector.world)
  expect(pruned).toMatchObject({ batches: 1, files: 2 })
  expect(await pruneOutbox(inspector.world)).toEqual({ batches: 0, files: 0, bytes: 0 })
  const to = join(aFolder(), 'rest.ibz')
  expect(await inspector.done('sync.makeBatch', { to, unconfirmed: true })).toMatchObject({ records: 1 })
  expect(await supervisor.done('sync.import', { file: to })).toMatchObject([{ seq: 2, new: 1, photosMissing: 0 }])
})

test('an outbox that was lost is made up for: unconfirmed lines are sealed once more', async () => {
  const { inspector, supervisor } = await aPair()
  await aSheet(inspector, 1)
  rmSync(await packed(inspector))
  rmSync(join(inspector.folder, 'outbox'), { recursive: true })
  const to = join(aFolder(), 'again.ibz')
  expect(await inspector.done('sync.makeBatch', { to, unconfirmed: true })).toMatchObject({ seq: 2, records: 1, attachments: 1 })
  expect(await supervisor.done('sync.import', { file: to })).toMatchObject([{ seq: 2, new: 1, photosMissing: 0 }])
  await inspector.done('sync.import', { file: await packed(supervisor) })
  expect(await inspector.done('sync.centre', {})).toMatchObject({ records: { ...NOWHERE, confirmed: 1 }, unconfirmed: { batches: 0 } })
})

test('a stick that was left at home is a gap, and an alarm until it comes', async () => {
  const { inspector, supervisor } = await aPair()
  const files: string[] = []
  for (const no of [1, 2, 3]) {
    await aSheet(inspector, no)
    files.push(await packed(inspector))
  }
  const [first = '', forgotten = '', last = ''] = files
  for (const file of [first, last]) await supervisor.done('sync.import', { file })
  const about = inspector.world.self.device
  expect(await supervisor.done('sync.centre', {})).toMatchObject({
    streams: [{ device: about, name: '李芳', last: 3, missing: [2], forked: false }],
    alarms: [{ code: 'gap', about, facts: { missing: [2] } }],
  })
  await supervisor.done('sync.import', { file: forgotten })
  expect(await supervisor.done('sync.centre', {})).toMatchObject({ streams: [{ missing: [] }], alarms: [] })
})
