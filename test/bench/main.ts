import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import { currentRuntime } from '#electron/kernel/runtime'
import { deltas } from './delta-bench.ts'
import { importing } from './import-bench.ts'
import type { Figure } from './measure.ts'
import { storeFigures } from './store-bench.ts'
import { coldStarts } from './window-bench.ts'

/** One figure as a line of the table on stderr. */
function tell({ what, unit, value, ratio, more = {} }: Figure): void {
  const rest = Object.entries(more).map(([name, figure]) => `${name} ${figure}`)
  const bare = ratio === undefined ? [] : [`${ratio} × bare SQLite`]
  process.stderr.write(`${`${value} ${unit}`.padStart(14)}  ${what.padEnd(78)} ${[...rest, ...bare].join(', ')}\n`)
}

const told = (figures: readonly Figure[]): readonly Figure[] => {
  for (const figure of figures) tell(figure)
  return figures
}

/** Everything a person waits for; the exchange in short form. */
async function everything(): Promise<Figure[]> {
  const starts = told(await coldStarts())
  return [...starts, ...(await storeFigures(tell)), ...told(await importing(5000))]
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { records: { type: 'string', default: '100000' } } })
const records = Number(values.records)
const WHAT: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
  import: async () => told(await importing(records)),
  delta: async () => told(await deltas(records)),
}
const [name] = positionals
const run = name === undefined ? everything : WHAT[name]
if (run === undefined) throw new Error(`npm run bench -- ${String(name)}: there is ${Object.keys(WHAT).join(' and ')}, or nothing for all`)
const figures = await run()
const machine = { cpus: cpus().length, memory: Math.round(totalmem() / 2 ** 30), runtime: currentRuntime() }
process.stdout.write(`${JSON.stringify({ machine, figures })}\n`)
