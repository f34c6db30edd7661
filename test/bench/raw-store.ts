import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { COURSE_CREATE } from '#db/kernel/courses'
import { MEASURE_CREATE } from '#db/kernel/measures'
import { first } from '#db/kernel/migrations/001-first'
import { CORE_CREATE } from '#db/kernel/record-row'
import { type Connection, loadSqlite } from '#db/kernel/sqlite'
import { samplingSheetProjection } from '#db/spot-check/spot-check-projection'
import { textAt } from '#shared/kernel/kind'
import type { RevisionLine } from '#shared/kernel/line'
import { normalizeSearch, searchTokens } from '#shared/kernel/search-text'
import { goodsKey } from '#shared/spot-check/repeat-guard'
import { samplingSheetKind } from '#shared/spot-check/sampling-sheet'
import { aFolder } from './profiles.ts'

/** A line with the values of its rows, worked out before the clock runs: writing is all that is measured. */
interface Ready {
  readonly bytes: string
  readonly rid: string
  readonly device: string
  readonly first: boolean
  readonly text: string
  readonly record: readonly (string | number | Buffer | null)[]
  readonly sheet: readonly (string | number)[]
  readonly enterprise: string
  readonly day: string
}

function readied(bytes: string): Ready {
  const { rid, dev, at, by, par, doc, kind } = JSON.parse(bytes) as RevisionLine
  const { no, title, region, words } = samplingSheetKind.summarise(doc)
  const text = normalizeSearch([no, title, ...words].join(' '))
  const [enterprise, day] = [textAt(doc, 'inspectedParty', 'enterpriseId'), textAt(doc, 'sampling', 'date')]
  const sealed = Date.parse(at)
  const json = JSON.stringify(doc)
  const sheet = [rid, no, enterprise, textAt(doc, 'product', 'kind'), day, '', goodsKey(doc), textAt(doc, 'head', 'taskLevel'), region]
  return {
    bytes,
    rid,
    device: dev,
    first: par.length === 0,
    text,
    record: [rid, dev, kind, 'received', no, title, region, text, at, sealed, by, 0, '["x"]', json, null, '[]', '[]', Buffer.alloc(32)],
    sheet: [...sheet, textAt(doc, 'head', 'taskAuthority'), sealed],
    enterprise,
    day,
  }
}

const HEAD = Buffer.alloc(32, 1)
const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ')

function opened(): Connection {
  const db = loadSqlite().open(join(aFolder(), 'raw.db'))
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = OFF', 'temp_store = MEMORY', 'cache_size = -65536'])
    db.pragma(pragma)
  for (const script of [first, CORE_CREATE, COURSE_CREATE, MEASURE_CREATE, samplingSheetProjection.create]) db.exec(script)
  return db
}

export interface RawStore {
  /** Milliseconds that writing these lines took. */
  readonly write: (lines: readonly string[]) => number
  /** Milliseconds that the commit took. */
  readonly commit: () => number
  readonly bytes: () => number
}

/** Prepared statements, nothing else: history, current rows with the same indexes, the index of pairs, sha256; all in one transaction. */
export function rawStore(): RawStore {
  const db = opened()
  const line = db.prepare("INSERT INTO lines (id, type, bytes, batch) VALUES (?, 'rev', ?, ?)")
  const inBatch = db.prepare('INSERT INTO batch_lines (batch, pos, line) VALUES (?, ?, ?)')
  const revision = db.prepare("INSERT INTO revisions (line, rid, device, status) VALUES (?, ?, ?, 'effective')")
  const gone = [
    'records WHERE rid = ?',
    'sampling_sheets WHERE rid = ?',
    'acts WHERE rid = ?',
    'courses WHERE subject = ?',
    'mentions WHERE rid = ?',
  ]
  const before = db.prepare('SELECT id FROM records WHERE rid = ?').pluck()
  const unindex = db.prepare('DELETE FROM records_fts WHERE rowid = ?')
  const removals = gone.map((rest) => db.prepare(`DELETE FROM ${rest}`))
  const record = db.prepare(
    `INSERT INTO records (rid, device, kind, state, no, title, region, text, at, sort_at, by, demo, heads, doc, review, attachments, conflicts, digest) VALUES (${marks(18)})`,
  )
  const index = db.prepare('INSERT INTO records_fts (rowid, tokens) VALUES (?, ?)')
  const sheet = db.prepare(`INSERT INTO sampling_sheets VALUES (${marks(11)})`)
  const act = db.prepare("INSERT INTO acts (subject, rid, procedure, step, day) VALUES (?, ?, 'spotCheck', 'seal', ?)")
  const course = db.prepare(
    "INSERT INTO courses (subject, procedure, main, states, open, aside, day) VALUES (?, 'spotCheck', 'sealed', '{\"main\":\"sealed\"}', 1, 0, ?)",
  )
  const mention = db.prepare("INSERT INTO mentions (enterprise, day, rid, kind) VALUES (?, ?, ?, 'samplingSheet')")
  let pos = 0
  const write = (one: Ready): void => {
    const id = createHash('sha256').update(one.bytes).digest()
    line.run(id, one.bytes, HEAD)
    inBatch.run(HEAD, pos++, id)
    revision.run(id, one.rid, one.device)
    if (!one.first) {
      unindex.run(before.get(one.rid))
      for (const removal of removals) removal.run(one.rid)
    }
    const { lastInsertRowid } = record.run(...one.record)
    index.run(lastInsertRowid, searchTokens(one.text).join(' '))
    sheet.run(...one.sheet)
    act.run(one.rid, one.rid, one.day)
    course.run(one.rid, one.day)
    mention.run(one.enterprise, one.day, one.rid)
  }
  const timed = (work: () => void): number => {
    const began = performance.now()
    work()
    return performance.now() - began
  }
  db.exec('BEGIN IMMEDIATE')
  return {
    write: (lines) => {
      const ready = lines.map(readied)
      return timed(() => ready.forEach(write))
    },
    commit: () => timed(() => db.exec('COMMIT')),
    bytes: () => {
      db.pragma('wal_checkpoint(TRUNCATE)')
      return (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number)
    },
  }
}
