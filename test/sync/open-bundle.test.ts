import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inspectBundle } from '#electron/intake/inspect-bundle'
import type { OpenedBundle, Opening } from '#electron/intake/open-bundle'
import { openBundle } from '#electron/intake/open-bundle'
import { verifyBundle } from '#electron/intake/verify-bundle'
import { sha256Of } from '#electron/kernel/durable-file'
import { LIMITS } from '#shared/kernel/batch-head'
import { aBundle, aDevice, aFolder, aLine, aPhoto, aPlan, aQuarantine, bundled, factsOf, NOW, type Sent, sealed } from './a-bundle.ts'

const as = ({ file, to }: Pick<Sent, 'file' | 'to'>, changes: Partial<Opening> = {}): Opening => ({
  file,
  identity: to.box.identity,
  device: to.key.device,
  quarantine: aQuarantine(),
  ...changes,
})

async function opened(opening: Opening): Promise<OpenedBundle> {
  const verdict = await openBundle(opening)
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.faults))
  return verdict.value
}

const faultsOf = ({ refused }: OpenedBundle): string[] => refused.flatMap(({ faults }) => faults.map(({ code }) => code))

test('the addressee reads every line and every photo, byte for byte', async () => {
  const folder = aFolder()
  const from = await aDevice()
  const lines = [aLine(from, { text: '标签缺失 𠮷 \u2028' }), aLine(from, { i: 2 })]
  const photos = [aPhoto(folder), aPhoto(folder, LIMITS.partBytes + 4321), aPhoto(folder, 0)]
  const sent = await aBundle({ facts: factsOf(from), lines, attachments: photos, signer: from.key, stamp: from.stamp })
  const { batches, refused } = await opened(as(sent, { knownDevices: { [from.key.device]: from.key.publicKey } }))
  expect(refused).toEqual([])
  const [batch] = batches
  expect(batch).toMatchObject({ headHash: sent.batch.headHash, signer: from.key.publicKey, refused: [] })
  expect(
    readFileSync(batch?.lines ?? '', 'utf8')
      .split('\n')
      .slice(-3),
  ).toEqual([...lines, ''])
  expect(sha256Of(readFileSync(batch?.lines ?? ''))).toBe(sent.batch.head.body.pt)
  expect(batch?.attachments.map(({ sha256, size }) => ({ sha256, size }))).toEqual(photos.map(({ sha256, size }) => ({ sha256, size })))
  for (const { path, sha256 } of batch?.attachments ?? [])
    expect(createHash('sha256').update(readFileSync(path)).digest('hex')).toBe(sha256)
})

test('the sender can read its own batch again', async () => {
  const { file, from } = await aBundle()
  expect((await opened(as({ file, to: from }))).batches).toHaveLength(1)
})

test('without a key one learns whose batch it is and how big, and that it is whole', async () => {
  const sent = await aBundle({ attachments: [aPhoto(aFolder())] })
  const { device, epoch, seq, prev } = sent.batch.head
  expect(await inspectBundle(sent.file)).toMatchObject({
    ok: true,
    value: [
      { head: sent.batch.headHash, device, epoch, seq, prev, created: NOW, lines: 3, attachments: 1, recipients: 2, encrypted: true },
    ],
  })
  expect(await verifyBundle(sent.file)).toMatchObject({ ok: true, value: [{ headHash: sent.batch.headHash }] })
})

test('whoever it is not encrypted to reads nothing', async () => {
  const sent = await aBundle()
  const quarantine = aQuarantine()
  expect(faultsOf(await opened(as({ ...sent, to: await aDevice() }, { quarantine })))).toEqual(['wrongKey'])
  expect(readdirSync(quarantine)).toEqual([])
})

test('a batch that can be opened but is not addressed to this device is not taken', async () => {
  const sent = await aBundle()
  const quarantine = aQuarantine()
  expect(faultsOf(await opened(as(sent, { device: (await aDevice()).key.device, quarantine })))).toEqual(['notAddressed'])
  expect(readdirSync(quarantine)).toEqual([])
})

test('a device that nobody enrolled is told apart from one that is', async () => {
  const sent = await aBundle()
  const { key } = sent.from
  expect(faultsOf(await opened(as(sent, { knownDevices: {} })))).toEqual(['notEnrolled'])
  expect(faultsOf(await opened(as(sent, { knownDevices: { [key.device]: key.publicKey } })))).toEqual([])
})

test('a batch of another organisation is refused, one of a device that is in none yet is not', async () => {
  const from = await aDevice()
  const plan = { signer: from.key, stamp: from.stamp, lines: [] }
  const theirs = await aBundle({ ...plan, facts: { ...factsOf(from), space: 'yubei' } })
  expect(faultsOf(await opened(as(theirs, { space: 'banan' })))).toEqual(['wrongSpace'])
  expect(faultsOf(await opened(as(theirs, { space: 'yubei' })))).toEqual([])
  const nobodys = await aBundle()
  expect(faultsOf(await opened(as(nobodys, { space: 'banan' })))).toEqual([])
})

test('one batch that is not for us does not keep the next one out', async () => {
  const folder = aFolder()
  const staging = join(folder, 'outbox')
  const [from, to, other] = [await aDevice(), await aDevice(), await aDevice()]
  const first = await sealed(aPlan(from, other, staging))
  const second = await sealed(aPlan(from, to, staging, { facts: factsOf(from, 2, first.headHash) }))
  const file = await bundled(staging, join(folder, 'two.ibz'), [second, first])
  const { batches, refused } = await opened(as({ file, to }))
  expect(batches.map(({ headHash }) => headHash)).toEqual([second.headHash])
  expect(refused).toMatchObject([{ headHash: first.headHash, faults: [{ code: 'wrongKey' }] }])
})

test('a file that is missing, empty or no bundle is said to be so', async () => {
  const { file } = await aBundle()
  expect(await verifyBundle(join(aFolder(), 'nothing.ibz'))).toEqual({ ok: false, faults: [{ code: 'unreadable', part: '' }] })
  expect(await verifyBundle('/dev/null')).toEqual({ ok: false, faults: [{ code: 'notAZip', part: '' }] })
  expect(await verifyBundle(process.execPath)).toEqual({ ok: false, faults: [{ code: 'notAZip', part: '' }] })
  expect(existsSync(file)).toBe(true)
})

test('opening tells how far it is, and stops when it is no longer wanted', async () => {
  const sent = await aBundle({ attachments: [aPhoto(aFolder(), 300_000)] })
  const stages = new Set<string>()
  await opened(as(sent, { onProgress: ({ stage }) => stages.add(stage) }))
  expect([...stages]).toEqual(['verify', 'open'])
  await expect(openBundle(as(sent, { signal: AbortSignal.abort() }))).rejects.toThrow('abort')
})
