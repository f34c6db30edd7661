import type { ReadDb } from '../kernel/database.ts'
import { hex } from '../kernel/lines.ts'
import type { KeptRow } from './trust.ts'

interface Row {
  readonly device: string
  readonly epoch: string
  readonly seq: number
  readonly head: Buffer
  readonly created: string
}

export interface LastHead extends Omit<Row, 'head'> {
  readonly head: string
}

/** The newest batch of every stretch of every stream that is here, and when it says it was made. */
export const listLastHeads = (db: ReadDb): LastHead[] =>
  db
    .all<Row>('SELECT device, epoch, max(seq) AS seq, head, created FROM batches GROUP BY device, epoch ORDER BY device, created')
    .map(({ head, ...row }) => ({ ...row, head: hex(head) }))

/** Numbers of each device that are not here although later ones are, taken in or kept. */
export const countMissing = (db: ReadDb): ReadonlyMap<string, number> =>
  new Map(
    db
      .all<{ device: string; missing: number }>(
        `WITH here AS (SELECT device, epoch, seq FROM batches UNION SELECT device, epoch, seq FROM kept_batches)
         SELECT device, sum(missing) AS missing FROM (SELECT device, max(seq) - count(*) AS missing FROM here GROUP BY device, epoch) streams
         GROUP BY device`,
      )
      .map(({ device, missing }) => [device, missing]),
  )

/** So many of the newest batches of a stream are looked at. */
const LATELY = 20

export interface Rollback {
  readonly device: string
  readonly seq: number
  /** Version of the trust list that its head names, and the one that an earlier head of it named. */
  readonly ver: number
  readonly had: number
  readonly created: string
}

/** Streams that went back to an older trust list: the disk under them is an old copy. */
export const listTrustRollbacks = (db: ReadDb): Rollback[] =>
  db.all(
    `WITH ends AS (SELECT device, epoch, max(seq) AS last FROM batches GROUP BY device, epoch),
       heads AS (
         SELECT b.device, b.epoch, b.seq, b.created, b.bytes ->> '$.trust.ver' AS ver,
           max(b.bytes ->> '$.trust.ver') OVER (PARTITION BY b.device, b.epoch ORDER BY b.seq) AS had
         FROM ends CROSS JOIN batches b ON b.device = ends.device AND b.epoch = ends.epoch AND b.seq > ends.last - ?)
     SELECT device, max(seq) AS seq, ver, had, created FROM heads WHERE ver < had GROUP BY device, epoch ORDER BY device`,
    LATELY,
  )

/** Batches that came in from behind the point up to which their device is trusted, and that nobody has taken in yet. */
export const listRevokedBatches = (db: ReadDb): KeptRow[] =>
  db
    .all<Row & { readonly bytes: number }>(
      `SELECT b.device, b.epoch, b.seq, b.head, b.created, b.bytes ->> '$.body.ptSize' AS bytes
       FROM barred x JOIN batches b ON b.head = x.target WHERE x.reason = 'revoked' ORDER BY b.device, b.epoch, b.seq LIMIT 5000`,
    )
    .map(({ head, ...row }) => ({ ...row, head: hex(head), reason: 'revoked' as const, arrived: row.created }))
