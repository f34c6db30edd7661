import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Result } from '#shared/kernel/result'
import { problem, refuse } from '#shared/kernel/result'
import type { ImportReport } from '#shared/sync/sync-contract'
import { InspectReply, ProofReply, VerifyReply } from '../../intake/intake-task.ts'
import type { App } from '../start.ts'
import { addCentreCommands } from './centre-commands.ts'
import { action, type Cli, first, text } from './command.ts'
import { DONE, FOUND_WRONG, type Output, print, printProblems, REFUSED, report, words } from './output.ts'
import { outputOf, withApp } from './session.ts'

function addMake(cli: Cli, batch: Cli['program']): void {
  const make = batch
    .command('make')
    .description('pack what is sealed and in no batch yet')
    .requiredOption('--to <file>')
    .option('--everything', 'all of it, again')
    .option('--unconfirmed', 'also what went out before and nobody confirmed')
  action(cli, make, (common, _args, { to, everything, unconfirmed }) =>
    withApp(cli.host, common, async ({ call }, output) =>
      report(
        output,
        await call('sync.makeBatch', { to: resolve(text(to)), everything: everything === true, unconfirmed: unconfirmed === true }),
      ),
    ),
  )
}

function cannotRead(output: Output, file: string): number | null {
  return existsSync(file) ? null : report(output, refuse(problem('sync.cannotRead', '', { file })))
}

function addReading(cli: Cli, batch: Cli['program']): void {
  action(cli, batch.command('inspect <file>').description('what a bundle says of itself; needs no key'), async (common, args) => {
    const output = outputOf(common)
    const file = resolve(first(args))
    const missing = cannotRead(output, file)
    if (missing !== null) return missing
    const reply = InspectReply.parse(await cli.host.intake({ task: 'inspect', file }, {}))
    if (!reply.ok) return report(output, refuse(problem('sync.bundleRefused', '', { file, faults: reply.faults })))
    const [newest] = reply.value.toReversed()
    print(output, { ...newest, batches: reply.value })
    return DONE
  })
  action(
    cli,
    batch.command('verify <file>').description('all that can be checked without a key: structure, signatures, hashes'),
    async (common, args) => {
      const output = outputOf(common)
      const file = resolve(first(args))
      const missing = cannotRead(output, file)
      if (missing !== null) return missing
      const reply = VerifyReply.parse(await cli.host.intake({ task: 'verify', file }, {}))
      const problems = reply.ok ? [] : reply.faults.map(({ part, code }) => ({ part, code }))
      print(output, { ok: reply.ok, problems })
      return reply.ok ? DONE : FOUND_WRONG
    },
  )
}

function addProving(cli: Cli, batch: Cli['program']): void {
  const prove = batch
    .command('prove <record>')
    .description('one record with its way to the signed heads, for a stranger; its neighbours stay unseen')
    .requiredOption('--out <file>')
    .option('--revision <id>', 'only this one')
  action(cli, prove, (common, args, { out, revision }) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const only = revision === undefined ? {} : { revision: text(revision) }
      return report(output, await call('sync.prove', { record: first(args), to: resolve(text(out)), ...only }))
    }),
  )
  action(cli, batch.command('verify-proof <file>').description('checks such a file; needs no profile'), async (common, args) => {
    const output = outputOf(common)
    const file = resolve(first(args))
    const missing = cannotRead(output, file)
    if (missing !== null) return missing
    const reply = ProofReply.parse(await cli.host.intake({ task: 'verifyProof', file }, {}))
    if (reply.ok) print(output, { ok: true, problems: [], ...reply.value })
    else print(output, { ok: false, problems: reply.faults.map(({ part, code }) => ({ part, code })) })
    return reply.ok ? DONE : FOUND_WRONG
  })
}

/** One bundle: the report of its batches, the newest first-named; several batches are all listed. */
async function importFile({ call }: App, file: string, dryRun: boolean): Promise<Result<ImportReport[]>> {
  return call(dryRun ? 'sync.rehearse' : 'sync.import', { file: resolve(file) })
}

const sum = (reports: readonly ImportReport[]): object => {
  const total = (member: 'new' | 'changed' | 'identical' | 'conflicts' | 'duplicates' | 'held' | 'photosMissing'): number =>
    reports.reduce((count, entry) => count + entry[member], 0)
  return {
    head: reports.at(-1)?.head ?? null,
    new: total('new'),
    changed: total('changed'),
    identical: total('identical'),
    conflicts: total('conflicts'),
    duplicates: total('duplicates'),
    held: total('held'),
    photosMissing: total('photosMissing'),
    refused: reports.flatMap(({ refused }) => refused),
    applied: reports.some(({ applied }) => applied),
    batches: reports.map(({ items: _items, ...rest }) => rest),
  }
}

/** Files one after the other; a bad one is told and does not keep the others out. */
async function importAll(app: App, output: Output, files: readonly string[], dryRun: boolean): Promise<number> {
  const reports: ImportReport[] = []
  let refused = false
  for (const file of files) {
    const answer = await importFile(app, file, dryRun)
    if (answer.ok) reports.push(...answer.value)
    else if (files.length === 1) {
      printProblems(output, answer.problems)
      return REFUSED
    } else {
      refused = true
      words(`${file}:`)
      printProblems({ ...output, json: false }, answer.problems)
    }
  }
  print(output, sum(reports))
  return refused ? REFUSED : DONE
}

export function addBatchCommands(cli: Cli): void {
  const batch = cli.program.command('batch').description('what travels: signed and encrypted bundles')
  addMake(cli, batch)
  addReading(cli, batch)
  addProving(cli, batch)
  addCentreCommands(cli, batch)
  action(
    cli,
    batch.command('import <files...>').description('verify, rehearse and take in').option('--dry-run', 'only the rehearsal'),
    (common, args, { dryRun }) => withApp(cli.host, common, (app, output) => importAll(app, output, args, dryRun === true)),
  )
}
