import { say } from '#shared/app/say'
import type { Problem, Result } from '#shared/kernel/result'

export const DONE = 0
/** Something was found wrong (check, verify). */
export const FOUND_WRONG = 1
/** The person's input was refused; nothing was changed. */
export const REFUSED = 2
/** The command cannot run at all: no profile, wrong usage, our own mistake. */
export const CANNOT_RUN = 3

export type Language = 'zh' | 'en'

/** JSON goes to stdout when asked for, words to stderr always. */
export interface Output {
  readonly json: boolean
  readonly language: Language
}

export const words = (text: string): void => {
  process.stderr.write(`${text}\n`)
}

/** The one JSON object of a command; without `--json` it is told in words: one line a member. */
export function print(output: Output, value: object): void {
  if (output.json) process.stdout.write(`${JSON.stringify(value)}\n`)
  else
    for (const [key, member] of Object.entries(value))
      words(`${key}: ${typeof member === 'object' ? JSON.stringify(member, null, 2) : String(member)}`)
}

export function printProblems(output: Output, problems: readonly Problem[]): void {
  const said = problems.map((problem) => ({ ...problem, words: say(problem, output.language) }))
  if (output.json) process.stdout.write(`${JSON.stringify({ problems: said })}\n`)
  for (const problem of said) words(`${problem.path === '' ? '' : `${problem.path}: `}${problem.words} [${problem.code}]`)
}

/** Prints a value, or the problems; answers the exit code. */
export function report<T extends object>(output: Output, answer: Result<T>): number {
  if (answer.ok) print(output, answer.value)
  else printProblems(output, answer.problems)
  return answer.ok ? DONE : REFUSED
}
