import { countFacilities, getFacilityRow, listPlaces } from '#db/nqi/facility-queries'
import { getTotals } from '#db/nqi/nqi-totals'
import { withoutEmpty } from '#shared/kernel/draft-schema'
import { ok } from '#shared/kernel/result'
import type { nqiContract } from '#shared/nqi/nqi-contract'
import { snapshotOf } from '../enterprise/snapshot.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { dayOf, newRecordId, type World } from '../kernel/world.ts'
import { EVER, getFacility, listFacilities, listUses, thisYear, yearOf } from './facilities.ts'

/** A document that was only begun: written nowhere until it is saved. */
const fresh = (doc: object) => ok({ id: newRecordId(), doc: (withoutEmpty(doc) ?? {}) as never })

const PLACES = { platform: ['platform'], service: ['platform', 'station'], labUse: ['sharedLab'] } as const

function totals(world: World, year: number) {
  const today = dayOf(world)
  const standing = (type: 'platform' | 'station' | 'sharedLab'): number => countFacilities(world.db, type, today)
  return {
    year,
    platforms: standing('platform'),
    stations: standing('station'),
    labs: standing('sharedLab'),
    did: getTotals(world.db, yearOf(year)),
    ever: getTotals(world.db, EVER),
  }
}

interface NewUse {
  readonly type: 'service' | 'labUse'
  readonly facility?: string | undefined
  readonly enterprise?: string | undefined
}

/** The place that was asked for, else the only one there is. */
function placeFor(world: World, { type, facility }: NewUse) {
  if (facility !== undefined) return getFacilityRow(world.db, facility)
  const [only, ...more] = listPlaces(world.db, PLACES[type], dayOf(world))
  return only === undefined || more.length > 0 ? null : getFacilityRow(world.db, only.id)
}

/** Today, at this place or at the only one there is; one problem, not solved yet; used once. */
function newUse(world: World, asked: NewUse): object {
  const { type, enterprise } = asked
  const place = placeFor(world, asked)
  return {
    facilityId: place?.rid,
    facilityName: place?.name,
    type,
    region: place?.region ?? world.self.region,
    on: dayOf(world),
    enterprise: enterprise === undefined ? undefined : snapshotOf(world, enterprise),
    ...(type === 'service' ? { problems: 1, solved: 0 } : { uses: 1 }),
  }
}

export const nqiHandlers: HandlersFor<typeof nqiContract> = {
  'nqi.listFacilities': (world, asked) => ok(listFacilities(world, asked)),
  'nqi.getFacility': (world, { id }) => ok(getFacility(world, id)),
  'nqi.listUses': (world, asked) => ok(listUses(world, asked)),
  'nqi.getTotals': (world, { year = thisYear(world) }) => ok(totals(world, year)),
  'nqi.listPlaces': (world, { type }) => ok(listPlaces(world.db, PLACES[type], dayOf(world))),
  'nqi.newFacility': (world, { type, platform }) => {
    const region = getFacilityRow(world.db, platform ?? '')?.region ?? world.self.region
    return fresh({ type, region, platformId: platform, elements: [], openedOn: dayOf(world) })
  },
  'nqi.newUse': (world, asked) => fresh(newUse(world, asked)),
}
