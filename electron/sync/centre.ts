import { countAside } from '#db/sync/aside'
import { countConflicts, countFilesMissing, listExchangeTimes } from '#db/sync/centre'
import { countPlaces, countUnconfirmed, listUnconfirmed } from '#db/sync/places'
import { listForks, listMissing, listStreams, type StreamRow } from '#db/sync/streams'
import type { OutputOf } from '#shared/kernel/contract'
import type { centreContract, Stream } from '#shared/sync/centre-contract'
import { latestOf } from '#shared/sync/clock'
import type { World } from '../kernel/world.ts'
import { alarmsOf } from './alarms.ts'
import { clockOffsetOf } from './clock.ts'
import { confirmationOf, nameBook } from './confirmation.ts'

/** How many missing numbers of one stream are told. */
const MISSING_TOLD = 50

function streamsOf(world: World): (Stream & Pick<StreamRow, 'first'>)[] {
  const nameOf = nameBook(world)
  const forked = new Set(listForks(world.db).map(({ device, epoch }) => `${device}/${epoch}`))
  return listStreams(world.db, world.self.device).map((row) => {
    const { device, epoch, last, first, created } = row
    return {
      device,
      name: nameOf(device),
      epoch,
      last,
      first,
      missing: listMissing(world.db, row, MISSING_TOLD),
      forked: forked.has(`${device}/${epoch}`),
      created,
      clockOffset: clockOffsetOf(world, row),
    }
  })
}

/** One status for the whole. */
export function centreOf(world: World): OutputOf<(typeof centreContract)['sync.centre']> {
  const confirmation = confirmationOf(world)
  const streams = streamsOf(world)
  return {
    records: countPlaces(world.db, confirmation),
    unconfirmed: { ...countUnconfirmed(world.db, confirmation), batches: listUnconfirmed(world.db, confirmation).length },
    conflicts: countConflicts(world.db),
    aside: countAside(world.db),
    filesMissing: countFilesMissing(world.db),
    streams,
    alarms: alarmsOf(world, streams),
    lastExchange: latestOf(listExchangeTimes(world.db), (at) => at),
  }
}
