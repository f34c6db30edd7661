import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type Chunks, type Written, writeByHash } from '../kernel/durable-file.ts'

/** Originals lie under their sha256, bit for bit; working copies beside them under the sha256 of their original. */
export const originalName = (sha256: string): string => join('originals', sha256.slice(0, 2), sha256)
const copyName = (sha256: string): string => join('copies', sha256.slice(0, 2), `${sha256}.jpg`)

export const blobsFolder = (folder: string): string => join(folder, 'blobs')
export const originalPath = (folder: string, sha256: string): string => join(blobsFolder(folder), originalName(sha256))
export const copyPath = (folder: string, sha256: string): string => join(blobsFolder(folder), copyName(sha256))

export const hasOriginal = (folder: string, sha256: string): boolean => existsSync(originalPath(folder, sha256))
export const hasCopy = (folder: string, sha256: string): boolean => existsSync(copyPath(folder, sha256))

/** Keeps an original; durable when it returns, and the same bytes take room once. */
export const keepOriginal = (folder: string, bytes: Chunks): Promise<Written> => writeByHash(blobsFolder(folder), originalName, bytes)

export const keepCopy = (folder: string, sha256: string, bytes: Uint8Array): Promise<Written> =>
  writeByHash(blobsFolder(folder), () => copyName(sha256), [bytes])
