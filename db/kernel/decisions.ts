import { type Decision, standingDecision } from '#shared/kernel/decisions'
import type { DecisionLine } from '#shared/kernel/line'
import type { ReadDb, WriteDb } from './database.ts'
import { blob, hex } from './lines.ts'
import type { ProjectionContext } from './projection.ts'

/** What does not count: batches and single lines that a person left out, and batches behind the point where a device lost its trust. */
export const DECISION_TABLES = ['decisions', 'barred']
export const DECISION_CREATE = `
CREATE TABLE decisions (
  line   BLOB PRIMARY KEY,
  target BLOB NOT NULL,
  device TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX decisions_by_target ON decisions (target);
CREATE TABLE barred (
  target BLOB PRIMARY KEY,
  reason TEXT NOT NULL CHECK (reason IN ('excluded', 'revoked'))
) STRICT, WITHOUT ROWID;
`

export type BarReason = 'excluded' | 'revoked'

interface Position {
  readonly device: string
  readonly epoch: string
  readonly seq: number
}

interface Carrier extends Position {
  readonly head: Buffer
}

/** True when a line came only in batches behind the end of its device's trust. A decision cannot leave itself out: that is not asked here. */
function cameTooLate(db: ReadDb, { isRevoked }: Pick<ProjectionContext, 'isRevoked'>, line: Buffer): boolean {
  const sql = 'SELECT c.head, c.device, c.epoch, c.seq FROM batch_lines b JOIN batches c ON c.head = b.batch WHERE b.line = ?'
  const carriers = db.all<Carrier>(sql, line)
  return carriers.length > 0 && carriers.every(({ head, ...at }) => isRevoked({ ...at, head: hex(head) }))
}

/** Decisions about a batch or a line by those who may decide, each with its text. */
export function listDecisions(
  db: ReadDb,
  context: Pick<ProjectionContext, 'isSupervisor' | 'isRevoked'>,
  target: string,
): (Decision & DecisionLine)[] {
  return db
    .all<{ id: Buffer; bytes: string; device: string }>(
      'SELECT l.id, l.bytes, d.device FROM decisions d JOIN lines l ON l.id = d.line WHERE d.target = ? ORDER BY l.id',
      blob(target),
    )
    .filter(({ device, id }) => context.isSupervisor(device) && !cameTooLate(db, context, id))
    .map(({ id, bytes }) => ({ ...(JSON.parse(bytes) as DecisionLine), id: hex(id) }))
}

const positionOf = (db: ReadDb, head: string): Position | undefined =>
  db.get<Position>('SELECT device, epoch, seq FROM batches WHERE head = ?', blob(head))

function reasonOf(db: ReadDb, context: ProjectionContext, target: string): BarReason | null {
  const decided = standingDecision(listDecisions(db, context, target))
  if (decided !== null) return decided === 'exclude' ? 'excluded' : null // whoever takes in a late batch has looked at it
  const at = positionOf(db, target)
  return at !== undefined && context.isRevoked({ ...at, head: target }) ? 'revoked' : null
}

/** Decides again whether a batch or a line counts. Call it when a batch comes in, a decision, or another trust list. */
export function judgeTarget(db: WriteDb, context: ProjectionContext, target: string): void {
  const reason = reasonOf(db, context, target)
  if (reason === null) db.run('DELETE FROM barred WHERE target = ?', blob(target))
  else
    db.run(
      'INSERT INTO barred (target, reason) VALUES (?, ?) ON CONFLICT (target) DO UPDATE SET reason = excluded.reason',
      blob(target),
      reason,
    )
}

export const barReason = (db: ReadDb, target: string): BarReason | null =>
  db.get<{ reason: BarReason }>('SELECT reason FROM barred WHERE target = ?', blob(target))?.reason ?? null

/** The records that a decision about this target concerns: those of a batch, or the one of a line. */
export function listRecordsOf(db: ReadDb, target: string): string[] {
  const sql =
    'SELECT rid FROM revisions WHERE line = ? UNION SELECT r.rid FROM batch_lines b JOIN revisions r ON r.line = b.line WHERE b.batch = ?'
  return db.all<{ rid: string }>(sql, blob(target), blob(target)).map(({ rid }) => rid)
}

/** Takes a decision into the tables; answers the records it concerns. */
export function takeDecision(db: WriteDb, context: ProjectionContext, id: string, line: DecisionLine): string[] {
  db.run('INSERT INTO decisions (line, target, device) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', blob(id), blob(line.target), line.dev)
  judgeTarget(db, context, line.target)
  return listRecordsOf(db, line.target)
}

/** Judges every batch again, and every line that somebody decided about, as after a rebuild or with another trust list in force; answers the records whose standing may differ. */
export function judgeAll(db: WriteDb, context: ProjectionContext): string[] {
  const changed: string[] = []
  for (const { target } of db.all<{ target: Buffer }>('SELECT head AS target FROM batches UNION SELECT target FROM decisions')) {
    const before = barReason(db, hex(target))
    judgeTarget(db, context, hex(target))
    if (barReason(db, hex(target)) !== before) changed.push(...listRecordsOf(db, hex(target)))
  }
  return [...new Set(changed)]
}
