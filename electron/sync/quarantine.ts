import { randomBytes } from 'node:crypto'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const quarantineOf = (folder: string): string => join(folder, 'quarantine')

/** Nobody imports while the store is being opened, so whatever lies there is left over. */
export function clearQuarantine(folder: string): void {
  rmSync(quarantineOf(folder), { recursive: true, force: true })
}

/** Lends a fresh folder for the plaintext of one bundle; it is gone afterwards, whatever happens. */
export async function withQuarantine<T>(folder: string, work: (quarantine: string) => Promise<T>): Promise<T> {
  const quarantine = join(quarantineOf(folder), randomBytes(8).toString('hex'))
  mkdirSync(quarantine, { recursive: true, mode: 0o700 })
  try {
    return await work(quarantine)
  } finally {
    rmSync(quarantine, { recursive: true, force: true })
  }
}
