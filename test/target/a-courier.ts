import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stagedFiles } from '#electron/sync/staging'
import { FetchReply, type FetchTask, type OutgoingBatch, PublishReply, type PublishTask } from '#electron/target/courier-task'
import { runCourierTask } from '#electron/target/run-courier-task'
import { headPath } from '#shared/kernel/batch-head'
import type { TargetSettings } from '#shared/target/target-contract'
import { aDevice, aFolder, aPhoto, aPlan, type Device, EPOCH, factsOf, sealed } from '../sync/a-bundle.ts'

export const SPACE = 'xz-0011223344556677'
/** What the product waits for seconds is over in a moment here; it is the same code. */
export const HASTE = { patience: { pauses: [5, 10, 20], longest: 1000 }, pace: { windowMs: 300, bytes: 64 } }

export interface Stream {
  readonly device: string
  readonly batches: readonly OutgoingBatch[]
}

/** Sealed batches of one device, each with a photo, as they lie in its outbox. */
export async function aStream(count = 2, writer?: Device): Promise<Stream> {
  const [from, to] = [writer ?? (await aDevice()), await aDevice('王主任')]
  const staging = join(aFolder(), 'outbox')
  const batches: OutgoingBatch[] = []
  let prev: string | undefined
  for (let seq = 1; seq <= count; seq += 1) {
    const facts = { ...factsOf(from, seq, prev), space: SPACE }
    const batch = await sealed(aPlan(from, to, staging, { facts, attachments: [aPhoto(aFolder(), 20_000)] }))
    const files = await stagedFiles(staging, batch.head)
    batches.push({ epoch: EPOCH, seq, head: batch.headHash, files: files.toReversed() })
    prev = batch.headHash
  }
  return { device: from.key.device, batches }
}

type Known = PublishTask['known']

export async function publishTo(settings: TargetSettings, { device, batches }: Stream, known: Known = []): Promise<PublishReply> {
  const next = { epoch: EPOCH, seq: batches.length + 1 }
  const task: PublishTask = { task: 'publish', settings, secret: 'p', space: SPACE, device, batches: [...batches], trust: [], known, next }
  return PublishReply.parse(await runCourierTask(task, HASTE))
}

export function anInbox(): string {
  const folder = join(aFolder(), 'inbox')
  mkdirSync(join(folder, 's'), { recursive: true })
  return folder
}

export async function fetchFrom(
  settings: TargetSettings,
  { device }: Stream,
  changes: Partial<FetchTask> = {},
): Promise<FetchReply & { folder: string }> {
  const own = { device: 'b'.repeat(26), epoch: 'f'.repeat(16) }
  const trust = { root: 0, list: 0 }
  const asked = {
    task: 'fetch',
    settings,
    secret: 'p',
    what: 'all',
    space: SPACE,
    folder: anInbox(),
    cursors: [],
    own,
    trusted: [device],
    trust,
  } as const
  const task: FetchTask = { ...asked, cursors: [], wanted: [device], trusted: [device], ...changes }
  return { ...FetchReply.parse(await runCourierTask(task, HASTE)), folder: task.folder }
}

/** The same bytes as in the outbox, and nothing else. */
export function lies(folder: string, { device, batches }: Stream): boolean {
  const files = batches.flatMap((batch) => batch.files)
  const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  if (
    batches.some(
      ({ seq }) => !there.some(({ name, parentPath }) => join(parentPath, name) === join(folder, headPath({ device, epoch: EPOCH, seq }))),
    )
  )
    return false
  return there.length === files.length && files.every(({ name, path }) => readFileSync(join(folder, name)).equals(readFileSync(path)))
}
