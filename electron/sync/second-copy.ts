import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { getChainAt, journalEnd } from '#db/kernel/journal'
import { getSetting } from '#db/kernel/settings'
import { getHeadAt, streamEnd } from '#db/sync/batches'
import { DeviceId, Epoch, Sha256 } from '#shared/kernel/ids'
import type { World } from '../kernel/world.ts'

/** How far a device has come: the end of its journal and of its stream. */
const Position = z.object({
  device: DeviceId,
  epoch: Epoch.nullable(),
  journal: z.object({ seq: z.int().nonnegative(), chain: Sha256 }),
  stream: z.object({ seq: z.int().nonnegative(), head: Sha256.nullable() }),
})
export type Position = z.infer<typeof Position>

export function positionOf({ db, self }: Pick<World, 'db' | 'self'>): Position {
  const { device } = self
  const epoch = getSetting(db, 'epoch')
  const { seq, head } = epoch === null ? { seq: 0, head: null } : streamEnd(db, device, epoch)
  return { device, epoch, journal: journalEnd(db), stream: { seq, head } }
}

/** Beside the profile folder, not in it: whoever puts an old copy of the folder back leaves this file as it is. */
export const secondCopyPath = (folder: string): string => `${folder.replace(/[/\\]+$/, '')}.position.json`

/** Null when there is none, when it is of another device, or when it cannot be read: then only the readers of its batches see a restore. */
export function readSecondCopy({ folder, self }: Pick<World, 'folder' | 'self'>): Position | null {
  try {
    const copy = Position.parse(JSON.parse(readFileSync(secondCopyPath(folder), 'utf8')))
    return copy.device === self.device ? copy : null
  } catch {
    return null
  }
}

/** Without a sync, which would cost more than the work itself: a copy that stays behind the store says nothing wrong. */
function write(path: string, position: Position): void {
  try {
    writeFileSync(`${path}.tmp`, JSON.stringify(position), { mode: 0o600 })
    renameSync(`${path}.tmp`, path)
  } catch {
    // Nobody may write beside the profile: the work goes on.
  }
}

/** Keeps the second copy up to date; call the answer whenever something was written, it looks by itself whether that is so. */
export function secondCopyKeeper(world: Pick<World, 'db' | 'self' | 'folder'>): () => void {
  let kept = ''
  return () => {
    const position = positionOf(world)
    const text = JSON.stringify(position)
    if (text !== kept) write(secondCopyPath(world.folder), position)
    kept = text
  }
}

/**
 * True when the store is older than what its second copy remembers: fewer lines or batches, or others in their place. A store that is
 * further is an ordinary one whose process died before it wrote the copy.
 */
export function isOlderThan(world: Pick<World, 'db' | 'self'>, copy: Position): boolean {
  const { db, self } = world
  const { journal, stream, epoch } = copy
  if (getChainAt(db, journal.seq) !== journal.chain) return true
  return epoch !== null && stream.head !== null && getHeadAt(db, self.device, epoch, stream.seq) !== stream.head
}
