import type { HeldTrust, NewerTrust, TrustDocument } from '#shared/profile/trust-documents'
import { deviceIdOf } from '../kernel/device-key.ts'
import { keyInSignature } from '../kernel/sshsig.ts'
import { walkTrust } from '../profile/walk-trust.ts'
import type { Bundle } from './bundle.ts'
import { decodeUtf8, verifyHead } from './verify-head.ts'

const DOCUMENT = /^trust\/(root|list)\/(\d{10})\.json$/

async function textAt(bundle: Bundle, name: string): Promise<string> {
  const entry = bundle.entries.get(name)
  return entry === undefined ? '' : (decodeUtf8(await bundle.bytes(entry)) ?? '')
}

/** A signature counts only under the name of the device whose key it carries. */
async function signaturesOf(bundle: Bundle, name: string): Promise<string[]> {
  const names = [...bundle.entries.keys()].filter((entry) => entry.startsWith(`${name}.sig.`)).slice(0, 64)
  const found: string[] = []
  for (const entry of names) {
    const signature = await textAt(bundle, entry)
    const key = keyInSignature(signature)
    if (key !== null && entry.endsWith(`.${deviceIdOf(key)}`)) found.push(signature)
  }
  return found
}

/** The trust documents in a bundle, or in a folder laid out as a target; nothing in them is believed yet. */
async function readTrust(bundle: Bundle): Promise<TrustDocument[]> {
  const documents: TrustDocument[] = []
  for (const name of bundle.entries.keys()) {
    const [, kind, ver] = DOCUMENT.exec(name) ?? []
    if (kind === undefined) continue
    const signatures = await signaturesOf(bundle, name)
    if (signatures.length > 0)
      documents.push({ kind: kind as TrustDocument['kind'], ver: Number(ver), bytes: await textAt(bundle, name), signatures })
  }
  return documents
}

const HEAD = /^s\/([a-z2-7]{26})\/[0-9a-f]{16}\/h\/\d{10}\.json$/

/** Hashes of the lists that devices whose fingerprint a person compared were going by, as they signed it in their heads. */
async function listsNamedBy(bundle: Bundle, pinned: readonly string[]): Promise<ReadonlySet<string>> {
  const named = new Set<string>()
  for (const [name, entry] of bundle.entries) {
    const device = HEAD.exec(name)?.[1]
    if (device === undefined || !pinned.includes(device)) continue
    const head = verifyHead(name, await bundle.bytes(entry), await textAt(bundle, `${name}.sig`))
    if (head.ok) named.add(head.value.head.trust.hash)
  }
  return named
}

/** What in a bundle, or in a folder laid out as a target, follows on the trust that is held. */
export async function followTrust(bundle: Bundle, held: HeldTrust): Promise<NewerTrust> {
  const documents = await readTrust(bundle)
  const named = held.root === null && documents.length > 0 ? await listsNamedBy(bundle, held.pinned) : undefined
  return walkTrust(documents, held, named)
}
