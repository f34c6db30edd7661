import { NO_HASH } from '#shared/kernel/ids'
import { headPath, objectsOf, signaturePath } from '#shared/sync/batch-head'
import type { BundleFault } from '#shared/sync/sync-contract'
import { countBytes, type Watching } from '../kernel/count-bytes.ts'
import { readAllowedSigners } from '../sync/allowed-signers.ts'
import { KNOWN_READMES } from '../sync/bundle-readme.ts'
import type { Bundle } from './read-bundle.ts'
import { withBundle } from './read-bundle.ts'
import type { Verdict } from './verdict.ts'
import { soundUnless } from './verdict.ts'
import type { SignedHead } from './verify-head.ts'
import { decodeUtf8, verifyHead } from './verify-head.ts'

const isObject = (name: string): boolean => name.endsWith('.age')
const isHead = (name: string): boolean => /\/h\/\d{10}\.json$/.test(name)

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

async function readHeads(bundle: Bundle): Promise<Verdict<SignedHead[]>> {
  const heads: SignedHead[] = []
  const faults: BundleFault[] = []
  for (const entry of bundle.entries.values()) {
    if (!isHead(entry.name)) continue
    const signature = bundle.entries.get(`${entry.name}.sig`)
    const text = signature === undefined ? '' : (await bundle.bytes(signature)).toString('latin1')
    const verdict = verifyHead(entry.name, await bundle.bytes(entry), text)
    if (verdict.ok) heads.push(verdict.value)
    else faults.push(...verdict.faults)
  }
  if (heads.length + faults.length === 0) faults.push({ code: 'noHead', part: '' })
  return soundUnless(faults, heads)
}

/** Every object a head names is there with its size, and nothing is there that no head names. */
function inventoryFaults(bundle: Bundle, heads: readonly SignedHead[]): BundleFault[] {
  const faults: BundleFault[] = []
  const named = new Set<string>()
  for (const { head } of heads) {
    named.add(headPath(head)).add(signaturePath(head))
    for (const { path, size } of objectsOf(head)) {
      named.add(path)
      const entry = bundle.entries.get(path)
      if (entry?.size !== size) faults.push({ code: entry === undefined ? 'missingObject' : 'wrongHash', part: path })
    }
  }
  const foreign = [...bundle.entries.keys()].filter((name) => name.startsWith('s/') && !named.has(name))
  return [...faults, ...foreign.map((part) => ({ code: 'foreignEntry' as const, part }))]
}

/** Two neighbours in one stream must be linked: the later one names the hash of the earlier. */
function chainFaults(heads: readonly SignedHead[]): BundleFault[] {
  const hashes = new Map(heads.map(({ head, headHash }) => [headPath(head), headHash]))
  return heads.flatMap(({ head }) => {
    const before = head.seq === 1 ? NO_HASH : hashes.get(headPath({ ...head, seq: head.seq - 1 }))
    return before === undefined || before === head.prev ? [] : [{ code: 'forked' as const, part: headPath(head) }]
  })
}

const bySeq = (a: SignedHead, b: SignedHead): number => (headPath(a.head) < headPath(b.head) ? -1 : 1)

/** Everything that can be checked without a key, cheap things first; the heads in the order of their streams. */
export async function verifyEntries(bundle: Bundle, watching: Watching): Promise<Verdict<readonly SignedHead[]>> {
  const total = [...bundle.entries.values()].reduce((sum, { size }) => sum + size, 0)
  const onBytes = countBytes('verify', total, watching)
  const small = await contentFaults(bundle, (name) => !isObject(name), onBytes)
  if (small.length > 0) return soundUnless(small, [])
  const heads = await readHeads(bundle)
  if (!heads.ok) return heads
  const listed = [...(await textFaults(bundle, heads.value)), ...inventoryFaults(bundle, heads.value), ...chainFaults(heads.value)]
  if (listed.length > 0) return soundUnless(listed, [])
  return soundUnless(await contentFaults(bundle, isObject, onBytes), heads.value.toSorted(bySeq))
}

/**
 * Verifies a bundle without any key: structure, checksums, heads, signatures, presence, sizes and hashes of all objects. Answers the
 * signed heads, or every fault of the first level that has one. Rejects only when the signal aborts.
 */
export const verifyBundle = (file: string, watching: Watching = {}): Promise<Verdict<readonly SignedHead[]>> =>
  withBundle(file, (bundle) => verifyEntries(bundle, watching))
