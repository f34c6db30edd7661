import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseInput } from '#shared/kernel/parse-problems'
import { problem, refuse } from '#shared/kernel/result'
import { NewProfile } from '#shared/profile/profile-contract'
import { currentRuntime } from '../../kernel/runtime.ts'
import { createProfile } from '../../profile/create-profile.ts'
import { action, type Cli, first, text } from './command.ts'
import { CANNOT_RUN, DONE, print, printProblems, REFUSED, report, words } from './output.ts'
import { outputOf, withApp } from './session.ts'
import { addTrustCommands } from './trust-commands.ts'

const ZERO = { draft: 0, submitted: 0, packed: 0, received: 0, returned: 0 }

function addCreate(cli: Cli, profile: Cli['program']): void {
  const create = profile.command('create').description('make a profile with fresh device keys')
  create
    .requiredOption('--name <name>')
    .requiredOption('--role <role>', 'inspector, taskforce or supervisor')
    .requiredOption('--region <code>')
    .option('--org <name>')
  action(cli, create, async (common, _args, { name, role, region, org }) => {
    const output = outputOf(common)
    const input = parseInput(NewProfile, { name, role, region, ...(org === undefined ? {} : { org }) })
    if (!input.ok) return report(output, input)
    if (common.profile === undefined) {
      words('--profile DIR is missing')
      return CANNOT_RUN
    }
    const made = await createProfile({ folder: resolve(common.profile), profile: input.value, demo: false, clock: () => new Date() })
    if (!made.ok) return report(output, made)
    const { format: _format, ...facts } = made.value
    print(output, { ...facts, folder: resolve(common.profile), runtime: currentRuntime(), counts: ZERO })
    return DONE
  })
}

/** Reads a card file; a file that is not there is a refusal, not a crash. */
function readCardText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

function addTrust(cli: Cli): void {
  const trust = cli.program.command('trust').description('whose batches count, and who receives them')
  action(cli, trust.command('init').description('found the trust list on this supervisor device'), (common) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('profile.initTrust', {}))),
  )
  action(cli, trust.command('admit <card>').description('enrol a device, or pin a supervisor as recipient'), (common, args) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const card = readCardText(first(args))
      if (card === null) return report(output, refuse(problem('input.cannotRead', '', { file: first(args) })))
      return report(output, await call('profile.admitCard', { text: card }))
    }),
  )
  action(cli, trust.command('show').description('the trust list and pinned devices'), (common) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('profile.getTrust', {}))),
  )
  addTrustCommands(cli, trust)
}

function addCard(cli: Cli): void {
  const card = cli.program
    .command('device')
    .description('this device')
    .command('card')
    .description("write this device's card, its public keys")
  action(cli, card.requiredOption('--out <file>'), (common, _args, { out }) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const answer = await call('profile.getCard', {})
      if (!answer.ok) return report(output, answer)
      const file = resolve(text(out))
      try {
        writeFileSync(file, `${JSON.stringify(answer.value.card, null, 2)}\n`)
      } catch (error) {
        printProblems(output, [problem('sync.cannotWrite', '', { file, reason: String((error as NodeJS.ErrnoException).code) })])
        return REFUSED
      }
      print(output, { file, ...answer.value.fingerprint, device: answer.value.card.device })
      return DONE
    }),
  )
}

export function addProfileCommands(cli: Cli): void {
  const profile = cli.program.command('profile').description('the folder that holds one person’s work')
  addCreate(cli, profile)
  action(cli, profile.command('info').description('who, which runtime, how much is where'), (common) =>
    withApp(cli.host, common, async ({ call }, output) => report(output, await call('profile.info', {}))),
  )
  addCard(cli)
  addTrust(cli)
}
