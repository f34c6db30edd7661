import type { ActRef } from '#shared/kernel/kind'
import type { Act, Course, Procedure } from '#shared/kernel/procedure'
import { runProcedure } from '#shared/kernel/procedure'
import type { ReadDb, Value, WriteDb } from './database.ts'
import { insertMeasures, writeMeasures } from './measures.ts'
import type { ProjectionContext } from './projection.ts'
import type { RecordRow } from './record-row.ts'

/** Procedures as tables: who took which step about what, where each course stands, and the clocks it started. */
export const COURSE_TABLES = ['acts', 'courses', 'clocks']
export const COURSE_CREATE = `
CREATE TABLE acts (
  subject   TEXT NOT NULL,
  rid       TEXT NOT NULL,
  procedure TEXT NOT NULL,
  step      TEXT NOT NULL,
  day       TEXT NOT NULL,
  PRIMARY KEY (subject, rid)
) STRICT, WITHOUT ROWID;
CREATE INDEX acts_by_record ON acts (rid);
CREATE TABLE courses (
  subject   TEXT PRIMARY KEY,
  procedure TEXT NOT NULL,
  main      TEXT NOT NULL,
  states    TEXT NOT NULL,
  open      INTEGER NOT NULL,
  aside     INTEGER NOT NULL,
  day       TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX courses_by_state ON courses (procedure, main, day DESC, subject DESC);
CREATE INDEX courses_by_time ON courses (procedure, day DESC, subject DESC);
CREATE TABLE clocks (
  subject TEXT NOT NULL,
  rule    TEXT NOT NULL,
  about   TEXT NOT NULL,
  started TEXT NOT NULL,
  ended   TEXT,
  open    INTEGER NOT NULL,
  PRIMARY KEY (subject, rule, about, started)
) STRICT, WITHOUT ROWID;
CREATE INDEX clocks_running ON clocks (rule, started) WHERE open = 1 AND ended IS NULL;
`

/** Every act about a subject that is here and not void, each with its document. */
export function listActs(db: ReadDb, subject: string): Act[] {
  const rows = db.all<{ rid: string; step: string; day: string; at: string; doc: string }>(
    `SELECT a.rid, a.step, a.day, r.at, r.doc FROM acts a JOIN records r ON r.rid = a.rid
     WHERE a.subject = ? GROUP BY a.rid HAVING r.device = min(r.device) ORDER BY a.rid`,
    subject,
  )
  return rows.map(({ rid, step, day, at, doc }) => ({ id: rid, step, on: day, at, doc: JSON.parse(doc) as Act['doc'] }))
}

function writeClocks(db: WriteDb, procedure: Procedure, subject: string, course: Course): void {
  const open = procedure.isOpen(course) ? 1 : 0
  for (const { rule, about, from, endedOn } of procedure.clocks(course, subject))
    db.run(
      'INSERT INTO clocks (subject, rule, about, started, ended, open) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET ended = excluded.ended',
      subject,
      rule,
      about,
      from,
      endedOn,
      open,
    )
}

/** A case is a record and the subject of its course: what each states is kept apart. */
const courseSource = (subject: string): string => `course ${subject}`

/** Writes the course that follows from these acts; none of its rows is there. */
function insertCourse(db: WriteDb, procedure: Procedure, subject: string, acts: readonly Act[]): void {
  const course = runProcedure(procedure, acts)
  db.run(
    'INSERT INTO courses (subject, procedure, main, states, open, aside, day) VALUES (?, ?, ?, ?, ?, ?, ?)',
    subject,
    procedure.name,
    course.states['main'] ?? '',
    JSON.stringify(course.states),
    procedure.isOpen(course) ? 1 : 0,
    course.outOfPlace.length,
    course.taken.at(-1)?.on ?? acts[0]?.on ?? '',
  )
  writeClocks(db, procedure, subject, course)
  insertMeasures(db, courseSource(subject), procedure.measures?.(course, subject) ?? [])
}

/** Derives the course of one subject again from all acts about it. */
function writeCourse(db: WriteDb, procedure: Procedure, subject: string): void {
  db.run('DELETE FROM courses WHERE subject = ?', subject)
  db.run('DELETE FROM clocks WHERE subject = ?', subject)
  writeMeasures(db, courseSource(subject), [])
  const acts = listActs(db, subject)
  if (acts.length > 0) insertCourse(db, procedure, subject, acts)
}

/** Subjects whose course is to be derived again, each once however many acts about it came. */
export class StaleCourses {
  /** The only act there is about a subject that nobody had acted upon, or null. */
  private readonly subjects = new Map<string, { readonly procedure: string; readonly only: Act | null }>()

  add(subject: string, procedure: string, only: Act | null = null): void {
    this.subjects.set(subject, { procedure, only: this.subjects.has(subject) ? null : only })
  }

  write(db: WriteDb, { procedures }: ProjectionContext): void {
    for (const [subject, { procedure: name, only }] of this.subjects) {
      const procedure = procedures.get(name)
      if (procedure === undefined) continue
      if (only === null) writeCourse(db, procedure, subject)
      else insertCourse(db, procedure, subject, [only])
    }
    this.subjects.clear()
  }
}

const insertAct = (db: WriteDb, rid: string, { subject, procedure, step, on }: ActRef): void =>
  void db.run(
    'INSERT INTO acts (subject, rid, procedure, step, day) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
    subject,
    rid,
    procedure,
    step,
    on,
  )

/** Takes what a record says of its procedures into the tables; called whenever its merged view changed. */
export function projectActs(db: WriteDb, context: ProjectionContext, row: RecordRow, stale: StaleCourses): void {
  const acts = context.kinds.get(row.kind)?.acts
  if (acts === undefined) return
  const before = db.all<{ subject: string; procedure: string }>('SELECT subject, procedure FROM acts WHERE rid = ?', row.rid)
  db.run('DELETE FROM acts WHERE rid = ?', row.rid)
  const now = row.state === 'void' ? [] : acts(row.doc, row.rid)
  for (const act of now) insertAct(db, row.rid, act)
  for (const { subject, procedure } of [...before, ...now]) stale.add(subject, procedure)
}

/** The same for a record that was not here before. */
export function projectFirstActs(db: WriteDb, context: ProjectionContext, row: RecordRow, stale: StaleCourses): void {
  if (row.state === 'void') return
  for (const act of context.kinds.get(row.kind)?.acts?.(row.doc, row.rid) ?? []) {
    const { subject, procedure, step, on } = act
    const first = db.get('SELECT 1 FROM acts WHERE subject = ? LIMIT 1', subject) === undefined
    insertAct(db, row.rid, act)
    stale.add(subject, procedure, first ? { id: row.rid, step, on, at: row.at, doc: row.doc } : null)
  }
}

export interface CourseRow {
  readonly subject: string
  readonly main: string
  readonly open: boolean
  readonly aside: number
  readonly day: string
}

type Row = Omit<CourseRow, 'open'> & { readonly open: number }
const COURSE = 'subject, main, open, aside, day'
const toCourse = (row: Row): CourseRow => ({ ...row, open: row.open === 1 })

export interface CourseFilter {
  readonly procedure: string
  readonly main?: string | undefined
  /** Keyset: `<day>~<subject>` of the last one before. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Courses of a procedure, the ones that moved last first. */
export function listCourses(db: ReadDb, { procedure, main, after, limit }: CourseFilter): CourseRow[] {
  const where = ['procedure = ?', ...(main === undefined ? [] : ['main = ?']), ...(after === undefined ? [] : ['(day, subject) < (?, ?)'])]
  const values: Value[] = [procedure, ...(main === undefined ? [] : [main]), ...(after === undefined ? [] : after.split('~'))]
  const sql = `SELECT ${COURSE} FROM courses WHERE ${where.join(' AND ')} ORDER BY day DESC, subject DESC LIMIT ?`
  return db.all<Row>(sql, ...values, limit).map(toCourse)
}

export function getCourseRow(db: ReadDb, subject: string): CourseRow | null {
  const row = db.get<Row>(`SELECT ${COURSE} FROM courses WHERE subject = ?`, subject)
  return row === undefined ? null : toCourse(row)
}

/** How many courses of a procedure stand in each state of its main track. */
export function countCourses(db: ReadDb, procedure: string): ReadonlyMap<string, number> {
  const rows = db.all<{ main: string; n: number }>('SELECT main, count(*) AS n FROM courses WHERE procedure = ? GROUP BY main', procedure)
  return new Map(rows.map(({ main, n }) => [main, n]))
}
