import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { BatchHead, headPath, LIMITS } from '#shared/kernel/batch-head'
import { parseCanonical } from '#shared/kernel/canonical'
import { checkLine } from '#shared/kernel/check-line'
import { LeafOnly, SNAPSHOT_NAMESPACE, SnapshotBatch, SnapshotEnd } from '#shared/sync/snapshot'
import type { BundleFault } from '#shared/sync/sync-contract'
import { decryptChunks } from '../kernel/age.ts'
import { deviceIdOf } from '../kernel/device-key.ts'
import { signerOf } from '../kernel/sshsig.ts'
import { leafHash, merkleRoot } from '../sync/merkle.ts'
import { type RefusedLine, splitLines } from './open-body.ts'
import { type OpenedBatch, type Opening, type RefusedBatch, strangerFault } from './open-bundle.ts'
import { FaultError, faulty, isSystemError, sound, type Verdict } from './verdict.ts'
import { decodeUtf8, type SignedHead, verifyHead } from './verify-head.ts'

export interface OpenedSnapshot {
  readonly end: SnapshotEnd
  /** Who made it; the maker vouches for the digest, never for a batch. */
  readonly signer: string
  readonly batches: readonly OpenedBatch[]
  readonly refused: readonly RefusedBatch[]
}

type Lines = AsyncIterator<Buffer, void, undefined>

/** The next line as canonical JSON; what is cut short or anything else is damaged. */
async function nextLine(lines: Lines): Promise<{ readonly bytes: Buffer; readonly value: unknown }> {
  const { value: bytes } = await lines.next()
  const text = bytes === undefined ? null : decodeUtf8(bytes)
  const value = text === null ? undefined : parseCanonical(text)
  if (bytes === undefined || value === undefined) throw new FaultError('damaged', '')
  return { bytes, value }
}

function headOf({ head, sig }: SnapshotBatch): SignedHead {
  const place = BatchHead.pick({ device: true, epoch: true, seq: true }).safeParse(parseCanonical(head.slice(0, -1)))
  const signed = verifyHead(place.success ? headPath(place.data) : '', Buffer.from(head), sig)
  if (signed.ok) return signed.value
  throw new FaultError(signed.faults[0]?.code ?? 'badHead', place.success ? headPath(place.data) : '')
}

/** Takes the lines of one batch against the root that its device signed. */
class BatchReader {
  readonly refused: RefusedLine[] = []
  readonly kept: Buffer[] = []
  private readonly leaves: Buffer[] = []
  private readonly records = new Set<string>()
  private readonly signed: SignedHead
  private readonly opening: Opening
  constructor(signed: SignedHead, opening: Opening) {
    this.signed = signed
    this.opening = opening
  }

  take(bytes: Buffer, value: unknown): void {
    const only = LeafOnly.safeParse(value)
    const leaf = only.success ? Buffer.from(only.data, 'hex') : leafHash(bytes)
    this.leaves.push(leaf)
    const fault = only.success ? { code: 'line.notKept', facts: {} } : this.faultOf(bytes)
    if (fault === null) this.kept.push(bytes, Buffer.from('\n'))
    else this.refused.push({ line: this.leaves.length, leaf: leaf.toString('hex'), ...fault })
  }

  private faultOf(bytes: Buffer): Pick<RefusedLine, 'code' | 'facts'> | null {
    const checked = checkLine(bytes.toString('utf8'), this.signed.head.device)
    if (checked.ok && checked.value.t === 'rev') this.records.add(checked.value.rid)
    if (checked.ok) return checked.value.t === 'rev' ? (this.opening.judge?.(checked.value) ?? null) : null
    const [{ code, path, facts }] = checked.problems
    return code === 'line.newer' ? null : { code, facts: { ...facts, path } }
  }

  get proven(): boolean {
    return merkleRoot(this.leaves).toString('hex') === this.signed.head.body.root
  }

  async keep(): Promise<OpenedBatch> {
    const { head, headHash, headBytes, signature, signer } = this.signed
    const folder = join(this.opening.quarantine, headHash)
    await mkdir(folder, { recursive: true })
    const lines = join(folder, 'lines.ndjson')
    await writeFile(lines, this.kept, { mode: 0o600 })
    const common = { head, headHash, headBytes: headBytes.toString('base64'), signature, signer, to: [], attachments: [] }
    return { ...common, lines, refused: this.refused, records: this.records.size }
  }
}

/** One batch: opened, or refused with its fault while the others go on. */
async function readBatch(begin: SnapshotBatch, lines: Lines, opening: Opening): Promise<OpenedBatch | RefusedBatch> {
  const signed = headOf(begin)
  const { head, headHash } = signed
  const reader = new BatchReader(signed, opening)
  let bytes = 0
  for (let number = 0; number < head.body.lines; number += 1) {
    const line = await nextLine(lines)
    bytes += line.bytes.length
    if (bytes > LIMITS.bodyBytes) throw new FaultError('tooBig', headPath(head))
    reader.take(line.bytes, line.value)
  }
  const stranger = strangerFault(signed, opening)
  const fault: BundleFault | null = reader.proven ? stranger : { code: 'damaged', part: headPath(head) }
  return fault === null ? reader.keep() : { head, headHash, faults: [fault] }
}

/** Reads the file to its end while it is hashed; throws FaultError for what is wrong with all of it. */
async function read(opening: Opening): Promise<OpenedSnapshot> {
  const cap = (await stat(opening.file)).size * LIMITS.gzipRatio
  const sum = createHash('sha256')
  const lines = plainLines(opening, cap)
  const batches: OpenedBatch[] = []
  const refused: RefusedBatch[] = []
  const hashed = async function* (): AsyncGenerator<Buffer, void, undefined> {
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      sum.update(next.value).update('\n')
      yield next.value
    }
  }
  const watched = hashed()
  for (;;) {
    const before = sum.copy().digest('hex')
    const { bytes, value } = await nextLine(watched)
    const begin = SnapshotBatch.safeParse(value)
    if (!begin.success) return { ...(await readEnd({ bytes, value, before }, watched, opening)), batches, refused }
    opening.signal?.throwIfAborted()
    const taken = await readBatch(begin.data, watched, opening)
    if ('faults' in taken) refused.push(taken)
    else batches.push(taken)
  }
}

interface LastLine {
  readonly bytes: Buffer
  readonly value: unknown
  /** sha256 of everything before it. */
  readonly before: string
}

async function readEnd(
  { bytes, value, before }: LastLine,
  lines: Lines,
  opening: Opening,
): Promise<Pick<OpenedSnapshot, 'end' | 'signer'>> {
  const end = SnapshotEnd.safeParse(value)
  const { sig } = (await nextLine(lines)).value as { readonly sig?: unknown }
  if (!end.success || end.data.content !== before || (await lines.next()).done !== true) throw new FaultError('damaged', '')
  const signer = typeof sig === 'string' ? signerOf(sig, SNAPSHOT_NAMESPACE, Buffer.concat([bytes, Buffer.from('\n')])) : null
  if (signer === null || deviceIdOf(signer) !== end.data.device) throw new FaultError('badSignature', '')
  if (opening.knownDevices !== undefined && opening.knownDevices[end.data.device] !== signer) throw new FaultError('notEnrolled', '')
  return { end: end.data, signer }
}

async function* plainLines({ file, identity }: Opening, cap: number): AsyncGenerator<Buffer, void, undefined> {
  let size = 0
  const capped = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
    for await (const chunk of chunks) {
      size += chunk.length
      if (size > cap) throw new FaultError('tooBig', '')
      yield chunk
    }
  }
  const source = Readable.from(decryptChunks(identity, createReadStream(file) as AsyncIterable<Buffer>))
  const plain = source.pipe(createGunzip())
  source.once('error', (error) => plain.destroy(error))
  yield* splitLines(capped(plain as AsyncIterable<Buffer>), '')
}

/**
 * Opens a snapshot: every batch is checked against the head its own device signed, line by line, and lies in quarantine afterwards like
 * one out of a bundle. Rejects when the signal aborts or the operating system refuses; the quarantine folder is the caller's to remove.
 */
export async function openSnapshot(opening: Opening): Promise<Verdict<OpenedSnapshot>> {
  try {
    return sound(await read(opening))
  } catch (error) {
    opening.signal?.throwIfAborted()
    if (isSystemError(error)) throw error
    if (error instanceof FaultError) return faulty(error.fault.code, error.fault.part)
    return faulty(error instanceof Error && error.message.includes('no identity matched') ? 'wrongKey' : 'damaged', '')
  }
}
