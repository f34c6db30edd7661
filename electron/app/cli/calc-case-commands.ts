import type { Command } from 'commander'
import { ok, type Result } from '#shared/kernel/result'
import { deadlineOf, findDeadlineRule, readDeadlineStart } from '#shared/reference/deadline'
import { decideCalendar } from '#shared/reference/decide-calendar'
import type { HolidayCalendar } from '#shared/reference/holiday-calendar'
import { workingCalendarOf } from '#shared/reference/working-calendar'
import { shipped } from '../../reference/shipped.ts'
import { action, type Cli, text } from './command.ts'
import { report } from './output.ts'
import { outputOf, readJsonInput } from './session.ts'

/** The calendars that ship with the program; one from a file is added, or replaces the one of its year. */
function calendarsWith(file: string | null): Result<readonly HolidayCalendar[]> {
  if (file === null) return ok(shipped.holidayCalendar())
  const json = readJsonInput(file)
  if (!json.ok) return json
  const calendar = decideCalendar(json.value)
  return calendar.ok ? ok([...shipped.holidayCalendar(), calendar.value]) : calendar
}

interface DeadlineOrder {
  readonly rule: string
  readonly from: string
  readonly calendar: string | null
}

/** `{raw, due, rule, source, days, calendar}`, with `window` for an open interval. */
function calcDeadline(order: DeadlineOrder): Result<object> {
  const from = readDeadlineStart(order.from)
  if (!from.ok) return from
  const rule = findDeadlineRule(shipped.deadlineRule(), order.rule, from.value.slice(0, 10))
  if (!rule.ok) return rule
  const calendars = calendarsWith(order.calendar)
  if (!calendars.ok) return calendars
  const deadline = deadlineOf(rule.value, from.value, workingCalendarOf(calendars.value))
  if (!deadline.ok) return deadline
  const { key, zh, en, kind, unit, amount, article, source, sure } = rule.value
  const { raw, due, ...counted } = deadline.value
  return ok({ raw, due, rule: key, source, ...counted, zh, en, kind, unit, amount, article, sure })
}

/** `calc deadline`: the clocks of a case, without a profile. */
export function addCaseCalcCommands(cli: Cli, calc: Command): void {
  const deadline = calc.command('deadline').description('when a statutory clock runs out')
  deadline
    .requiredOption('--rule <rule>', 'a key of seeds/reference/deadline-rules.json, such as objection')
    .requiredOption('--from <date>', 'YYYY-MM-DD of the event, for rules in hours YYYY-MM-DDTHH:MM')
    .option('--calendar <file>', 'a holiday calendar of one year, in place of the one shipped for it')
  action(cli, deadline, (common, _args, { rule, from, calendar }) =>
    report(
      outputOf(common),
      calcDeadline({ rule: text(rule), from: text(from), calendar: calendar === undefined ? null : text(calendar) }),
    ),
  )
}
