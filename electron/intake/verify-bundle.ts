import { headPath, objectsOf, signaturePath } from '#shared/kernel/batch-head'
import { NO_HASH } from '#shared/kernel/ids'
import type { BundleFault } from '#shared/sync/sync-contract'
import { countBytes, type Watching } from '../kernel/count-bytes.ts'
import { readAllowedSigners } from '../sync/allowed-signers.ts'
import { KNOWN_READMES } from '../sync/bundle-readme.ts'
import type { Bundle, BundleEntry } from './bundle.ts'
import { withBundle } from './read-bundle.ts'
import type { Verdict } from './verdict.ts'
import { faulty, sound, soundUnless } from './verdict.ts'
import type { SignedHead } from './verify-head.ts'
import { decodeUtf8, verifyHead } from './verify-head.ts'

const isHead = (name: string): boolean => /\/h\/\d{10}\.json$/.test(name)

const NOTHING: VerifiedEntries = { heads: [], damaged: [] }

async function contentFaults(bundle: Bundle, wanted: (name: string) => boolean, onBytes: (bytes: number) => void): Promise<BundleFault[]> {
  const faults: BundleFault[] = []
  for (const entry of bundle.entries.values()) {
    const code = wanted(entry.name) ? await bundle.check(entry, onBytes) : null
    if (code !== null) faults.push({ code, part: entry.name })
  }
  return faults
}

const textOf = async (bundle: Bundle, name: string): Promise<string | null> => {
  const entry = bundle.entries.get(name)
  return entry === undefined ? null : (decodeUtf8(await bundle.bytes(entry)) ?? '')
}

/**
 * The texts for strangers, where there are any, must say what we say: a README with other advice, a key under another device's name, or
 * a list without the device that signed, would mislead whoever checks by hand.
 */
async function textFaults(bundle: Bundle, heads: readonly SignedHead[]): Promise<BundleFault[]> {
  const faults: BundleFault[] = []
  const readme = await textOf(bundle, 'README.txt')
  if (readme !== null && !KNOWN_READMES.includes(readme)) faults.push({ code: 'foreignEntry', part: 'README.txt' })
  const list = await textOf(bundle, 'allowed_signers')
  const keys = list === null ? null : readAllowedSigners(list)
  if (list !== null && heads.some(({ head }) => keys?.has(head.device) !== true))
    faults.push({ code: 'foreignEntry', part: 'allowed_signers' })
  return faults
}

/** A batch of which something is wrong that concerns no other one; `head` is null when its own head cannot be read. */
export interface DamagedBatch {
  readonly name: string
  readonly head: SignedHead | null
  readonly faults: readonly BundleFault[]
}

export interface VerifiedEntries {
  /** In the order of their streams. */
  readonly heads: readonly SignedHead[]
  readonly damaged: readonly DamagedBatch[]
}

interface Found {
  readonly name: string
  readonly head: SignedHead | null
  readonly faults: BundleFault[]
}

async function readHead(bundle: Bundle, entry: BundleEntry, onBytes: (bytes: number) => void): Promise<Found> {
  const { name } = entry
  const signature = bundle.entries.get(`${name}.sig`)
  const faults: BundleFault[] = []
  for (const part of signature === undefined ? [entry] : [entry, signature]) {
    const code = await bundle.check(part, onBytes)
    if (code !== null) faults.push({ code, part: part.name })
  }
  if (faults.length > 0) return { name, head: null, faults }
  const text = signature === undefined ? '' : (await bundle.bytes(signature)).toString('latin1')
  const verdict = verifyHead(name, await bundle.bytes(entry), text)
  return verdict.ok ? { name, head: verdict.value, faults } : { name, head: null, faults: [...verdict.faults] }
}

async function readHeads(bundle: Bundle, onBytes: (bytes: number) => void): Promise<Found[]> {
  const found: Found[] = []
  for (const entry of bundle.entries.values()) if (isHead(entry.name)) found.push(await readHead(bundle, entry, onBytes))
  return found.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

/** Every object the head names is there with its size. */
const missingObjects = (bundle: Bundle, { head }: SignedHead): BundleFault[] =>
  objectsOf(head).flatMap(({ path, size }): BundleFault[] => {
    const entry = bundle.entries.get(path)
    return entry?.size === size ? [] : [{ code: entry === undefined ? 'missingObject' : 'wrongHash', part: path }]
  })

/** In a closed file nothing may be that no head names; where a head cannot be read, nobody knows what it named. */
function foreignEntries(bundle: Bundle, found: readonly Found[]): BundleFault[] {
  if (!bundle.closed || found.some(({ head }) => head === null)) return []
  const named = new Set(
    found.flatMap(({ head }) =>
      head === null ? [] : [headPath(head.head), signaturePath(head.head), ...objectsOf(head.head).map(({ path }) => path)],
    ),
  )
  const foreign = [...bundle.entries.keys()].filter((name) => name.startsWith('s/') && !named.has(name))
  return foreign.map((part) => ({ code: 'foreignEntry' as const, part }))
}

const headsOf = (found: readonly Found[]): SignedHead[] => found.flatMap(({ head }) => head ?? [])

/** Two neighbours in one stream must be linked: the later one names the hash of the earlier, and what follows it stands on the same ground. */
function noteForks(found: readonly Found[]): void {
  const byPath = new Map(found.map((one) => [one.name, one]))
  for (const { name, head, faults } of found) {
    if (head === null) continue
    const { seq, prev } = head.head
    const before = byPath.get(headPath({ ...head.head, seq: seq - 1 }))
    const forked = seq === 1 ? prev !== NO_HASH : before?.head !== undefined && before.head !== null && before.head.headHash !== prev
    const onFork = before?.faults.some(({ code }) => code === 'forked') === true
    if (forked || onFork) faults.push({ code: 'forked', part: name })
  }
}

/** The objects of one batch, byte by byte; what is wrong with them is nobody else's concern. */
async function objectFaults(bundle: Bundle, { head }: SignedHead, onBytes: (bytes: number) => void): Promise<BundleFault[]> {
  const faults: BundleFault[] = []
  for (const { path } of objectsOf(head)) {
    const entry = bundle.entries.get(path)
    const code = entry === undefined ? null : await bundle.check(entry, onBytes)
    if (code !== null) faults.push({ code, part: path })
  }
  return faults
}

const byteCounter = (bundle: Bundle, watching: Watching): ((bytes: number) => void) =>
  countBytes(
    'verify',
    [...bundle.entries.values()].reduce((sum, { size }) => sum + size, 0),
    watching,
  )

/**
 * Everything that can be checked without a key, cheap things first. What is wrong with the file as a whole (its texts, entries nobody
 * named, no head at all) refuses it; what is wrong with one batch leaves the others standing.
 */
export async function verifyEntries(bundle: Bundle, watching: Watching): Promise<Verdict<VerifiedEntries>> {
  const onBytes = byteCounter(bundle, watching)
  const small = await contentFaults(bundle, (name) => !name.startsWith('s/'), onBytes)
  if (small.length > 0) return soundUnless(small, NOTHING)
  const found = await readHeads(bundle, onBytes)
  if (found.length === 0) return faulty('noHead', '')
  const whole = [...(await textFaults(bundle, headsOf(found))), ...foreignEntries(bundle, found)]
  if (whole.length > 0) return soundUnless(whole, NOTHING)
  for (const { head, faults } of found) if (head !== null) faults.push(...missingObjects(bundle, head))
  noteForks(found)
  for (const { head, faults } of found)
    if (head !== null && faults.length === 0) faults.push(...(await objectFaults(bundle, head, onBytes)))
  return sound({
    heads: found.flatMap(({ head, faults }) => (head === null || faults.length > 0 ? [] : [head])),
    damaged: found.filter(({ faults }) => faults.length > 0),
  })
}

/** Every fault that any batch has, at most as many as a verdict tells. */
export const allFaults = ({ damaged }: Pick<VerifiedEntries, 'damaged'>): BundleFault[] => damaged.flatMap(({ faults }) => faults)

/**
 * Verifies a bundle without any key: structure, checksums, heads, signatures, presence, sizes and hashes of all objects. Answers the
 * signed heads, or every fault of the first level that has one. Rejects only when the signal aborts.
 */
export const verifyBundle = (file: string, watching: Watching = {}): Promise<Verdict<readonly SignedHead[]>> =>
  withBundle(file, async (bundle) => {
    const verified = await verifyEntries(bundle, watching)
    return verified.ok ? soundUnless(allFaults(verified.value), verified.value.heads) : verified
  })
