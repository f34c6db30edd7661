import { CLOCK_OBSERVED, ClockObserved, observedOffset } from '#shared/sync/clock'
import type { ReadDb } from '../kernel/database.ts'
import { blob } from '../kernel/lines.ts'
import type { AuditProjection } from '../kernel/projection.ts'

/** One row for every time a device found its own clock wrong, on whichever laptop. */
export const clockProjection: AuditProjection = {
  event: CLOCK_OBSERVED,
  version: 1,
  tables: ['clock_observations'],
  create: `
CREATE TABLE clock_observations (
  device TEXT NOT NULL,
  line   BLOB NOT NULL,
  ref    TEXT NOT NULL,
  ref_at INTEGER NOT NULL,
  ahead  INTEGER NOT NULL,
  src    TEXT NOT NULL,
  PRIMARY KEY (device, ref_at, line)
) STRICT, WITHOUT ROWID;
`,
  take: (db, id, { dev, data }) => {
    const event = ClockObserved.safeParse(data)
    if (!event.success) return // of a newer program, or nonsense: kept in the log, counted nowhere
    const { ref, src } = event.data
    db.run(
      'INSERT INTO clock_observations (device, line, ref, ref_at, ahead, src) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
      dev,
      blob(id),
      ref,
      Date.parse(ref),
      observedOffset(event.data),
      src,
    )
  },
}

export interface ClockObservation {
  readonly ref: string
  /** Seconds by which the device's clock was ahead of it; slow is negative. */
  readonly ahead: number
  readonly src: string
}

/** The newest observation a device made of its own clock, against another one or (a jump) against its own going. */
export const getClockObservation = (db: ReadDb, device: string, by: 'other' | 'jump'): ClockObservation | null =>
  db.get<ClockObservation>(
    "SELECT ref, ahead, src FROM clock_observations WHERE device = ? AND (src = 'jump') = ? ORDER BY ref_at DESC, line DESC LIMIT 1",
    device,
    by === 'jump' ? 1 : 0,
  ) ?? null
