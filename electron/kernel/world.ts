import { randomBytes } from 'node:crypto'
import { format } from 'date-fns/format'
import { formatISO } from 'date-fns/formatISO'
import { v7 } from 'uuid'
import type { Store } from '#db/kernel/database'
import type { ProjectionContext } from '#db/kernel/projection'
import type { Progress } from '#shared/kernel/contract'
import type { Kind } from '#shared/kernel/kind'
import type { ArticleOf } from '#shared/kernel/procedure'
import type { Role, Runtime } from '#shared/kernel/self'
import type { DeviceKey } from './device-key.ts'
import type { RunIntake } from './intake-port.ts'
import type { KindRules } from './kind-rules.ts'

/** Who sits at this laptop. */
export interface Self {
  readonly device: string
  readonly name: string
  readonly role: Role
  readonly region: string
  readonly org: string
  readonly demo: boolean
  readonly created: string
}

/** Everything a handler may need from outside: the store, the clock, fresh ids, the keys, the folder. */
export interface World {
  readonly db: Store
  readonly self: Self
  readonly folder: string
  readonly runtime: Runtime
  readonly protection: 'file' | 'sealed'
  readonly key: DeviceKey
  readonly identity: string
  readonly recipient: string
  readonly projections: ProjectionContext
  readonly rules: ReadonlyMap<string, KindRules>
  /** What the law says at an article key; from reference data. */
  readonly articleOf: ArticleOf
  readonly clock: () => Date
  readonly intake: RunIntake
  /** Speaks with storage, in a process of its own. */
  readonly courier: RunIntake
  /** Tells every window that something changed; a name is a record kind or a feature. */
  readonly changed: (...names: string[]) => void
}

/** What a single call brings: how to tell how far it is, and whether the person has cancelled. */
export interface CallOptions {
  readonly onProgress?: ((progress: Progress) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/** Local time with offset, to the second: what a line claims. */
export const timeOf = (world: Pick<World, 'clock'>): string => formatISO(world.clock())
export const dayOf = (world: Pick<World, 'clock'>): string => format(world.clock(), 'yyyy-MM-dd')

export const newRecordId = (): string => v7()
export const newNonce = (): string => randomBytes(16).toString('base64url')

/** The common fields of a line this device writes now. */
export const stamp = (world: Pick<World, 'clock' | 'self'>): { v: 1; dev: string; n: string; at: string; by: string } => ({
  v: 1,
  dev: world.self.device,
  n: newNonce(),
  at: timeOf(world),
  by: world.self.name,
})

export const kindOf = (world: World, name: string): Kind | undefined => world.projections.kinds.get(name)
