import { existsSync } from 'node:fs'
import { getLineBytes } from '#db/kernel/lines'
import { type Carrier, getCarrier, listPlaces, listReceiptIds, listRevisionIds } from '#db/sync/batch-leaves'
import { BatchHead } from '#shared/kernel/batch-head'
import { canonical } from '#shared/kernel/canonical'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { PROOF_LIMITS, type ProvenBatch, type ProvenLine, RecordProof } from '#shared/sync/proof'
import type { MadeProof, SyncProblem } from '#shared/sync/sync-contract'
import { keyInSignature } from '../kernel/sshsig.ts'
import type { World } from '../kernel/world.ts'
import { writeChosen } from '../kernel/write-chosen.ts'
import { inclusionPath, leafHash, merkleRoot } from './merkle.ts'

/** A signed head and the Merkle leaves under it, made once however many lines of the batch are proven. */
interface Tree {
  readonly number: number
  readonly batch: ProvenBatch
  readonly leaves: readonly Buffer[]
}

/** Gathers lines with their ways up. A batch whose tree cannot be made again here proves nothing; its lines are answered as unproven. */
class Gathering {
  readonly lines: ProvenLine[] = []
  readonly unproven: string[] = []
  readonly batches: ProvenBatch[] = []
  readonly heads = new Set<string>()
  private readonly trees = new Map<string, Tree | null>()
  private readonly world: World
  constructor(world: World) {
    this.world = world
  }

  take(id: string): void {
    const line = getLineBytes(this.world.db, id)
    const carrier = getCarrier(this.world.db, id)
    const tree = carrier === null ? null : this.treeOf(carrier)
    if (line === null || carrier === null || tree === null) {
      this.unproven.push(id)
      return
    }
    this.heads.add(carrier.head)
    const path = inclusionPath(tree.leaves, carrier.pos).map((hash) => hash.toString('hex'))
    this.lines.push({ line, batch: tree.number, index: carrier.pos, path })
  }

  private treeOf(carrier: Carrier): Tree | null {
    const known = this.trees.get(carrier.head)
    if (known !== undefined) return known
    const tree = this.grow(carrier)
    this.trees.set(carrier.head, tree)
    if (tree !== null) this.batches.push(tree.batch)
    return tree
  }

  private grow({ head, bytes, signature }: Carrier): Tree | null {
    const leaves = listPlaces(this.world.db, head).map(({ bytes: line, leaf }) => leaf ?? leafHash(line))
    const { root } = BatchHead.parse(JSON.parse(bytes)).body
    const key = keyInSignature(signature)
    if (key === null || merkleRoot(leaves).toString('hex') !== root) return null
    return { number: this.batches.length, batch: { head: bytes, sig: signature, key }, leaves }
  }
}

/**
 * Writes a file that shows one record (or one revision of it) and nothing else of the batches that carried it, with the receipts others
 * gave for these batches. What is in no batch yet cannot be proven, and is answered. Refused with sync.nothingToProve when that
 * is everything.
 */
export async function proveRecord(
  world: World,
  { record, revision, to }: { readonly record: string; readonly revision?: string | undefined; readonly to: string },
): Promise<Result<MadeProof, SyncProblem>> {
  if (existsSync(to)) return refuse(problem('sync.fileExists', '', { file: to }))
  const gathering = new Gathering(world)
  for (const id of listRevisionIds(world.db, record)) if (revision === undefined || revision === id) gathering.take(id)
  const { lines, batches, unproven, heads } = gathering
  const revisions = lines.length
  if (revisions === 0) return refuse(problem('sync.nothingToProve', '', { record }))
  const missing = [...unproven]
  const receipts = [...heads].flatMap((head) => listReceiptIds(world.db, head))
  for (const id of receipts) gathering.take(id)
  const proof = RecordProof.parse({ type: 'inspect-batch/proof', v: 1, record, batches, lines })
  const bytes = Buffer.from(`${canonical(proof)}\n`)
  if (bytes.length > PROOF_LIMITS.bytes) return refuse(problem('sync.tooBig', '', { what: 'bytes of proof', max: PROOF_LIMITS.bytes }))
  const written = await writeChosen('sync.cannotWrite', to, bytes)
  return written.ok ? ok({ ...written.value, record, revisions, receipts: lines.length - revisions, unproven: missing }) : written
}
