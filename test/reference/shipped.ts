import { z } from 'zod'
import { shipped } from '#electron/reference/shipped'
import rulesFile from '#seeds/reference/deadline-rules.json' with { type: 'json' }
import of2024 from '#seeds/reference/holidays-2024.json' with { type: 'json' }
import of2025 from '#seeds/reference/holidays-2025.json' with { type: 'json' }
import of2026 from '#seeds/reference/holidays-2026.json' with { type: 'json' }
import type { ArticleOf } from '#shared/kernel/procedure'
import type { Problem } from '#shared/kernel/result'
import { type Deadline, deadlineOf } from '#shared/reference/deadline'
import { DeadlineRule } from '#shared/reference/deadline-rule'
import { HolidayCalendar } from '#shared/reference/holiday-calendar'
import type { Law, SamplingRule } from '#shared/reference/reference'
import { type WorkingCalendar, workingCalendarOf } from '#shared/reference/working-calendar'

/** The reference data as the program ships them. */
export const calendars = z.array(HolidayCalendar).parse([of2024, of2025, of2026])
export const rules = z.array(DeadlineRule).parse(rulesFile)
export const calendar = workingCalendarOf(calendars)

export function shippedRule(key: string): DeadlineRule {
  const rule = rules.find((each) => each.key === key)
  if (rule === undefined) throw new Error(`no rule ${key}`)
  return rule
}

/** A shipped rule with another number of days, for vectors that name no rule. */
export const calendarDays = (amount: number): DeadlineRule => ({ ...shippedRule('objection'), amount })
export const workingDays = (amount: number): DeadlineRule => ({ ...shippedRule('foodRetestApplication'), amount })

/** The deadline, or the problems as a test reads them. */
export function count(
  rule: DeadlineRule,
  from: string,
  by: WorkingCalendar = calendar,
): Deadline | { readonly refused: readonly Problem[] } {
  const counted = deadlineOf(rule, from, by)
  return counted.ok ? counted.value : { refused: counted.problems }
}

/** The due date of a rule that is certain to have one. */
export function dueOf(rule: DeadlineRule, from: string, by: WorkingCalendar = calendar): string {
  const counted = deadlineOf(rule, from, by)
  if (!counted.ok) throw new Error(counted.problems[0].code)
  return counted.value.due
}

/** What the program brings for a product kind; null where it brings nothing. */
export const shippedSamplingRule = (kind: string): SamplingRule | null => shipped.samplingRule().find((rule) => rule.kind === kind) ?? null
export const shippedLaw = Object.fromEntries(shipped.lawNumber().map((number) => [number.key, number])) as unknown as Law
export const shippedArticleOf: ArticleOf = (key) => {
  const found = shipped.lawArticle().find((article) => article.key === key)
  if (found === undefined) throw new Error(`no article ships for ${key}`)
  return found.article
}
