import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { stateDigest } from '#db/kernel/records'
import { getBatch, listPlaces } from '#db/sync/batch-leaves'
import { countUnpacked, listAllHeads, type SnapshotHead } from '#db/sync/snapshot-batches'
import { canonical } from '#shared/kernel/canonical'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { SNAPSHOT_NAMESPACE, SnapshotEnd } from '#shared/sync/snapshot'
import type { MadeSnapshot, SyncProblem } from '#shared/sync/sync-contract'
import { encryptChunks } from '../kernel/age.ts'
import { type Written, writeByHash } from '../kernel/durable-file.ts'
import { signSsh } from '../kernel/sshsig.ts'
import { type CallOptions, timeOf, type World } from '../kernel/world.ts'
import { listTrusted } from '../profile/trust-store.ts'
import { spaceOf } from './space.ts'
import { refusalOf } from './sync-refusal.ts'

/** The newest batch of every stream; the heads come in the order of their streams. */
const frontierOf = (heads: readonly SnapshotHead[]): SnapshotHead[] =>
  heads.filter(({ device, epoch }, index) => {
    const next = heads[index + 1]
    return next?.device !== device || next.epoch !== epoch
  })

/** A batch as it is here: its head, then each line, or the leaf of one that is not kept. */
function* linesOfBatch(world: World, head: string): Generator<string, void, undefined> {
  const batch = getBatch(world.db, head)
  if (batch === null) throw new Error(`no batch ${head}`)
  yield canonical({ head: batch.bytes, sig: batch.signature })
  for (const { bytes, leaf } of listPlaces(world.db, head)) yield bytes ?? canonical(leaf.toString('hex'))
}

interface Plan {
  readonly world: World
  readonly heads: readonly SnapshotHead[]
  readonly options: CallOptions
}

async function* snapshotBytes({ world, heads, options }: Plan): AsyncGenerator<Buffer, void, undefined> {
  const sum = createHash('sha256')
  for (const [done, { head }] of heads.entries()) {
    options.signal?.throwIfAborted()
    options.onProgress?.({ stage: 'write', done, total: heads.length })
    for (const line of linesOfBatch(world, head)) {
      const bytes = Buffer.from(`${line}\n`)
      sum.update(bytes)
      yield bytes
    }
  }
  const { digest, records } = stateDigest(world.db)
  const end = SnapshotEnd.parse({
    type: 'inspect-batch/snapshot',
    v: 1,
    space: spaceOf(world),
    device: world.self.device,
    created: timeOf(world),
    frontier: frontierOf(heads),
    batches: heads.length,
    records,
    digest,
    content: sum.digest('hex'),
  })
  const last = Buffer.from(`${canonical(end)}\n`)
  yield last
  yield Buffer.from(`${canonical({ sig: await signSsh(world.key, SNAPSHOT_NAMESPACE, last) })}\n`)
}

async function write(plan: Plan, boxes: readonly string[], file: string): Promise<Written> {
  let written: Written | undefined
  await pipeline(snapshotBytes(plan), createGzip(), async (gzipped: AsyncIterable<Uint8Array>) => {
    written = await writeByHash(dirname(file), () => basename(file), encryptChunks(boxes, gzipped))
  })
  if (written === undefined) throw new Error('the snapshot was not written')
  return written
}

/** Supervisors may have everything; anybody else only when named. */
const boxesFor = (world: World, wanted: readonly string[]): string[] =>
  listTrusted(world)
    .filter(({ device, card }) => (wanted.length === 0 ? card.role === 'supervisor' : wanted.includes(device)))
    .map(({ box }) => box)

function whyNot(world: World, file: string): SyncProblem | null {
  const lines = countUnpacked(world.db)
  if (lines > 0) return problem('sync.packFirst', '', { lines })
  if (existsSync(file)) return problem('sync.fileExists', '', { file })
  return existsSync(dirname(file)) ? null : problem('sync.cannotWrite', '', { file, reason: 'ENOENT' })
}

/**
 * Writes every batch that is here into one encrypted file for newcomers (docs/decisions/013): heads and lines to the byte, so that each
 * batch proves itself as it did on arrival. Photos do not travel along. What this device has sealed must have been packed before.
 */
export async function makeSnapshot(
  world: World,
  { to, recipients }: { readonly to: string; readonly recipients: readonly string[] },
  options: CallOptions,
): Promise<Result<MadeSnapshot, SyncProblem>> {
  const boxes = boxesFor(world, recipients)
  if (boxes.length === 0 || boxes.length < recipients.length) return refuse(problem('sync.noRecipient', '', {}))
  const reason = whyNot(world, to)
  if (reason !== null) return refuse(reason)
  const heads = listAllHeads(world.db)
  if (heads.length === 0) return refuse(problem('sync.nothingToPack', '', {}))
  try {
    const { digest, records } = stateDigest(world.db)
    const { size } = await write({ world, heads, options }, [world.recipient, ...boxes], to)
    return ok({ file: to, bytes: size, batches: heads.length, records, digest })
  } catch (error) {
    return refusalOf(error, to, options.signal)
  }
}
