import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BatchPosition, StoredObject } from '#shared/kernel/batch-head'
import {
  BATCH_NAMESPACE,
  BatchHead,
  blobPath,
  bodyPath,
  headPath,
  keyPath,
  LIMITS,
  READER_VERSION,
  signaturePath,
} from '#shared/kernel/batch-head'
import { canonical } from '#shared/kernel/canonical'
import type { AttachmentLine } from '#shared/kernel/line'
import type { Result } from '#shared/kernel/result'
import { ok } from '#shared/kernel/result'
import type { SyncProblem } from '#shared/sync/sync-contract'
import { encryptBytes } from '../kernel/age.ts'
import { countBytes, type Watching } from '../kernel/count-bytes.ts'
import type { BoxKey } from '../kernel/device-key.ts'
import { newBoxKey } from '../kernel/device-key.ts'
import type { Chunks, Written } from '../kernel/durable-file.ts'
import { sha256Of, writeByHash, writeWhole } from '../kernel/durable-file.ts'
import type { Signer } from '../kernel/sshsig.ts'
import { signSsh } from '../kernel/sshsig.ts'
import type { AttachmentFile } from './attachment-parts.ts'
import { storeParts } from './attachment-parts.ts'
import type { Lines } from './batch-body.ts'
import { writeBody } from './batch-body.ts'
import { refusalOf, TooBigError } from './sync-refusal.ts'

/** The common fields of a line that this device writes; must give a fresh nonce each time it is asked. */
export type Stamp = () => Pick<AttachmentLine, 'dev' | 'n' | 'at' | 'by'>

/** Whom a batch is for: a device id, or `recovery`, and its age recipient. */
export interface Addressee {
  readonly id: string
  readonly box: string
}

/** What the store knows of the batch to be made; it stands in the head as it is. */
export type BatchFacts = Pick<
  BatchHead,
  'space' | 'device' | 'epoch' | 'seq' | 'prev' | 'forkOf' | 'created' | 'app' | 'trust' | 'seen' | 'journal'
>

export interface BatchPlan extends Watching {
  readonly facts: BatchFacts
  /** Sealed lines of this device, canonical, without LF, in the order they are to stand. */
  readonly lines: Lines
  readonly attachments: readonly AttachmentFile[]
  /** Everybody who may open it, this device among them. */
  readonly to: readonly Addressee[]
  readonly signer: Signer
  readonly stamp: Stamp
  /** Folder that takes `s/<device>/<epoch>/…`. */
  readonly staging: string
}

/** A sealed batch in the staging folder; its bytes never change, by whatever way it travels. */
export interface StagedBatch {
  readonly head: BatchHead
  /** sha256 of the head's bytes: the name of the batch. */
  readonly headHash: string
  readonly headBytes: Uint8Array
  readonly signature: string
  /** Merkle leaf of every line, its own `env` and `att` lines first. */
  readonly leaves: readonly Buffer[]
  /** Bytes of all its files together. */
  readonly bytes: number
}

/** Everything written so far, so that a batch that does not come about leaves nothing. */
class Stage {
  readonly written: Written[] = []
  private readonly root: string
  constructor(root: string) {
    this.root = root
  }
  async byHash(nameOf: (sha256: string) => string, chunks: Chunks): Promise<Written> {
    return this.note(await writeByHash(this.root, nameOf, chunks))
  }
  async whole(name: string, bytes: Uint8Array): Promise<Written> {
    return this.note(await writeWhole(this.root, name, bytes))
  }
  async discard(): Promise<void> {
    for (const { path } of this.written.toReversed()) await rm(path, { force: true })
  }
  private note(written: Written): Written {
    this.written.push(written)
    return written
  }
}

type Attached = Pick<AttachmentLine, 'sha256' | 'size' | 'parts'>

async function writeAttachments(plan: BatchPlan, stage: Stage, recipient: string): Promise<Attached[]> {
  const files = [...new Map(plan.attachments.map((file) => [file.sha256, file])).values()]
  if (files.some(({ size }) => size > LIMITS.attachmentBytes)) throw new TooBigError('bytes of one attachment', LIMITS.attachmentBytes)
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const onBytes = countBytes('attachments', total, plan)
  const attached: Attached[] = []
  const store = async (object: Uint8Array, plainBytes: number): Promise<StoredObject> => {
    const { sha256, size } = await stage.byHash((name) => blobPath(plan.facts, name), [object])
    onBytes(plainBytes)
    return { ct: sha256, size }
  }
  for (const file of files) {
    const parts = await storeParts(file, recipient, store)
    attached.push({ sha256: file.sha256, size: file.size, parts })
  }
  return attached
}

async function* bodyLines(plan: BatchPlan, to: readonly string[], attached: readonly Attached[]): AsyncGenerator<string, void, undefined> {
  yield canonical({ t: 'env', v: 1, ...plan.stamp(), to })
  for (const file of attached) yield canonical({ t: 'att', v: 1, ...plan.stamp(), ...file })
  yield* plan.lines
}

async function writeKey(plan: BatchPlan, stage: Stage, batchKey: BoxKey): Promise<StoredObject> {
  const boxes = [...new Set(plan.to.map(({ box }) => box))]
  const wrapped = await encryptBytes(boxes, Buffer.from(`${batchKey.identity}\n`))
  const { sha256, size } = await stage.byHash((name) => keyPath(plan.facts, name), [wrapped])
  return { ct: sha256, size }
}

/** The order makes the head the commit: before it is in place, every object it names is durably there. */
async function writeObjects(plan: BatchPlan, stage: Stage): Promise<Pick<StagedBatch, 'head' | 'leaves'>> {
  const batchKey = await newBoxKey()
  const to = [...new Set(plan.to.map(({ id }) => id))].sort()
  const attached = await writeAttachments(plan, stage, batchKey.recipient)
  const blobs = attached.flatMap(({ parts }) => parts)
  if (blobs.length > LIMITS.blobs) throw new TooBigError('attachment parts', LIMITS.blobs)
  plan.onProgress?.({ stage: 'lines', done: 0, total: 0 })
  const { body, leaves } = await writeBody({
    lines: bodyLines(plan, to, attached),
    recipient: batchKey.recipient,
    store: (chunks) => stage.byHash((name) => bodyPath(plan.facts, name), chunks),
    signal: plan.signal,
  })
  const keys = [await writeKey(plan, stage, batchKey)]
  const aud = sha256Of(canonical(to))
  const head = BatchHead.parse({ type: 'inspect-batch/head', v: 1, ...plan.facts, aud, keys, body, blobs, min: READER_VERSION, crit: [] })
  return { head, leaves }
}

async function commit(plan: BatchPlan, stage: Stage, { head, leaves }: Pick<StagedBatch, 'head' | 'leaves'>): Promise<StagedBatch> {
  const headBytes = Buffer.from(`${canonical(head)}\n`)
  if (headBytes.length > LIMITS.headBytes) throw new TooBigError('bytes of head', LIMITS.headBytes)
  const signature = await signSsh(plan.signer, BATCH_NAMESPACE, headBytes)
  plan.signal?.throwIfAborted()
  await stage.whole(signaturePath(head), Buffer.from(signature))
  const { sha256 } = await stage.whole(headPath(head), headBytes)
  return { head, headHash: sha256, headBytes, signature, leaves, bytes: stage.written.reduce((sum, { size }) => sum + size, 0) }
}

/** True when a batch was already committed at this position; a sealed batch is never written a second time. */
export const isStaged = (staging: string, at: BatchPosition): boolean => existsSync(join(staging, headPath(at)))

/**
 * Seals a batch: encrypts the attachments in parts and the lines to a fresh key, wraps that key for `to`, signs the head. Either the
 * whole batch is in the staging folder afterwards, on the disk, or nothing of it. Answers sync.cannotRead for an attachment that
 * is gone or altered, sync.tooBig for more than one batch holds, sync.cannotWrite for a full disk, sync.cancelled.
 */
export async function writeBatch(plan: BatchPlan): Promise<Result<StagedBatch, SyncProblem>> {
  if (isStaged(plan.staging, plan.facts)) throw new Error(`a batch is already sealed at ${headPath(plan.facts)}`)
  if (plan.to.length === 0) throw new Error('a batch needs a recipient')
  const stage = new Stage(plan.staging)
  try {
    return ok(await commit(plan, stage, await writeObjects(plan, stage)))
  } catch (error) {
    await stage.discard()
    return refusalOf(error, plan.staging, plan.signal)
  }
}
