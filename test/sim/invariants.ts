import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadDb } from '#db/kernel/database'
import { brokenJournalAt } from '#db/kernel/journal'
import { damagedLines, hex } from '#db/kernel/lines'
import { rebuild } from '#db/kernel/project'
import type { App } from '#electron/app/start'
import { listMissingOriginals } from '#electron/attachment/check-originals'
import { sha256Of } from '#electron/kernel/durable-file'
import type { World } from '#electron/kernel/world'
import { stagedFiles } from '#electron/sync/staging'
import type { BatchHead } from '#shared/kernel/batch-head'

/** A name, as the invariants of the design have it, and what does not hold. */
type Complaint = string
const said = (name: string, found: readonly unknown[]): Complaint[] => found.slice(0, 3).map((one) => `${name}: ${JSON.stringify(one)}`)

const named = (value: unknown): unknown => (Buffer.isBuffer(value) ? hex(value) : value)

/** The rows of a table but for its row numbers, which are no part of what it says. */
function rowsOf(db: ReadDb, table: string): string[] {
  const columns = db
    .all<{ name: string; type: string }>(`SELECT name, type FROM pragma_table_info('${table}')`)
    .filter(({ name, type }) => !(name === 'id' && type === 'INTEGER'))
    .map(({ name }) => `"${name}"`)
  return db
    .all<Record<string, unknown>>(`SELECT ${columns.join(', ')} FROM "${table}"`)
    .filter((row) => !(table === 'settings' && MARKS.includes(String(row['key']))))
    .map((row) => JSON.stringify(Object.values(row).map(named)))
    .sort()
}

/** A fresh nonce with every change of reference data: says that something changed, not what. */
const COUNTER = 'reference_stamp'

/** How far derived tables have come, not what anybody said. */
const MARKS = ['search.indexedTo', 'projections']

/** Every table with the hash of its rows; the search index follows from `records.text`. */
export function tablesOf(db: ReadDb): Readonly<Record<string, string>> {
  const tables = db
    .all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT GLOB '*_fts*'")
    .map(({ name }) => name)
    .filter((name) => name !== COUNTER)
  return Object.fromEntries(
    tables.map((table) => {
      const sum = createHash('sha256')
      for (const row of rowsOf(db, table)) sum.update(`${row}\n`)
      return [table, sum.digest('hex')]
    }),
  )
}

/** I8: the derived tables are what the lines say, whatever was written in which order. */
function derived({ db, projections }: World): Complaint[] {
  const before = tablesOf(db)
  const after = db.rehearse(() => {
    rebuild(db, projections)
    return tablesOf(db)
  })
  return said(
    'I8 a table differs when it is made again',
    Object.keys(before).filter((table) => before[table] !== after[table]),
  )
}

type BatchRow = { readonly head: Buffer; readonly device: string; readonly epoch: string; readonly seq: number; readonly bytes: string }
const BATCHES = 'SELECT head, device, epoch, seq, bytes FROM batches'

/** I3: what a head of this device names is durably there, byte for byte. Holds as long as nobody confirmed it (I10). */
async function staged({ db, folder }: World): Promise<Complaint[]> {
  const complaints: Complaint[] = []
  for (const { device, epoch, seq } of db.all<BatchRow>(`${BATCHES} WHERE direction = 'out'`)) {
    try {
      for (const { name, path } of await stagedFiles(join(folder, 'outbox'), { device, epoch, seq })) {
        const content = /([0-9a-f]{64})\.age$/.exec(name)?.[1]
        if (content !== undefined && content !== sha256Of(readFileSync(path))) complaints.push(`I3 altered in the outbox: ${name}`)
      }
    } catch (error) {
      complaints.push(`I3 batch ${String(seq)} of ${epoch} is not whole in the outbox: ${String(error)}`)
    }
  }
  return complaints
}

/** I4: the own stream has no holes, every head names the one before it, and every stored head is what its hash says. */
function streams({ db }: World): Complaint[] {
  const rows = db.all<BatchRow>(`${BATCHES} ORDER BY device, epoch, seq`)
  const own = db.all<BatchRow>(`${BATCHES} WHERE direction = 'out' ORDER BY epoch, seq`)
  const at = new Map(rows.map((row) => [`${row.epoch}/${String(row.seq)}`, row]))
  const unlinked = rows.filter(({ epoch, seq, bytes }) => {
    const before = at.get(`${epoch}/${String(seq - 1)}`)
    return before !== undefined && (JSON.parse(bytes) as BatchHead).prev !== hex(before.head)
  })
  return [
    ...said(
      'I4 a hole in the own stream before',
      own.filter(({ epoch, seq }) => seq > 1 && !at.has(`${epoch}/${String(seq - 1)}`)).map(({ seq }) => seq),
    ),
    ...said(
      'I4 does not name the batch before it',
      unlinked.map(({ seq }) => seq),
    ),
    ...said(
      'I5 a head that is not what its hash says',
      rows.filter(({ head, bytes }) => hex(head) !== sha256Of(bytes)).map(({ seq }) => seq),
    ),
  ]
}

/** Questions whose answer must be no row at all. */
const noneOf = (self: string): Readonly<Record<string, string>> => ({
  'I6 a parent belongs to another record': `SELECT l.seq FROM lines l, json_each(l.bytes, '$.par') p
    JOIN revisions c ON c.line = l.id JOIN revisions o ON lower(hex(o.line)) = p.value WHERE l.type = 'rev' AND o.rid <> c.rid`,
  'I6 a line in the stream of another device': `SELECT b.seq FROM batch_lines x JOIN batches b ON b.head = x.batch
    JOIN lines l ON l.id = x.line WHERE l.type IN ('rev', 'decision', 'receipt') AND l.bytes ->> '$.dev' <> b.device`,
  'I7 a trigger that protects the log is missing': `WITH wanted (name) AS (VALUES ('lines_never_change'), ('lines_never_go'),
    ('journal_never_changes'), ('journal_never_shrinks')) SELECT name FROM wanted WHERE name NOT IN (SELECT name FROM sqlite_schema)`,
  'I9 an accepted batch without a receipt in the own stream': `SELECT b.seq FROM batches b WHERE b.direction = 'in'
    AND b.device <> '${self}' AND EXISTS (SELECT 1 FROM batch_lines x JOIN lines l ON l.id = x.line WHERE x.batch = b.head AND l.type = 'rev')
    AND NOT EXISTS (SELECT 1 FROM journal j JOIN lines l ON l.id = j.line WHERE l.type = 'receipt' AND l.bytes ->> '$.head' = lower(hex(b.head)))`,
  'I14 a line without a standing': `SELECT lower(hex(l.id)) FROM lines l LEFT JOIN revisions r ON r.line = l.id
    WHERE l.type = 'rev' AND coalesce(r.status, '') NOT IN ('effective', 'held', 'rejected', 'excluded')`,
  'a batch that lost lines': 'SELECT line FROM batch_lines WHERE line NOT IN (SELECT id FROM lines)',
  'a record that the search index does not know': `SELECT id FROM records WHERE id NOT IN (SELECT id FROM records_fts_docsize)
    AND id <= coalesce((SELECT CAST(value AS INTEGER) FROM settings WHERE key = 'search.indexedTo'), id)`,
  'the search index knows a record that is gone': 'SELECT id FROM records_fts_docsize WHERE id NOT IN (SELECT id FROM records)',
  'a draft that this device sealed': 'SELECT d.id FROM drafts d JOIN revisions r ON r.rid = d.id JOIN journal j ON j.line = r.line',
})

function questions({ db, self }: World): Complaint[] {
  return Object.entries(noneOf(self.device)).flatMap(([name, sql]) => said(name, db.all<object>(sql)))
}

function sqlite({ db }: World): Complaint[] {
  const check = db.all<{ integrity_check: string }>('PRAGMA integrity_check').map((row) => row.integrity_check)
  return [
    ...said(
      'SQLite finds damage',
      check.filter((text) => text !== 'ok'),
    ),
    ...said('a foreign key leads nowhere', db.all('PRAGMA foreign_key_check')),
  ]
}

const below = (folder: string): string[] => (existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : [])

/** What a killed process left: nothing temporary may outlive the next start. */
const remains = ({ folder }: World): Complaint[] => [
  ...said('I13 something lies in quarantine', below(join(folder, 'quarantine'))),
  ...said(
    'an orphan outlived a start',
    below(folder).filter((name) => /(^|[/\\])(\.tmp-[^/\\]*|[^/\\]*\.(part|tmp))$/.test(name)),
  ),
]

/** Originals that no row names: harmless (they bear their hash), and taken up when the command is repeated. */
export function strayOriginals({ db, folder }: World): string[] {
  const known = new Set(db.all<{ sha256: Buffer }>('SELECT sha256 FROM attachments').map((row) => hex(row.sha256)))
  return below(join(folder, 'blobs', 'originals'))
    .map((name) => name.slice(-64))
    .filter((name) => /^[0-9a-f]{64}$/.test(name) && !known.has(name))
}

/** Which invariants do not hold in a profile; empty when all do. */
export async function brokenInvariants({ world }: Pick<App, 'world'>): Promise<Complaint[]> {
  const journal = brokenJournalAt(world.db)
  return [
    ...sqlite(world),
    ...said('I5 a line that is not what its hash says', [...damagedLines(world.db)]),
    ...said('I7 the journal is broken at', journal === null ? [] : [journal]),
    ...questions(world),
    ...streams(world),
    ...(await staged(world)),
    ...derived(world),
    ...said('an original is gone or altered', await listMissingOriginals(world, true)),
    ...remains(world),
  ]
}

/** What may only grow: ids of lines, batches, versions of the trust list. */
export interface HighWater {
  readonly lines: ReadonlySet<string>
  readonly batches: ReadonlySet<string>
  readonly trust: number
}

export function highWaterOf({ db }: Pick<World, 'db'>): HighWater {
  const ids = (sql: string): ReadonlySet<string> => new Set(db.all<{ id: Buffer }>(sql).map(({ id }) => hex(id)))
  return {
    lines: ids('SELECT id FROM lines'),
    batches: ids('SELECT head AS id FROM batches'),
    trust: db.get<{ ver: number | null }>("SELECT max(ver) AS ver FROM trust_documents WHERE kind = 'list'")?.ver ?? 0,
  }
}

/** I2, I7, I10, I11: nothing that was there before is gone, and the trust list did not go back. */
export function lost(before: HighWater, after: HighWater): Complaint[] {
  return [
    ...said(
      'I7 a line is gone',
      [...before.lines].filter((id) => !after.lines.has(id)),
    ),
    ...said(
      'I10 a batch is gone',
      [...before.batches].filter((id) => !after.batches.has(id)),
    ),
    ...said('I11 the trust list went back to', after.trust < before.trust ? [after.trust] : []),
  ]
}
