import type { Problem } from './result.ts'

/** What is said of a problem, in both languages; the window and the command line say the same. */
export type WordsFor<P extends Problem> = {
  readonly [C in P['code']]: {
    readonly zh: (facts: Extract<P, { code: C }>['facts']) => string
    readonly en: (facts: Extract<P, { code: C }>['facts']) => string
  }
}
