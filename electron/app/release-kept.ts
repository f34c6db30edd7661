import type { AppContract } from '#shared/app/contract'
import type { Result } from '#shared/kernel/result'
import type { HandlersFor } from '../kernel/router.ts'
import type { CallOptions, World } from '../kernel/world.ts'
import { releaseKept } from '../sync/release-kept.ts'

type Wrapped = (world: World, input: never, options: CallOptions) => Promise<Result<unknown>>

/** After whatever can make a device known (its card, a list that arrives), the batches that waited for it come in. */
export function releasingKept(handlers: HandlersFor<AppContract>): HandlersFor<AppContract> {
  const then = (name: 'profile.admitCard' | 'sync.import' | 'target.exchange'): Wrapped => {
    const handler = handlers[name] as Wrapped
    return async (world, input, options) => {
      const answer = await handler(world, input, options)
      if (answer.ok) await releaseKept(world, options)
      return answer
    }
  }
  const wrapped = {
    'profile.admitCard': then('profile.admitCard'),
    'sync.import': then('sync.import'),
    'target.exchange': then('target.exchange'),
  }
  return { ...handlers, ...wrapped } as HandlersFor<AppContract>
}
