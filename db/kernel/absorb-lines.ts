import type { Line, RevisionLine } from '#shared/kernel/line'
import type { WriteDb } from './database.ts'
import { barReason } from './decisions.ts'
import { blob, insertLine } from './lines.ts'
import { absorbLine } from './project.ts'
import { type Logged, loggedOf, Projecting } from './project-record.ts'
import type { ProjectionContext } from './projection.ts'
import type { RecordRow } from './record-row.ts'
import { listRows } from './records.ts'

/** A line of a batch: parsed, as it was written, and its place in the body from 0. */
export interface Arriving {
  readonly pos: number
  readonly bytes: string
  readonly line: Line
}

/** What a batch did to one record. */
export interface RecordChange {
  /** Whether something of it was shown before. */
  readonly known: boolean
  /** Whether it brought a revision that was not here. */
  readonly fresh: boolean
  readonly revisions: readonly Logged[]
  /** The record afterwards; none while nothing of it counts, several when strangers chose the same id. */
  readonly rows: readonly RecordRow[]
}

export interface Absorbed {
  readonly records: ReadonlyMap<string, RecordChange>
  /** Lines of other types, in their order. */
  readonly others: readonly Arriving[]
  /** Records that a decision or a receipt among them concerns. */
  readonly concerned: readonly RecordRow[]
}

interface Coming {
  readonly revisions: Logged[]
  allFresh: boolean
  anyFresh: boolean
}

/** Takes batches into the log and the core tables, many in one transaction; the search index is left to `indexNext`. */
export class Absorber {
  private readonly db: WriteDb
  private readonly context: ProjectionContext
  private readonly projecting: Projecting

  constructor(db: WriteDb, context: ProjectionContext) {
    this.db = db
    this.context = context
    this.projecting = new Projecting(db, context, true)
  }

  /** The lines of one batch whose own row is there and judged. */
  take(head: string, lines: Iterable<Arriving>): Absorbed {
    const coming = new Map<string, Coming>()
    const others: (Arriving & { readonly id: string })[] = []
    const barred = this.barsOf(head)
    for (const arriving of lines) {
      const { id, fresh } = this.keep(head, arriving)
      if (arriving.line.t === 'rev') note(coming, loggedOf(id, arriving.line, arriving.bytes, barred(id)), fresh)
      else others.push({ ...arriving, id })
    }
    const records = new Map([...coming].map(([rid, come]) => [rid, this.project(rid, come)]))
    return { records, others, concerned: this.absorb(others) }
  }

  /** Derives what concerns several records; call it after each batch. */
  end(): void {
    this.projecting.end()
  }

  private keep(head: string, { pos, bytes, line }: Arriving): { readonly id: string; readonly fresh: boolean } {
    const kept = insertLine(this.db, bytes, line.t, head)
    this.db.run('INSERT INTO batch_lines (batch, pos, line) VALUES (?, ?, ?)', blob(head), pos, blob(kept.id))
    return kept
  }

  /** Whether a line that only this batch brought counts; in most stores nothing was ever left out. */
  private barsOf(head: string): (line: string) => boolean {
    if (this.db.get('SELECT 1 FROM barred LIMIT 1') === undefined) return () => false
    const whole = barReason(this.db, head) !== null
    return (line) => whole || barReason(this.db, line) !== null
  }

  private project(rid: string, { revisions, allFresh, anyFresh }: Coming): RecordChange {
    const { db, context, projecting } = this
    const here = db.get('SELECT 1 FROM revisions WHERE rid = ? LIMIT 1', rid) !== undefined
    const own = revisions.some(({ dev }) => dev === context.self) // came back after a restore: how far it had travelled counts
    if (!here && allFresh && !own) return { known: false, fresh: true, revisions, rows: projecting.first(revisions) }
    const before = listRows(db, rid)
    for (const { id, line } of revisions) absorbLine(db, context, id, line)
    const another = anyFresh || own || db.get('SELECT 1 FROM barred LIMIT 1') !== undefined // another batch that carries a line may restore it
    return { known: before.length > 0, fresh: anyFresh, revisions, rows: another ? projecting.again(rid) : before }
  }

  private absorb(others: readonly (Arriving & { readonly id: string })[]): RecordRow[] {
    const touched = new Set<string>()
    for (const { id, line } of others) for (const rid of absorbLine(this.db, this.context, id, line)) touched.add(rid)
    return [...touched].flatMap((rid) => this.projecting.again(rid))
  }
}

function note(coming: Map<string, Coming>, revision: Logged, fresh: boolean): void {
  const { rid }: RevisionLine = revision.line
  const come = coming.get(rid) ?? { revisions: [], allFresh: true, anyFresh: false }
  coming.set(rid, come)
  come.revisions.push(revision)
  come.allFresh &&= fresh
  come.anyFresh ||= fresh
}
