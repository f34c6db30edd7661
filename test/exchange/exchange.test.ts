import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import { originalPath } from '#electron/attachment/blob-store'
import { appendLine } from '#electron/kernel/log'
import { newRecordId, stamp } from '#electron/kernel/world'
import { aClock, aFolder, type AWorld, aWorld, reopened } from '../app/a-world.ts'
import { aCompleteSheet, type SheetChanges } from '../spot-check/a-sheet.ts'
import { dumpOf } from './a-store-dump.ts'
import { acquainted, aPair } from './acquainted.ts'

const kind = 'samplingSheet'
const jpeg = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from(text.repeat(300))])

/** A sealed sheet with a photo of its own. */
async function aSheet({ done }: AWorld, no = 1, changes: SheetChanges = {}): Promise<string> {
  const id = newRecordId()
  const number = `CQ-500103-20261122-abcd-${String(no).padStart(3, '0')}`
  await done('record.saveDraft', { id, kind, doc: aCompleteSheet({ head: { no: number }, ...changes }) })
  await done('attachment.add', { record: id, kind, slot: 'scene', name: '现场.jpg', bytes: jpeg(number) })
  await done('record.submit', { id })
  return id
}

async function packed({ done }: AWorld, everything = false): Promise<string> {
  const to = join(aFolder(), 'batch.ibz')
  await done('sync.makeBatch', { to, everything })
  return to
}

/** Corrects a record as a person does: from what is shown, with the signatures that stand. */
async function correct({ done }: AWorld, id: string, change: (doc: Doc) => Doc): Promise<void> {
  const { doc } = (await done('record.get', { id })) ?? { doc: {} }
  await done('record.correct', { id, doc: change(doc as Doc), reason: '批号' })
}
type Doc = { readonly product: object }
const withLot = (lotNo: string) => (doc: Doc) => ({ ...doc, product: { ...doc.product, lotNo } })

const stateIn = async ({ done }: AWorld, id: string): Promise<string> => (await done('record.get', { id }))?.state ?? 'none'
const codes = (answer: { ok: boolean; problems?: readonly { code: string }[] }): string[] => (answer.problems ?? []).map(({ code }) => code)
const faults = (answer: { ok: boolean; problems?: readonly { code: string; facts: unknown }[] }): string[] =>
  (answer.problems ?? []).flatMap(({ facts }) => (facts as { faults?: { code: string }[] }).faults?.map(({ code }) => code) ?? [])

describe('from the inspector to the supervisor and back', () => {
  test('a rehearsal says what an import does, keeps nothing of it; a second import adds nothing', async () => {
    const { inspector, supervisor } = await aPair()
    const ids = [await aSheet(inspector, 1), await aSheet(inspector, 2)]
    const file = await packed(inspector)
    const before = dumpOf(supervisor)

    const [rehearsed] = await supervisor.done('sync.rehearse', { file })
    expect(dumpOf(supervisor)).toEqual(before)
    expect(existsSync(join(supervisor.folder, 'blobs'))).toBe(false)
    expect(rehearsed).toMatchObject({ new: 2, changed: 0, identical: 0, conflicts: 0, held: 0, refused: [], photos: 2, photosMissing: 0, applied: false })

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
    expect(await inspector.done('record.get', { id })).toMatchObject({ state: 'returned', review: { verdict: 'returned', remarks: '批号不清', by: '王主任' } })

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
    expect(here?.conflicts.map(({ field, candidates }) => [field, candidates.map(({ value }) => value).toSorted()])).toEqual([
      ['/product/lotNo', ['A', 'B']],
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
})

describe('making a batch', () => {
  test('only what is new goes out, unless everything is asked for: then a new laptop of the supervisor gets it all', async () => {
    const { inspector, supervisor } = await aPair()
    const first = await aSheet(inspector, 1)
    await supervisor.done('sync.import', { file: await packed(inspector) })
    const second = await aSheet(inspector, 2)
    const [report] = await supervisor.done('sync.import', { file: await packed(inspector) })
    expect(report).toMatchObject({ seq: 2, new: 1, identical: 0, photos: 1 })

    const laptop = await aWorld({ role: 'supervisor', name: '周主任' })
    await acquainted(inspector, laptop)
    const all = await packed(inspector, true)
    expect(await laptop.done('sync.import', { file: all })).toMatchObject([{ seq: 3, new: 2, photos: 2, photosMissing: 0, conflicts: 0 }])
    expect(await supervisor.done('sync.import', { file: all })).toMatchObject([{ new: 0, identical: 2, changed: 0 }])
    for (const world of [laptop, supervisor]) expect([await stateIn(world, first), await stateIn(world, second)]).toEqual(['received', 'received'])
    expect(stateDigest(laptop.world.db).digest).toBe(stateDigest(supervisor.world.db).digest)
  })

  test('with nothing new, or nobody to send to, is refused, and nothing is sealed', async () => {
    const alone = await aWorld()
    await aSheet(alone)
    const before = dumpOf(alone)
    expect(codes(await alone.call('sync.makeBatch', { to: join(aFolder(), 'a.ibz') }))).toEqual(['sync.noRecipient'])
    expect(dumpOf(alone)).toEqual(before)
    const { inspector } = await aPair()
    expect(codes(await inspector.call('sync.makeBatch', { to: join(aFolder(), 'a.ibz') }))).toEqual(['sync.nothingToPack'])
  })

  test('over an existing file is refused, and the file stays as it is', async () => {
    const { inspector } = await aPair()
    const id = await aSheet(inspector)
    const file = join(aFolder(), 'photo.ibz')
    writeFileSync(file, 'my holiday')
    expect(codes(await inspector.call('sync.makeBatch', { to: file }))).toEqual(['sync.fileExists'])
    expect(readFileSync(file, 'utf8')).toBe('my holiday')
    expect(await stateIn(inspector, id)).toBe('submitted')
  })

  test('onto a stick that is gone: the batch stays sealed here, its records wait, and the next bundle brings them', async () => {
    const { inspector, supervisor } = await aPair()
    const first = await aSheet(inspector, 1)
    const notAFolder = join(aFolder(), 'file')
    writeFileSync(notAFolder, '')
    expect(codes(await inspector.call('sync.makeBatch', { to: '/media/gone/a.ibz' }))).toEqual(['sync.cannotWrite'])
    expect(codes(await inspector.call('sync.makeBatch', { to: join(notAFolder, 'a.ibz') }))).toEqual(['sync.cannotWrite'])
    expect(await inspector.done('sync.status', {})).toMatchObject({ toPack: 1, packed: 0 })
    expect(await stateIn(inspector, first)).toBe('submitted')

    const second = await aSheet(inspector, 2)
    const file = await packed(inspector)
    const reports = await supervisor.done('sync.import', { file })
    expect(reports.reduce((sum, report) => sum + report.new, 0)).toBe(2)
    expect([await stateIn(supervisor, first), await stateIn(supervisor, second)]).toEqual(['received', 'received'])
    expect([await stateIn(inspector, first), await stateIn(inspector, second)]).toEqual(['packed', 'packed'])
    expect(await inspector.done('sync.status', {})).toMatchObject({ toPack: 0, packed: 2 })
  })

  test('of more lines than one batch holds makes several in one bundle, linked, and all arrive', async () => {
    const { inspector, supervisor } = await aPair()
    const { world } = inspector
    const id = await aSheet(inspector)
    world.db.transaction(() => {
      for (let n = 0; n < 5001; n++) appendLine(world, { t: 'audit', ...stamp(world), ev: 'note', data: { n } })
    })
    await correct(inspector, id, withLot('B-2'))
    const reports = await supervisor.done('sync.import', { file: await packed(inspector) })
    expect(reports).toMatchObject([
      { seq: 1, new: 1, changed: 0 },
      { seq: 2, new: 0, changed: 1 },
    ])
    expect(await supervisor.done('record.get', { id })).toMatchObject({ doc: { product: { lotNo: 'B-2' } } })
    expect(stateDigest(supervisor.world.db).digest).toBe(stateDigest(world.db).digest)
  })
})

describe('what is refused at the supervisor’s door', () => {
  test('a bundle of a device nobody enrolled, and nothing of it is written', async () => {
    const { supervisor } = await aPair()
    const stranger = await aWorld({ name: '陌生人' })
    await stranger.done('profile.admitCard', { text: JSON.stringify((await supervisor.done('profile.getCard', {})).card) })
    await aSheet(stranger)
    const file = await packed(stranger)
    const before = dumpOf(supervisor)
    for (const name of ['sync.rehearse', 'sync.import'] as const) expect(faults(await supervisor.call(name, { file }))).toEqual(['notEnrolled'])
    expect(dumpOf(supervisor)).toEqual(before)
    expect(existsSync(join(supervisor.folder, 'quarantine')) ? readdirSync(join(supervisor.folder, 'quarantine')) : []).toEqual([])
  })

  test('a bundle that is not for this device', async () => {
    const { inspector } = await aPair()
    const { supervisor: other } = await aPair()
    await other.done('profile.admitCard', { text: JSON.stringify((await inspector.done('profile.getCard', {})).card) })
    await aSheet(inspector)
    const before = dumpOf(other)
    expect(faults(await other.call('sync.import', { file: await packed(inspector) }))).toEqual(['wrongKey'])
    expect(dumpOf(other)).toEqual(before)
  })

  test('demonstration and real work, both ways, even when somebody forced the cards in', async () => {
    const real = await aPair()
    const demo = await aPair({ demo: true })
    await aSheet(real.inspector)
    await aSheet(demo.inspector)
    const [realFile, demoFile] = [await packed(real.inspector), await packed(demo.inspector)]
    for (const [from, to] of [
      [demo.inspector, real.supervisor],
      [real.inspector, demo.supervisor],
    ] as const) {
      const { card } = await from.done('profile.getCard', {})
      to.world.db.run("INSERT INTO admitted_cards (device, card, standing, admitted_at) VALUES (?, ?, 'listed', ?)", card.device, JSON.stringify(card), card.created)
    }
    const before = [dumpOf(real.supervisor), dumpOf(demo.supervisor)]
    expect(faults(await real.supervisor.call('sync.import', { file: demoFile }))).toContain('demo')
    expect(faults(await demo.supervisor.call('sync.import', { file: realFile }))).toContain('demo')
    expect([dumpOf(real.supervisor), dumpOf(demo.supervisor)]).toEqual(before)
  })

  test('demonstration records in a batch that pretends to be real: each line is refused, with its number', async () => {
    const clean = await aPair()
    const training = await aWorld({ demo: true })
    const id = await aSheet(training)
    training.close()
    // Somebody takes the mark off the profile by hand.
    const profile = join(training.folder, 'profile.json')
    writeFileSync(profile, readFileSync(profile, 'utf8').replace('"demo": true', '"demo": false'))
    const pretender = await reopened(training.folder)
    await acquainted(pretender, clean.supervisor)
    const file = await packed(pretender)
    const [report] = await clean.supervisor.done('sync.import', { file })
    expect(report).toMatchObject({ new: 0, refused: [{ line: expect.any(Number), code: 'line.demo' }] })
    expect(await stateIn(clean.supervisor, id)).toBe('none')
  })

  test('a copy of a device that went its own way: the second history is refused, and so is what is built upon it', async () => {
    const { inspector, supervisor } = await aPair()
    await aSheet(inspector, 1)
    await supervisor.done('sync.import', { file: await packed(inspector) })
    const folder = join(aFolder(), 'clone')
    inspector.close()
    cpSync(inspector.folder, folder, { recursive: true })
    const [original, clone] = [await reopened(inspector.folder), await reopened(folder)]
    await aSheet(original, 2)
    await aSheet(clone, 3)
    const [second, other] = [await packed(original), await packed(clone)]
    await aSheet(clone, 4)
    const onTop = await packed(clone)
    await supervisor.done('sync.import', { file: second })
    const before = dumpOf(supervisor)
    expect(faults(await supervisor.call('sync.import', { file: other }))).toEqual(['forked'])
    expect(faults(await supervisor.call('sync.import', { file: onTop }))).toEqual(['forked'])
    expect(dumpOf(supervisor)).toEqual(before)
  })

  test('a file that is not there, a folder, and what is no bundle', async () => {
    const { supervisor } = await aPair()
    const folder = aFolder()
    mkdirSync(join(folder, 'folder.ibz'))
    writeFileSync(join(folder, 'letter.ibz'), 'a letter')
    writeFileSync(join(folder, 'empty.ibz'), '')
    const codesOf = async (name: string) => {
      const answer = await supervisor.call('sync.import', { file: join(folder, name) })
      return [...codes(answer), ...faults(answer)]
    }
    expect(await codesOf('nothing.ibz')).toEqual(['sync.cannotRead'])
    expect(await codesOf('letter.ibz')).toEqual(['sync.bundleRefused', 'notAZip'])
    expect(await codesOf('empty.ibz')).toEqual(['sync.bundleRefused', 'notAZip'])
    expect(await codesOf('folder.ibz')).toEqual(['sync.bundleRefused', 'unreadable'])
  })

  test('a bundle in which one byte was changed, wherever it was: nothing is written', async () => {
    const { inspector, supervisor } = await aPair()
    await aSheet(inspector)
    const bytes = readFileSync(await packed(inspector))
    const before = dumpOf(supervisor)
    const file = join(aFolder(), 'tampered.ibz')
    for (let n = 0; n < 8; n++) {
      const changed = Buffer.from(bytes)
      const at = Math.floor(((n + Math.random()) * bytes.length) / 8)
      changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(Math.random() * 8))
      writeFileSync(file, changed)
      const answer = await supervisor.call('sync.import', { file })
      expect(codes(answer), `byte ${String(at)}`).toEqual(['sync.bundleRefused'])
    }
    expect(dumpOf(supervisor)).toEqual(before)
  })
})
