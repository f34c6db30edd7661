import { resolve } from 'node:path'
import { parseInput } from '#shared/kernel/parse-problems'
import { ok, type Result } from '#shared/kernel/result'
import { targetContract } from '#shared/target/target-contract'
import { action, type Cli, first, text } from './command.ts'
import { report } from './output.ts'
import { readTextInput, withApp } from './session.ts'

type Options = Readonly<Record<string, unknown>>

/** A person types passwords into a file or a pipe: on the command line every other program would see them. */
function secretOf({ secretFile }: Options): Result<string> {
  if (secretFile === undefined) return ok('')
  const read = readTextInput(text(secretFile))
  return read.ok ? ok(read.value.replace(/\r?\n$/, '')) : read
}

function caOf({ ca }: Options): Result<{ ca?: string }> {
  if (ca === undefined) return ok({})
  const read = readTextInput(text(ca))
  return read.ok ? ok({ ca: read.value }) : read
}

const given = (options: Options, ...names: readonly string[]): object =>
  Object.fromEntries(names.flatMap((name) => (options[name] === undefined ? [] : [[name, text(options[name])]])))

function addKind(
  cli: Cli,
  add: Cli['program'],
  command: string,
  settingsOf: (args: readonly string[], options: Options) => object,
): Cli['program'] {
  const [kind = ''] = command.split(' ')
  const made = add.command(command).requiredOption('--name <name>', 'what people call it')
  action(cli, made, (common, args, options) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const [secret, ca] = [secretOf(options), caOf(options)]
      if (!secret.ok) return report(output, secret)
      if (!ca.ok) return report(output, ca)
      const settings = { kind, name: text(options['name']), ...ca.value, ...settingsOf(args, options) }
      const input = parseInput(targetContract['target.add'].input, { settings, secret: secret.value })
      return report(output, input.ok ? await call('target.add', input.value) : input)
    }),
  )
  return made
}

function addAdding(cli: Cli, target: Cli['program']): void {
  const add = target.command('add').description('a place for batches; the doctor looks at it first')
  addKind(cli, add, 'folder <path>', (args) => ({ path: resolve(first(args)) }))
  addKind(cli, add, 'webdav <url>', (args, options) => ({ url: first(args), ...given(options, 'user') }))
    .option('--user <user>')
    .option('--secret-file <file>', 'file with the password, - for stdin')
    .option('--ca <file>', 'certificate of its own authority (PEM)')
  addKind(cli, add, 's3 <endpoint> <bucket>', ([endpoint, bucket], options) => ({
    endpoint,
    bucket,
    accessKey: text(options['user']),
    pathStyle: options['virtualHost'] !== true,
    ...given(options, 'region', 'prefix'),
  }))
    .requiredOption('--user <key>', 'access key id')
    .option('--secret-file <file>', 'file with the secret key, - for stdin')
    .option('--region <region>')
    .option('--prefix <prefix>', 'folder inside the bucket')
    .option('--virtual-host', 'the bucket is part of the host name')
    .option('--ca <file>', 'certificate of its own authority (PEM)')
}

export function addTargetCommands(cli: Cli): void {
  const target = cli.program.command('target').description('storage where laptops and supervisors meet')
  addAdding(cli, target)
  action(cli, target.command('list'), (common) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const answer = await call('target.list', {})
      return report(output, answer.ok ? ok({ targets: answer.value }) : answer)
    }),
  )
  action(cli, target.command('probe <target>').description('what this storage really does'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('target.probe', { id: first(args) }))),
  )
  action(cli, target.command('remove <target>').description('forgets it; what lies there stays'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('target.remove', { id: first(args) }))),
  )
  const exchange = target
    .command('exchange <target>')
    .description('pack, publish, fetch, take in, confirm')
    .option('--no-pack', 'send only what is packed already')
    .option('--mass-change', 'also what changes very much of what is here')
  action(cli, exchange, (common, args, { pack, massChange }) =>
    withApp(cli.host, common, async ({ call }, output) =>
      report(output, await call('target.exchange', { id: first(args), pack: pack !== false, massChange: massChange === true })),
    ),
  )
}
