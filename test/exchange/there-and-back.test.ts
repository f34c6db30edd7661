import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import { originalPath } from '#electron/attachment/blob-store'
import { aClock, aFolder } from '../app/a-world.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import { aSheet, codes, correct, packed, stateIn, withLot } from './a-parcel.ts'
import { dumpOf } from './a-store-dump.ts'
import { aPair } from './acquainted.ts'

test('a rehearsal says what an import does, keeps nothing of it; a second import adds nothing', async () => {
  const { inspector, supervisor } = await aPair()
  const ids = [await aSheet(inspector, 1), await aSheet(inspector, 2)]
  const file = await packed(inspector)
  const before = dumpOf(supervisor)

  const [rehearsed] = await supervisor.done('sync.rehearse', { file })
  expect(dumpOf(supervisor)).toEqual(before)
  expect(existsSync(join(supervisor.folder, 'blobs'))).toBe(false)
  expect(rehearsed).toMatchObject({
    new: 2,
    changed: 0,
    identical: 0,
    conflicts: 0,
    held: 0,
    refused: [],
    photos: 2,
    photosMissing: 0,
    applied: false,
  })

  const [imported] = await supervisor.done('sync.import', { file })
  expect({ ...imported, applied: false }).toEqual(rehearsed)
  expect(imported?.from).toBe('李芳')
  expect(imported?.items.map(({ id, outcome }) => [id, outcome])).toEqual(ids.map((id) => [id, 'new']))

  const after = dumpOf(supervisor)
  expect(await supervisor.done('sync.import', { file })).toMatchObject([{ new: 0, identical: 2, applied: false, alreadyImported: true }])
  expect(dumpOf(supervisor)).toEqual(after)
})

test('both hold the same: documents as signed, photos bit for bit, equal digests', async () => {
  const { inspector, supervisor } = await aPair()
  const id = await aSheet(inspector)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  const [here, there] = [await inspector.done('record.get', { id }), await supervisor.done('record.get', { id })]
  expect(there).toEqual({ ...here, state: 'received' })
  const [photo] = there?.attachments ?? []
  const name = photo?.sha256 ?? ''
  expect(readFileSync(originalPath(supervisor.folder, name)).equals(readFileSync(originalPath(inspector.folder, name)))).toBe(true)
  expect(stateDigest(supervisor.world.db)).toEqual(stateDigest(inspector.world.db))
})

test('a sheet is sealed, then packed, then received: only the signed receipt makes it so', async () => {
  const clock = aClock()
  const { inspector, supervisor } = await aPair({ clock })
  const id = await aSheet(inspector)
  const states = [await stateIn(inspector, id)]
  const file = await packed(inspector)
  clock.pass(3600)
  states.push(await stateIn(inspector, id))
  await supervisor.done('sync.import', { file })
  states.push(await stateIn(inspector, id))
  const back = await packed(supervisor)
  expect(await inspector.done('sync.import', { file: back })).toMatchObject([{ receipts: 1, new: 0, applied: true }])
  states.push(await stateIn(inspector, id))
  expect(states).toEqual(['submitted', 'packed', 'packed', 'received'])
  expect(await inspector.done('sync.listBatches', {})).toMatchObject([
    { direction: 'in', name: '王主任', received: false },
    { direction: 'out', name: '李芳', received: true, seq: 1 },
  ])
  expect(codes(await inspector.call('sync.makeBatch', { to: join(aFolder(), 'none.ibz') }))).toEqual(['sync.nothingToPack']) // no receipt for a receipt
})

test('returned with remarks, corrected and sent again: each sees what the other did', async () => {
  const { inspector, supervisor } = await aPair()
  const id = await aSheet(inspector)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  expect(codes(await inspector.call('record.review', { id, verdict: 'approved' }))).toEqual(['record.notSupervisor'])
  expect(codes(await supervisor.call('record.review', { id, verdict: 'returned' }))).toEqual(['record.reasonMissing'])
  await supervisor.done('record.review', { id, verdict: 'returned', remarks: '批号不清' })
  await inspector.done('sync.import', { file: await packed(supervisor) })
  expect(await inspector.done('record.get', { id })).toMatchObject({
    state: 'returned',
    review: { verdict: 'returned', remarks: '批号不清', by: '王主任' },
  })

  await correct(inspector, id, withLot('B-2'))
  expect(await stateIn(inspector, id)).toBe('submitted')
  const [report] = await supervisor.done('sync.import', { file: await packed(inspector) })
  expect(report).toMatchObject({ new: 0, changed: 1, conflicts: 0, photos: 0, photosMissing: 0 })
  expect(await supervisor.done('record.get', { id, history: true })).toMatchObject({
    state: 'received',
    review: null,
    doc: { product: { lotNo: 'B-2' } },
    history: [{ op: 'submit' }, { op: 'review' }, { op: 'correct', why: '批号' }],
  })
  await supervisor.done('record.review', { id, verdict: 'approved' })
  await inspector.done('sync.import', { file: await packed(supervisor) })
  expect(await stateIn(inspector, id)).toBe('approved')
  expect(stateDigest(supervisor.world.db)).toEqual(stateDigest(inspector.world.db))
})

test('corrected on both sides at once: a conflict both see alike, and neither value is lost', async () => {
  const { inspector, supervisor } = await aPair()
  const id = await aSheet(inspector)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  await correct(inspector, id, withLot('A'))
  await correct(supervisor, id, (doc) => ({ ...withLot('B')(doc), remarks: '上级补充' }))
  await supervisor.done('sync.import', { file: await packed(inspector) })
  await inspector.done('sync.import', { file: await packed(supervisor) })
  const [here, there] = [await inspector.done('record.get', { id }), await supervisor.done('record.get', { id })]
  expect(here?.conflicts.map(({ field, candidates }) => [field, candidates.map(({ value }) => JSON.stringify(value)).toSorted()])).toEqual([
    ['/product/lotNo', ['"A"', '"B"']],
  ])
  expect(here?.doc).toMatchObject({ remarks: '上级补充' })
  expect([there?.conflicts, there?.doc]).toEqual([here?.conflicts, here?.doc])
  expect(stateDigest(supervisor.world.db).digest).toBe(stateDigest(inspector.world.db).digest)
})

test('only its author or a supervisor may correct or void a record', async () => {
  const { inspector, supervisor } = await aPair()
  const id = await aSheet(supervisor)
  await inspector.done('sync.import', { file: await packed(supervisor) })
  expect(codes(await inspector.call('record.correct', { id, doc: aCompleteSheet(), reason: '改' }))).toEqual(['record.notYours'])
  expect(codes(await inspector.call('record.void', { id, reason: '改' }))).toEqual(['record.notYours'])
})
