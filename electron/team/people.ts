import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { parseISO } from 'date-fns/parseISO'
import type { z } from 'zod'
import { countPeople, listPersonRows, type PersonRow } from '#db/team/adviser-queries'
import { textAt } from '#shared/kernel/kind'
import type { Adviser } from '#shared/team/adviser'
import type { Appointment, PersonSummary, teamContract } from '#shared/team/team-contract'
import { dayOf, type World } from '../kernel/world.ts'
import { daysOfRule } from '../reference/days-of-rule.ts'

type Asked = z.output<(typeof teamContract)['team.listPeople']['input']>
type Given = z.output<(typeof teamContract)['team.listPeople']['output']>

function appointmentOf(validTo: string, today: string, reminder: number): Appointment {
  if (validTo === '') return 'open'
  if (validTo < today) return 'expired'
  return differenceInCalendarDays(parseISO(validTo), parseISO(today)) <= reminder ? 'ending' : 'valid'
}

function shown(row: PersonRow, today: string, reminder: number): PersonSummary {
  const { rid: id, doc, name, region, state, demo, open, enterpriseName } = row
  const { role, expertise } = doc as unknown as Pick<Adviser, 'role' | 'expertise'>
  const text = (key: string): string => textAt(doc, key)
  const validTo = text('validTo')
  const enterprise = text('enterpriseId')
  return {
    id,
    name,
    role,
    region,
    org: text('org'),
    enterprise: enterprise === '' ? null : { id: enterprise, name: enterpriseName ?? '' },
    expertise: [...expertise],
    appointmentNo: text('appointmentNo'),
    appointedOn: text('appointedOn'),
    validTo,
    appointment: appointmentOf(validTo, today, reminder),
    phone: text('phone'),
    state,
    demo: demo === 1,
    conflict: open === 1,
  }
}

/** People page by page, with where their appointment stands today. */
export function listPeople(world: World, { expired, ...filter }: Asked): Given {
  const today = dayOf(world)
  const { rows, next } = listPersonRows(world.db, { ...filter, ...(expired ? { expiredBefore: today } : {}) })
  const reminder = daysOfRule(world, 'appointmentEnding') ?? 0
  return { items: rows.map((row) => shown(row, today, reminder)), counts: countPeople(world.db, today), next }
}
