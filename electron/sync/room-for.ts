import { stat, statfs } from 'node:fs/promises'
import { problem } from '#shared/kernel/result'
import type { SyncProblem } from '#shared/sync/sync-contract'

const RESERVE = 500 * 1024 * 1024
/** A disk too small for that reserve keeps a part of itself instead. */
const SHARE = 0.05

/**
 * Twice the bundle for what it becomes (plaintext in quarantine, rows, originals), and a reserve for the person's own work: a full disk
 * is noticed before the first row is written. Null when there is room; what follows may still fill the disk, and is then told so.
 */
export async function roomFor(folder: string, file: string): Promise<SyncProblem | null> {
  const [{ size }, { bavail, blocks, bsize }] = await Promise.all([stat(file), statfs(folder)])
  const need = 2 * size + Math.min(RESERVE, Math.floor(blocks * bsize * SHARE))
  const free = bavail * bsize
  return free >= need ? null : problem('sync.noRoom', '', { need, free })
}
