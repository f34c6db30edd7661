import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BatchHead } from '#shared/kernel/batch-head'
import { bodyPath, headPath, keyPath } from '#shared/kernel/batch-head'
import type { HeldTrust, NewerTrust } from '#shared/profile/trust-documents'
import type { BundleFault } from '#shared/sync/sync-contract'
import { decryptChunks } from '../kernel/age.ts'
import { countBytes, type Watching } from '../kernel/count-bytes.ts'
import { devicesOf } from '../profile/walk-trust.ts'
import type { Bundle } from './bundle.ts'
import type { JudgeLine } from './judge-line.ts'
import { type KeptFolder, keepBatch } from './keep-batch.ts'
import type { OpenAttachment } from './open-attachments.ts'
import { checkParts, openAttachment } from './open-attachments.ts'
import type { OpenBody, RefusedLine } from './open-body.ts'
import { openBody } from './open-body.ts'
import { withBundle } from './read-bundle.ts'
import { followTrust } from './read-trust.ts'
import type { Verdict } from './verdict.ts'
import { FaultError, isSystemError, sound, soundUnless } from './verdict.ts'
import type { DamagedBatch } from './verify-bundle.ts'
import { allFaults, verifyEntries } from './verify-bundle.ts'
import type { SignedHead } from './verify-head.ts'

/** A batch that is whole, signed, addressed to us and decrypted into quarantine. */
export interface OpenedBatch {
  readonly head: BatchHead
  readonly headHash: string
  /** The signed bytes, base64. */
  readonly headBytes: string
  readonly signature: string
  readonly signer: string
  readonly to: readonly string[]
  /** NDJSON of the good lines, verbatim, `env` and `att` lines among them. */
  readonly lines: string
  readonly refused: readonly RefusedLine[]
  readonly records: number
  readonly attachments: readonly OpenAttachment[]
}

/** A batch of a sound bundle that is not taken: not for us, from nobody we know, or from a newer app. */
export interface RefusedBatch {
  readonly head: BatchHead
  readonly headHash: string
  readonly faults: readonly BundleFault[]
  /** Where it lies in quarantine, when it is one that somebody may still vouch for. */
  readonly kept?: KeptFolder | undefined
}

/** A batch whose own bytes are not what they should be: it is named by its place in the bundle, as its head may be unreadable. */
export interface BrokenBatch {
  readonly part: string
  readonly seq: number
  readonly faults: readonly BundleFault[]
}

export interface OpenedBundle {
  readonly batches: readonly OpenedBatch[]
  readonly refused: readonly RefusedBatch[]
  readonly damaged: readonly BrokenBatch[]
  /** What follows on the trust that is held, verified. */
  readonly trust: NewerTrust
}

export interface Opening extends Watching {
  readonly file: string
  /** `AGE-SECRET-KEY-1…` of this device. */
  readonly identity: string
  /** This device's id: a batch whose envelope does not name it is not for us, even if we can open it. */
  readonly device?: string | undefined
  /** Folder that takes the plaintext; nothing else is written. */
  readonly quarantine: string
  /** Enrolled devices: id → `ssh-ed25519 AAAA…`. Left out: every device that proves itself by its signature. */
  readonly knownDevices?: Readonly<Record<string, string>> | undefined
  /** Our organisation; a batch of another one is refused, one of a device not yet admitted anywhere is not. */
  readonly space?: string | undefined
  /** Root and list that are held here; left out, none in the bundle is looked at. */
  readonly trust?: HeldTrust | undefined
  /** Put batches of unknown devices aside instead of only naming them. */
  readonly keep?: boolean | undefined
  /** Hears of the newer trust before the first batch is opened. */
  readonly onTrust?: ((trust: NewerTrust) => void) | undefined
  /** What must hold of a document beyond the shape of its line; left out, any may come in. */
  readonly judge?: JudgeLine | undefined
  /** Hears of every batch as soon as it is opened, before the next one is. */
  readonly onBatch?: ((batch: OpenedBatch) => void) | undefined
}

export function strangerFault({ head, signer }: SignedHead, { knownDevices, space }: Opening): BundleFault | null {
  const part = headPath(head)
  const known = knownDevices === undefined ? signer : knownDevices[head.device]
  if (known === undefined) return { code: 'notEnrolled', part }
  if (known !== signer) return { code: 'badSignature', part }
  return space === undefined || head.space === '' || head.space === space ? null : { code: 'wrongSpace', part }
}

async function decryptKey(bundle: Bundle, head: BatchHead, identity: string): Promise<string> {
  for (const { ct } of head.keys) {
    const entry = bundle.entries.get(keyPath(head, ct))
    if (entry === undefined) continue
    const text = await smallPlaintext(identity, await bundle.bytes(entry))
    if (text !== null && /^AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}\n?$/.test(text)) return text.trim()
  }
  throw new FaultError('wrongKey', headPath(head))
}

/** The plaintext when the identity is a recipient, else null: the object's hash was signed, so it cannot be damaged. */
async function smallPlaintext(identity: string, object: Buffer): Promise<string | null> {
  try {
    const parts: Uint8Array[] = []
    for await (const part of decryptChunks(identity, [object])) parts.push(part)
    return Buffer.concat(parts).toString('latin1')
  } catch (error) {
    if (isSystemError(error)) throw error
    return null
  }
}

interface Taking {
  readonly bundle: Bundle
  readonly signed: SignedHead
  readonly opening: Opening
  readonly onBytes: (bytes: number) => void
}

async function takeBody({ bundle, signed: { head }, opening, onBytes }: Taking, identity: string, lines: string): Promise<OpenBody> {
  const entry = bundle.entries.get(bodyPath(head, head.body.ct))
  if (entry === undefined) throw new FaultError('missingObject', bodyPath(head, head.body.ct))
  const body = await openBody({ head, identity, object: bundle.read(entry), judge: opening.judge, signal: opening.signal }, lines)
  onBytes(entry.size)
  return body
}

async function takeBatch(taking: Taking): Promise<OpenedBatch> {
  const { bundle, signed, opening, onBytes } = taking
  const { head, headHash, headBytes, signature, signer } = signed
  const folder = join(opening.quarantine, headHash)
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  const identity = await decryptKey(bundle, head, opening.identity)
  const lines = join(folder, 'lines.ndjson')
  const body = await takeBody(taking, identity, lines)
  if (opening.device !== undefined && !body.to.includes(opening.device)) throw new FaultError('notAddressed', headPath(head))
  checkParts(head, body.attachments)
  const attachments: OpenAttachment[] = []
  for (const line of body.attachments) attachments.push(await openAttachment({ bundle, head, identity, folder, onBytes }, line))
  return {
    head,
    headHash,
    headBytes: headBytes.toString('base64'),
    signature,
    signer,
    to: body.to,
    lines,
    refused: body.refused,
    records: body.records,
    attachments,
  }
}

/** Nobody knows the device yet: perhaps tomorrow somebody does. */
async function putAside({ bundle, signed, opening }: Taking, fault: BundleFault): Promise<Pick<RefusedBatch, 'kept' | 'faults'>> {
  if (opening.keep !== true || fault.code !== 'notEnrolled') return { faults: [fault] }
  const kept = await keepBatch(bundle, signed, opening.quarantine)
  return kept === null ? { faults: [{ ...fault, code: 'strangerFull' }] } : { faults: [fault], kept }
}

const NO_TRUST: NewerTrust = { roots: [], lists: [], forked: false }

/** The list that comes along says whom we know before the first batch is opened. */
async function withTrust(bundle: Bundle, opening: Opening): Promise<{ readonly trust: NewerTrust; readonly opening: Opening }> {
  if (opening.trust === undefined) return { trust: NO_TRUST, opening }
  const trust = await followTrust(bundle, opening.trust)
  const { knownDevices } = opening
  if (knownDevices === undefined) return { trust, opening }
  return { trust, opening: { ...opening, knownDevices: { ...knownDevices, ...devicesOf(trust) } } }
}

/** One batch that is not for us does not keep the others out; what it left in quarantine is removed. */
async function tryBatch(taking: Taking): Promise<OpenedBatch | RefusedBatch> {
  const { signed, opening } = taking
  const { head, headHash } = signed
  const stranger = strangerFault(signed, opening)
  if (stranger !== null) return { head, headHash, ...(await putAside(taking, stranger)) }
  try {
    return await takeBatch(taking)
  } catch (error) {
    await rm(join(opening.quarantine, headHash), { recursive: true, force: true })
    if (error instanceof FaultError) return { head, headHash, faults: [error.fault] }
    throw error
  }
}

const bytesToOpen = (heads: readonly SignedHead[]): number =>
  heads.flatMap(({ head }) => [head.body, ...head.blobs]).reduce((sum, { size }) => sum + size, 0)

const broken = ({ name, faults }: DamagedBatch): BrokenBatch => ({ part: name, seq: Number(/(\d{10})\.json$/.exec(name)?.[1]), faults })

/**
 * Verifies a bundle and decrypts what is for us into quarantine. A fault of the file as a whole, or of every batch in it, refuses it
 * before a byte is decrypted. Else each batch stands for itself: opened, refused with its faults, or named as damaged. Rejects when
 * the signal aborts or the operating system refuses (disk full); the quarantine folder is the caller's to remove.
 */
export const openBundle = (asked: Opening): Promise<Verdict<OpenedBundle>> =>
  withBundle(asked.file, async (bundle) => {
    const verified = await verifyEntries(bundle, asked)
    if (!verified.ok) return verified
    const { heads, damaged } = verified.value
    if (heads.length === 0) return soundUnless(allFaults(verified.value), { batches: [], refused: [], damaged: [], trust: NO_TRUST })
    const { trust, opening } = await withTrust(bundle, asked)
    opening.onTrust?.(trust)
    const onBytes = countBytes('open', bytesToOpen(heads), opening)
    const batches: OpenedBatch[] = []
    const refused: RefusedBatch[] = []
    for (const signed of heads) {
      const taken = await tryBatch({ bundle, signed, opening, onBytes })
      if ('faults' in taken) refused.push(taken)
      else {
        batches.push(taken)
        opening.onBatch?.(taken)
      }
    }
    return sound({ batches, refused, damaged: damaged.map(broken), trust })
  })
