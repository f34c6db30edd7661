import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { type BoxKey, type DeviceKey, deviceKeyOf, newBoxKey, newDeviceSeed } from '#electron/kernel/device-key'
import type { AttachmentFile } from '#electron/sync/attachment-parts'
import { type BatchFacts, type BatchPlan, type StagedBatch, type Stamp, writeBatch } from '#electron/sync/batch-writer'
import { writeBundle } from '#electron/sync/bundle-writer'
import { canonical } from '#shared/kernel/canonical'
import { NO_HASH } from '#shared/kernel/ids'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** An empty folder that is gone after the tests. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xunzhi-test-'))
  folders.push(folder)
  return folder
}

/** A device as enrolment makes it: signing key, box key, a person. */
export interface Device {
  readonly key: DeviceKey
  readonly box: BoxKey
  readonly stamp: Stamp
}

export const EPOCH = '0123456789abcdef'
export const NOW = '2026-11-22T10:00:00+08:00'

export async function aDevice(by = '李芳'): Promise<Device> {
  const key = deviceKeyOf(newDeviceSeed())
  const stamp = () => ({ dev: key.device, n: randomBytes(16).toString('base64url'), at: NOW, by })
  return { key, box: await newBoxKey(), stamp }
}

/** A sealed line of a device, as its journal holds it. */
export const aLine = ({ stamp }: Device, data: Record<string, string | number> = { text: '标签缺失' }): string =>
  canonical({ t: 'audit', v: 1, ...stamp(), ev: 'note', data })

export function aPhoto(folder: string, size = 5000): AttachmentFile {
  const bytes = randomBytes(size)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = join(folder, sha256)
  writeFileSync(path, bytes)
  return { sha256, size, path }
}

export const factsOf = ({ key }: Device, seq = 1, prev = NO_HASH): BatchFacts => ({
  space: '',
  device: key.device,
  epoch: EPOCH,
  seq,
  prev,
  created: NOW,
  app: { ver: '0.1.0', build: 'test', os: 'linux' },
  trust: { ver: 0, hash: NO_HASH },
  seen: [],
  journal: { from: 1, to: 1, chain: NO_HASH },
})

/** The plan of a batch from one device to another (and itself), with one line unless told otherwise. */
export const aPlan = (from: Device, to: Device, staging: string, changes: Partial<BatchPlan> = {}): BatchPlan => ({
  facts: factsOf(from),
  lines: [aLine(from)],
  attachments: [],
  to: [from, to].map(({ key, box }) => ({ id: key.device, box: box.recipient })),
  signer: from.key,
  stamp: from.stamp,
  staging,
  ...changes,
})

export async function sealed(plan: BatchPlan): Promise<StagedBatch> {
  const staged = await writeBatch(plan)
  if (!staged.ok) throw new Error(JSON.stringify(staged.problems))
  return staged.value
}

export interface Sent {
  readonly from: Device
  readonly to: Device
  readonly folder: string
  readonly staging: string
  readonly file: string
  readonly batch: StagedBatch
}

export async function bundled(staging: string, file: string, batches: readonly StagedBatch[]): Promise<string> {
  const made = await writeBundle({ file, staging, batches: batches.map(({ head }) => head) })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.file
}

/** A real bundle on the disk, from an inspector to a supervisor. */
export async function aBundle(changes: Partial<BatchPlan> = {}): Promise<Sent> {
  const folder = aFolder()
  const [from, to] = [await aDevice(), await aDevice('王主任')]
  const staging = join(folder, 'outbox')
  const batch = await sealed(aPlan(from, to, staging, changes))
  const file = await bundled(staging, join(folder, 'batch.ibz'), [batch])
  return { from, to, folder, staging, file, batch }
}

export function aQuarantine(): string {
  const folder = join(aFolder(), 'quarantine')
  mkdirSync(folder)
  return folder
}
