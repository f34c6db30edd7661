import type { z } from 'zod'
import { mended } from '#shared/kernel/canonical'
import type { AnswerOf, Contract, InputOf, Method } from '#shared/kernel/contract'
import { parseInput } from '#shared/kernel/parse-problems'
import { problem, type Refused, type Result, refuse } from '#shared/kernel/result'
import type { CallOptions, World } from './world.ts'

/** Reads, decides, appends, answers. Synchronous where it can be, so that nothing interleaves. */
export type Handler<M extends Method> = (
  world: World,
  input: z.output<M['input']>,
  options: CallOptions,
) => AnswerOf<M> | Promise<AnswerOf<M>>

/** One handler for each method of a contract; a missing one does not compile. */
export type HandlersFor<C extends Contract> = { readonly [N in keyof C]: Handler<C[N]> }

export type CallOf<C extends Contract> = <N extends keyof C & string>(
  name: N,
  input: InputOf<C[N]>,
  options?: CallOptions,
) => Promise<AnswerOf<C[N]>>

/** What the disk says is the person's business: their work is safe, but this step was not saved. Everything else is our mistake. */
function diskRefusal(error: unknown, folder: string): Refused | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return refuse(problem('profile.diskFull', '', { folder }))
  if (code.startsWith('SQLITE_READONLY') || code === 'SQLITE_CANTOPEN' || code === 'EROFS' || code === 'EACCES')
    return refuse(problem('profile.readOnly', '', { folder }))
  return null
}

/** Parses what comes in, runs the handler, parses what goes out. */
export function createRouter<C extends Contract>(contract: C, handlers: HandlersFor<C>, world: World): CallOf<C> {
  const run = async (name: keyof C & string, input: unknown, options: CallOptions): Promise<Result<unknown>> => {
    const method = contract[name] as Method
    const parsed = parseInput(method.input, mended(input))
    if (!parsed.ok) return parsed
    try {
      const answer = await (handlers[name] as Handler<Method>)(world, parsed.value, options)
      return answer.ok ? { ok: true, value: method.output.parse(answer.value) } : answer
    } catch (error) {
      const refusal = diskRefusal(error, world.folder)
      if (refusal === null) throw error
      return refusal
    }
  }
  return ((name, input, options = {}) => run(name, input, options)) as CallOf<C>
}
