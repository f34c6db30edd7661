import { z } from 'zod'
import { plusDays } from '../reference/working-calendar.ts'
import { lastDayOf, type ServiceAgreement } from './service-agreement.ts'

/** 未生效, 有效, 到期, 终止: said by the days alone, never written down. */
export const AgreementStatus = z.enum(['upcoming', 'inForce', 'expired', 'ended'])
export type AgreementStatus = z.infer<typeof AgreementStatus>

type Term = Pick<ServiceAgreement, 'validFrom' | 'validTo' | 'endedOn'>

/** Where an agreement stands on a day. It still stands on its last day, be that the agreed one or the one on which it was ended. */
export function statusOf(term: Term, today: string): AgreementStatus {
  if (today < term.validFrom) return 'upcoming'
  if (today <= lastDayOf(term)) return 'inForce'
  return term.endedOn === undefined ? 'expired' : 'ended'
}

/** Until when the next visit was promised: the interval after the last visit, or after the first day where there was none yet. */
export const nextVisitBy = ({ validFrom }: Pick<Term, 'validFrom'>, intervalDays: number, lastVisit: string | null): string =>
  plusDays(lastVisit !== null && lastVisit > validFrom ? lastVisit : validFrom, intervalDays)
