import { Command, CommanderError } from 'commander'
import { addBatchCommands } from './cli/batch-commands.ts'
import { addCalcCommands } from './cli/calc-commands.ts'
import { addCaseCommands } from './cli/case-commands.ts'
import type { Cli } from './cli/command.ts'
import { addConflictCommands } from './cli/conflict-commands.ts'
import { CANNOT_RUN, DONE, words } from './cli/output.ts'
import { addProfileCommands } from './cli/profile-commands.ts'
import { addRecordCommands } from './cli/record-commands.ts'
import { addReferenceCommands } from './cli/reference-commands.ts'
import { addReportCommands } from './cli/report-commands.ts'
import { addSeedCommands } from './cli/seed-commands.ts'
import { type Host, plainNode } from './cli/session.ts'
import { addSnapshotCommands } from './cli/snapshot-commands.ts'
import { addSpotCheckCommands } from './cli/spot-check-commands.ts'
import { addStoreCommands } from './cli/store-commands.ts'
import { addTargetCommands } from './cli/target-commands.ts'

/** `xunzhi …`: the same application without a window. Answers the exit code; throws nothing. */
export async function runCli(args: readonly string[], host: Host = plainNode): Promise<number> {
  let code = CANNOT_RUN
  const program = new Command('xunzhi')
    .description('巡质 Xunzhi: offline field inspection')
    .exitOverride()
    .configureOutput({ writeOut: (text) => process.stderr.write(text) })
  const cli: Cli = {
    program,
    host,
    done: (exit) => {
      code = exit
    },
  }
  for (const add of [
    addProfileCommands,
    addSeedCommands,
    addRecordCommands,
    addReferenceCommands,
    addSpotCheckCommands,
    addCaseCommands,
    addReportCommands,
    addBatchCommands,
    addSnapshotCommands,
    addConflictCommands,
    addStoreCommands,
    addTargetCommands,
    addCalcCommands,
  ])
    add(cli)
  try {
    await program.parseAsync([...args], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? DONE : CANNOT_RUN
    words(error instanceof Error ? (error.stack ?? error.message) : String(error))
    return CANNOT_RUN
  }
}
