import type { Kind } from '#shared/kernel/kind'
import type { Line } from '#shared/kernel/line'
import type { Procedure } from '#shared/kernel/procedure'
import type { WriteDb } from './database.ts'
import type { RecordRow } from './record-row.ts'

/** Merged view in, rows out; raise `version` when the meaning of the rows changes, and they are made again from the log. */
export interface Projection {
  readonly kind: string
  readonly version: number
  readonly tables: readonly string[]
  readonly create: string
  readonly write: (db: WriteDb, record: RecordRow) => void
  /** Takes the rows of a record away when nothing of it counts any more; without it, the record is written as a void one, which leaves none. */
  readonly remove?: (db: WriteDb, record: RecordRow) => void
}

type AuditLine = Extract<Line, { readonly t: 'audit' }>

/**
 * What is counted from audit lines of one event, ours and those that came in batches. A line arrives once or many times, in any
 * order: the rows must be the same. Its data come from outside and are parsed.
 */
export interface AuditProjection {
  readonly event: string
  readonly version: number
  readonly tables: readonly string[]
  readonly create: string
  readonly take: (db: WriteDb, id: string, line: AuditLine) => void
}

/** What the projections must know of the world they are in. */
export interface ProjectionContext {
  readonly kinds: ReadonlyMap<string, Kind>
  readonly projections: readonly Projection[]
  readonly audits: readonly AuditProjection[]
  /** By name; what the steps of a kind are judged by. */
  readonly procedures: ReadonlyMap<string, Procedure>
  /** The device that owns this store. */
  readonly self: string
  readonly isSupervisor: (device: string) => boolean
  /** True for a batch behind the point up to which its device is trusted. */
  readonly isRevoked: (batch: { readonly device: string; readonly epoch: string; readonly seq: number; readonly head: string }) => boolean
}
