import { expect, test } from 'vitest'
import { decideCalendar } from '#shared/reference/decide-calendar'
import { isWorkingDay, plusDays } from '#shared/reference/working-calendar'
import { calendar, calendars, rules } from './shipped.ts'

/** What each notice makes of the days of the week: holidays on weekdays, work on weekends. */
const NOTICES = {
  2024: {
    off: '01-01 02-12 02-13 02-14 02-15 02-16 04-04 04-05 05-01 05-02 05-03 06-10 09-16 09-17 10-01 10-02 10-03 10-04 10-07',
    work: '02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12',
  },
  2025: {
    off: '01-01 01-28 01-29 01-30 01-31 02-03 02-04 04-04 05-01 05-02 05-05 06-02 10-01 10-02 10-03 10-06 10-07 10-08',
    work: '01-26 02-08 04-27 09-28 10-11',
  },
  2026: {
    off: '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 10-01 10-02 10-05 10-06 10-07',
    work: '01-04 02-14 02-28 05-09 09-20 10-10',
  },
}
const daysOf = (year: string) =>
  Array.from({ length: 366 }, (_, after) => plusDays(`${year}-01-01`, after)).filter((day) => day.startsWith(year))
const isWeekday = (day: string) => ![0, 6].includes(new Date(day).getUTCDay())
const works = (day: string) => JSON.stringify(isWorkingDay(calendar, day)) === '{"ok":true,"value":true}'
const shown = (days: readonly string[]) => days.map((day) => day.slice(5)).join(' ')

test.each(Object.entries(NOTICES))('%s: weekday holidays and worked weekends are those of the notice', (year, { off, work }) => {
  const days = daysOf(year)
  expect(shown(days.filter((day) => isWeekday(day) && !works(day)))).toBe(off)
  expect(shown(days.filter((day) => !isWeekday(day) && works(day)))).toBe(work)
})

test('the shipped calendars contradict nothing; one that does is refused, with the row', () => {
  expect(calendars.flatMap((each) => (decideCalendar(each).ok ? [] : [each.year]))).toEqual([])
  const [calendar2024] = calendars
  const broken = (row: object) => {
    const [first, ...others] = calendar2024!.holidays
    const decided = decideCalendar({ ...calendar2024, holidays: [{ ...first, ...row }, ...others] })
    return decided.ok ? [] : decided.problems.map(({ code, path }) => `${path} ${code}`)
  }
  expect(broken({ to: '2023-12-31' })).toEqual(['/holidays/0/to calendar.endsBeforeItBegins'])
  expect(broken({ workdays: ['2024-01-03'] })).toEqual(['/holidays/0/workdays calendar.workdayNoWeekend'])
  expect(broken({ workdays: ['2024-05-04'] })).toEqual(['/holidays/0/workdays calendar.workdayOff'])
  expect(broken({ to: '2025-01-01' })).toContain('/holidays/0 calendar.otherYear')
  expect(broken({ workdays: ['3 Jan'] })).toEqual(['/holidays/0/workdays/0 field.invalid'])
  expect(broken({ from: '2023-12-30' })).toEqual([])
})

/** Rules that no law makes: reminders of the help programmes, edited where a bureau does otherwise. */
const PRACTICE =
  'followUp referralAnswer agreementEnding agreementVisit appointmentEnding trialRun surveillance certificateReminder certificateLookup stageIdle'.split(
    ' ',
  )

test('every rule has one edition a start, an article in both languages, and says when its number was only remembered', () => {
  const lawful = rules.filter(({ key }) => !PRACTICE.includes(key))
  expect(new Set(rules.map(({ key, validFrom }) => `${key} ${validFrom}`)).size).toBe(rules.length)
  expect(lawful.filter(({ article }) => !/第.+条/.test(article.zh) || !/art\. \d+/.test(article.en))).toEqual([])
  expect(lawful.filter(({ sure, source }) => (sure === 'memory') !== source.includes('凭记忆')).map(({ key }) => key)).toEqual([])
  expect(rules.filter(({ en, zh }) => /\p{Script=Han}/u.test(en) || !/\p{Script=Han}/u.test(zh))).toEqual([])
})

test('a rule that no law makes says so: remembered, and never called an article', () => {
  const practice = rules.filter(({ key }) => PRACTICE.includes(key))
  expect(practice.map(({ key }) => key).toSorted()).toEqual(PRACTICE.toSorted())
  expect(practice.filter(({ sure, article }) => sure !== 'memory' || /第.+条/.test(article.zh)).map(({ key }) => key)).toEqual([])
})
