import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { OpenConflict } from '#shared/sync/conflict-contract'
import type { App } from '../start.ts'
import { action, type Cli, first, text } from './command.ts'
import { report } from './output.ts'
import { withApp } from './session.ts'

async function getConflict({ call }: App, id: string): Promise<Result<OpenConflict>> {
  const answer = await call('conflict.get', { id })
  if (!answer.ok) return answer
  return answer.value === null ? refuse(problem('conflict.none', '', { id })) : ok(answer.value)
}

interface Taken {
  /** `FIELD=REVISION`, each. */
  readonly take: readonly string[]
  /** `mine`, or the revision that stands wherever nothing else was taken. */
  readonly all: string
}

/** A field may hold an equals sign, a revision never does. */
const pairOf = (taken: string): readonly [string, string] => {
  const at = taken.lastIndexOf('=')
  return [taken.slice(0, at), taken.slice(at + 1)]
}

type Choice = { readonly field: string; readonly revision: string }

/** One choice a field: what was taken by name, otherwise the candidate of `all`; a field without either is left out, and refused. */
function choicesOf({ fields, sides }: OpenConflict, self: string, { take, all }: Taken): Choice[] {
  const taken = new Map(take.map(pairOf))
  const isOurs = (revision: string): boolean => sides.some((side) => side.revision === revision && side.device === self)
  const rest = fields.flatMap(({ field, candidates }): Choice[] => {
    const found = candidates.find(({ revision }) => (all === 'mine' ? isOurs(revision) : revision === all))
    return taken.has(field) || found === undefined ? [] : [{ field, revision: found.revision }]
  })
  return [...rest, ...[...taken].map(([field, revision]) => ({ field, revision }))]
}

const textsOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : [])

async function settle(app: App, id: string, options: Readonly<Record<string, unknown>>): Promise<Result<object>> {
  const conflict = await getConflict(app, id)
  if (!conflict.ok) return conflict
  const taken = { take: textsOf(options['take']), all: text(options['all']) }
  const choices = choicesOf(conflict.value, app.world.self.device, taken)
  return app.call('conflict.settle', { id, heads: conflict.value.heads, choices, why: text(options['why']) })
}

export function addConflictCommands(cli: Cli): void {
  const conflict = cli.program.command('conflict').description('what was changed apart in different ways')
  const list = conflict.command('list').description('records with an open conflict, newest first').option('--limit <n>', 'default 50', '50')
  action(cli, list.option('--after <next>'), (common, _args, { limit, after }) =>
    withApp(cli.host, common, async ({ call }, output) =>
      report(output, await call('conflict.list', { limit: Number(limit), ...(after === undefined ? {} : { after: text(after) }) })),
    ),
  )
  action(cli, conflict.command('show <id>').description('base, sides and what needs no decision'), (common, args) =>
    withApp(cli.host, common, async (app, output) => report(output, await getConflict(app, first(args)))),
  )
  const take = conflict.command('settle <id>').description('a supervisor decides every field; both inputs stay in history')
  action(
    cli,
    take.option('--take <pairs...>', 'FIELD=REVISION').option('--all <side>', 'mine, or a revision').option('--why <why>'),
    (common, args, options) => withApp(cli.host, common, async (app, output) => report(output, await settle(app, first(args), options))),
  )
}
