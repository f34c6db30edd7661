import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { brokenJournalAt } from '#db/kernel/journal'
import { stateDigest } from '#db/kernel/records'
import { newRecordId } from '#electron/kernel/world'
import { createProfile } from '#electron/profile/create-profile'
import { type AWorld, aClock, aFolder, aWorld, must, openApp, reopened } from '../app/a-world.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import { aSmallDisk } from './a-small-disk.ts'
import { dumpOf } from './a-store-dump.ts'
import { acquainted, aPair } from './acquainted.ts'

const kind = 'samplingSheet'
const number = (n: number): string => `CQ-500103-20261122-abcd-${String(n).padStart(3, '0')}`
const codeOf = (answer: { ok: boolean; problems?: readonly { code: string }[] }): string =>
  answer.ok ? 'done' : (answer.problems?.[0]?.code ?? '')
const unfinished = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tmp|\.part$|quarantine\//.test(name))

async function aSheet({ done }: AWorld, n: number, photo = 300_000): Promise<string> {
  const id = newRecordId()
  await done('record.saveDraft', { id, kind, doc: aCompleteSheet({ head: { no: number(n) } }) })
  await done('attachment.add', { record: id, kind, name: '现场.jpg', bytes: new Uint8Array([0xff, 0xd8, 0xff, ...randomBytes(photo)]) })
  await done('record.submit', { id })
  return id
}

test('the disk is full while saving: told so, everything before is there and can be read, and it works again when there is room', async () => {
  const disk = aSmallDisk(6)
  if (disk === null) return
  const world = await aWorld({ inside: disk.folder })
  const id = newRecordId()
  const save = (remarks: string) => world.call('record.saveDraft', { id, kind, doc: aCompleteSheet({ remarks }) })
  await must(save('0'))
  disk.fill()
  let last = 0
  let answer = await save('1')
  for (; answer.ok && last < 3000; answer = await save(String(last + 1))) last += 1
  expect(answer).toEqual({ ok: false, problems: [{ code: 'profile.diskFull', path: '', facts: { folder: world.folder } }] })
  expect((await world.done('record.get', { id }))?.doc['remarks']).toBe(String(last))

  expect(codeOf(await world.call('record.submit', { id }))).toBe('profile.diskFull')
  expect([world.lines(), (await world.done('record.listDrafts', {})).length]).toEqual([0, 1])
  const bytes = new Uint8Array(100_000)
  expect(codeOf(await world.call('attachment.add', { record: id, kind, name: 'a.jpg', bytes }))).toBe('profile.diskFull')
  expect(await world.done('attachment.list', { record: id })).toEqual([])
  expect(unfinished(world.folder)).toEqual([])

  disk.free()
  await must(save('after'))
  await world.done('record.submit', { id })
  expect([world.lines(), brokenJournalAt(world.world.db)]).toEqual([1, null])
})

test('closing and opening on a full disk loses nothing, and is no reason to crash', async () => {
  const disk = aSmallDisk(6)
  if (disk === null) return
  const world = await aWorld({ inside: disk.folder })
  const id = newRecordId()
  await world.done('record.saveDraft', { id, kind, doc: aCompleteSheet({ remarks: '最后一次' }) })
  disk.fill()
  world.close()
  disk.fill()
  const opened = openApp(world.folder)
  expect(['done', 'profile.diskFull']).toContain(codeOf(opened))
  if (opened.ok) opened.value.close()
  disk.free()
  const again = await reopened(world.folder)
  expect((await again.done('record.get', { id }))?.doc['remarks']).toBe('最后一次')
})

test('a new profile on a full disk: nothing half made, and it can be made when there is room', async () => {
  const disk = aSmallDisk(1)
  if (disk === null) return
  const folder = join(disk.folder, 'profile')
  const create = () =>
    createProfile({ folder, profile: { name: '李芳', role: 'inspector', region: '500103' }, demo: false, clock: aClock().now })
  disk.fill()
  expect(codeOf(await create())).toBe('profile.diskFull')
  disk.free()
  expect(codeOf(await create())).toBe('done')
})

test('an import with whatever room there is: all of it or nothing, and all of it in the end', async () => {
  const disk = aSmallDisk(8)
  if (disk === null) return
  const inspector = await aWorld()
  const supervisor = await aWorld({ role: 'supervisor', inside: disk.folder })
  await acquainted(inspector, supervisor)
  for (let n = 1; n <= 4; n++) await aSheet(inspector, n)
  const file = join(aFolder(), 'a.ibz')
  await inspector.done('sync.makeBatch', { to: file })
  const before = dumpOf(supervisor)
  const answers: string[] = []
  for (let room = 0; room < 4_000_000; room += 400_000) {
    disk.fill(room)
    expect(['done', 'sync.noRoom', 'profile.diskFull']).toContain(codeOf(await supervisor.call('sync.rehearse', { file })))
    expect(dumpOf(supervisor)).toEqual(before)
    const answer = codeOf(await supervisor.call('sync.import', { file }))
    answers.push(answer)
    expect(unfinished(supervisor.folder)).toEqual([])
    if (answer === 'done') break
    expect(dumpOf(supervisor)).toEqual(before)
  }
  expect(answers).toContain('sync.noRoom')
  expect(answers.at(-1)).toBe('done')
  expect(stateDigest(supervisor.world.db).digest).toBe(stateDigest(inspector.world.db).digest)
}, 60_000)

test('a batch with whatever room there is for sealing it: told so, no half batch, and it goes out in the end', async () => {
  const disk = aSmallDisk(10)
  if (disk === null) return
  const inspector = await aWorld({ inside: disk.folder })
  const supervisor = await aWorld({ role: 'supervisor' })
  await acquainted(inspector, supervisor)
  for (let n = 1; n <= 4; n++) await aSheet(inspector, n)
  const stick = aFolder()
  const answers: string[] = []
  for (let room = 0; room < 5_000_000; room += 300_000) {
    disk.fill(room)
    const answer = codeOf(await inspector.call('sync.makeBatch', { to: join(stick, 'a.ibz') }))
    answers.push(answer)
    expect(unfinished(inspector.folder)).toEqual([])
    expect(readdirSync(stick)).toEqual(answer === 'done' ? ['a.ibz'] : [])
    if (answer === 'done') break
    expect(await inspector.done('sync.status', {})).toMatchObject({ toPack: 4, packed: 0 })
  }
  expect(answers.at(-1)).toBe('done')
  expect(['sync.cannotWrite', 'profile.diskFull']).toContain(answers[0])
  disk.free()
  expect(await supervisor.done('sync.import', { file: join(stick, 'a.ibz') })).toMatchObject([{ seq: 1, new: 4, photosMissing: 0 }])
}, 60_000)

test('a full stick: nothing is left on it, and the sealed batch goes with the next bundle', async () => {
  const disk = aSmallDisk(2)
  if (disk === null) return
  const { inspector, supervisor } = await aPair()
  for (let n = 1; n <= 3; n++) await aSheet(inspector, n)
  const file = join(disk.folder, 'a.ibz')
  disk.fill(500_000)
  expect(await inspector.call('sync.makeBatch', { to: file })).toEqual({
    ok: false,
    problems: [{ code: 'sync.cannotWrite', path: '', facts: { file, reason: 'ENOSPC' } }],
  })
  expect(readdirSync(disk.folder)).toEqual(['ballast'])
  expect(await inspector.done('sync.status', {})).toMatchObject({ toPack: 3, packed: 0 })
  disk.free()
  await inspector.done('sync.makeBatch', { to: file })
  expect(await supervisor.done('sync.import', { file })).toMatchObject([{ seq: 1, new: 3 }])
})

test('a medium that can only be read: the profile says so and stays as it is, a batch onto it is not written', async () => {
  const disk = aSmallDisk(4)
  if (disk === null) return
  const { inspector } = await aPair()
  await aSheet(inspector, 1, 1000)
  const { folder, close } = await aWorld({ inside: disk.folder })
  close()
  const before = readdirSync(folder)
  disk.makeReadOnly()
  expect(openApp(folder)).toEqual({ ok: false, problems: [{ code: 'profile.notWritable', path: '', facts: { folder } }] })
  expect(readdirSync(folder)).toEqual(before)
  const file = join(disk.folder, 'a.ibz')
  expect(await inspector.call('sync.makeBatch', { to: file })).toEqual({
    ok: false,
    problems: [{ code: 'sync.cannotWrite', path: '', facts: { file, reason: 'EROFS' } }],
  })
  expect(await inspector.done('sync.status', {})).toMatchObject({ toPack: 1, packed: 0 })
})
