import type { z } from 'zod'
import { countStations, type FacilityRow, getFacilityRow, listFacilityRows } from '#db/nqi/facility-queries'
import { getTotalsOf, type Stretch } from '#db/nqi/nqi-totals'
import { countWaiting, listReferrals, listUseRows, type UseRow } from '#db/nqi/use-queries'
import { confirmedFen, fenOf } from '#shared/enterprise/benefit'
import { textAt } from '#shared/kernel/kind'
import { STANDING } from '#shared/kernel/measure'
import type { FacilitySummary, nqiContract, UseSummary } from '#shared/nqi/nqi-contract'
import { dayOf, type World } from '../kernel/world.ts'

type Asked<N extends keyof typeof nqiContract> = z.output<(typeof nqiContract)[N]['input']>
type Given<N extends keyof typeof nqiContract> = z.output<(typeof nqiContract)[N]['output']>

export const yearOf = (year: number): Stretch => ({ from: `${String(year)}-01-01`, to: `${String(year)}-12-31` })
export const thisYear = (world: World): number => Number(dayOf(world).slice(0, 4))
export const EVER: Stretch = { from: '', to: STANDING }

const named = (id: string, name: string | null) => (id === '' ? null : { id, name: name ?? '' })

function shownFacility(world: World, row: FacilityRow): FacilitySummary {
  const today = dayOf(world)
  const { rid: id, type, name, region, opened, until, doc, state } = row
  const { elements } = doc
  return {
    id,
    type,
    name,
    region,
    platform: named(row.platform, row.platformName),
    enterprise: named(row.enterprise, row.enterpriseName),
    elements: Array.isArray(elements) ? elements.map(String) : [],
    items: textAt(doc, 'items'),
    openedOn: opened,
    closedOn: until === STANDING ? '' : until,
    isOpen: opened <= today && today <= until,
    stations: type === 'platform' ? countStations(world.db, id, today) : 0,
    waiting: countWaiting(world.db, id),
    did: getTotalsOf(world.db, id, yearOf(thisYear(world))),
    state,
    demo: row.demo === 1,
    conflict: row.open === 1,
  }
}

export function listFacilities(world: World, { show, ...filter }: Asked<'nqi.listFacilities'>): Given<'nqi.listFacilities'> {
  const { rows, next } = listFacilityRows(world.db, { ...filter, ...(show === 'open' ? { openOn: dayOf(world) } : {}) })
  return { items: rows.map((row) => shownFacility(world, row)), next }
}

export function getFacility(world: World, id: string): Given<'nqi.getFacility'> {
  const row = getFacilityRow(world.db, id)
  if (row === null) return null
  const referrals = listReferrals(world.db, id).map(({ problem, day, waiting, doc }) => ({
    problem,
    on: day,
    facility: textAt(doc, 'facilityName'),
    enterprise: textAt(doc, 'enterpriseName'),
    description: textAt(doc, 'description'),
    question: textAt(doc, 'question'),
    waiting: waiting === 1,
  }))
  return { summary: shownFacility(world, row), doc: row.doc as never, ever: getTotalsOf(world.db, id, EVER), referrals }
}

/** A benefit as it stands: whether it counts, and for what it was reckoned. */
function benefitIn({ benefit }: UseRow['doc']): UseSummary['benefit'] {
  const yuan = textAt(benefit, 'yuan')
  if (yuan === '') return null
  const text = (name: string): string => textAt(benefit, name)
  return {
    fen: fenOf(yuan),
    basis: text('basis'),
    confirmed: confirmedFen(benefit) > 0,
    confirmedBy: text('confirmedBy'),
    confirmedOn: text('confirmedOn'),
  }
}

function shownUse({ rid: id, day, state, demo, open, doc }: UseRow): UseSummary {
  const text = (...path: string[]): string => textAt(doc, ...path)
  const number = (name: string): number => (typeof doc[name] === 'number' ? doc[name] : 0)
  return {
    id,
    type: text('type') === 'labUse' ? 'labUse' : 'service',
    facilityId: text('facilityId'),
    facility: text('facilityName'),
    on: day,
    enterpriseId: text('enterprise', 'enterpriseId'),
    enterprise: text('enterprise', 'name'),
    matter: text('matter'),
    element: text('element'),
    problems: number('problems'),
    solved: number('solved'),
    solvedOn: text('solvedOn'),
    answer: text('answer'),
    uses: number('uses'),
    benefit: benefitIn(doc),
    state,
    demo: demo === 1,
    conflict: open === 1,
  }
}

export function listUses(world: World, asked: Asked<'nqi.listUses'>): Given<'nqi.listUses'> {
  const { rows, next } = listUseRows(world.db, asked)
  return { items: rows.map(shownUse), next }
}
