import { cpus, totalmem } from 'node:os'
import { currentRuntime } from '#electron/kernel/runtime'
import type { Figure } from './measure.ts'
import { storeFigures } from './store-bench.ts'
import { coldStarts } from './window-bench.ts'

/** One figure as a line of the table on stderr. */
function tell({ what, unit, value, ratio, more = {} }: Figure): void {
  const rest = Object.entries(more).map(([name, figure]) => `${name} ${figure}`)
  const bare = ratio === undefined ? [] : [`${ratio} × bare SQLite`]
  process.stderr.write(`${`${value} ${unit}`.padStart(12)}  ${what.padEnd(78)} ${[...rest, ...bare].join(', ')}\n`)
}

const starts = await coldStarts()
for (const start of starts) tell(start)
const figures = [...starts, ...(await storeFigures(tell))]
const machine = { cpus: cpus().length, memory: Math.round(totalmem() / 2 ** 30), runtime: currentRuntime() }
process.stdout.write(`${JSON.stringify({ machine, figures })}\n`)
