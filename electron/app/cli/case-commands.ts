import type { Command } from 'commander'
import { problem, type Result, refuse } from '#shared/kernel/result'
import type { App } from '../start.ts'
import { action, type Cli, first, text } from './command.ts'
import { FOUND_WRONG, report } from './output.ts'
import { withApp } from './session.ts'

const limitOf = (typed: unknown, otherwise: number): number => (typed === undefined ? otherwise : Number(text(typed)))

async function getCase({ call }: App, id: string): Promise<Result<object>> {
  const answer = await call('aftercare.getCase', { id })
  if (!answer.ok) return answer
  return answer.value === null ? refuse(problem('aftercare.noSuchCase', '', { id })) : { ok: true, value: answer.value }
}

function addReading(cli: Cli, cases: Command): void {
  action(cli, cases.command('get <id>').description('a case: steps, clocks, what is missing'), (common, args) =>
    withApp(cli.host, common, async (app, output) => report(output, await getCase(app, first(args)))),
  )
  const list = cases.command('list').description('cases, the ones that moved last first')
  list
    .option('--state <state>', 'a state of the handling, such as ordered')
    .option('--search <words>')
    .option('--limit <n>')
    .option('--after <next>')
  action(cli, list, (common, _args, { state, search, limit, after }) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const filter = { ...(state === undefined ? {} : { main: text(state) }), ...(after === undefined ? {} : { after: text(after) }) }
      return report(output, await call('aftercare.listCases', { search: text(search), limit: limitOf(limit, 50), ...filter }))
    }),
  )
  const due = cases.command('due').description('clocks of open cases, the most urgent first')
  due.option('--overdue', 'only what has run out').option('--week', 'only what runs out this week').option('--limit <n>')
  action(cli, due, (common, _args, { overdue, week, limit }) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const standing = overdue === true ? 'overdue' : week === true ? 'dueThisWeek' : 'all'
      return report(output, await call('aftercare.listDue', { standing, limit: limitOf(limit, 200) }))
    }),
  )
  action(cli, cases.command('changes').description('what changed calendars and rules did to clocks'), (common) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const answer = await call('aftercare.listClockChanges', {})
      return report(output, answer.ok ? { ok: true, value: { changes: answer.value } } : answer)
    }),
  )
}

/** `case …`: after-care on an open profile. Steps are recorded as records: `record put caseStep`, `record submit`. */
export function addCaseCommands(cli: Cli): void {
  const cases = cli.program.command('case').description('after-care of failed checks')
  const open = cases
    .command('open <check>')
    .description('open the case of a failed check')
    .option('--on <day>', 'where that was before today')
  action(cli, open, (common, args, { on }) =>
    withApp(cli.host, common, async ({ call }, output) =>
      report(output, await call('aftercare.openCase', { check: first(args), ...(on === undefined ? {} : { on: text(on) }) })),
    ),
  )
  action(cli, cases.command('step <case> <step>').description('a step filled in as far as the case knows; saves nothing'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) =>
      report(output, await call('aftercare.newStep', { case: first(args), step: args[1] ?? '' })),
    ),
  )
  action(cli, cases.command('inspect <subject>').description('look through the file of a check or a case'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const answer = await call('review.inspectFile', { subject: first(args) })
      const code = report(output, answer)
      return answer.ok && answer.value.findings.some(({ weight }) => weight === 'serious') ? FOUND_WRONG : code
    }),
  )
  addReading(cli, cases)
}
