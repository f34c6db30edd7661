import { canonical } from '#shared/kernel/canonical'
import { type Evaluation, evaluate, type LoggedRevision } from '#shared/kernel/evaluate'
import type { AttachmentRef, RevisionLine } from '#shared/kernel/line'
import { type RecordState, Review } from '#shared/kernel/record-contract'
import { normalizeSearch, searchTokens } from '#shared/kernel/search-text'
import type { MergedView } from '#shared/kernel/view'
import { projectActs } from './courses.ts'
import type { WriteDb } from './database.ts'
import { blob, hex, sha256 } from './lines.ts'
import { projectMeasures } from './measures.ts'
import type { ProjectionContext } from './projection.ts'
import type { RecordRow } from './record-row.ts'
import { listRows } from './records.ts'

type Logged = LoggedRevision & { readonly line: RevisionLine }

/** A line is left out by itself, or because every batch that brought it is; one that is in no batch yet is this device's own. */
const LOAD = `SELECT l.id, l.bytes,
    EXISTS (SELECT 1 FROM barred x WHERE x.target = l.id)
    OR (EXISTS (SELECT 1 FROM batch_lines b JOIN barred x ON x.target = b.batch WHERE b.line = l.id)
      AND NOT EXISTS (SELECT 1 FROM batch_lines b WHERE b.line = l.id AND NOT EXISTS (SELECT 1 FROM barred x WHERE x.target = b.batch)))
    AS excluded
  FROM revisions r JOIN lines l ON l.id = r.line WHERE r.rid = ? ORDER BY l.id`

function loadRevisions(db: WriteDb, rid: string): Logged[] {
  return db.all<{ id: Buffer; bytes: string; excluded: number }>(LOAD, rid).map((row) => {
    const line = JSON.parse(row.bytes) as RevisionLine
    return { ...line, doc: line.doc, id: hex(row.id), excluded: row.excluded === 1, line }
  })
}

/** The device of the root line that a revision leads back to; null while the way back has a gap. */
function ownerOf(revision: Logged, byId: ReadonlyMap<string, Logged>): string | null {
  let at: Logged | undefined = revision
  while (at !== undefined) {
    const [parent]: readonly string[] = at.par
    if (parent === undefined) return at.dev
    at = byId.get(parent)
  }
  return null
}

/** How far this device's own lines of a record have travelled: 0 in no batch, 1 packed, 2 a signed receipt came back. */
function travelled(db: WriteDb, rid: string, self: string): number {
  const row = db.get<{ least: number | null }>(
    `SELECT min(best) AS least FROM (
       SELECT max(CASE WHEN o.head IS NULL THEN 0 WHEN c.head IS NULL THEN 1 ELSE 2 END) AS best
       FROM revisions r LEFT JOIN batch_lines b ON b.line = r.line
         LEFT JOIN batches o ON o.head = b.batch AND o.file <> '' LEFT JOIN receipts c ON c.head = o.head
       WHERE r.rid = ? AND r.device = ? GROUP BY r.line)`,
    rid,
    self,
  )
  return row?.least ?? 0
}

interface Judged {
  readonly revisions: readonly Logged[]
  readonly view: MergedView
  readonly owner: string
  readonly evaluation: Evaluation
}

const TRAVEL_STATES: readonly RecordState[] = ['submitted', 'packed', 'received']

function stateOf(db: WriteDb, context: ProjectionContext, judged: Judged, review: Review | null): RecordState {
  const { revisions, evaluation, owner } = judged
  if (revisions.some(({ id, op }) => op === 'void' && evaluation.status.get(id) === 'effective')) return 'void'
  if (review !== null) return review.verdict
  if (owner !== context.self) return 'received'
  return TRAVEL_STATES[travelled(db, revisions[0]?.line.rid ?? '', context.self)] ?? 'submitted'
}

/** Files of all heads, each once. */
function attachmentsOf({ revisions, view }: Judged): AttachmentRef[] {
  const files = new Map<string, AttachmentRef>()
  for (const { id, line } of revisions) if (view.heads.includes(id)) for (const file of line.att) files.set(file.id, file)
  return [...files.values()]
}

function rowOf(db: WriteDb, context: ProjectionContext, judged: Judged): RecordRow | null {
  const root = judged.revisions.find(({ par, dev }) => par.length === 0 && dev === judged.owner)?.line
  const kind = root === undefined ? undefined : context.kinds.get(root.kind)
  if (root === undefined || kind === undefined) return null // a kind from the future: kept, shown as held
  const { review: raw, ...doc } = judged.view.doc
  const parsed = Review.safeParse(raw)
  const review = parsed.success ? parsed.data : null
  const { no, title, region, words } = kind.summarise(doc)
  const identity = { rid: root.rid, device: judged.owner, kind: root.kind }
  const attachments = attachmentsOf(judged)
  const voided = judged.revisions.some(({ id, op }) => op === 'void' && judged.evaluation.status.get(id) === 'effective')
  const whole = canonical({ ...identity, doc: judged.view.doc, attachments, conflicts: judged.view.conflicts, voided })
  return {
    ...identity,
    state: stateOf(db, context, judged, review),
    no,
    title,
    region,
    text: normalizeSearch([no, title, ...words].join(' ')),
    at: root.at,
    by: root.by,
    demo: root.demo === true,
    heads: judged.view.heads,
    doc,
    review,
    attachments,
    conflicts: judged.view.conflicts,
    digest: sha256(whole),
  }
}

/** Which files a record names, so that the same picture in another record is found by its content. */
function writeFiles(db: WriteDb, { rid, device, attachments }: RecordRow): void {
  db.run('DELETE FROM record_files WHERE rid = ? AND device = ?', rid, device)
  for (const { id, sha256: content, slot = '' } of attachments)
    db.run('INSERT INTO record_files (rid, device, file, sha256, slot) VALUES (?, ?, ?, ?, ?)', rid, device, id, blob(content), slot)
}

function writeRow(db: WriteDb, row: RecordRow): void {
  const old = db.get<{ id: number }>('SELECT id FROM records WHERE rid = ? AND device = ?', row.rid, row.device)
  if (old !== undefined) {
    db.run('DELETE FROM records_fts WHERE rowid = ?', old.id)
    db.run('DELETE FROM records WHERE id = ?', old.id)
  }
  const { lastInsertRowid } = db.run(
    `INSERT INTO records (rid, device, kind, state, no, title, region, text, at, sort_at, by, demo, heads, doc, review, attachments, conflicts, digest)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    row.rid,
    row.device,
    row.kind,
    row.state,
    row.no,
    row.title,
    row.region,
    row.text,
    row.at,
    Date.parse(row.at),
    row.by,
    row.demo ? 1 : 0,
    JSON.stringify(row.heads),
    JSON.stringify(row.doc),
    row.review === null ? null : JSON.stringify(row.review),
    JSON.stringify(row.attachments),
    JSON.stringify(row.conflicts),
    row.digest,
  )
  writeFiles(db, row)
  db.run('INSERT INTO records_fts (rowid, tokens) VALUES (?, ?)', lastInsertRowid, searchTokens(row.text).join(' '))
}

/** Takes a record away of which nothing counts any more; its lines stay in the log. */
function removeRow(db: WriteDb, context: ProjectionContext, row: RecordRow & { readonly id: number }): void {
  db.run('DELETE FROM records_fts WHERE rowid = ?', row.id)
  db.run('DELETE FROM records WHERE id = ?', row.id)
  writeFiles(db, { ...row, attachments: [] })
  const gone = { ...row, state: 'void' as const }
  for (const { kind, write, remove = write } of context.projections) if (kind === row.kind) remove(db, gone)
  projectActs(db, context, gone)
  projectMeasures(db, context, gone)
}

/** Removes what stands in the table of an owner none of whose lines counts. */
function removeAbsent(db: WriteDb, context: ProjectionContext, rid: string, present: ReadonlySet<string>): void {
  for (const row of listRows(db, rid)) if (!present.has(row.device)) removeRow(db, context, row)
}

function judge(db: WriteDb, context: ProjectionContext, revisions: readonly Logged[], owner: string): RecordRow | null {
  const evaluation = evaluate(revisions, owner, context.isSupervisor)
  for (const [id, status] of evaluation.status) db.run('UPDATE revisions SET status = ? WHERE line = ?', status, blob(id))
  return evaluation.view === null ? null : rowOf(db, context, { revisions, view: evaluation.view, owner, evaluation })
}

/** Derives everything that is shown of one record again from its lines. The same lines give the same rows, in any order. */
export function projectRecord(db: WriteDb, context: ProjectionContext, rid: string): void {
  const all = loadRevisions(db, rid)
  const byId = new Map(all.map((revision) => [revision.id, revision]))
  const owners = new Map(all.map((revision) => [revision.id, ownerOf(revision, byId)]))
  const rows = [...new Set(owners.values())].flatMap((owner) => {
    const revisions = all.filter(({ id }) => owners.get(id) === owner)
    return (owner === null ? null : judge(db, context, revisions, owner)) ?? []
  })
  removeAbsent(db, context, rid, new Set(rows.map(({ device }) => device)))
  for (const row of rows.toSorted((a, b) => (a.device < b.device ? 1 : -1))) {
    writeRow(db, row)
    for (const projection of context.projections) if (projection.kind === row.kind) projection.write(db, row)
    projectActs(db, context, row)
    projectMeasures(db, context, row)
  }
}
