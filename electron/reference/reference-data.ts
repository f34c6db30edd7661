import { z } from 'zod'
import deadlineRules from '#seeds/reference/deadline-rules.json' with { type: 'json' }
import districts from '#seeds/reference/districts.json' with { type: 'json' }
import holidays2024 from '#seeds/reference/holidays-2024.json' with { type: 'json' }
import holidays2025 from '#seeds/reference/holidays-2025.json' with { type: 'json' }
import holidays2026 from '#seeds/reference/holidays-2026.json' with { type: 'json' }
import law from '#seeds/reference/law.json' with { type: 'json' }
import samplingRules from '#seeds/reference/sampling-rules.json' with { type: 'json' }
import { DeadlineRule } from '#shared/reference/deadline-rule'
import { HolidayCalendar } from '#shared/reference/holiday-calendar'
import { District, type Law, LawNumber, SamplingRule } from '#shared/reference/reference'

/** Reference data as shipped, parsed once when first asked for: nothing of it is work for the start. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

export const getDistricts = once(() => z.array(District).parse(districts))
export const getSamplingRules = once(() => z.array(SamplingRule).parse(samplingRules))
export const getLawNumbers = once(() => z.array(LawNumber).parse(law))
export const getLaw = once(() => Object.fromEntries(getLawNumbers().map((number) => [number.key, number])) as unknown as Law)
export const getDeadlineRules = once(() => z.array(DeadlineRule).parse(deadlineRules))
export const getCalendars = once(() => z.array(HolidayCalendar).parse([holidays2024, holidays2025, holidays2026]))

export const getSamplingRule = (kind: string): SamplingRule | null => getSamplingRules().find((rule) => rule.kind === kind) ?? null
export const isKnownRegion = (code: string): boolean => getDistricts().some((district) => district.code === code)
