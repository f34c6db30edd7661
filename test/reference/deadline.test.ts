import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findDeadlineRule } from '#shared/reference/deadline'
import { isWorkingDay, plusDays, type WorkingCalendar, workingCalendarOf } from '#shared/reference/working-calendar'
import { calendar, calendarDays, calendars, count, dueOf, rules, shippedRule, workingDays } from './shipped.ts'

const edition = { 2024: '2024 国办发明电〔2023〕7号', 2026: '2026 国办发明电〔2025〕7号' }
const days = (rule: Parameters<typeof count>[0], ...starts: string[]) => starts.map((from) => dueOf(rule, from))

describe('vectors of domain.md §4.6', () => {
  test('V34: 15 days from 2024-03-01 end on a Saturday, so on the Monday after', () => {
    expect(count(shippedRule('objection'), '2024-03-01')).toEqual({
      raw: '2024-03-16',
      due: '2024-03-18',
      days: 15,
      calendar: edition[2024],
    })
  })
  test('V35: 15 days from 2024-09-20 end in the National Day week', () => {
    expect(count(shippedRule('objection'), '2024-09-20')).toMatchObject({ raw: '2024-10-05', due: '2024-10-08' })
  })
  test('V36: 15 days from 2026-02-02 end in the Spring Festival', () => {
    expect(count(shippedRule('objection'), '2026-02-02')).toMatchObject({ raw: '2026-02-17', due: '2026-02-24' })
  })
  test('V37: an order of 2024-03-01: rectified within 60 days, rechecked within 75', () => {
    expect(count(shippedRule('rectification'), '2024-03-01')).toMatchObject({ raw: '2024-04-30', due: '2024-04-30' })
    expect(count(shippedRule('recheck'), '2024-03-01')).toMatchObject({ raw: '2024-05-15', due: '2024-05-15' })
  })
  test('V38: an order of 2026-08-03: both last days roll, one over a holiday, one over a weekend', () => {
    expect(count(shippedRule('rectification'), '2026-08-03')).toMatchObject({ raw: '2026-10-02', due: '2026-10-08' })
    expect(count(shippedRule('recheck'), '2026-08-03')).toMatchObject({ raw: '2026-10-17', due: '2026-10-19' })
  })
  test('V39: announced on 2024-03-01, the second recheck is after 60 and before 90 days', () => {
    expect(count(shippedRule('secondRecheck'), '2024-03-01')).toEqual({
      raw: '2024-05-01',
      due: '2024-05-29',
      days: 89,
      calendar: null,
      window: { first: '2024-05-01', last: '2024-05-29' },
    })
  })
  test('V40: 7 working days from 2024-09-27 count the Sunday and the Saturday that are worked', () => {
    expect(count(shippedRule('foodRetestApplication'), '2024-09-27')).toEqual({
      raw: '2024-10-12',
      due: '2024-10-12',
      days: 7,
      calendar: edition[2024],
    })
  })
  test('V41: 7 working days over two Spring Festivals', () => {
    expect(days(workingDays(7), '2025-01-24', '2026-02-13')).toEqual(['2025-02-10', '2026-03-02'])
  })
  test('V42: 5 and 20 working days from 2026-09-18', () => {
    expect([dueOf(workingDays(5), '2026-09-18'), dueOf(workingDays(20), '2026-09-18')]).toEqual(['2026-09-24', '2026-10-22'])
  })
  test('V43: 3 working days from 2026-04-30', () => {
    expect(days(shippedRule('foodBackupHandover'), '2026-04-30')).toEqual(['2026-05-08'])
  })
})

describe('what is not known is said', () => {
  const missing = { refused: [{ code: 'calendar.missingYear', path: '', facts: { year: '2027' } }] }

  test('a last day in a year without a calendar', () => {
    expect(count(calendarDays(15), '2026-12-25')).toEqual(missing)
    expect(count(workingDays(5), '2026-12-29')).toEqual(missing)
    expect(isWorkingDay(calendar, '2027-01-05')).toEqual({ ok: false, problems: missing.refused })
  })
  test('a year that is only passed through is not asked when calendar days are counted', () => {
    const only2026 = workingCalendarOf(calendars.filter(({ year }) => year === 2026))
    expect(count(calendarDays(15), '2025-12-28', only2026)).toMatchObject({ due: '2026-01-12', calendar: edition[2026] })
    expect(count(workingDays(5), '2025-12-28', only2026)).toMatchObject({ refused: [{ facts: { year: '2025' } }] })
  })
  test('an answer that rests on two notices names both', () => {
    expect(count(workingDays(5), '2025-12-29')).toMatchObject({
      due: '2026-01-06',
      calendar: `2025 国办发明电〔2024〕12号; ${edition[2026]}`,
    })
  })
})

test('of two calendars for one year the later counts', () => {
  const [of2024, , of2026] = calendars
  const bare = { ...of2026!, edition: '试', holidays: [of2026!.holidays[0]!] }
  const by = workingCalendarOf([of2024!, of2026!, bare])
  expect(count(calendarDays(15), '2026-02-02', by)).toEqual({ raw: '2026-02-17', due: '2026-02-17', days: 15, calendar: '2026 试' })
})

test('hours run from the minute of the event, through nights and weekends; a day alone is not enough', () => {
  expect(count(shippedRule('foodRapidTestRetest'), '2026-10-01T22:30')).toEqual({
    raw: '2026-10-02T02:30',
    due: '2026-10-02T02:30',
    days: 1,
    calendar: null,
  })
  expect(count(shippedRule('foodRapidTestRetest'), '2026-10-01')).toMatchObject({ refused: [{ code: 'deadline.timeMissing' }] })
})

test('months end on the same date, or on the last of a shorter month', () => {
  expect(days(shippedRule('foodBackupRetentionFail'), '2025-08-31', '2025-05-10')).toEqual(['2026-02-28', '2025-11-10'])
})

test('the time of day does not matter to rules in days', () => {
  expect(count(calendarDays(15), '2024-03-01T23:59')).toEqual(count(calendarDays(15), '2024-03-01'))
})

test('a rule is taken in the edition in force on the day', () => {
  const old = { ...shippedRule('objection'), amount: 10, validFrom: '2000-09-01', validTo: '2019-12-31' }
  const found = (day: string) => findDeadlineRule([...rules, old], 'objection', day)
  expect(found('2019-12-31')).toEqual({ ok: true, value: old })
  expect(found('2020-01-01')).toEqual({ ok: true, value: shippedRule('objection') })
  expect(found('1999-01-01')).toMatchObject({ problems: [{ code: 'deadline.ruleNotInForce' }] })
  expect(findDeadlineRule(rules, 'objektion', '2026-01-01')).toMatchObject({ problems: [{ code: 'deadline.unknownRule' }] })
})

describe('for any start, length and holiday', () => {
  const start = fc.integer({ min: 0, max: 900 }).map((after) => plusDays('2024-01-01', after))
  const length = fc.integer({ min: 1, max: 90 })
  const rule = fc.oneof(length.map(calendarDays), length.map(workingDays))
  const withDayOff = (day: string): WorkingCalendar => ({ ...calendar, daysOff: new Set([...calendar.daysOff, day]) })

  test('a last day that rolls is a working day, and none between it and the raw day is one', () => {
    fc.assert(
      fc.property(start, length, (from, amount) => {
        const counted = count(calendarDays(amount), from)
        if ('refused' in counted) throw new Error(JSON.stringify(counted.refused))
        expect(counted.raw).toBe(plusDays(from, amount))
        expect(isWorkingDay(calendar, counted.due)).toEqual({ ok: true, value: true })
        for (let day = counted.raw; day < counted.due; day = plusDays(day, 1)) {
          expect(isWorkingDay(calendar, day)).toEqual({ ok: true, value: false })
        }
      }),
    )
  })
  test('as many working days lie after the start, up to the last, as the rule counts', () => {
    fc.assert(
      fc.property(start, length, (from, amount) => {
        const due = dueOf(workingDays(amount), from)
        let worked = 0
        for (let day = plusDays(from, 1); day <= due; day = plusDays(day, 1)) {
          const working = isWorkingDay(calendar, day)
          if (working.ok && working.value) worked++
        }
        expect(worked).toBe(amount)
      }),
    )
  })
  test('one holiday more never makes a deadline earlier', () => {
    fc.assert(
      fc.property(rule, start, fc.integer({ min: 0, max: 150 }), (any, from, after) => {
        expect(dueOf(any, from, withDayOff(plusDays(from, after))) >= dueOf(any, from)).toBe(true)
      }),
    )
  })
  test('a later start never makes a deadline earlier', () => {
    fc.assert(
      fc.property(rule, start, (any, from) => {
        expect(dueOf(any, plusDays(from, 1)) >= dueOf(any, from)).toBe(true)
      }),
    )
  })
})
