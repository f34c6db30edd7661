import type { z } from 'zod'
import type { Problem, Result } from './result.ts'

/**
 * A contract is values: name → schemas of what goes in and what comes out. The router parses with them on the far side,
 * the caller on the near side, so a wrong call is found where it is made. A query never writes.
 */
export interface Method<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType, P extends Problem = Problem> {
  readonly writes: boolean
  readonly input: In
  readonly output: Out
  readonly problem?: P
}

/** `command<SubmitProblem>()(Input, Output)`: the problems a command may answer with are part of its type. */
export const command =
  <P extends Problem = Problem>() =>
  <In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out): Method<In, Out, P> => ({ writes: true, input, output })

export const query = <In extends z.ZodType, Out extends z.ZodType>(input: In, output: Out): Method<In, Out> => ({
  writes: false,
  input,
  output,
})

export type Contract = Readonly<Record<string, Method>>
export type InputOf<M extends Method> = z.input<M['input']>
export type OutputOf<M extends Method> = z.output<M['output']>
export type ProblemOf<M> = M extends Method<z.ZodType, z.ZodType, infer P> ? P : Problem
export type AnswerOf<M extends Method> = Result<OutputOf<M>, ProblemOf<M>>

/** How far a long piece of work has come; `total` 0 while it is not known. */
export interface Progress {
  readonly stage: string
  readonly done: number
  readonly total: number
}

/** What travels over the port between a window and the store. */
export type ToStore = { readonly id: number; readonly name: string; readonly input: unknown } | { readonly cancel: number }
export type FromStore =
  | { readonly id: number; readonly answer: Result<unknown> }
  | { readonly id: number; readonly defect: string }
  | { readonly id: number; readonly progress: Progress }
  | { readonly changed: readonly string[] }
