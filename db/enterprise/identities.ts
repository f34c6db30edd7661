import type { ReadDb, WriteDb } from '../kernel/database.ts'

/**
 * Which entries of the directory are one enterprise: those that a standing merge joins, and those that carry one code. Every entry, and
 * every id that a merge names, has the identity of its component. It follows from the entries and merges that are here alone, so it is
 * equal on every replica, in whatever order they came.
 */
export const IDENTITY_TABLES = ['enterprise_identities', 'enterprise_merges']
export const IDENTITY_CREATE = `
CREATE TABLE enterprise_identities (
  rid      TEXT PRIMARY KEY,
  identity TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX enterprise_identities_by_identity ON enterprise_identities (identity);
CREATE TABLE enterprise_merges (
  rid    TEXT PRIMARY KEY,
  away   TEXT NOT NULL,
  remain TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX enterprise_merges_by_away ON enterprise_merges (away);
CREATE INDEX enterprise_merges_by_remain ON enterprise_merges (remain);
`

/** The ids one step away: named by a merge together with this one, or carrying its code. */
const NEIGHBOURS = `
SELECT remain AS rid FROM enterprise_merges WHERE away = ?
UNION SELECT away FROM enterprise_merges WHERE remain = ?`
const SAME_CODE = `
SELECT o.rid FROM enterprises e JOIN enterprises o ON o.uscc = e.uscc WHERE e.rid = ? AND e.uscc <> ''`

type Neighbours = (db: ReadDb, rid: string) => string[]

const merged: Neighbours = (db, rid) => db.all<{ rid: string }>(NEIGHBOURS, rid, rid).map((row) => row.rid)
const mergedOrSameCode: Neighbours = (db, rid) => [...merged(db, rid), ...db.all<{ rid: string }>(SAME_CODE, rid).map((row) => row.rid)]

function reachable(db: ReadDb, from: string, neighbours: Neighbours): Set<string> {
  const seen = new Set([from])
  for (const rid of seen) for (const next of neighbours(db, rid)) seen.add(next)
  return seen
}

/** Every entry that is one enterprise with this one, itself among them. */
export const componentOf = (db: ReadDb, rid: string): Set<string> => reachable(db, rid, mergedOrSameCode)

/** True when merges alone, whatever the codes, make them one. */
export const areMerged = (db: ReadDb, one: string, other: string): boolean => reachable(db, one, merged).has(other)

interface Member {
  readonly rid: string
  readonly here: boolean
  readonly away: boolean
}

const memberOf = (db: ReadDb, rid: string): Member => ({
  rid,
  here: db.get('SELECT 1 FROM enterprises WHERE rid = ?', rid) !== undefined,
  away: db.get('SELECT 1 FROM enterprise_merges WHERE away = ? LIMIT 1', rid) !== undefined,
})

/**
 * Who speaks for a component: an entry that was not merged away, of several the smallest id; in a ring of merges the smallest of all. An
 * entry that is here comes before one that only a merge has named so far.
 */
function representativeOf(members: readonly Member[]): string {
  const rank = ({ here, away }: Member): number => (here ? 0 : 2) + (away ? 1 : 0)
  const [first] = members.toSorted((one, other) => rank(one) - rank(other) || (one.rid < other.rid ? -1 : 1))
  return first?.rid ?? ''
}

function writeComponent(db: WriteDb, component: ReadonlySet<string>): void {
  const members = [...component].map((rid) => memberOf(db, rid))
  const identity = representativeOf(members)
  for (const { rid, here } of members) {
    if (!here && component.size === 1) db.run('DELETE FROM enterprise_identities WHERE rid = ?', rid)
    else
      db.run(
        `INSERT INTO enterprise_identities (rid, identity) VALUES (?, ?)
         ON CONFLICT (rid) DO UPDATE SET identity = excluded.identity WHERE identity <> excluded.identity`,
        rid,
        identity,
      )
  }
}

/** Does a change to entries or merges about these ids, and puts the components that it parted or joined right. */
export function withIdentities(db: WriteDb, touched: () => readonly string[], change: () => void): void {
  const before = touched().flatMap((rid) => [...componentOf(db, rid)])
  change()
  const waiting = new Set([...before, ...touched()])
  for (const rid of waiting) {
    const component = componentOf(db, rid)
    for (const member of component) waiting.delete(member)
    writeComponent(db, component)
  }
}

/** The entry that speaks for this one; itself when nobody knows more. */
export const identityOf = (db: ReadDb, rid: string): string =>
  db.get<{ identity: string }>('SELECT identity FROM enterprise_identities WHERE rid = ?', rid)?.identity ?? rid

/** Every id that is read as this enterprise, itself among them. */
export function listMembers(db: ReadDb, rid: string): string[] {
  const identity = identityOf(db, rid)
  const rows = db.all<{ rid: string }>('SELECT rid FROM enterprise_identities WHERE identity = ? ORDER BY rid', identity)
  return rows.length === 0 ? [rid] : rows.map((row) => row.rid)
}
