import { randomBytes } from 'node:crypto'
import type { z } from 'zod'
import { getSetting, putSetting } from '#db/kernel/settings'
import { ForkOf } from '#shared/kernel/batch-head'
import { RESTORED, type RestoredEvent } from '#shared/sync/restored-event'
import { appendLine } from '../kernel/log.ts'
import { stamp, type World } from '../kernel/world.ts'
import { isOlderThan, type Position, positionOf, readSecondCopy } from './second-copy.ts'

const newEpoch = (): string => randomBytes(8).toString('hex')

/** The stretch of the stream that is being written; begun with the first batch. */
export function epochOf({ db }: Pick<World, 'db'>): string {
  const known = getSetting(db, 'epoch')
  if (known !== null) return known
  const epoch = newEpoch()
  putSetting(db, 'epoch', epoch)
  return epoch
}

type Fork = z.infer<typeof ForkOf>

/** Which stretch the present one goes on from; null for the first of a device. */
export function forkOf({ db }: Pick<World, 'db'>): Fork | null {
  const known = getSetting(db, 'forkOf')
  return known === null ? null : ForkOf.parse(JSON.parse(known))
}

/**
 * Ends the stretch that may have gone on elsewhere and begins another: two histories under one name can then never meet at one number.
 * Always safe, also when nothing went on elsewhere.
 */
function beginEpoch(world: World, reason: Fork['reason'] & RestoredEvent['reason'], known: Position): void {
  const here = positionOf(world)
  const epoch = known.epoch ?? epochOf(world)
  const { seq, head } = known.epoch === here.epoch && here.stream.seq > known.stream.seq ? here.stream : known.stream
  if (head !== null) putSetting(world.db, 'forkOf', JSON.stringify({ epoch, seq, head, reason } satisfies Fork))
  putSetting(world.db, 'epoch', newEpoch())
  const data: RestoredEvent = {
    reason,
    epoch,
    batches: { had: here.stream.seq, known: seq },
    journal: { had: here.journal.seq, known: Math.max(known.journal.seq, here.journal.seq) },
  }
  appendLine(world, { t: 'audit', ...stamp(world), ev: RESTORED, data })
}

/**
 * Looks at the start whether this store is an older copy of itself, or lies on another machine than before. Call it in a transaction,
 * when everything is there for a line to be written.
 */
export function noticeRestore(world: World, machine: string | null): void {
  const copy = readSecondCopy(world)
  const before = getSetting(world.db, 'machine')
  if (copy !== null && isOlderThan(world, copy)) beginEpoch(world, 'restore', copy)
  else if (machine !== null && before !== null && before !== machine) beginEpoch(world, 'clone', positionOf(world))
  if (machine !== null && before !== machine) putSetting(world.db, 'machine', machine)
}
