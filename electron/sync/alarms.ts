import { listTrustRollbacks } from '#db/profile/witnessed'
import { listTrouble } from '#db/sync/centre'
import { type ClockObservation, getClockObservation } from '#db/sync/clock-projection'
import { listRestored } from '#db/sync/restored-projection'
import { listForks, listSameIds, type StreamRow } from '#db/sync/streams'
import { listTargetAlarms } from '#db/target/targets'
import type { Alarm, Stream } from '#shared/sync/centre-contract'
import { CLOCK_TOLERANCE } from '#shared/sync/clock'
import { timeOf, type World } from '../kernel/world.ts'
import { trustForkedAt } from '../profile/take-trust.ts'
import { getTrust } from '../profile/trust-store.ts'

const DAY = 86_400_000
/** How long a restore, and a clock that was set during the work, stay among the alarms. */
const RESTORED_DAYS = 30
const JUMP_DAYS = 7

const forks = (world: World): Alarm[] =>
  listForks(world.db).map(({ device, epoch, seq, arrived }) => ({ code: 'fork', about: device, facts: { epoch, seq }, at: arrived }))

/** Holes behind the first batch that came: a stream is joined where one became its reader, but must not be torn after that. */
const gaps = (streams: readonly (Stream & Pick<StreamRow, 'first'>)[]): Alarm[] =>
  streams.flatMap(({ device, epoch, first, missing, created }): Alarm[] => {
    const torn = missing.filter((seq) => seq > first)
    return torn.length === 0 ? [] : [{ code: 'gap', about: device, facts: { epoch, missing: torn }, at: created }]
  })

const wrongClocks = (world: World, streams: readonly Stream[]): Alarm[] =>
  streams.flatMap(({ device, clockOffset, created }): Alarm[] =>
    clockOffset === null || device === world.self.device
      ? []
      : [{ code: 'clockWrong', about: device, facts: { seconds: clockOffset }, at: created }],
  )

/** A pack from the future shows that the clock here is slow for as long as that time has not come; another clock, until it agrees again. */
function isStillWrong(world: World, { src, ref, ahead }: ClockObservation): boolean {
  const now = world.clock().getTime()
  if (src === 'pack') return Date.parse(ref) > now
  if (Math.abs(ahead) <= CLOCK_TOLERANCE) return false
  return src !== 'jump' || Date.parse(ref) > now - JUMP_DAYS * DAY
}

const ownClock = (world: World): Alarm[] =>
  (['other', 'jump'] as const).flatMap((by): Alarm[] => {
    const about = world.self.device
    const seen = getClockObservation(world.db, about, by)
    if (seen === null || !isStillWrong(world, seen)) return []
    return [{ code: 'clockWrong', about, facts: { seconds: seen.ahead, source: seen.src }, at: seen.ref }]
  })

function restored(world: World): Alarm[] {
  const since = world.clock().getTime() - RESTORED_DAYS * DAY
  return listRestored(world.db)
    .filter(({ at }) => Date.parse(at) > since)
    .map(({ device, at, event }) => ({ code: 'restored', about: device, facts: event, at }))
}

/** What cannot be read on a target may still be on its way; after a day it is damage. */
const damaged = (world: World): Alarm[] =>
  listTrouble(world.db)
    .filter(({ since }) => Date.parse(since) <= world.clock().getTime() - DAY)
    .map(({ target, device, epoch, seq, trouble, since }) => ({
      code: 'damaged',
      about: device,
      facts: { target, epoch, seq, trouble },
      at: since,
    }))

/** What a target showed of itself: somebody else writes as this device, it is an old copy, or a file in it is another than was written. */
const TARGET_CODES: Readonly<Record<string, Alarm['code']>> = { otherSelf: 'fork', emptied: 'rolledBack', differs: 'targetChanged' }

const targets = (world: World): Alarm[] =>
  listTargetAlarms(world.db).map(({ name, what, facts, at }) => ({ code: TARGET_CODES[what] ?? 'targetChanged', about: name, facts, at }))

const sameIds = (world: World): Alarm[] => listSameIds(world.db).map(({ rid, at }) => ({ code: 'sameId', about: rid, facts: {}, at }))

function expired(world: World): Alarm[] {
  const expires = getTrust(world)?.list.expires
  return expires === undefined || Date.parse(expires) > world.clock().getTime()
    ? []
    : [{ code: 'trustExpired', about: world.self.device, facts: { expires }, at: timeOf(world) }]
}

/** Two lists of one version, and devices that went back to an older list. */
function trust(world: World): Alarm[] {
  const at = trustForkedAt(world)
  const forked: Alarm[] = at === null ? [] : [{ code: 'trustForked', about: world.self.device, facts: {}, at }]
  const back = listTrustRollbacks(world.db).map(
    ({ device, seq, ver, had, created }): Alarm => ({ code: 'trustRolledBack', about: device, facts: { seq, ver, had }, at: created }),
  )
  return [...expired(world), ...forked, ...back]
}

/** What a person must look at. Nothing here stops the work. */
export const alarmsOf = (world: World, streams: readonly (Stream & Pick<StreamRow, 'first'>)[]): Alarm[] => [
  ...forks(world),
  ...restored(world),
  ...damaged(world),
  ...targets(world),
  ...gaps(streams),
  ...ownClock(world),
  ...wrongClocks(world, streams),
  ...sameIds(world),
  ...trust(world),
]
