import { basename } from 'node:path'
import type { Command } from 'commander'
import { say } from '#shared/app/say'
import { parseInput } from '#shared/kernel/parse-problems'
import { type Problem, problem, type Result, refuse } from '#shared/kernel/result'
import { Position } from '#shared/reference/reference-file'
import { ReferenceTable } from '#shared/reference/reference-item'
import type { App } from '../start.ts'
import { action, type Cli, first, text } from './command.ts'
import { DONE, type Output, print, printProblems, REFUSED, report, words } from './output.ts'
import { readTextInput, withApp } from './session.ts'

/** Problems of a file as compilers tell them, `file:line:column: …`, so that an editor can jump there. */
function printFaults(output: Output, file: string, problems: readonly Problem[]): void {
  const said = problems.map((each) => ({ ...each, file, words: say(each, output.language) }))
  if (output.json) process.stdout.write(`${JSON.stringify({ problems: said })}\n`)
  for (const { facts, words: told, code } of said) {
    const at = Position.safeParse(facts)
    words(`${file}${at.success ? `:${String(at.data.line)}:${String(at.data.column)}` : ''}: ${told} [${code}]`)
  }
}

const tableOf = (name: string): Result<ReferenceTable> => {
  const parsed = parseInput(ReferenceTable, name)
  return parsed.ok ? parsed : refuse(problem('field.invalid', '/table', { expected: ReferenceTable.options.join(', ') }))
}

interface ImportOrder {
  readonly file: string
  readonly table: ReferenceTable | undefined
  readonly dryRun: boolean
}

async function importInto({ call }: App, output: Output, { file, table, dryRun }: ImportOrder): Promise<number> {
  const content = readTextInput(file)
  if (!content.ok) return report(output, content)
  const input = { name: basename(file), text: content.value, dryRun, ...(table === undefined ? {} : { table }) }
  const answer = await call('reference.importFile', input)
  if (answer.ok) print(output, answer.value)
  else printFaults(output, file, answer.problems)
  return answer.ok ? DONE : REFUSED
}

function addImport(cli: Cli, reference: Command): void {
  const load = reference.command('import <file>').description('items from a JSON or CSV file, all or none')
  load.option('--table <table>', ReferenceTable.options.join(', ')).option('--dry-run', 'only say what would be new, changed and the same')
  action(cli, load, (common, args, { table, dryRun }) =>
    withApp(cli.host, common, async (app, output) => {
      const named = table === undefined ? null : tableOf(text(table))
      if (named?.ok === false) return report(output, named)
      return importInto(app, output, { file: first(args), table: named?.value, dryRun: dryRun === true })
    }),
  )
}

/** `reference …`: the reference data of a profile, and how a bureau changes them without the window. */
export function addReferenceCommands(cli: Cli): void {
  const reference = cli.program.command('reference').description('reference data: sampling rules, deadlines, calendars, numbers, layouts')
  const list = reference.command('list <table>').description(`every item of ${ReferenceTable.options.join(', ')}, in force and not`)
  action(cli, list, (common, args) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const table = tableOf(first(args))
      return report(output, table.ok ? await call('reference.listItems', { table: table.value }) : table)
    }),
  )
  addImport(cli, reference)
  const withdraw = reference.command('withdraw <table> <key>').description('no longer use an item; documents that name it keep it')
  action(cli, withdraw.requiredOption('--reason <reason>'), (common, [name = '', key = ''], { reason }) =>
    withApp(cli.host, common, async ({ call }, output) => {
      const table = tableOf(name)
      if (table.ok) return report(output, await call('reference.withdraw', { table: table.value, key, reason: text(reason) }))
      printProblems(output, table.problems)
      return REFUSED
    }),
  )
}
