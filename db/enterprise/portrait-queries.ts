import type { Loose } from '#shared/kernel/kind'
import type { RecordState } from '#shared/kernel/record-contract'
import type { ReadDb, Value } from '../kernel/database.ts'

/** Everything that names any entry of one enterprise. */
const ABOUT = 'm.enterprise IN (SELECT i.rid FROM enterprise_identities i WHERE i.identity = ?)'

const among = (kinds: readonly string[]): string => `m.kind IN (${kinds.map(() => '?').join(', ')})`

export interface MentionRow {
  readonly day: string
  readonly rid: string
  readonly kind: string
  /** The entry it names. */
  readonly entry: string
}

export interface MentionFilter {
  readonly identity: string
  readonly kinds?: readonly string[] | undefined
  /** Keyset: `<day>~<id>` of the last one before. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Records about an enterprise, each once, newest first. */
export function listMentions(db: ReadDb, { identity, kinds, after, limit }: MentionFilter): MentionRow[] {
  const where = [ABOUT]
  const values: Value[] = [identity]
  if (kinds !== undefined) {
    where.push(among(kinds))
    values.push(...kinds)
  }
  if (after !== undefined) {
    where.push('(m.day, m.rid) < (?, ?)')
    values.push(...after.split('~').slice(0, 2))
  }
  return db.all<MentionRow>(
    `SELECT m.day, m.rid, m.kind, min(m.enterprise) AS entry FROM mentions m WHERE ${where.join(' AND ')}
     GROUP BY m.day, m.rid ORDER BY m.day DESC, m.rid DESC LIMIT ?`,
    ...values,
    limit,
  )
}

export interface AboutRow {
  readonly id: string
  readonly kind: string
  readonly no: string
  readonly title: string
  readonly state: RecordState
  readonly on: string
  readonly doc: Loose
}

/** The same with their documents: of a few kinds, of one enterprise. */
export function listAbout(db: ReadDb, identity: string, kinds: readonly string[], limit = 500): AboutRow[] {
  return db
    .all<Omit<AboutRow, 'doc'> & { readonly doc: string }>(
      `SELECT r.rid AS id, r.kind, r.no, r.title, r.state, max(m.day) AS "on", r.doc, min(r.device) AS device
       FROM mentions m JOIN records r ON r.rid = m.rid WHERE ${ABOUT} AND ${among(kinds)}
       GROUP BY r.rid ORDER BY max(m.day) DESC, r.rid DESC LIMIT ?`,
      identity,
      ...kinds,
      limit,
    )
    .map((row) => ({ ...row, doc: JSON.parse(row.doc) as Loose }))
}

export interface CourseAbout {
  readonly subject: string
  readonly procedure: string
  readonly main: string
  readonly open: boolean
  readonly day: string
  /** The record of the enterprise that took a step in it. */
  readonly record: string
}

type CourseRow = Omit<CourseAbout, 'open'> & { readonly open: number }

/** Procedures in which records of these kinds about an enterprise took a step, those that moved last first. */
export function listCoursesAbout(db: ReadDb, identity: string, procedure: string, kinds: readonly string[]): CourseAbout[] {
  return db
    .all<CourseRow>(
      `SELECT c.subject, c.procedure, c.main, c.open, c.day, min(a.rid) AS record
       FROM mentions m JOIN acts a ON a.rid = m.rid JOIN courses c ON c.subject = a.subject
       WHERE ${ABOUT} AND ${among(kinds)} AND c.procedure = ? GROUP BY c.subject ORDER BY c.day DESC, c.subject DESC`,
      identity,
      ...kinds,
      procedure,
    )
    .map((row) => ({ ...row, open: row.open === 1 }))
}

/** Where the procedures stand in which one record took a step. */
export const listCoursesOfRecord = (
  db: ReadDb,
  rid: string,
): { readonly procedure: string; readonly main: string; readonly subject: string }[] =>
  db.all('SELECT DISTINCT c.procedure, c.main, c.subject FROM acts a JOIN courses c ON c.subject = a.subject WHERE a.rid = ?', rid)

/** What was counted of an enterprise, by the name of the measure. */
export function sumMeasures(db: ReadDb, identity: string): ReadonlyMap<string, number> {
  const rows = db.all<{ name: string; amount: number }>(
    `SELECT m.name, sum(m.amount) AS amount FROM measures m WHERE ${ABOUT} GROUP BY m.name`,
    identity,
  )
  return new Map(rows.map(({ name, amount }) => [name, amount]))
}
