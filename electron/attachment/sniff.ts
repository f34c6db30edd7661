import { closeSync, openSync, readSync } from 'node:fs'

/** What a file is by its first bytes; a name or a claim is never believed. */
const SIGNATURES: readonly (readonly [mime: string, at: number, bytes: string])[] = [
  ['image/jpeg', 0, 'ffd8ff'],
  ['image/png', 0, '89504e470d0a1a0a'],
  ['image/gif', 0, '474946383761'],
  ['image/gif', 0, '474946383961'],
  ['image/webp', 8, '57454250'],
  ['application/pdf', 0, '255044462d'],
]

export const OTHER = 'application/octet-stream'

export function sniff(bytes: Uint8Array): string {
  const start = Buffer.from(bytes.subarray(0, 16)).toString('hex')
  return SIGNATURES.find(([, at, wanted]) => start.startsWith(wanted, at * 2))?.[0] ?? OTHER
}

export const isPicture = (mime: string): boolean => mime.startsWith('image/')

/** The same for a file on the disk: reads its first bytes only. */
export function sniffFile(path: string): string {
  const start = Buffer.alloc(16)
  const handle = openSync(path, 'r')
  try {
    return sniff(start.subarray(0, readSync(handle, start)))
  } finally {
    closeSync(handle)
  }
}
