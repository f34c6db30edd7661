import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { aFolder, aWorld, reopened } from '../app/a-world.ts'
import { aSheet, codes, faults, packed, stateIn } from './a-parcel.ts'
import { dumpOf } from './a-store-dump.ts'
import { acquainted, aPair } from './acquainted.ts'

test('a bundle of a device nobody enrolled is refused: it is kept unopened, once, and nothing of it is taken in', async () => {
  const { supervisor } = await aPair()
  const stranger = await aWorld({ name: '陌生人' })
  await stranger.done('profile.admitCard', { text: JSON.stringify((await supervisor.done('profile.getCard', {})).card) })
  await aSheet(stranger)
  const file = await packed(stranger)
  const before = dumpOf(supervisor)
  expect(faults(await supervisor.call('sync.rehearse', { file }))).toEqual(['notEnrolled'])
  expect(dumpOf(supervisor)).toEqual(before)
  for (const name of ['sync.import', 'sync.import'] as const) expect(faults(await supervisor.call(name, { file }))).toEqual(['notEnrolled'])
  expect(dumpOf(supervisor)).toEqual({ ...before, kept_batches: 1 })
  expect(existsSync(join(supervisor.folder, 'quarantine')) ? readdirSync(join(supervisor.folder, 'quarantine')) : []).toEqual([])
})

test('a bundle that is not for this device is refused', async () => {
  const { inspector } = await aPair()
  const { supervisor: other } = await aPair()
  await other.done('profile.admitCard', { text: JSON.stringify((await inspector.done('profile.getCard', {})).card) })
  await aSheet(inspector)
  const before = dumpOf(other)
  expect(faults(await other.call('sync.import', { file: await packed(inspector) }))).toEqual(['wrongKey'])
  expect(dumpOf(other)).toEqual(before)
})

test('demonstration and real work do not mix, both ways, even when somebody forced the cards in', async () => {
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
    to.world.db.run(
      "INSERT INTO admitted_cards (device, card, standing, admitted_at) VALUES (?, ?, 'listed', ?)",
      card.device,
      JSON.stringify(card),
      card.created,
    )
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
  expect(dumpOf(supervisor)).toEqual({ ...before, kept_batches: 2 }) // noted as evidence, and nothing else
})

test('a file that is not there, a folder, and what is no bundle are told apart', async () => {
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

test('a bundle in which one byte was changed, wherever it was, is refused, and nothing is written', async () => {
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
