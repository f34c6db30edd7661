import { ok } from '#shared/kernel/result'
import type { referenceContract } from '#shared/reference/reference-contract'
import type { HandlersFor } from '../kernel/router.ts'
import { getCalendars, getDeadlineRules, getDistricts, getLawNumbers, getSamplingRules } from './reference-data.ts'

export const referenceHandlers: HandlersFor<typeof referenceContract> = {
  'reference.listDistricts': () => ok(getDistricts()),
  'reference.listSamplingRules': () => ok(getSamplingRules()),
  'reference.listLaw': () => ok(getLawNumbers()),
  'reference.listDeadlineRules': () => ok(getDeadlineRules()),
  'reference.listCalendars': () => ok(getCalendars()),
}
