import type { z } from 'zod'
import { type FieldProblem, parseInput } from '../kernel/parse-problems.ts'
import type { Result } from '../kernel/result.ts'
import { LawArticle } from './article.ts'
import { CreditWeight } from './credit-weight.ts'
import { DeadlineRule } from './deadline-rule.ts'
import { type CalendarFileProblem, decideCalendar } from './decide-calendar.ts'
import { decideSamplingRule, type SamplingRuleProblem } from './decide-sampling-rule.ts'
import { HolidayCalendar } from './holiday-calendar.ts'
import { PaperLayout } from './paper-layout.ts'
import { LawNumber, SamplingRule } from './reference.ts'
import type { ReferenceTable } from './reference-item.ts'

/** What an item of each table is. */
export interface ItemOf {
  readonly samplingRule: SamplingRule
  readonly deadlineRule: DeadlineRule
  readonly holidayCalendar: HolidayCalendar
  readonly lawNumber: LawNumber
  readonly lawArticle: LawArticle
  readonly paperLayout: PaperLayout
  readonly creditWeight: CreditWeight
}
export type AnyItem = ItemOf[ReferenceTable]

const SCHEMAS: { readonly [T in ReferenceTable]: z.ZodType<ItemOf[T]> } = {
  samplingRule: SamplingRule,
  deadlineRule: DeadlineRule,
  holidayCalendar: HolidayCalendar,
  lawNumber: LawNumber,
  lawArticle: LawArticle,
  paperLayout: PaperLayout,
  creditWeight: CreditWeight,
}

/** Reads what was sealed; null when it is of another shape (from a newer program, or merged from two edits that do not fit). */
export function readItem<T extends ReferenceTable>(table: T, item: unknown): ItemOf[T] | null {
  const parsed = SCHEMAS[table].safeParse(item)
  return parsed.success ? parsed.data : null
}

export type ItemProblem = FieldProblem | CalendarFileProblem | SamplingRuleProblem

/** May this be an item of the table? Anything that came from a file or a form; refused with everything that is wrong with it. */
export function decideItem<T extends ReferenceTable>(table: T, item: unknown): Result<ItemOf[T], ItemProblem> {
  const decide: (input: unknown) => Result<AnyItem, ItemProblem> =
    table === 'holidayCalendar'
      ? decideCalendar
      : table === 'samplingRule'
        ? decideSamplingRule
        : (input) => parseInput(SCHEMAS[table] as z.ZodType<AnyItem>, input)
  return decide(item) as Result<ItemOf[T], ItemProblem>
}

const NAMES: { readonly [T in ReferenceTable]: (item: ItemOf[T]) => readonly [family: string, edition: string] } = {
  samplingRule: ({ kind, edition }) => [kind, edition],
  deadlineRule: ({ key, validFrom }) => [key, validFrom],
  holidayCalendar: ({ year }) => [String(year), ''],
  lawNumber: ({ key }) => [key, ''],
  lawArticle: ({ key }) => [key, ''],
  paperLayout: ({ name }) => [name, ''],
  creditWeight: ({ key, validFrom = '' }) => [key, validFrom],
}

/** What the editions of one thing have in common: a product kind, a rule's key. */
export const familyOf = <T extends ReferenceTable>(table: T, item: ItemOf[T]): string => NAMES[table](item)[0]

/** The same key is the same item: `水泥@GB 175-2023`, `objection@2020-01-01`, `2027`, `minimumSamplers`. */
export const keyOfItem = <T extends ReferenceTable>(table: T, item: ItemOf[T]): string =>
  NAMES[table](item)
    .filter((part) => part !== '')
    .join('@')
