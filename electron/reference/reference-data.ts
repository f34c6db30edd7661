import type { CreditWeight } from '#shared/reference/credit-weight'
import type { DeadlineRule } from '#shared/reference/deadline-rule'
import type { HolidayCalendar } from '#shared/reference/holiday-calendar'
import { itemsInForce } from '#shared/reference/in-force'
import type { PaperLayout } from '#shared/reference/paper-layout'
import type { Law, LawNumber, SamplingRule } from '#shared/reference/reference'
import type { ReferenceTable } from '#shared/reference/reference-item'
import type { ItemOf } from '#shared/reference/reference-tables'
import { dayOf, type World } from '../kernel/world.ts'
import { directoryOf, type ReferenceWorld, usableItems } from './directory.ts'

export { getDistricts, isKnownRegion } from './shipped.ts'

type DatedWorld = ReferenceWorld & Pick<World, 'clock'>

const usable = <T extends ReferenceTable>(world: ReferenceWorld, table: T): readonly ItemOf[T][] => usableItems(directoryOf(world), table)

const inForce = <T extends ReferenceTable>(world: DatedWorld, table: T, day = dayOf(world)): ItemOf[T][] =>
  itemsInForce(table, directoryOf(world)[table].decisive, day).map(({ item }) => item)

/** One rule for each product kind: the edition in force on a day, today when none is said. */
export const getSamplingRules = (world: DatedWorld, day?: string): readonly SamplingRule[] => inForce(world, 'samplingRule', day)

export interface WhichEdition {
  readonly day?: string | undefined
  /** As a draft or a record names it. */
  readonly edition?: string | undefined
}

/**
 * The rule of a product kind. An edition that a document names is found even when it has ended, was withdrawn, made void or
 * superseded: a draft stays on its edition. null when there is no such rule; another edition is never guessed.
 */
export function getSamplingRule(world: DatedWorld, kind: string, { day, edition }: WhichEdition = {}): SamplingRule | null {
  const found =
    edition === undefined
      ? getSamplingRules(world, day).find((rule) => rule.kind === kind)
      : directoryOf(world).samplingRule.decisive.find(({ item }) => item.kind === kind && item.edition === edition)?.item
  return found ?? null
}

/** All editions; `findDeadlineRule` chooses the one in force on the day of the event. */
export const getDeadlineRules = (world: ReferenceWorld): readonly DeadlineRule[] => usable(world, 'deadlineRule')
export const getDeadlineRulesInForce = (world: DatedWorld): readonly DeadlineRule[] => inForce(world, 'deadlineRule')
export const getCreditWeights = (world: DatedWorld): readonly CreditWeight[] => inForce(world, 'creditWeight')
export const getCalendars = (world: ReferenceWorld): readonly HolidayCalendar[] => usable(world, 'holidayCalendar')
export const getPaperLayouts = (world: ReferenceWorld): readonly PaperLayout[] => usable(world, 'paperLayout')
export const getLawNumbers = (world: ReferenceWorld): readonly LawNumber[] => usable(world, 'lawNumber')
export const getLaw = (world: ReferenceWorld): Law =>
  Object.fromEntries(getLawNumbers(world).map((number) => [number.key, number])) as unknown as Law
