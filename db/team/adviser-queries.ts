import { textAt } from '#shared/kernel/kind'
import type { RecordState } from '#shared/kernel/record-contract'
import type { Adviser } from '#shared/team/adviser'
import type { Namesake } from '#shared/team/decide-adviser'
import { plainWords } from '#shared/team/same-words'
import type { ReadDb } from '../kernel/database.ts'
import { allOf, keyOf, nextOf, SHOWN, searchRecords, type Where } from '../kernel/search-where.ts'

type Role = Adviser['role']
type Doc = { readonly [key: string]: unknown }

/** A person as lists show them, with the document itself: there are as many as a page holds. */
export interface PersonRow {
  readonly rid: string
  readonly name: string
  readonly plain: string
  readonly region: string
  readonly state: RecordState
  readonly demo: number
  readonly open: number
  readonly doc: Doc
  /** Name of the enterprise of a chief quality officer as the directory has it now. */
  readonly enterpriseName: string | null
}

export interface PeopleFilter {
  readonly role?: Role | undefined
  /** Only appointments that ended before this day. */
  readonly expiredBefore?: string | undefined
  readonly search: string
  /** Keyset: `<name, plain>~<id>`. */
  readonly after?: string | undefined
  readonly limit: number
}

const PERSON = `a.rid, a.name, a.plain, r.region, r.state, r.demo, r.conflicts <> '[]' AS open, r.doc,
  (SELECT e.name FROM enterprises e WHERE e.rid = a.enterprise) AS enterpriseName
  FROM advisers a JOIN records r ON r.rid = a.rid AND ${SHOWN}`

/** People by name. */
export function listPersonRows(db: ReadDb, { role, expiredBefore, search, after, limit }: PeopleFilter) {
  const [plain, rid] = after === undefined ? ['', ''] : keyOf(after)
  const parts: Where[] = [
    { sql: '(a.plain, a.rid) > (?, ?)', values: [plain, rid] },
    ...(role === undefined ? [] : [{ sql: 'a.role = ?', values: [role] }]),
    ...(expiredBefore === undefined ? [] : [{ sql: 'a.until < ?', values: [expiredBefore] }]),
    ...searchRecords(search),
  ]
  const { sql, values } = allOf(parts)
  const rows = db
    .all<Omit<PersonRow, 'doc'> & { readonly doc: string }>(
      `SELECT ${PERSON} WHERE ${sql} ORDER BY a.plain, a.rid LIMIT ?`,
      ...values,
      limit,
    )
    .map((row): PersonRow => ({ ...row, doc: JSON.parse(row.doc) as Doc }))
  return { rows, next: nextOf(rows, limit, (row) => [row.plain, row.rid]) }
}

const countOf = (db: ReadDb, role: Role): number => db.get<{ n: number }>('SELECT count(*) AS n FROM advisers WHERE role = ?', role)?.n ?? 0

/** How many there are of each role; and of how many, whatever the role, the appointment ended before a day. */
export const countPeople = (db: ReadDb, today: string) => ({
  qualityDoctor: countOf(db, 'qualityDoctor'),
  expert: countOf(db, 'expert'),
  chiefQualityOfficer: countOf(db, 'chiefQualityOfficer'),
  expired: db.get<{ n: number }>('SELECT count(*) AS n FROM advisers WHERE until < ?', today)?.n ?? 0,
})

/** Others of the same name in the same role, with the identity of the enterprise they are bound to. */
export function listNamesakes(
  db: ReadDb,
  { role, name, except }: { readonly role: string; readonly name: string; readonly except: string },
): Namesake[] {
  const rows = db.all<{ id: string; name: string; enterprise: string; no: string; since: string; doc: string }>(
    `SELECT a.rid AS id, a.name, COALESCE(i.identity, a.enterprise) AS enterprise, r.no, a.appointed AS since, r.doc
     FROM advisers a JOIN records r ON r.rid = a.rid AND ${SHOWN} LEFT JOIN enterprise_identities i ON i.rid = a.enterprise
     WHERE a.role = ? AND a.plain = ? AND a.rid <> ? ORDER BY a.rid LIMIT 50`,
    role,
    plainWords(name),
    except,
  )
  return rows.map(({ doc, ...row }) => ({ ...row, org: textAt(JSON.parse(doc), 'org') }))
}
