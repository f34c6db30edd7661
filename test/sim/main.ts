import { parseArgs } from 'node:util'
import { runLine, simulate } from './simulate.ts'

// `node test/sim/main.ts [--events N] [--minutes M] [--seed S] [--each N]`: offices one after the other, each from a seed of its own.
const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '10000' },
    minutes: { type: 'string', default: '600' },
    each: { type: 'string', default: '400' },
    seed: { type: 'string' },
  },
})
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const [wanted, each, until] = [Number(values.events), Number(values.each), performance.now() + Number(values.minutes) * 60_000]
const first = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
const counts = new Map<string, number>()
let [total, broken] = [0, 0]
for (let seed = first; total < wanted && performance.now() < until; seed++) {
  const run = await simulate({ seed, events: Math.min(each, wanted - total) })
  total += run.events
  say(runLine(run))
  for (const [what, count] of run.counts) counts.set(what, (counts.get(what) ?? 0) + count)
  for (const complaint of run.complaints) say(`  ✗ ${complaint}`)
  broken += run.complaints.length
}
for (const [what, count] of [...counts].toSorted((a, b) => b[1] - a[1])) say(`${String(count).padStart(8)}  ${what}`)
say(`${String(total)} events from seed ${String(first)}, ${String(broken)} complaints`)
process.exitCode = broken === 0 ? 0 : 1
