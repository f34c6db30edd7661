import { z } from 'zod'
import articles from '#seeds/reference/articles.json' with { type: 'json' }
import creditWeights from '#seeds/reference/credit-weights.json' with { type: 'json' }
import deadlineRules from '#seeds/reference/deadline-rules.json' with { type: 'json' }
import districts from '#seeds/reference/districts.json' with { type: 'json' }
import holidays2024 from '#seeds/reference/holidays-2024.json' with { type: 'json' }
import holidays2025 from '#seeds/reference/holidays-2025.json' with { type: 'json' }
import holidays2026 from '#seeds/reference/holidays-2026.json' with { type: 'json' }
import law from '#seeds/reference/law.json' with { type: 'json' }
import samplingRules from '#seeds/reference/sampling-rules.json' with { type: 'json' }
import { LawArticle } from '#shared/reference/article'
import { CreditWeight } from '#shared/reference/credit-weight'
import { DeadlineRule } from '#shared/reference/deadline-rule'
import { HolidayCalendar } from '#shared/reference/holiday-calendar'
import { PaperLayout } from '#shared/reference/paper-layout'
import { District, LawNumber, SamplingRule } from '#shared/reference/reference'
import type { ItemOf } from '#shared/reference/reference-tables'
import { shippedLayouts } from './shipped-layouts.ts'

/** Reference data as shipped, parsed once when first asked for: nothing of it is work for the start. */
const once = <T>(make: () => T): (() => T) => {
  let made: T | undefined
  return () => (made ??= make())
}

type Shipped = { readonly [T in keyof ItemOf]: () => readonly ItemOf[T][] }

/** What the program brings, before anybody changed anything: for a start without a profile, and below all others. */
export const shipped: Shipped = {
  samplingRule: once(() => z.array(SamplingRule).parse(samplingRules)),
  deadlineRule: once(() => z.array(DeadlineRule).parse(deadlineRules)),
  holidayCalendar: once(() => z.array(HolidayCalendar).parse([holidays2024, holidays2025, holidays2026])),
  lawNumber: once(() => z.array(LawNumber).parse(law)),
  lawArticle: once(() => z.array(LawArticle).parse(articles)),
  paperLayout: once(() => z.array(PaperLayout).parse(shippedLayouts)),
  creditWeight: once(() => z.array(CreditWeight).parse(creditWeights)),
}

export const getDistricts = once(() => z.array(District).parse(districts))
export const isKnownRegion = (code: string): boolean => getDistricts().some((district) => district.code === code)
