import { uptime } from 'node:os'
import { formatISO } from 'date-fns/formatISO'
import { getClockObservation } from '#db/sync/clock-projection'
import { listSeenTimes, type StreamRow } from '#db/sync/streams'
import type { BatchHead } from '#shared/kernel/batch-head'
import { CLOCK_OBSERVED, CLOCK_TOLERANCE, type ClockObserved, observedOffset, provenOffset } from '#shared/sync/clock'
import { appendLine } from '../kernel/log.ts'
import { stamp, timeOf, type World } from '../kernel/world.ts'

/** Seconds since the machine was started. Goes on while it sleeps; setting the clock does not move it. */
export const sinceStart = (): number => Math.floor(uptime())

/**
 * Notes in the log that this device's clock and another time differ, when that is news. A wrong clock is told and never a reason to refuse:
 * nothing is decided by it. Call it in a transaction.
 */
export function observeClock(world: World, seen: Pick<ClockObserved, 'ref' | 'src' | 'err'>): void {
  const wall = timeOf(world)
  const before = getClockObservation(world.db, world.self.device, seen.src === 'jump' ? 'jump' : 'other')?.ahead ?? 0
  const ahead = observedOffset({ wall, ref: seen.ref })
  if (Math.abs(ahead - before) <= CLOCK_TOLERANCE + seen.err) return
  const data: ClockObserved = { mono: sinceStart(), wall, ...seen }
  appendLine(world, { t: 'audit', ...stamp(world), ev: CLOCK_OBSERVED, data })
}

/** A supervisor's batch that is made later than now shows that the clock here is slow; one that is older shows nothing. */
export function observePack(world: World, { device, created }: Pick<BatchHead, 'device' | 'created'>): void {
  if (world.self.role === 'supervisor' || !world.projections.isSupervisor(device)) return
  if (observedOffset({ wall: timeOf(world), ref: created }) < -CLOCK_TOLERANCE) observeClock(world, { ref: created, src: 'pack', err: 0 })
}

/**
 * Sees the clock being set while the program runs: it must go on as the machine's own count of seconds does. Call the answer now and
 * then; it writes a line when the two part, and another when the clock is put right.
 */
export function clockWatch(world: World, count: () => number): () => void {
  const started = world.clock().getTime() - count() * 1000
  let told = 0
  return () => {
    const expected = started + count() * 1000
    const ahead = Math.round((world.clock().getTime() - expected) / 1000)
    if (Math.abs(ahead - told) <= CLOCK_TOLERANCE) return
    told = ahead
    world.db.transaction(() => {
      observeClock(world, { ref: formatISO(expected), src: 'jump', err: 0 })
    })
  }
}

type Times = Pick<StreamRow, 'device' | 'head' | 'created' | 'receivedAt'>

/** How far a device's clock was off, in seconds, by its own word or, for a supervisor, by its batch; null when neither tells. */
export function clockOffsetOf(world: World, { device, head, created, receivedAt }: Times): number | null {
  const own = getClockObservation(world.db, device, 'other')
  if (own !== null && own.src !== 'pack') return Math.abs(own.ahead) > CLOCK_TOLERANCE ? own.ahead : null
  if (world.self.role !== 'supervisor' || device === world.self.device) return own?.ahead ?? null
  const seen = listSeenTimes(world.db, head).filter((batch) => batch.device === world.self.device)
  return provenOffset({ created, receivedAt, seen: seen.map((batch) => batch.created) })
}
