import { z } from 'zod'
import { LocalTime } from '../kernel/ids.ts'

/** The audit event by which a device says that its clock was seen to be wrong. */
export const CLOCK_OBSERVED = 'clock.observed'

/** Seconds by which two clocks may differ without a word. */
export const CLOCK_TOLERANCE = 120

/** What stands in such a line: `wall` is this device's clock when another time was seen, `ref`, that is right to `err` seconds. */
export const ClockObserved = z.object({
  /** Seconds since the machine was started: no clock setting moves it. */
  mono: z.int().nonnegative(),
  wall: LocalTime,
  ref: LocalTime,
  /** pack: a supervisor's batch; server: the answer of a storage; jump: the clock was set while the program ran. */
  src: z.enum(['pack', 'server', 'jump']),
  err: z.int().nonnegative(),
})
export type ClockObserved = z.infer<typeof ClockObserved>

const seconds = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 1000)

/** How far a clock is ahead of the time that was seen, in seconds; slow is negative. */
export const observedOffset = ({ wall, ref }: Pick<ClockObserved, 'wall' | 'ref'>): number => seconds(ref, wall)

/** What is known of a batch's time from outside: when it arrived here, and when this device made what its writer had read. */
export interface BatchTimes {
  readonly created: string
  readonly receivedAt: string | null
  readonly seen: readonly string[]
}

/**
 * How far the writer's clock must have been off at least, in seconds: fast (positive) when a batch was made after it arrived, slow when it
 * was made before what its writer had read by then. Null when neither shows: on its way a batch may take any time.
 */
export function provenOffset({ created, receivedAt, seen }: BatchTimes): number | null {
  const fast = receivedAt === null ? 0 : seconds(receivedAt, created)
  if (fast > CLOCK_TOLERANCE) return fast
  const slow = Math.min(0, ...seen.map((at) => seconds(at, created)))
  return slow < -CLOCK_TOLERANCE ? slow : null
}

/** The latest or the earliest of some times, whatever offset each is written with. */
export const latestOf = <T>(all: readonly T[], timeOf: (one: T) => string): T | null =>
  all.reduce<T | null>((best, one) => (best === null || Date.parse(timeOf(one)) > Date.parse(timeOf(best)) ? one : best), null)
export const earliestOf = <T>(all: readonly T[], timeOf: (one: T) => string): T | null =>
  all.reduce<T | null>((best, one) => (best === null || Date.parse(timeOf(one)) < Date.parse(timeOf(best)) ? one : best), null)
