import { importMutants } from './import-mutants.ts'
import { mergeMutants } from './merge-mutants.ts'
import type { Mutant } from './mutant.ts'
import { trustMutants } from './trust-mutants.ts'

/** Every seeded fault; a file for each area. */
export const mutants: readonly Mutant[] = [...mergeMutants, ...trustMutants, ...importMutants]
