import type { FileHandle } from 'node:fs/promises'
import { ENTRY_NAME, LIMITS } from '#shared/kernel/batch-head'
import type { BundleFault } from '#shared/sync/sync-contract'
import type { StoredEntry } from '../kernel/stored-zip.ts'
import { CENTRAL_BYTES, CENTRAL_SIGNATURE, END_BYTES, END_SIGNATURE, LOCAL_BYTES, LOCAL_SIGNATURE } from '../kernel/stored-zip.ts'
import type { FaultCode, Verdict } from './verdict.ts'
import { FaultError, faulty, sound, soundUnless } from './verdict.ts'

/**
 * The structure of a bundle, byte for byte: end record, central directory, local headers and data follow each other without a gap,
 * say the same, and nothing is left over. Names are labels and never paths. Own code, because yauzl leaves the local headers,
 * the gaps and most of the central fields unread, and one flipped byte anywhere must be found.
 */
interface Central {
  readonly entry: StoredEntry
  /** The 26 bytes that must stand in the local header too. */
  readonly shared: Buffer
  /** The fields no check needs, which every entry of one bundle must have alike: maker, versions, flags, attributes. */
  readonly look: string
  readonly plain: boolean
}

/** Names of the parts of the file that are no entry. */
export const END = 'zip/end'
const DIRECTORY = 'zip/directory'
const MAX_NAME = 200

/** Throws FaultError when the medium cannot be read: a folder, a bad sector, a stick pulled out. */
export async function readAt(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await handle.read(buffer, filled, length - filled, position + filled).catch((cause: unknown) => {
      throw new FaultError('unreadable', '', { cause })
    })
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return buffer.subarray(0, filled)
}

interface End {
  readonly entries: number
  readonly size: number
  readonly offset: number
}

function parseEnd(bytes: Buffer, fileSize: number): Verdict<End> {
  const entries = bytes.readUInt16LE(10)
  const size = bytes.readUInt32LE(12)
  const offset = bytes.readUInt32LE(16)
  const oneDisk = bytes.readUInt32LE(4) === 0 && bytes.readUInt16LE(8) === entries
  if (!oneDisk || bytes.readUInt16LE(20) !== 0 || offset + size + END_BYTES !== fileSize) return faulty('badEntry', END)
  if (entries > LIMITS.bundleEntries || size > entries * (CENTRAL_BYTES + MAX_NAME)) return faulty('tooBig', END)
  return sound({ entries, size, offset })
}

async function readEnd(handle: FileHandle): Promise<Verdict<End>> {
  const { size } = await handle.stat()
  if (size > LIMITS.bundleBytes) return faulty('tooBig', '')
  if (size < END_BYTES) return faulty('notAZip', '')
  const bytes = await readAt(handle, size - END_BYTES, END_BYTES)
  if (bytes.readUInt32LE(0) === END_SIGNATURE) return parseEnd(bytes, size)
  const begins = (await readAt(handle, 0, 4)).readUInt32LE(0) === LOCAL_SIGNATURE
  return faulty('notAZip', begins ? END : '')
}

function parseCentral(bytes: Buffer): Central | null {
  if (bytes.length < CENTRAL_BYTES || bytes.readUInt32LE(0) !== CENTRAL_SIGNATURE) return null
  const nameLength = bytes.readUInt16LE(28)
  if (bytes.length < CENTRAL_BYTES + nameLength) return null
  const size = bytes.readUInt32LE(24)
  const flags = bytes.readUInt16LE(8) & ~0x0800 // all but "the name is UTF-8", which changes nothing for ASCII
  const name = bytes.toString('latin1', CENTRAL_BYTES, CENTRAL_BYTES + nameLength)
  const stored = flags === 0 && bytes.readUInt16LE(10) === 0 && bytes.readUInt32LE(20) === size
  return {
    entry: { name, size, crc32: bytes.readUInt32LE(16), offset: bytes.readUInt32LE(42) },
    shared: bytes.subarray(6, 32),
    look: Buffer.concat([bytes.subarray(4, 10), bytes.subarray(32, 42)]).toString('hex'),
    plain: stored && bytes.readUInt16LE(30) === 0 && bytes.readUInt32LE(32) === 0, // no extra field, comment or second disk
  }
}

function parseDirectory(bytes: Buffer, count: number): Verdict<Central[]> {
  const found: Central[] = []
  let at = 0
  while (found.length < count) {
    const central = parseCentral(bytes.subarray(at))
    if (central === null) return faulty('badEntry', found.length === 0 ? DIRECTORY : `${DIRECTORY}/${String(found.length + 1)}`)
    at += CENTRAL_BYTES + central.entry.name.length
    found.push(central)
  }
  return at === bytes.length ? sound(found) : faulty('badEntry', DIRECTORY)
}

const SIZES: readonly (readonly [RegExp, number])[] = [
  [/\/h\/.*\.json$/, LIMITS.headBytes],
  [/\/h\/.*\.sig$/, LIMITS.signatureBytes],
  [/\/k\//, LIMITS.keyBytes],
  [/\/b\//, LIMITS.bodyBytes + 1024 * 1024],
  [/\/a\//, LIMITS.objectBytes],
  [/^trust\//, LIMITS.trustBytes],
]
/** What an entry of this name may have at most. */
export const maxSize = (name: string): number => SIZES.find(([pattern]) => pattern.test(name))?.[1] ?? LIMITS.textBytes

/** An attachment part lies in the folder named by the first two digits of its hash. */
export const inItsFolder = (name: string): boolean => {
  const [, folder, hash] = /\/a\/(..)\/(.*)$/.exec(name) ?? []
  return folder === undefined || hash?.startsWith(folder) === true
}

function entryFault({ entry, plain }: Central, seen: ReadonlySet<string>): FaultCode | null {
  if (!ENTRY_NAME.test(entry.name) || !inItsFolder(entry.name)) return 'foreignEntry'
  if (!plain || seen.has(entry.name)) return 'badEntry'
  return entry.size > maxSize(entry.name) ? 'tooBig' : null
}

/** A name for people: foreign bytes could move the cursor of a terminal. */
const shown = (name: string): string => name.replace(/[^\x20-\x7e]/g, '?').slice(0, MAX_NAME)

/** The look most entries have; the one that differs is the damaged one. */
function commonLook(all: readonly Central[]): string {
  const counts = new Map<string, number>()
  for (const { look } of all) counts.set(look, (counts.get(look) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0]
}

function directoryFaults(all: readonly Central[], directoryAt: number): BundleFault[] {
  const look = commonLook(all)
  const seen = new Set<string>()
  const faults: BundleFault[] = []
  let cursor = 0
  for (const central of all) {
    const { name, size, offset } = central.entry
    const code = entryFault(central, seen) ?? (offset !== cursor || central.look !== look ? 'badEntry' : null)
    if (code !== null) faults.push({ code, part: shown(name) })
    seen.add(name)
    cursor = offset + LOCAL_BYTES + name.length + size
  }
  if (faults.length === 0 && cursor !== directoryAt) faults.push({ code: 'badEntry', part: DIRECTORY })
  return faults
}

async function localFaults(handle: FileHandle, all: readonly Central[]): Promise<BundleFault[]> {
  const faults: BundleFault[] = []
  for (const { entry, shared } of all) {
    const local = await readAt(handle, entry.offset, LOCAL_BYTES + entry.name.length)
    const expected = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), shared, Buffer.from(entry.name, 'latin1')])
    if (local.equals(expected)) continue
    const localName = local.toString('latin1', LOCAL_BYTES)
    faults.push({ code: 'badEntry', part: ENTRY_NAME.test(entry.name) ? entry.name : shown(localName) })
  }
  return faults
}

/** Reads the structure of an open file; answers its entries in the order in which they lie, or the faults. */
export async function readStructure(handle: FileHandle): Promise<Verdict<readonly StoredEntry[]>> {
  const end = await readEnd(handle)
  if (!end.ok) return end
  const directory = parseDirectory(await readAt(handle, end.value.offset, end.value.size), end.value.entries)
  if (!directory.ok) return directory
  const faults = directoryFaults(directory.value, end.value.offset)
  if (faults.length > 0) return soundUnless(faults, [])
  const local = await localFaults(handle, directory.value)
  return soundUnless(
    local,
    directory.value.map(({ entry }) => entry),
  )
}
