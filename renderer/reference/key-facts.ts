import type { CreditWeight } from '#shared/reference/credit-weight'
import type { DeadlineRule } from '#shared/reference/deadline-rule'
import type { HolidayCalendar } from '#shared/reference/holiday-calendar'
import type { LawNumber, SamplingRule } from '#shared/reference/reference'
import type { ListedItem } from '#shared/reference/reference-contract'
import type { ReferenceTable } from '#shared/reference/reference-item'
import { workingCalendarOf } from '#shared/reference/working-calendar'
import { useAnyWord, useLanguage, useWords } from '../kernel/i18n'

type Words = ReturnType<typeof useWords>

function ruleFacts(t: Words, rule: SamplingRule): string {
  const { testQuantity: test, backupQuantity: backup, unit, baseMinimum: base, items, drawUnits } = rule
  const facts = t('reference.facts.samplingRule', { test, backup, unit, base, items: items.length })
  return drawUnits === undefined ? facts : `${facts} · ${t('reference.facts.draw', drawUnits)}`
}

function deadlineFacts(t: Words, { amount, unit, openInterval }: DeadlineRule): string {
  if (openInterval !== undefined) return t('reference.facts.interval', openInterval)
  return t('reference.facts.deadlineRule', { amount, unit: t(`reference.unit.${unit}`) })
}

function calendarFacts(t: Words, calendar: HolidayCalendar): string {
  const { daysOff, workdays } = workingCalendarOf([calendar])
  return t('reference.facts.holidayCalendar', { feasts: calendar.holidays.length, off: daysOff.size, work: workdays.size })
}

function weightFacts(t: Words, { points, validMonths, most }: CreditWeight): string {
  const said = t('reference.facts.creditWeight', { points: points > 0 ? `+${String(points)}` : points })
  const months = validMonths === undefined ? [] : [t('reference.facts.creditMonths', { months: validMonths })]
  const atMost = most === undefined ? [] : [t('reference.facts.creditMost', { most })]
  return [said, ...months, ...atMost].join(' · ')
}

/** What matters of an item in one line. */
export function useKeyFacts(): (table: ReferenceTable, item: unknown) => string {
  const t = useWords()
  return (table, item) => {
    if (table === 'samplingRule') return ruleFacts(t, item as SamplingRule)
    if (table === 'deadlineRule') return deadlineFacts(t, item as DeadlineRule)
    if (table === 'holidayCalendar') return calendarFacts(t, item as HolidayCalendar)
    if (table === 'creditWeight') return weightFacts(t, item as CreditWeight)
    return table === 'lawNumber' ? t('reference.facts.lawNumber', { value: (item as LawNumber).value }) : ''
  }
}

/** The name of an item in the language in use, where it has one; a number of the law is named by its key. */
export function useItemName(): (table: ReferenceTable, listed: Pick<ListedItem, 'title' | 'item'>) => string {
  const language = useLanguage()
  const say = useAnyWord()
  return (table, { title, item: { en } }) => {
    if (table === 'lawNumber') {
      const path = `reference.field.lawName.${title}`
      const said = say(path)
      return said === path ? title : said
    }
    return language === 'en' && typeof en === 'string' && en !== '' ? en : title
  }
}

/** From when until when; of a table without dates nothing. */
export function useValidity(): (table: ReferenceTable, item: Pick<ListedItem, 'validFrom' | 'validTo'>) => string {
  const t = useWords()
  return (table, { validFrom: from, validTo: to }) => {
    if (table !== 'samplingRule' && table !== 'deadlineRule') return ''
    if (to !== null) return t('reference.validityTo', { from: from ?? '', to })
    return from === null ? t('reference.always') : t('reference.validity', { from })
  }
}
