/** One seeded fault: what is replaced where, and the tests that must notice. The files themselves are never touched. */
export interface Mutant {
  /** What is wrong now, as a sentence. */
  readonly id: string
  readonly file: string
  /** Stands exactly once in the file. */
  readonly find: string
  readonly replace: string
  readonly tests: readonly string[]
  /** Why no test can tell it from the program as it is. */
  readonly equivalent?: string
}

/** Mutants of one file that the same tests must notice. */
export const mutantsOf = (
  file: string,
  tests: readonly string[],
  faults: readonly (readonly [id: string, find: string, replace: string, equivalent?: string])[],
): Mutant[] =>
  faults.map(([id, find, replace, equivalent]) => ({
    id,
    file,
    find,
    replace,
    tests,
    ...(equivalent === undefined ? {} : { equivalent }),
  }))
