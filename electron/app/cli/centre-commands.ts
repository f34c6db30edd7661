import type { Place } from '#shared/sync/centre-contract'
import { pruneOutbox } from '../../sync/prune-outbox.ts'
import { action, type Cli, first, text } from './command.ts'
import { DONE, print, report } from './output.ts'
import { withApp } from './session.ts'

type Batch = Cli['program']

/** What comes in pages: `--limit` and `--after`. */
const paged = (command: Batch): Batch => command.option('--limit <n>', 'at most so many', '50').option('--after <next>', 'the page behind')
const pageOf = ({ limit, after }: Readonly<Record<string, unknown>>): { limit: number; after?: string } => ({
  limit: Number(limit),
  ...(after === undefined ? {} : { after: text(after) }),
})

function addDeciding(cli: Cli, batch: Batch): void {
  const undo = batch
    .command('undo <head>')
    .description('supervisor: leaves a batch out; nothing is deleted')
    .option('--why <reason>', '', '')
    .option('--dry-run', 'only what it would do')
  action(cli, undo, (common, args, { why, dryRun }) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const head = first(args)
      return report(output, dryRun === true ? await call('sync.rehearseUndo', { head }) : await call('sync.undo', { head, why: text(why) }))
    }),
  )
  const redo = batch.command('redo <head>').description('supervisor: takes it in again').option('--why <reason>', '', '')
  action(cli, redo, (common, args, { why }) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('sync.redo', { head: first(args), why: text(why) }))),
  )
}

function addLooking(cli: Cli, batch: Batch): void {
  const where = paged(batch.command('where').description('own records and how far each is')).option('--place <place>', 'only these')
  action(cli, where, (common, _args, { place, ...page }) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const only = place === undefined ? {} : { place: text(place) as Place }
      return report(output, await call('sync.where', { ...pageOf(page), ...only }))
    }),
  )
  action(cli, paged(batch.command('aside').description('what does not count, and why')), (common, _args, page) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('sync.aside', pageOf(page)))),
  )
  action(cli, batch.command('streams').description('one status for the whole: streams, gaps, forks, alarms'), (common) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('sync.centre', {}))),
  )
  action(cli, batch.command('time <record>').description('between which signed times a record was written'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('sync.provenTime', { id: first(args) }))),
  )
}

/** Leaving out, looking, and clearing away: what belongs to the sync centre. */
export function addCentreCommands(cli: Cli, batch: Batch): void {
  addDeciding(cli, batch)
  addLooking(cli, batch)
  const outbox = cli.program.command('outbox').description('sealed batches that wait on this disk')
  action(cli, outbox.command('prune').description('removes bodies and files of batches that were confirmed; heads stay'), (common) =>
    withApp(cli.host, common, async ({ world }, output) => {
      print(output, await pruneOutbox(world))
      return DONE
    }),
  )
}
