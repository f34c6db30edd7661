import type { Command } from 'commander'
import { say } from '#shared/app/say'
import { checkScLicence } from '#shared/enterprise/sc-licence'
import { checkUscc } from '#shared/enterprise/uscc'
import { decideSampling } from '#shared/plan/acceptance-sampling'
import { parseCounts } from '#shared/report/counts-csv'
import { pChart } from '#shared/report/p-chart'
import { decidePassRate } from '#shared/report/pass-rate'
import { tagWords } from '#shared/report/report-words'
import { addCaseCalcCommands } from './calc-case-commands.ts'
import { addCertificateNumber } from './calc-certificate-command.ts'
import { addDraw } from './calc-draw-command.ts'
import { action, type Cli, first, text } from './command.ts'
import { DONE, print, report, words } from './output.ts'
import { outputOf, readTextInput } from './session.ts'

function addUscc(cli: Cli, calc: Command): void {
  action(cli, calc.command('uscc <code>').description('check a unified social credit code (GB 32100-2015)'), (common, args) => {
    const output = outputOf(common)
    const found = checkUscc(first(args))
    print(output, { ...found, problems: found.problems.map((problem) => ({ ...problem, words: say(problem, output.language) })) })
    return DONE
  })
}

function addLicence(cli: Cli, calc: Command): void {
  action(
    cli,
    calc.command('sc-licence <code>').description('check a food production licence number (ISO 7064 MOD 11,10)'),
    (common, args) => {
      print(outputOf(common), checkScLicence(first(args)))
      return DONE
    },
  )
}

function addSampling(cli: Cli, calc: Command): void {
  const sampling = calc
    .command('sampling')
    .description('single sampling plan of a lot (GB/T 2828.1-2012)')
    .requiredOption('--lot <n>', 'units in the lot')
    .requiredOption('--level <level>', 'S-1 … S-4, I, II, III')
    .requiredOption('--aql <aql>', 'as the tables head their columns: 0.010 … 1000')
    .option('--tightened', 'tightened instead of normal inspection; AQL 0.10 … 15')
  action(cli, sampling, (common, _args, { lot, level, aql, tightened }) =>
    report(outputOf(common), decideSampling({ lot: text(lot), level: text(level), aql: text(aql), tightened: tightened === true })),
  )
}

function addPassRate(cli: Cli, calc: Command): void {
  const passRate = calc
    .command('pass-rate')
    .description('pass rate with 95 % intervals, and what it proves against a target')
    .requiredOption('--passed <x>', 'batches passed')
    .requiredOption('--total <n>', 'batches with a final conclusion')
    .option('--target <t>', 'per cent when above 1 (95, 95%), a fraction otherwise (0.95)')
  action(cli, passRate, (common, _args, { passed, total, target }) => {
    const output = outputOf(common)
    const order = { passed: text(passed), total: text(total), target: target === undefined ? undefined : text(target) }
    const answer = decidePassRate(order)
    if (answer.ok && answer.value.tag !== undefined) words(tagWords[answer.value.tag][output.language])
    return report(output, answer)
  })
}

function addPChart(cli: Cli, calc: Command): void {
  const chart = calc
    .command('p-chart <file>')
    .description('control limits of fractions nonconforming; CSV with the header n,d, or - for stdin')
  action(cli, chart, (common, args) => {
    const output = outputOf(common)
    const csv = readTextInput(first(args))
    const counts = csv.ok ? parseCounts(csv.value) : csv
    return report(output, counts.ok ? { ok: true, value: pChart(counts.value) } : counts)
  })
}

/** Rules as commands: they need no profile and change nothing. */
export function addCalcCommands(cli: Cli): void {
  const calc = cli.program.command('calc').description('rules without a profile')
  for (const add of [addUscc, addLicence, addCertificateNumber, addSampling, addPassRate, addPChart, addCaseCalcCommands, addDraw])
    add(cli, calc)
}
