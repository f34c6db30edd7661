import { resolve } from 'node:path'
import { action, type Cli, first, text } from './command.ts'
import { FOUND_WRONG, report } from './output.ts'
import { withApp } from './session.ts'

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(text) : [])

export function addSnapshotCommands(cli: Cli): void {
  const snapshot = cli.program.command('snapshot').description('everything that is here, for a newcomer')
  const make = snapshot
    .command('make')
    .description('every batch in one encrypted file, without photos; for supervisors unless devices are named')
    .requiredOption('--to <file>')
    .option('--for <device...>', 'only for these')
  action(cli, make, (common, _args, { to, for: devices }) =>
    withApp(cli.host, common, async ({ call }, output) =>
      report(output, await call('sync.makeSnapshot', { to: resolve(text(to)), recipients: listOf(devices) })),
    ),
  )
  action(
    cli,
    snapshot.command('load <file>').description('verify and take in; exit 1 when the state is not the one it promises'),
    (common, args) =>
      withApp(cli.host, common, async ({ call }, output) => {
        const answer = await call('sync.loadSnapshot', { file: resolve(first(args)) })
        const code = report(output, answer)
        return answer.ok && answer.value.same === false ? FOUND_WRONG : code
      }),
  )
}
