import { type Problem, type Result, refuse } from '#shared/kernel/result'
import type { App } from './start.ts'

/** All that a seed may do: ask, as a person could. */
export type SeedApp = Pick<App, 'call'>

/** A step of a seed was refused: the way out of many nested calls, caught by `unlessRefused` alone. */
class StepRefusedError extends Error {
  override readonly name = 'StepRefusedError'
  readonly problems: readonly [Problem, ...Problem[]]
  constructor(problems: readonly [Problem, ...Problem[]]) {
    super(problems.map(({ code, path, facts }) => `${code} ${path} ${JSON.stringify(facts)}`).join('; '))
    this.problems = problems
  }
}

/** Ends the whole with this problem. */
export function stop(problem: Problem): never {
  throw new StepRefusedError([problem])
}

/** The answer of a step that has to succeed for the next to make sense. */
export async function must<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new StepRefusedError(result.problems)
  return result.value
}

/** Runs the steps; the first refusal among them (a full disk, say) becomes the refusal of the whole. */
export async function unlessRefused<T>(steps: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await steps()
  } catch (error) {
    if (error instanceof StepRefusedError) return refuse(...error.problems)
    throw error
  }
}
