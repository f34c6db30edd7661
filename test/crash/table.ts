import { rmSync } from 'node:fs'
import { buildChild, killAt, type Outcome, type Stage, setStage } from './matrix.ts'
import { operations } from './operations.ts'

/** What kind of call a step is: `sql INSERT INTO lines` and `sql COMMIT` are told apart, names of files are not. */
const kindOf = (name: string): string => (/^(sql|pragma) /.test(name) ? name : (name.split(' ')[0] ?? name))

function tally(keys: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return [...counts].map(([key, count]) => `${key} ${String(count)}`).join(', ')
}

/** One line for each kind of step of an operation: how often it was killed there, and what was found. */
export function tableOf(name: string, steps: number, outcomes: readonly Outcome[]): string {
  const kinds = [...new Set(outcomes.map(({ step }) => kindOf(step.name)))]
  const lines = kinds.map((kind) => {
    const group = outcomes.filter(({ step }) => kindOf(step.name) === kind)
    const broken = group.filter((one) => one.broken.length > 0)
    return `  ${kind.padEnd(34)} ${String(group.length).padStart(4)}  ${tally(group.map(({ found }) => found))}${broken.length > 0 ? `  ✗ ${String(broken.length)}` : ''}`
  })
  return [`${name}: ${String(outcomes.length)} kills of ${String(steps)} moments`, ...lines].join('\n')
}

/** Picks every `stride`-th step from a start that the seed gives; all of them when they are fewer than asked for. */
function sampled<T>(steps: readonly T[], count: number, seed: number): readonly T[] {
  if (steps.length <= count) return steps
  const stride = steps.length / count
  return Array.from({ length: count }, (_, n) => steps[Math.floor(n * stride + ((seed % 1000) / 1000) * stride)]).filter(
    (step) => step !== undefined,
  )
}

export interface MatrixOptions {
  /** At most so many kills an operation; all when left out. */
  readonly sample?: number
  readonly seed: number
  readonly only?: string | undefined
  readonly say: (text: string) => void
}

async function runStage(child: string, stage: Stage, { sample = Number.POSITIVE_INFINITY, seed, say }: MatrixOptions): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const step of sampled(stage.steps, sample, seed)) outcomes.push(await killAt(child, stage, step))
  say(tableOf(stage.name, stage.steps.length, outcomes))
  return outcomes
}

/** Kills every operation at its steps and prints the table; answers what broke, each with where to look. */
export async function runMatrix(options: MatrixOptions): Promise<string[]> {
  const child = await buildChild()
  const broken: string[] = []
  for (const name of Object.keys(operations).filter((one) => options.only === undefined || one === options.only)) {
    const stage = await setStage(child, name)
    try {
      for (const { step, broken: complaints } of await runStage(child, stage, options))
        for (const complaint of complaints)
          broken.push(`${name}, killed ${step.moment} call ${String(step.call)} (${step.name}): ${complaint}`)
    } finally {
      rmSync(stage.folder, { recursive: true, force: true })
    }
  }
  return broken
}
