import type { Command } from 'commander'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { action, type Cli, first, text } from './command.ts'
import { report } from './output.ts'
import { withApp } from './session.ts'

const optional = (key: string, value: unknown): object => (value === undefined ? {} : { [key]: text(value) })

const found = <T extends object>(answer: Result<T | null>, id: string): Result<T> => {
  if (!answer.ok) return answer
  return answer.value === null ? refuse(problem('record.noSuchRecord', '', { id })) : ok(answer.value)
}

function addNew(cli: Cli, spot: Command): void {
  const fresh = spot
    .command('new <paper>')
    .description('a sheet, task or site report (notFound, refused, terminated) filled in; saves nothing')
  fresh.option('--check <check>', 'a check of a task').option('--enterprise <id>', 'where it is')
  action(cli, fresh, (common, args, { check, enterprise }) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const paper = first(args)
      const about = { ...optional('check', check), ...optional('enterpriseId', enterprise) }
      if (paper === 'sheet') return report(output, await call('spotCheck.newSheet', about))
      if (paper === 'task') return report(output, await call('spotCheck.newTask', {}))
      return report(output, await call('spotCheck.newSiteReport', { outcome: paper as 'refused', ...about }))
    }),
  )
  action(cli, spot.command('step <check> <step>').description('a step filled in as far as is known; saves nothing'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) =>
      report(output, await call('spotCheck.newStep', { check: first(args), step: args[1] ?? '' })),
    ),
  )
}

/** `spot …`: spot checks on an open profile. Sheets, reports, tasks and steps are recorded as records: `record put`, `record submit`. */
export function addSpotCheckCommands(cli: Cli): void {
  const spot = cli.program.command('spot').description('spot checks: tasks, and where each check stands')
  addNew(cli, spot)
  action(cli, spot.command('get <check>').description('a check: its state, what was done, what comes next'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) =>
      report(output, found(await call('spotCheck.getCheck', { check: first(args) }), first(args))),
    ),
  )
  const list = spot.command('list').description('checks, the ones that moved last first')
  list.option('--state <state>', 'such as onSite, sealed or fail').option('--limit <n>', 'at most 200', '50').option('--after <next>')
  action(cli, list, (common, _args, { state, limit, after }) =>
    withApp(cli.host, common, async ({ call }, output) =>
      report(
        output,
        await call('spotCheck.listChecks', { limit: Number(limit), ...optional('state', state), ...optional('after', after) }),
      ),
    ),
  )
  action(cli, spot.command('progress <task>').description('how far a task is, by what this device knows'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) =>
      report(output, found(await call('spotCheck.taskProgress', { id: first(args) }), first(args))),
    ),
  )
  action(cli, spot.command('mine').description('checks that wait for this person, those due first'), (common) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const answer = await call('spotCheck.listMine', {})
      return report(output, answer.ok ? ok({ items: answer.value }) : answer)
    }),
  )
}
