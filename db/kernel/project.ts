import { isNewer } from '#shared/kernel/check-line'
import type { Line } from '#shared/kernel/line'
import { COURSE_CREATE, COURSE_TABLES } from './courses.ts'
import type { WriteDb } from './database.ts'
import { DECISION_CREATE, DECISION_TABLES, judgeAll, listRecordsOf, takeDecision } from './decisions.ts'
import { blob, eachLine } from './lines.ts'
import { MEASURE_CREATE, MEASURE_TABLES } from './measures.ts'
import { Projecting } from './project-record.ts'
import type { ProjectionContext } from './projection.ts'
import { CORE_CREATE, CORE_TABLES, CORE_VERSION } from './record-row.ts'
import { forgetIndex } from './search-index.ts'
import { getSetting, putSetting } from './settings.ts'

/**
 * Takes one line that is in the log into the core tables. Answers the records whose view it may change;
 * `projectRecord` derives them, once each however many lines came.
 */
export function absorbLine(db: WriteDb, context: ProjectionContext, id: string, line: Line): readonly string[] {
  if (isNewer(line)) return [] // kept for a later app, which reads the log again
  if (line.t === 'rev') {
    db.run('INSERT INTO revisions (line, rid, device) VALUES (?, ?, ?) ON CONFLICT (line) DO NOTHING', blob(id), line.rid, line.dev)
    return [line.rid]
  }
  if (line.t === 'audit') for (const audit of context.audits) if (audit.event === line.ev) audit.take(db, id, line)
  if (line.t === 'decision') return takeDecision(db, context, id, line)
  if (line.t !== 'receipt') return []
  db.run('INSERT INTO receipts (head, device, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', blob(line.head), line.dev, line.at)
  return isOwnBatch(db, context, line.head) ? listRecordsOf(db, line.head) : [] // only there it tells how far a record has travelled
}

const isOwnBatch = (db: WriteDb, { self }: ProjectionContext, head: string): boolean =>
  db.get('SELECT 1 FROM batches WHERE head = ? AND device = ?', blob(head), self) !== undefined

/** Names every version in force: when one changes, all derived tables are made again. */
const fingerprint = ({ kinds, projections, audits, procedures }: ProjectionContext): string =>
  JSON.stringify([
    CORE_VERSION,
    ...[...kinds.values()].map(({ name, version, merge = null }) => [name, version, merge]),
    ...projections.map(({ kind, version, tables }) => [kind, version, tables]),
    ...audits.map(({ event, version, tables }) => [event, version, tables]),
    ...[...procedures.values()].map(({ name, version }) => [name, version]),
  ])

/** Drops every derived table and makes it again from the log. */
export function rebuild(db: WriteDb, context: ProjectionContext): void {
  const derived = [...context.projections, ...context.audits]
  const tables = [
    ...CORE_TABLES,
    ...DECISION_TABLES,
    ...COURSE_TABLES,
    ...MEASURE_TABLES,
    ...derived.flatMap((projection) => projection.tables),
  ]
  for (const table of tables) db.script(`DROP TABLE IF EXISTS ${table}`)
  db.script(CORE_CREATE)
  db.script(DECISION_CREATE)
  db.script(COURSE_CREATE)
  db.script(MEASURE_CREATE)
  for (const { create } of derived) db.script(create)
  forgetIndex(db)
  const touched = new Set<string>()
  for (const { id, line } of eachLine(db)) for (const rid of absorbLine(db, context, id, line)) touched.add(rid)
  for (const rid of judgeAll(db, context)) touched.add(rid)
  const projecting = new Projecting(db, context)
  for (const rid of touched) projecting.again(rid)
  projecting.end()
  putSetting(db, 'projections', fingerprint(context))
}

/** Makes the derived tables when the store is new or a projection has another version than the rows were made with. */
export function ensureProjections(db: WriteDb, context: ProjectionContext): void {
  if (getSetting(db, 'projections') !== fingerprint(context)) rebuild(db, context)
}
