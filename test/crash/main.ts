import { parseArgs } from 'node:util'
import { runMatrix } from './table.ts'

// The whole crash matrix, or a part: `npm run crash -- [--sample N] [--seed S] [--only OPERATION]`.
const { values } = parseArgs({ options: { sample: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } } })
const seed = Number(values.seed ?? Math.floor(Math.random() * 1000))
process.stdout.write(`seed ${String(seed)}\n`)
const say = (text: string): void => void process.stdout.write(`${text}\n`)
const sample = values.sample === undefined ? {} : { sample: Number(values.sample) }
const broken = await runMatrix({ ...sample, seed, only: values.only, say })
for (const complaint of broken) say(`✗ ${complaint}`)
say(broken.length === 0 ? 'no kill did any harm' : `${String(broken.length)} complaints`)
process.exitCode = broken.length === 0 ? 0 : 1
