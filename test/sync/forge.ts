import { writeFileSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { crc32, gzipSync } from 'node:zlib'
import { identityToRecipient } from 'age-encryption'
import { ZipFile } from 'yazl'
import { readStructure } from '#electron/intake/zip-structure'
import { decryptChunks, encryptBytes } from '#electron/kernel/age'
import { sha256Of } from '#electron/kernel/durable-file'
import { signSsh } from '#electron/kernel/sshsig'
import { centralHeader, endRecord, localHeader } from '#electron/kernel/stored-zip'
import { leafHash, merkleRoot } from '#electron/sync/merkle'
import { BATCH_NAMESPACE, type BatchHead, bodyPath, headPath, keyPath, signaturePath } from '#shared/kernel/batch-head'
import { canonical } from '#shared/kernel/canonical'
import type { Sent } from './a-bundle.ts'

/** What an honest head says of these lines. */
function commitment(ndjson: Buffer): Pick<BatchHead['body'], 'pt' | 'ptSize' | 'lines' | 'root'> {
  const lines = ndjson.toString('latin1').split('\n').slice(0, -1)
  const root = merkleRoot(lines.map((line) => leafHash(Buffer.from(line, 'latin1')))).toString('hex')
  return { pt: sha256Of(ndjson), ptSize: ndjson.length, lines: lines.length, root }
}

async function batchRecipient({ batch: { head }, staging, to }: Sent): Promise<string> {
  const parts: Uint8Array[] = []
  const object = await readFile(join(staging, keyPath(head, head.keys[0]?.ct ?? '')))
  for await (const part of decryptChunks(to.box.identity, [object])) parts.push(part)
  return identityToRecipient(Buffer.concat(parts).toString().trim())
}

/** Signs a head again after `change`, as a dishonest but enrolled device could; `swap` exchanges other entries. */
export async function withHead(
  sent: Sent,
  change: (head: BatchHead) => object,
  swap = (entry: RawEntry): RawEntry => entry,
): Promise<string> {
  const { batch, from, folder, file } = sent
  const head = Buffer.from(`${canonical(change(batch.head))}\n`)
  const signature = Buffer.from(await signSsh(from.key, BATCH_NAMESPACE, head))
  const forged = new Map([
    [headPath(batch.head), head],
    [signaturePath(batch.head), signature],
  ])
  const entries = await entriesOf(file)
  return rawZip(
    join(folder, 'forged.ibz'),
    entries.map((entry) => swap({ ...entry, bytes: forged.get(entry.name) ?? entry.bytes })),
  )
}

/** The same batch with another body: these gzip bytes, and a head that says of them what it likes. */
export async function withBody(sent: Sent, gzip: Buffer, says: Partial<BatchHead['body']>): Promise<string> {
  const bytes = Buffer.from(await encryptBytes([await batchRecipient(sent)], gzip))
  const ct = sha256Of(bytes)
  const change = (head: BatchHead) => ({ ...head, body: { ...head.body, ct, size: bytes.length, ...says } })
  return withHead(sent, change, (entry) => (entry.name.includes('/b/') ? { name: bodyPath(sent.batch.head, ct), bytes } : entry))
}

/** The same batch with these lines, honestly committed to. */
export const withLines = (sent: Sent, lines: readonly (string | Buffer)[]): Promise<string> => {
  const ndjson = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]))
  return withBody(sent, gzipSync(ndjson), commitment(ndjson))
}

export interface RawEntry {
  readonly name: string
  readonly bytes: Buffer
  /** Says in the directory that the entry begins here. */
  readonly offset?: number
}

/** A ZIP of stored entries, with no check of anything. */
export function rawZip(file: string, entries: readonly RawEntry[]): string {
  const [local, central]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const { name, bytes, offset = at } of entries) {
    const entry = { name, size: bytes.length, crc32: crc32(bytes), offset }
    const begin = Buffer.concat([localHeader(entry), bytes])
    local.push(begin)
    central.push(centralHeader(entry))
    at += begin.length
  }
  const directory = Buffer.concat(central)
  writeFileSync(file, Buffer.concat([...local, directory, endRecord(entries.length, directory.length, at)]))
  return file
}

/** The entries of a bundle, in order. */
export async function entriesOf(file: string): Promise<RawEntry[]> {
  const handle = await open(file)
  const structure = await readStructure(handle)
  await handle.close()
  if (!structure.ok) throw new Error(JSON.stringify(structure.faults))
  const bytes = await readFile(file)
  return structure.value.map(({ name, size, offset }) => ({
    name,
    bytes: bytes.subarray(offset + 30 + name.length, offset + 30 + name.length + size),
  }))
}

/** The same entries zipped by another program, in one of its ways. */
export async function zippedByYazl(
  entries: readonly RawEntry[],
  way: { compress?: boolean; stream?: boolean; extra?: boolean; comment?: string },
): Promise<Buffer> {
  const zip = new ZipFile()
  for (const { name, bytes } of entries) {
    const options = {
      compress: way.compress ?? false,
      forceDosTimestamp: way.extra !== true,
      mtime: new Date(2026, 10, 22),
      mode: 0o100644,
    }
    if (way.stream === true) zip.addReadStream(Readable.from([bytes]), name, options)
    else zip.addBuffer(bytes, name, options)
  }
  zip.end({ forceZip64Format: false, comment: way.comment ?? '' })
  const parts: Buffer[] = []
  for await (const part of zip.outputStream) parts.push(part as Buffer)
  return Buffer.concat(parts)
}
