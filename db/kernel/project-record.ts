import { canonical } from '#shared/kernel/canonical'
import { type Evaluation, evaluate, type LoggedRevision, type RevisionStatus } from '#shared/kernel/evaluate'
import type { AttachmentRef, RevisionLine } from '#shared/kernel/line'
import { type RecordState, Review } from '#shared/kernel/record-contract'
import { normalizeSearch } from '#shared/kernel/search-text'
import type { MergedView } from '#shared/kernel/view'
import { projectActs, projectFirstActs, StaleCourses } from './courses.ts'
import type { WriteDb } from './database.ts'
import { blob, hex, sha256 } from './lines.ts'
import { projectFirstMeasures, projectMeasures } from './measures.ts'
import type { ProjectionContext } from './projection.ts'
import type { RecordRow } from './record-row.ts'
import { listRows } from './records.ts'
import { indexBelowMark, indexRecord, searchMark, unindexRecord } from './search-index.ts'

/** A revision with its line, parsed and as it was written. */
export type Logged = LoggedRevision & { readonly line: RevisionLine; readonly bytes: string }

export const loggedOf = (id: string, line: RevisionLine, bytes: string, excluded: boolean): Logged => ({
  id,
  dev: line.dev,
  par: line.par,
  op: line.op,
  w: line.w,
  doc: line.doc,
  att: line.att,
  why: line.why,
  corrects: line.corrects,
  excluded,
  line,
  bytes,
})

/** A line is left out by itself, or because every batch that brought it is; one that is in no batch yet is this device's own. */
const LOAD = `SELECT l.id, l.bytes,
    EXISTS (SELECT 1 FROM barred x WHERE x.target = l.id)
    OR (EXISTS (SELECT 1 FROM batch_lines b JOIN barred x ON x.target = b.batch WHERE b.line = l.id)
      AND NOT EXISTS (SELECT 1 FROM batch_lines b WHERE b.line = l.id AND NOT EXISTS (SELECT 1 FROM barred x WHERE x.target = b.batch)))
    AS excluded
  FROM revisions r JOIN lines l ON l.id = r.line WHERE r.rid = ? ORDER BY l.id`

function loadRevisions(db: WriteDb, rid: string): Logged[] {
  return db
    .all<{ id: Buffer; bytes: string; excluded: number }>(LOAD, rid)
    .map(({ id, bytes, excluded }) => loggedOf(hex(id), JSON.parse(bytes) as RevisionLine, bytes, excluded === 1))
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
         LEFT JOIN batches o ON o.head = b.batch
           AND (o.file <> '' OR o.direction = 'in' OR EXISTS (SELECT 1 FROM published p WHERE p.head = o.head))
         LEFT JOIN receipts c ON c.head = o.head
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

/** Files that are shown, each once, even where a careless line names one twice. */
const attachmentsOf = ({ view }: Judged): AttachmentRef[] => [...new Map(view.att.map((file) => [file.id, file])).values()]

/** The line that began a record; it says of which kind it is. */
const rootOf = (revisions: readonly Logged[], owner: string): RevisionLine | undefined =>
  revisions.find(({ par, dev }) => par.length === 0 && dev === owner)?.line

/**
 * The canonical text of a document. The one that a head signed stands in its line to the byte, between the members `doc` and `kind`
 * (what comes before and after holds no member of these names, and no text holds a bare quotation mark).
 */
function docText({ revisions, view }: Judged): string {
  const signed = revisions.find(({ doc }) => doc === view.doc)
  if (signed === undefined) return canonical(view.doc)
  const { bytes } = signed
  return bytes.slice(bytes.indexOf(',"doc":') + 7, bytes.lastIndexOf(',"kind":'))
}

/** A row with the texts it is written as. */
type WrittenRow = RecordRow & { readonly docJson: string }

/** sha256 of the canonical record `{attachments, conflicts, device, doc, kind, rid, voided}`. */
function digestOf({ rid, device, kind }: Pick<RecordRow, 'rid' | 'device' | 'kind'>, judged: Judged, text: string): Buffer {
  const { view, evaluation, revisions } = judged
  const voided = revisions.some(({ id, op }) => op === 'void' && evaluation.status.get(id) === 'effective')
  const before = canonical({ attachments: attachmentsOf(judged), conflicts: view.conflicts, device })
  return sha256(`${before.slice(0, -1)},"doc":${text},${canonical({ kind, rid, voided }).slice(1)}`)
}

function rowOf(db: WriteDb, context: ProjectionContext, judged: Judged): WrittenRow | null {
  const root = rootOf(judged.revisions, judged.owner)
  const kind = root === undefined ? undefined : context.kinds.get(root.kind)
  if (root === undefined || kind === undefined) return null // a kind from the future: kept, shown as held
  const { review: raw, ...doc } = judged.view.doc
  const parsed = raw === undefined ? null : Review.safeParse(raw)
  const review = parsed?.success === true ? parsed.data : null
  const { no, title, region, words } = kind.summarise(doc)
  const identity = { rid: root.rid, device: judged.owner, kind: root.kind }
  const text = docText(judged)
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
    docJson: raw === undefined ? text : JSON.stringify(doc),
    review,
    attachments: attachmentsOf(judged),
    conflicts: judged.view.conflicts,
    digest: digestOf(identity, judged, text),
  }
}

/** Which files a record names, so that the same picture in another record is found by its content. */
function insertFiles(db: WriteDb, { rid, device, attachments }: RecordRow): void {
  for (const { id, sha256: content, slot = '' } of attachments)
    db.run('INSERT INTO record_files (rid, device, file, sha256, slot) VALUES (?, ?, ?, ?, ?)', rid, device, id, blob(content), slot)
}

function insertRow(db: WriteDb, row: WrittenRow): number {
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
    row.docJson,
    row.review === null ? null : JSON.stringify(row.review),
    JSON.stringify(row.attachments),
    JSON.stringify(row.conflicts),
    row.digest,
  )
  insertFiles(db, row)
  return Number(lastInsertRowid)
}

function removeOld(db: WriteDb, rid: string, device: string): void {
  const old = db.get<{ id: number }>('SELECT id FROM records WHERE rid = ? AND device = ?', rid, device)
  if (old === undefined) return
  unindexRecord(db, old.id)
  db.run('DELETE FROM records WHERE id = ?', old.id)
  db.run('DELETE FROM record_files WHERE rid = ? AND device = ?', rid, device)
}

/** Takes a record away of which nothing counts any more; its lines stay in the log. */
function removeRow(db: WriteDb, context: ProjectionContext, row: RecordRow, stale: StaleCourses): void {
  removeOld(db, row.rid, row.device)
  const gone = { ...row, state: 'void' as const }
  for (const { kind, write, remove = write } of context.projections) if (kind === row.kind) remove(db, gone)
  projectActs(db, context, gone, stale)
  projectMeasures(db, context, gone)
}

function judge(db: WriteDb, context: ProjectionContext, revisions: readonly Logged[], owner: string): Pick<Derived, 'row' | 'status'> {
  const shape = context.kinds.get(rootOf(revisions, owner)?.kind ?? '')?.merge
  const evaluation = evaluate(revisions, owner, context.isSupervisor, shape)
  const row = evaluation.view === null ? null : rowOf(db, context, { revisions, view: evaluation.view, owner, evaluation })
  return { row, status: evaluation.status }
}

interface Derived {
  /** null while nothing of it counts, or its kind is not known here. */
  readonly row: WrittenRow | null
  readonly status: ReadonlyMap<string, RevisionStatus>
}

/** What follows from all revisions of one record id: one record for each device that began one, the shown one last. */
function derive(db: WriteDb, context: ProjectionContext, all: readonly Logged[]): Derived[] {
  const [only] = all
  if (only !== undefined && all.length === 1 && only.par.length === 0) return [judge(db, context, all, only.dev)]
  const byId = new Map(all.map((revision) => [revision.id, revision]))
  const owners = new Map(all.map((revision) => [revision.id, ownerOf(revision, byId)]))
  const known = [...new Set(owners.values())].filter((owner) => owner !== null).toSorted((a, b) => (a < b ? 1 : -1))
  return known.map((owner) =>
    judge(
      db,
      context,
      all.filter(({ id }) => owners.get(id) === owner),
      owner,
    ),
  )
}

const rowsOf = (derived: readonly Derived[]): WrittenRow[] => derived.flatMap(({ row }) => row ?? [])

/** A pass over many records: what concerns several of them is derived once, at the end. */
export class Projecting {
  private readonly db: WriteDb
  private readonly context: ProjectionContext
  private readonly stale = new StaleCourses()
  private readonly index: (id: number, text: string) => void

  /** `indexLater`: leave the search index to `indexNext`, after the transaction. */
  constructor(db: WriteDb, context: ProjectionContext, indexLater = false) {
    this.db = db
    this.context = context
    const mark = indexLater ? searchMark(db) : 0
    this.index = indexLater ? (id, text) => indexBelowMark(db, id, mark, text) : (id, text) => indexRecord(db, id, text)
  }

  private writeProjections(row: WrittenRow): void {
    for (const { kind, write } of this.context.projections) if (kind === row.kind) write(this.db, row)
  }

  /** Derives everything that is shown of one record again from its lines. */
  again(rid: string): readonly RecordRow[] {
    const { db, context, stale } = this
    const derived = derive(db, context, loadRevisions(db, rid))
    for (const { status } of derived)
      for (const [id, standing] of status) db.run('UPDATE revisions SET status = ? WHERE line = ?', standing, blob(id))
    const rows = rowsOf(derived)
    const present = new Set(rows.map(({ device }) => device))
    for (const row of listRows(db, rid)) if (!present.has(row.device)) removeRow(db, context, row, stale)
    for (const row of rows) {
      removeOld(db, rid, row.device)
      this.index(insertRow(db, row), row.text)
      this.writeProjections(row)
      projectActs(db, context, row, stale)
      projectMeasures(db, context, row)
    }
    return rows
  }

  /** The same for a record of which nothing was here, and of which these are all revisions: there is nothing to look up or to remove. */
  first(all: readonly Logged[]): readonly RecordRow[] {
    const { db, context, stale } = this
    const derived = derive(
      db,
      context,
      all.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    )
    const status = new Map(derived.flatMap((one) => [...one.status]))
    for (const { id, line } of all) insertRevision(db, id, line, status.get(id))
    const rows = rowsOf(derived)
    for (const row of rows) {
      this.index(insertRow(db, row), row.text)
      this.writeProjections(row)
      projectFirstActs(db, context, row, stale)
      if (rows.length === 1) projectFirstMeasures(db, context, row)
      else projectMeasures(db, context, row)
    }
    return rows
  }

  end(): void {
    this.stale.write(this.db, this.context)
  }
}

const insertRevision = (db: WriteDb, id: string, { rid, dev }: RevisionLine, status: RevisionStatus = 'held'): void =>
  void db.run(
    'INSERT INTO revisions (line, rid, device, status) VALUES (?, ?, ?, ?) ON CONFLICT (line) DO NOTHING',
    blob(id),
    rid,
    dev,
    status,
  )

/** Derives everything that is shown of some records again from their lines. The same lines give the same rows, in any order. */
export function projectRecords(db: WriteDb, context: ProjectionContext, rids: Iterable<string>): void {
  const projecting = new Projecting(db, context)
  for (const rid of rids) projecting.again(rid)
  projecting.end()
}

export const projectRecord = (db: WriteDb, context: ProjectionContext, rid: string): void => {
  projectRecords(db, context, [rid])
}
