/**
 * A ZIP of stored entries, as bytes. Own code because yazl cannot write a file from disk without a data descriptor, which readers of
 * evidence must refuse (sync.md §2.19), and because a reader that compares every header byte needs to know how each is written.
 * ZIP64 never occurs: a bundle has at most 1.9 GB and 50,000 entries, and what would need it is refused before.
 */
export const LOCAL_BYTES = 30
export const CENTRAL_BYTES = 46
export const END_BYTES = 22
export const LOCAL_SIGNATURE = 0x04034b50
export const CENTRAL_SIGNATURE = 0x02014b50
export const END_SIGNATURE = 0x06054b50

const MADE_BY = 0x0314 // a Unix system, ZIP 2.0
const NEEDED = 10 // stored files need ZIP 1.0
const DAY_ONE = 0x0021 // 1980-01-01 in DOS form: the same batches always give the same bundle
const MODE = 0o100644 * 0x10000 // an ordinary file that everybody may read, once unpacked

export interface StoredEntry {
  readonly name: string
  readonly size: number
  readonly crc32: number
  /** Where the local header begins. */
  readonly offset: number
}

/** The fields that stand in both headers, from "version needed" to "extra field length"; names are ASCII. */
function common({ name, size, crc32 }: StoredEntry): Buffer {
  const bytes = Buffer.alloc(26)
  bytes.writeUInt16LE(NEEDED, 0)
  bytes.writeUInt16LE(0, 2) // flags: not encrypted, no data descriptor
  bytes.writeUInt16LE(0, 4) // method: stored
  bytes.writeUInt16LE(0, 6) // time
  bytes.writeUInt16LE(DAY_ONE, 8)
  bytes.writeUInt32LE(crc32, 10)
  bytes.writeUInt32LE(size, 14)
  bytes.writeUInt32LE(size, 18)
  bytes.writeUInt16LE(name.length, 22)
  bytes.writeUInt16LE(0, 24) // no extra field
  return bytes
}

const uint = (value: number, length: number): Buffer => {
  const bytes = Buffer.alloc(length)
  bytes.writeUIntLE(value, 0, length)
  return bytes
}

export const localHeader = (entry: StoredEntry): Buffer =>
  Buffer.concat([uint(LOCAL_SIGNATURE, 4), common(entry), Buffer.from(entry.name, 'latin1')])

export const centralHeader = (entry: StoredEntry): Buffer =>
  Buffer.concat([
    uint(CENTRAL_SIGNATURE, 4),
    uint(MADE_BY, 2),
    common(entry),
    Buffer.alloc(6), // no comment, first disk, binary
    uint(MODE, 4),
    uint(entry.offset, 4),
    Buffer.from(entry.name, 'latin1'),
  ])

export const endRecord = (entries: number, size: number, offset: number): Buffer =>
  Buffer.concat([uint(END_SIGNATURE, 4), uint(0, 4), uint(entries, 2), uint(entries, 2), uint(size, 4), uint(offset, 4), uint(0, 2)])

/** How many bytes a bundle of these entries will have. */
export const zipBytes = (entries: readonly { readonly name: string; readonly size: number }[]): number =>
  entries.reduce((sum, { name, size }) => sum + LOCAL_BYTES + CENTRAL_BYTES + 2 * name.length + size, END_BYTES)
