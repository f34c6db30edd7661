import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Backup, backUp } from '#db/kernel/backup'
import type { Store } from '#db/kernel/database'
import { brokenJournalAt } from '#db/kernel/journal'
import { damagedLines } from '#db/kernel/lines'
import { rebuild } from '#db/kernel/project'
import { stateDigest } from '#db/kernel/records'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import { listMissingOriginals } from '../../attachment/check-originals.ts'
import type { App } from '../start.ts'
import { action, type Cli, text } from './command.ts'
import { DONE, FOUND_WRONG, print, report } from './output.ts'
import { withApp } from './session.ts'

interface Fault {
  readonly where: string
  readonly code: string
  readonly id: string
}

/** Everything a store can be asked about itself; `deep` also reads every original back and hashes it. */
async function faultsOf({ world }: App, deep: boolean): Promise<Fault[]> {
  const { db } = world
  const integrity = db.all<{ quick_check?: string; integrity_check?: string }>(deep ? 'PRAGMA integrity_check' : 'PRAGMA quick_check')
  const sqlite = integrity.map((row) => row.quick_check ?? row.integrity_check ?? '').filter((finding) => finding !== 'ok')
  const broken = brokenJournalAt(db)
  return [
    ...sqlite.map((id) => ({ where: 'sqlite', code: 'sqlite.damaged', id })),
    ...[...damagedLines(db)].map((id) => ({ where: 'lines', code: 'line.altered', id })),
    ...(broken === null ? [] : [{ where: 'journal', code: 'journal.broken', id: String(broken) }]),
    ...(await listMissingOriginals(world, deep)).map((id) => ({ where: 'originals', code: 'original.missing', id })),
  ]
}

/** What the disk says is told; a copy that SQLite finds damaged is our own mistake. */
function backedUp(db: Store, file: string): Result<Backup> {
  if (existsSync(file)) return refuse(problem('input.fileExists', '', { file }))
  try {
    return ok(backUp(db, file))
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!/^(E[A-Z]+$|SQLITE_(FULL|CANTOPEN|IOERR|READONLY))/.test(code)) throw error
    return refuse(problem('input.cannotWrite', '', { file, reason: code }))
  }
}

export function addStoreCommands(cli: Cli): void {
  action(
    cli,
    cli.program.command('check').description('lines, journal, originals: is everything as it was written?').option('--deep'),
    (common, _args, { deep }) =>
      withApp(cli.host, common, async (app, output) => {
        const problems = await faultsOf(app, deep === true)
        print(output, { ok: problems.length === 0, problems })
        return problems.length === 0 ? DONE : FOUND_WRONG
      }),
  )
  action(
    cli,
    cli.program
      .command('backup')
      .description('the whole store in one file, checked; photos lie beside it in blobs/')
      .requiredOption('--to <file>'),
    (common, _args, { to }) =>
      withApp(cli.host, common, async ({ world }, output) => report(output, backedUp(world.db, resolve(text(to))))),
  )
  action(cli, cli.program.command('rebuild').description('make all derived tables again from the lines').option('--verify'), (common) =>
    withApp(cli.host, common, async ({ world }, output) => {
      const before = stateDigest(world.db)
      world.db.transaction(() => {
        rebuild(world.db, world.projections)
      })
      const after = stateDigest(world.db)
      print(output, { ok: before.digest === after.digest, before: before.digest, after: after.digest, records: after.records })
      return before.digest === after.digest ? DONE : FOUND_WRONG
    }),
  )
  action(cli, cli.program.command('state').description('digest of the merged view: equal on replicas that hold the same'), (common) =>
    withApp(cli.host, common, async ({ world }, output) => {
      print(output, stateDigest(world.db))
      return DONE
    }),
  )
}
