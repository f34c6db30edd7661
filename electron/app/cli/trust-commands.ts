import { action, type Cli, first, text } from './command.ts'
import { report } from './output.ts'
import { withApp } from './session.ts'

type Trust = Cli['program']

function addRevoking(cli: Cli, trust: Trust): void {
  for (const state of ['revoked', 'lost'] as const) {
    const name = state === 'lost' ? 'lost' : 'revoke'
    const command = trust
      .command(`${name} <device>`)
      .description('nothing after its newest batch here counts')
      .requiredOption('--why <text>')
    action(cli, command, (common, args, { why }) =>
      withApp(cli.host, common, async ({ call }, output) =>
        report(output, await call('trust.revoke', { device: first(args), state, why: text(why) })),
      ),
    )
  }
  const takeIn = trust.command('take-in <head>').description('count a batch of a revoked device after all').requiredOption('--why <text>')
  action(cli, takeIn, (common, args, { why }) =>
    withApp(cli.host, common, async ({ call }, output) =>
      report(output, await call('trust.takeIn', { head: first(args), why: text(why) })),
    ),
  )
}

/** `xunzhi trust …` for who keeps the list. */
export function addTrustCommands(cli: Cli, trust: Trust): void {
  addRevoking(cli, trust)
  action(cli, trust.command('add-admin <device>').description('let another supervisor write the list too'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('trust.addAdmin', { device: first(args) }))),
  )
  action(cli, trust.command('recovery [recipients...]').description('age recipients kept offline for the worst day'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('trust.setRecovery', { recipients: [...args] }))),
  )
  action(cli, trust.command('renew').description('the same list for another year'), (common) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('trust.renew', {}))),
  )
  action(cli, trust.command('list').description('devices, expiry, recovery keys, batches that wait'), (common) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('trust.show', {}))),
  )
}
