import { parseCanonical } from '#shared/kernel/canonical'
import { NO_HASH } from '#shared/kernel/ids'
import type { HeldTrust, NewerTrust, TrustDocument } from '#shared/profile/trust-documents'
import { TRUST_NAMESPACE, TrustList, TrustRoot } from '#shared/profile/trust-list'
import { deviceIdOf } from '../kernel/device-key.ts'
import { sha256Of } from '../kernel/durable-file.ts'
import { signerOf } from '../kernel/sshsig.ts'

/** Limits of foreign trust: bytes of a document, and steps that are walked at once. */
const LIMITS = { rootBytes: 64 * 1024, listBytes: 8 * 1024 * 1024, steps: 1024 } as const

interface Signed<T> {
  readonly document: TrustDocument
  readonly content: T
  readonly hash: string
  /** Devices whose signature over it is right. */
  readonly signers: ReadonlySet<string>
}

function idOf(key: string): string | null {
  try {
    return deviceIdOf(key)
  } catch {
    return null
  }
}

/** A name that is not the hash of its key could stand for anybody. */
const named = (keys: readonly { readonly id: string; readonly sig: string }[]): boolean => keys.every(({ id, sig }) => idOf(sig) === id)

function contentOf(bytes: string): unknown {
  return bytes.endsWith('\n') ? parseCanonical(bytes.slice(0, -1)) : undefined
}

function signersOf({ bytes, signatures }: TrustDocument): ReadonlySet<string> {
  const message = Buffer.from(bytes)
  const keys = signatures.map((signature) => signerOf(signature, TRUST_NAMESPACE, message))
  return new Set(keys.flatMap((key) => (key === null ? [] : deviceIdOf(key))))
}

const signed = <T>(document: TrustDocument, content: T): Signed<T> => ({
  document,
  content,
  hash: sha256Of(document.bytes),
  signers: signersOf(document),
})

function readRoot(document: TrustDocument): Signed<TrustRoot>[] {
  if (Buffer.byteLength(document.bytes) > LIMITS.rootBytes) return []
  const parsed = TrustRoot.safeParse(contentOf(document.bytes))
  return parsed.success && parsed.data.ver === document.ver && named(parsed.data.keys) ? [signed(document, parsed.data)] : []
}

function readList(document: TrustDocument): Signed<TrustList>[] {
  if (Buffer.byteLength(document.bytes) > LIMITS.listBytes) return []
  const parsed = TrustList.safeParse(contentOf(document.bytes))
  return parsed.success && parsed.data.ver === document.ver && named(parsed.data.devices) ? [signed(document, parsed.data)] : []
}

const enough = (signers: ReadonlySet<string>, allowed: readonly string[], threshold: number): boolean =>
  new Set(allowed.filter((id) => signers.has(id))).size >= threshold

const keyIds = ({ keys }: TrustRoot): string[] => keys.map(({ id }) => id)

/** The next root is signed by enough keys of the one before and by enough of its own (The Update Framework 1.0, 5.3.4). */
const follows = (next: Signed<TrustRoot>, before: Signed<TrustRoot>): boolean =>
  next.content.ver === before.content.ver + 1 &&
  next.content.prev === before.hash &&
  next.content.space === before.content.space &&
  enough(next.signers, keyIds(before.content), before.content.threshold) &&
  enough(next.signers, keyIds(next.content), next.content.threshold)

const ruledBy = (list: Signed<TrustList>, root: Signed<TrustRoot>): boolean =>
  list.content.space === root.content.space &&
  list.content.root <= root.content.ver &&
  enough(list.signers, root.content.admins, root.content.adminThreshold)

/** The word of those whose fingerprint a person compared: keys, and hashes of lists, that they have signed for. */
interface Vouching {
  readonly pinned: readonly string[]
  readonly namedLists: ReadonlySet<string>
}

/**
 * Whom a person has vouched for at first: a device that signed the root, or one whose own signed head names a list of that root. That a list
 * names the device proves nothing: anybody can write the device of a well-known supervisor into a list.
 */
function vouchedFor(root: Signed<TrustRoot>, lists: readonly Signed<TrustList>[], { pinned, namedLists }: Vouching): boolean {
  if (!enough(root.signers, keyIds(root.content), root.content.threshold)) return false
  if (pinned.some((device) => root.signers.has(device))) return true
  return lists.some((list) => namedLists.has(list.hash) && ruledBy(list, root))
}

/** The first root of a device that has none: the oldest that is vouched for. */
const firstRoot = (roots: readonly Signed<TrustRoot>[], lists: readonly Signed<TrustList>[], vouching: Vouching) =>
  roots.find((root) => (root.content.ver === 1) === (root.content.prev === NO_HASH) && vouchedFor(root, lists, vouching))

const held = <T>(kind: 'root' | 'list', bytes: string | null, content: (value: unknown) => T): Signed<T> | null => {
  if (bytes === null) return null
  const document = { kind, ver: 0, bytes, signatures: [] }
  return { document, content: content(contentOf(bytes)), hash: sha256Of(bytes), signers: new Set() }
}

function walkRoots(start: Signed<TrustRoot>, roots: readonly Signed<TrustRoot>[]): Signed<TrustRoot>[] {
  const path = [start]
  for (const root of roots) if (follows(root, path.at(-1) ?? start)) path.push(root)
  return path
}

/** Lists of this root behind the one that is held, in order; where two are neighbours, the later names the hash of the earlier. */
function walkLists(before: Signed<TrustList> | null, lists: readonly Signed<TrustList>[]): Signed<TrustList>[] {
  const path: Signed<TrustList>[] = []
  for (const list of lists) {
    const last = path.at(-1) ?? before
    const gap = list.content.ver - (last?.content.ver ?? 0)
    if (gap > 1 || (gap === 1 && list.content.prev === (last?.hash ?? NO_HASH))) path.push(list)
  }
  return path
}

const byVersion = (a: TrustDocument, b: TrustDocument): number => a.ver - b.ver

/** The devices of the newest of these lists: id → public key. What came from the list is checked: a name is the hash of its key. */
export function devicesOf({ lists }: NewerTrust): Readonly<Record<string, string>> {
  const [newest] = lists.slice(-1).flatMap(readList)
  return Object.fromEntries((newest?.content.devices ?? []).map(({ id, sig }) => [id, sig]))
}

/**
 * What of the offered documents follows on what is held. Foreign bytes: nothing in them is believed but signatures that lead back to the
 * held root, or, while there is none, to a device whose fingerprint a person compared; `namedLists` are the hashes of lists that such
 * devices name in heads they signed. A lower version never follows; time does not matter.
 */
export function walkTrust(
  offered: readonly TrustDocument[],
  { root: rootBytes, list: listBytes, pinned }: HeldTrust,
  namedLists: ReadonlySet<string> = new Set(),
): NewerTrust {
  const inOrder = offered.toSorted(byVersion)
  const roots = inOrder.filter(({ kind }) => kind === 'root').slice(0, LIMITS.steps)
  const readRoots = roots.flatMap(readRoot)
  const lists = inOrder
    .filter(({ kind }) => kind === 'list')
    .slice(-LIMITS.steps)
    .flatMap(readList)
  const before = held('root', rootBytes, (value) => TrustRoot.parse(value))
  const start = before ?? firstRoot(readRoots, lists, { pinned, namedLists })
  if (start === undefined) return { roots: [], lists: [], forked: false }
  const path = walkRoots(start, readRoots)
  const inForce = path.at(-1) ?? start
  const heldList = held('list', listBytes, (value) => TrustList.parse(value))
  const ruled = lists.filter((list) => ruledBy(list, inForce))
  return {
    roots: (before === null ? path : path.slice(1)).map(({ document }) => document),
    lists: walkLists(heldList, ruled).map(({ document }) => document),
    forked: ruled.some(({ content, hash }) => content.ver === heldList?.content.ver && hash !== heldList.hash),
  }
}
