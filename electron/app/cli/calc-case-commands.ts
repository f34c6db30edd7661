import type { Command } from 'commander'
import { deadlineOf, findDeadlineRule, readDeadlineStart } from '#shared/reference/deadline'
import { decideCalendar } from '#shared/reference/decide-calendar'
import { workingCalendarOf } from '#shared/reference/working-calendar'
import { ok, type Result } from '#shared/kernel/result'
import { drawFrom } from '#shared/plan/draw'
import type { HolidayCalendar } from '#shared/reference/holiday-calendar'
import { sha256Of } from '../../kernel/durable-file.ts'
import { getCalendars, getDeadlineRules } from '../../reference/reference-data.ts'
import { action, type Cli, text } from './command.ts'
import { report } from './output.ts'
import { outputOf, readJsonInput, readTextInput } from './session.ts'

/** The calendars that ship with the program; one from a file is added, or replaces the one of its year. */
function calendarsWith(file: string | null): Result<readonly HolidayCalendar[]> {
  if (file === null) return ok(getCalendars())
  const json = readJsonInput(file)
  if (!json.ok) return json
  const calendar = decideCalendar(json.value)
  return calendar.ok ? ok([...getCalendars(), calendar.value]) : calendar
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
  const rule = findDeadlineRule(getDeadlineRules(), order.rule, from.value.slice(0, 10))
  if (!rule.ok) return rule
  const calendars = calendarsWith(order.calendar)
  if (!calendars.ok) return calendars
  const deadline = deadlineOf(rule.value, from.value, workingCalendarOf(calendars.value))
  if (!deadline.ok) return deadline
  const { key, zh, en, kind, unit, amount, article, source, sure } = rule.value
  const { raw, due, ...counted } = deadline.value
  return ok({ raw, due, rule: key, source, ...counted, zh, en, kind, unit, amount, article, sure })
}

/** The ids of a pool file, one a line; the byte order mark and line ends that Windows writes are not part of them. */
function readPool(file: string): Result<readonly string[]> {
  const content = readTextInput(file)
  if (!content.ok) return content
  return ok(content.value.replace(/^\uFEFF|\r?\n$/g, '').split(/\r?\n/))
}

/** `{picks, algorithm, poolHash}`, with the ids that were drawn, the seed and the size of the pool. */
function calcDraw(file: string, take: number, seed: string): Result<object> {
  const ids = readPool(file)
  if (!ids.ok) return ids
  const draw = drawFrom({ ids: ids.value, take, seed }, sha256Of)
  if (!draw.ok) return draw
  return ok({ ...draw.value, ids: draw.value.picks.map((pick) => ids.value[pick]), seed, poolSize: ids.value.length })
}

/** `calc deadline` and `calc draw`: the rules of a case and of its plan, without a profile. */
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
  const draw = calc.command('draw').description('draw at random so that anybody can draw the same again')
  draw
    .requiredOption('--pool <file>', 'one id a line, or - for stdin')
    .requiredOption('--take <n>', 'how many')
    .requiredOption('--seed <s>', 'one line of text')
  action(cli, draw, (common, _args, { pool, take, seed }) => report(outputOf(common), calcDraw(text(pool), Number(text(take)), text(seed))))
}
