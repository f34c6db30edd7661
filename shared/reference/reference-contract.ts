import { z } from 'zod'
import { query } from '../kernel/contract.ts'
import { DeadlineRule } from './deadline-rule.ts'
import { HolidayCalendar } from './holiday-calendar.ts'
import { District, LawNumber, SamplingRule } from './reference.ts'

export const referenceContract = {
  'reference.listDistricts': query(z.object({}), z.array(District)),
  'reference.listSamplingRules': query(z.object({}), z.array(SamplingRule)),
  'reference.listLaw': query(z.object({}), z.array(LawNumber)),
  'reference.listDeadlineRules': query(z.object({}), z.array(DeadlineRule)),
  'reference.listCalendars': query(z.object({}), z.array(HolidayCalendar)),
}
