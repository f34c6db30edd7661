import type { AnswerOf, Contract, InputOf, OutputOf } from '#shared/kernel/contract'
import { ok, type Problem } from '#shared/kernel/result'
import { type AskOptions, storePort } from './port'

/** A query was refused: the words are in its problems. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super(problems.map(({ code }) => code).join(', '))
    this.problems = problems
  }
}

/**
 * A feature's way to the store: its own part of the contract, by name, with the types of both sides. `call` answers with a
 * Result; `ask` makes the options of a query for `useQuery`, and what is refused there throws a Refusal.
 */
export function storeOf<C extends Contract>(contract: C) {
  async function call<N extends keyof C & string>(name: N, input: InputOf<C[N]>, options?: AskOptions): Promise<AnswerOf<C[N]>> {
    const method = contract[name]
    const answer = await storePort.ask(name, input, { again: method?.writes === false, ...options })
    if (!answer.ok || method === undefined) return answer as AnswerOf<C[N]>
    return ok(method.output.parse(answer.value)) as AnswerOf<C[N]>
  }

  function ask<N extends keyof C & string>(name: N, input: InputOf<C[N]>) {
    return {
      queryKey: [name, input] as const,
      queryFn: async ({ signal }: { signal: AbortSignal }): Promise<OutputOf<C[N]>> => {
        const answer = await call(name, input, { signal })
        if (!answer.ok) throw new Refusal(answer.problems)
        return answer.value
      },
    }
  }
  return { call, ask }
}
