import { resolve } from 'node:path'
import { reportDocument } from '../../report/report-file.ts'
import type { App } from '../start.ts'
import { action, type Cli, text } from './command.ts'
import { type Output, report } from './output.ts'
import { withApp } from './session.ts'

interface Wanted {
  readonly period: string
  readonly region?: string
}

/** Without a file the report goes to stdout, in the shape of the JSON file. */
async function write({ call, world }: App, output: Output, wanted: Wanted, to: { format: string; file: string }): Promise<number> {
  const { language } = output
  if (to.file === '') return report(output, reportDocument(world, { ...wanted, language }))
  return report(output, await call('report.export', { ...wanted, language, file: resolve(to.file), format: to.format as 'json' }))
}

/** `report`: the indicators R01 to R16 with the records behind them. */
export function addReportCommands(cli: Cli): void {
  const command = cli.program.command('report').description('the indicators R01 to R16 of a period, with the records behind each figure')
  command
    .requiredOption('--period <period>', '2026, 2026-10, 2026-Q4 or 2026-10-01..2026-10-20')
    .option('--region <code>', 'one district, or a city (500000); all when left out')
    .option('--format <format>', 'json, csv or xlsx', 'json')
    .option('--out <file>', 'the file to write; without it the report goes to stdout')
  action(cli, command, (common, _args, { period, region, format, out }) =>
    withApp(cli.host, common, (app, output) => {
      const wanted = { period: text(period), ...(region === undefined ? {} : { region: text(region) }) }
      return write(app, output, wanted, { format: text(format), file: text(out) })
    }),
  )
}
