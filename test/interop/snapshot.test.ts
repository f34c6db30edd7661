import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import { putAdmittedCard } from '#db/profile/trust'
import { decryptChunks, encryptBytes } from '#electron/kernel/age'
import { sha256Of } from '#electron/kernel/durable-file'
import { signSsh } from '#electron/kernel/sshsig'
import { timeOf } from '#electron/kernel/world'
import { canonical } from '#shared/kernel/canonical'
import { SNAPSHOT_NAMESPACE } from '#shared/sync/snapshot'
import { type AWorld, aFolder, aWorld } from '../app/a-world.ts'
import { askCli } from '../app/ask-cli.ts'
import { aSheet, codes, correct, faults, packed, withLot } from '../exchange/a-parcel.ts'
import { acquainted } from '../exchange/acquainted.ts'

vi.setConfig({ testTimeout: 60_000 })

interface Office {
  readonly inspector: AWorld
  readonly supervisor: AWorld
  readonly newcomer: AWorld
}

/** As the trust list of their organisation brings it: founding one more for the newcomer would make two organisations. */
async function admits({ world }: AWorld, ...others: readonly AWorld[]): Promise<void> {
  for (const { done } of others) {
    const { card } = await done('profile.getCard', {})
    putAdmittedCard(world.db, { card, standing: 'listed', admittedAt: timeOf(world) })
  }
}

/** A district at work, and a supervisor who joins it. */
async function anOffice(): Promise<Office> {
  const inspector = await aWorld()
  const [supervisor, newcomer] = [
    await aWorld({ role: 'supervisor', name: '王主任' }),
    await aWorld({ role: 'supervisor', name: '周主任' }),
  ]
  await acquainted(inspector, supervisor)
  await admits(newcomer, supervisor, inspector)
  await admits(supervisor, newcomer)
  await admits(inspector, newcomer)
  const [first, second] = [await aSheet(inspector, 1), await aSheet(inspector, 2)]
  await correct(inspector, first, withLot('L2'))
  await supervisor.done('sync.import', { file: await packed(inspector) })
  await supervisor.done('record.review', { id: second, verdict: 'approved', remarks: '' })
  return { inspector, supervisor, newcomer }
}

async function aSnapshot({ supervisor }: Office): Promise<string> {
  const to = join(aFolder(), 'all.xzsnap')
  await packed(supervisor)
  await supervisor.done('sync.makeSnapshot', { to })
  return to
}
const digestOf = ({ world }: AWorld): string => stateDigest(world.db).digest

test('a newcomer reaches the state of the office from one file, and goes on by batches', async () => {
  const office = await anOffice()
  const { inspector, supervisor, newcomer } = office
  const file = await aSnapshot(office)
  const lines = newcomer.lines()
  expect(await newcomer.done('sync.loadSnapshot', { file })).toMatchObject({
    batches: 2,
    leftOut: [],
    records: 2,
    same: true,
    digest: digestOf(supervisor),
  })
  expect(newcomer.lines()).toBeGreaterThan(lines)
  expect(newcomer.world.db.get<{ n: number }>('SELECT count(*) AS n FROM journal')?.n).toBe(lines) // no receipt: the photos are not here
  const third = await aSheet(inspector, 3)
  const next = await packed(inspector)
  const [report] = await newcomer.done('sync.import', { file: next })
  expect(report).toMatchObject({ new: 1, missing: [] })
  await supervisor.done('sync.import', { file: next })
  expect(digestOf(newcomer)).toBe(digestOf(supervisor))
  const proof = join(aFolder(), 'p.json')
  expect(await newcomer.done('sync.prove', { record: third, to: proof })).toMatchObject({ revisions: 1 })
  expect(await newcomer.done('sync.loadSnapshot', { file })).toMatchObject({ batches: 2, same: null })
  expect(digestOf(newcomer)).toBe(digestOf(supervisor))
})

test('a batch of the supervisor can be proven by the newcomer, although its envelope did not come along', async () => {
  const office = await anOffice()
  await office.newcomer.done('sync.loadSnapshot', { file: await aSnapshot(office) })
  const { db } = office.newcomer.world
  const review = db.get<{ rid: string }>('SELECT rid FROM revisions WHERE device = ?', office.supervisor.world.self.device)
  const to = join(aFolder(), 'p.json')
  expect(await office.newcomer.done('sync.prove', { record: review?.rid ?? '', to })).toMatchObject({ revisions: 2, unproven: [] })
})

test('a snapshot is refused to whom it is not for, when it is damaged, and by whom does not know its maker', async () => {
  const office = await anOffice()
  const { inspector, newcomer } = office
  const file = await aSnapshot(office)
  expect(faults(await inspector.call('sync.loadSnapshot', { file }))).toEqual(['wrongKey'])
  const bytes = readFileSync(file)
  for (const at of [300, bytes.length - 1]) {
    writeFileSync(file, Buffer.concat([bytes.subarray(0, at), Uint8Array.of(bytes.readUInt8(at) ^ 1), bytes.subarray(at + 1)]))
    expect(codes(await newcomer.call('sync.loadSnapshot', { file }))).toEqual(['sync.bundleRefused'])
  }
  writeFileSync(file, bytes.subarray(0, -20))
  expect(codes(await newcomer.call('sync.loadSnapshot', { file }))).toEqual(['sync.bundleRefused'])
  expect(newcomer.world.db.get<{ n: number }>('SELECT count(*) AS n FROM batches')?.n).toBe(0)
  expect(codes(await newcomer.call('sync.loadSnapshot', { file: '/nowhere' }))).toEqual(['sync.cannotRead'])
})

/** The same snapshot with other plaintext, signed again by a dishonest maker. */
async function forged(office: Office, change: (lines: string[]) => string[]): Promise<string> {
  const { supervisor, newcomer } = office
  const file = await aSnapshot(office)
  const parts: Uint8Array[] = []
  for await (const part of decryptChunks(supervisor.world.identity, [readFileSync(file)])) parts.push(part)
  const all = gunzipSync(Buffer.concat(parts)).toString().split('\n').slice(0, -1)
  const lines = change(all.slice(0, -2))
    .map((line) => `${line}\n`)
    .join('')
  const end = `${canonical({ ...(JSON.parse(all.at(-2) ?? '') as object), content: sha256Of(lines) })}\n`
  const sig = `${canonical({ sig: await signSsh(supervisor.world.key, SNAPSHOT_NAMESPACE, Buffer.from(end)) })}\n`
  writeFileSync(file, await encryptBytes([newcomer.world.recipient], gzipSync(lines + end + sig)))
  return file
}

test('a maker who alters a line, or leaves one out, is found out: the batch proves itself', async () => {
  const office = await anOffice()
  const { newcomer } = office
  const file = await forged(office, (lines) => lines.map((line) => line.replace('"lotNo":"L2"', '"lotNo":"L9"')))
  expect(await newcomer.done('sync.loadSnapshot', { file })).toMatchObject({ batches: 1, leftOut: [expect.any(String)], same: null })
})

test('a maker who leaves a batch out is found out by the digest', async () => {
  const office = await anOffice()
  const file = await forged(office, (lines) => {
    const begins = lines.flatMap((line, index) => (line.startsWith('{"head":') ? [index] : []))
    const supervisors = begins.findIndex(
      (at) =>
        lines[at]?.includes(office.supervisor.world.self.device) === true &&
        lines[at].includes(`\\"device\\":\\"${office.supervisor.world.self.device}`),
    )
    return lines.toSpliced(begins[supervisors] ?? 0, (begins[supervisors + 1] ?? lines.length) - (begins[supervisors] ?? 0))
  })
  expect(await office.newcomer.done('sync.loadSnapshot', { file })).toMatchObject({ batches: 1, leftOut: [], same: false })
})

test('what is sealed and not packed yet comes first, and nobody to give it to is told', async () => {
  const office = await anOffice()
  const to = join(aFolder(), 'a.xzsnap')
  expect(codes(await office.supervisor.call('sync.makeSnapshot', { to }))).toEqual(['sync.packFirst'])
  expect(existsSync(to)).toBe(false)
  const alone = await aWorld({ role: 'supervisor' })
  expect(codes(await alone.call('sync.makeSnapshot', { to }))).toEqual(['sync.noRecipient'])
})

test('the command line makes one and loads it', async () => {
  const office = await anOffice()
  await packed(office.supervisor)
  for (const { close } of [office.supervisor, office.newcomer]) close()
  const to = join(aFolder(), 'a.xzsnap')
  const made = await askCli('snapshot', 'make', '--to', to, '--profile', office.supervisor.folder, '--json')
  expect(made).toMatchObject({ code: 0, json: { file: to, batches: 2, records: 2 } })
  expect(await askCli('snapshot', 'load', to, '--profile', office.newcomer.folder, '--json')).toMatchObject({
    code: 0,
    json: { batches: 2, same: true },
  })
})
