import { BATCH_NAMESPACE, BatchHead, headPath, LIMITS, objectsOf, READER_VERSION } from '#shared/kernel/batch-head'
import { canonical, parseCanonical } from '#shared/kernel/canonical'
import { NO_HASH } from '#shared/kernel/ids'
import { deviceIdOf } from '../kernel/device-key.ts'
import { sha256Of } from '../kernel/durable-file.ts'
import { signerOf } from '../kernel/sshsig.ts'
import type { Verdict } from './verdict.ts'
import { faulty, sound } from './verdict.ts'

/** A head that its device signed; the objects it names have not been looked at. */
export interface SignedHead {
  readonly head: BatchHead
  readonly headBytes: Buffer
  /** sha256 of the head's bytes: the name of the batch. */
  readonly headHash: string
  readonly signature: string
  /** `ssh-ed25519 AAAA…` of the device. */
  readonly signer: string
}

/** Strict UTF-8: a byte order mark stays visible, and a broken character is no character. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

const isNewer = (value: object): boolean => {
  const { v, min, crit } = value as { readonly v?: unknown; readonly min?: unknown; readonly crit?: unknown }
  return (typeof v === 'number' && v > 1) || (typeof min === 'number' && min > READER_VERSION) || (Array.isArray(crit) && crit.length > 0)
}

/** What the schema cannot say: the first batch of a stream has no predecessor, every later one has, no object is named twice. */
function isConsistent(head: BatchHead): boolean {
  const first = head.seq === 1
  const names = objectsOf(head).map(({ path }) => path)
  const sizes = head.body.ptSize <= head.body.size * LIMITS.gzipRatio
  return (head.prev === NO_HASH) === first && (head.forkOf === undefined || first) && new Set(names).size === names.length && sizes
}

function parseLf(bytes: Buffer): object | null {
  const text = bytes.length > LIMITS.headBytes ? null : decodeUtf8(bytes)
  const value = text?.endsWith('\n') === true ? parseCanonical(text.slice(0, -1)) : undefined
  return value === undefined || typeof value !== 'object' ? null : value
}

/** A head as it stands in a bundle under `name`: its bytes, members and position agree; its signature has not been looked at. */
export function parseHead(name: string, bytes: Buffer): Verdict<BatchHead> {
  const value = parseLf(bytes)
  if (value === null) return faulty('badHead', name)
  if ('type' in value && value.type === 'inspect-batch/head' && isNewer(value)) return faulty('needsNewerApp', name)
  const head = BatchHead.safeParse(value)
  if (!head.success || headPath(head.data) !== name || !isConsistent(head.data)) return faulty('badHead', name)
  return sound(head.data)
}

/**
 * Head and signature as they stand in a bundle under `name` and `name.sig`. A device's name is the hash of its key, so the key in the
 * signature proves itself: a forgery is seen without any list of devices.
 */
export function verifyHead(name: string, headBytes: Buffer, signature: string): Verdict<SignedHead> {
  const head = parseHead(name, headBytes)
  if (!head.ok) return head
  const signer = signerOf(signature, BATCH_NAMESPACE, headBytes)
  if (signer === null || deviceIdOf(signer) !== head.value.device) return faulty('badSignature', `${name}.sig`)
  return sound({ head: head.value, headBytes, headHash: sha256Of(headBytes), signature, signer })
}

/** The `aud` a head must carry for a list of addressees. */
export const audienceOf = (to: readonly string[]): string => sha256Of(canonical(to))
