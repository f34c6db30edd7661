import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { headPath, objectsOf, signaturePath } from '#shared/kernel/batch-head'
import type { Bundle } from './bundle.ts'
import type { SignedHead } from './verify-head.ts'

/** What one batch of a stranger may take up here: enough for a week of photos, too little to fill a disk. Bytes. */
const MOST = 200 * 1024 * 1024

export interface KeptFolder {
  /** Folder laid out as a target, with this one batch in it. */
  readonly folder: string
  readonly bytes: number
}

/** Puts a sound batch of somebody nobody has admitted yet aside as it is, without opening it. Null when it is too large to be kept. */
export async function keepBatch(bundle: Bundle, { head, headHash }: SignedHead, quarantine: string): Promise<KeptFolder | null> {
  const names = [...objectsOf(head).map(({ path }) => path), signaturePath(head), headPath(head)]
  const entries = names.map((name) => bundle.entries.get(name)).filter((entry) => entry !== undefined)
  const bytes = entries.reduce((sum, { size }) => sum + size, 0)
  if (entries.length < names.length || bytes > MOST) return null
  const folder = join(quarantine, 'kept', headHash)
  for (const entry of entries) {
    const path = join(folder, ...entry.name.split('/')) // every name is of the pattern of a bundle's entries
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bundle.read(entry), { flag: 'wx', mode: 0o600 })
  }
  return { folder, bytes }
}
