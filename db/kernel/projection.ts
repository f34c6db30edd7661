import type { Kind } from '#shared/kernel/kind'
import type { WriteDb } from './database.ts'
import type { RecordRow } from './record-row.ts'

/** Merged view in, rows out; raise `version` when the meaning of the rows changes, and they are made again from the log. */
export interface Projection {
  readonly kind: string
  readonly version: number
  readonly tables: readonly string[]
  readonly create: string
  readonly write: (db: WriteDb, record: RecordRow) => void
}

/** What the projections must know of the world they are in. */
export interface ProjectionContext {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly projections: readonly Projection[]
  /** The device that owns this store. */
  readonly self: string
  readonly isSupervisor: (device: string) => boolean
}
