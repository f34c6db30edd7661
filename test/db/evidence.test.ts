import { expect, test } from 'vitest'
import type { Store } from '#db/kernel/database'
import { appendJournal, brokenJournalAt } from '#db/kernel/journal'
import { damagedLines, hex, insertLine, sha256 } from '#db/kernel/lines'
import { canonical } from '#shared/kernel/canonical'
import { AUTHOR, aRevision } from '../kernel/a-history.ts'
import { aStore } from './a-store.ts'

/** Writes lines of this device, each in the journal. */
function written(db: Store, count: number, first = 0): string[] {
  return Array.from({ length: count }, (_none, index) => {
    const { id: _id, ...line } = aRevision(first + index, {
      dev: AUTHOR,
      op: 'submit',
      par: [],
      w: [],
      doc: { a: `line ${String(index)}` },
    })
    const { id } = insertLine(db, canonical(line), 'rev', null)
    appendJournal(db, id)
    return id
  })
}

test('no statement changes or deletes a line or a place in the journal', () => {
  const db = aStore()
  written(db, 3)
  for (const [sql, why] of [
    ["UPDATE lines SET bytes = '{}' WHERE seq = 1", 'a line never changes'],
    ['UPDATE lines SET seq = 99 WHERE seq = 1', 'a line never changes'],
    ['DELETE FROM lines', 'a line is never deleted'],
    ['INSERT OR REPLACE INTO lines SELECT seq, id, type, bytes, batch FROM lines', 'a line is never deleted'],
    ['UPDATE journal SET chain = line', 'the journal never changes'],
    ['DELETE FROM journal WHERE seq = 3', 'the journal never shrinks'],
    ['INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 3', 'the journal never shrinks'],
  ] as const)
    expect(() => db.run(sql)).toThrow(why)
  expect(db.all('SELECT count(*) AS n FROM lines UNION ALL SELECT count(*) FROM journal')).toEqual([{ n: 3 }, { n: 3 }])
})

/** Somebody with the file and a tool of their own, who takes the locks off first. */
function forged(db: Store, ...statements: readonly (readonly [string, ...(string | Buffer | number)[]])[]): void {
  for (const trigger of ['lines_never_change', 'lines_never_go', 'journal_never_changes', 'journal_never_shrinks'])
    db.script(`DROP TRIGGER ${trigger}`)
  db.script('PRAGMA foreign_keys = OFF')
  for (const [sql, ...values] of statements) db.run(sql, ...values)
}

test('a whole store finds nothing wrong with itself', () => {
  const db = aStore()
  written(db, 5)
  expect([brokenJournalAt(db), [...damagedLines(db)]]).toEqual([null, []])
})

test('a line changed behind our back no longer matches its name', () => {
  const db = aStore()
  const [, second = ''] = written(db, 3)
  forged(db, ["UPDATE lines SET bytes = replace(bytes, 'line 1', 'line X') WHERE seq = 2"])
  expect([...damagedLines(db)]).toEqual([second])
})

test('a line exchanged together with its name breaks the chain where it stands', () => {
  const db = aStore()
  written(db, 5)
  const bytes = '{"other":"line"}'
  forged(
    db,
    ['UPDATE lines SET bytes = ?, id = ? WHERE seq = 3', bytes, sha256(bytes)],
    ['UPDATE journal SET line = ? WHERE seq = 3', sha256(bytes)],
  )
  expect([[...damagedLines(db)], brokenJournalAt(db)]).toEqual([[], 3])
})

test('a place cut out of the journal, or two exchanged, is found', () => {
  const cut = aStore()
  written(cut, 5)
  forged(cut, ['DELETE FROM journal WHERE seq = 2'])
  expect(brokenJournalAt(cut)).toBe(3)

  const exchanged = aStore()
  written(exchanged, 5)
  forged(
    exchanged,
    ['UPDATE journal SET seq = 99 WHERE seq = 2'],
    ['UPDATE journal SET seq = 2 WHERE seq = 3'],
    ['UPDATE journal SET seq = 3 WHERE seq = 99'],
  )
  expect(brokenJournalAt(exchanged)).toBe(2)
})

test('a transaction that fails half way leaves nothing, also no gap in the journal', () => {
  const db = aStore()
  written(db, 2)
  expect(() =>
    db.transaction(() => {
      const { id: _id, ...line } = aRevision(50, { dev: AUTHOR, op: 'submit', par: [], w: [], doc: {} })
      appendJournal(db, insertLine(db, canonical(line), 'rev', null).id)
      throw new Error('power')
    }),
  ).toThrow('power')
  const { id: _id, ...line } = aRevision(51, { dev: AUTHOR, op: 'submit', par: [], w: [], doc: {} })
  expect(appendJournal(db, insertLine(db, canonical(line), 'rev', null).id).seq).toBe(3)
  expect(brokenJournalAt(db)).toBeNull()
})

test('a rehearsal answers what would be, and takes everything back', () => {
  const db = aStore()
  const before = written(db, 2)
  const rehearsed = db.rehearse(() => {
    db.transaction(() => written(db, 2, 2))
    return db.get<{ n: number }>('SELECT count(*) AS n FROM lines')?.n
  })
  expect(rehearsed).toBe(4)
  expect(db.all<{ id: Buffer }>('SELECT id FROM lines ORDER BY seq').map(({ id }) => hex(id))).toEqual(before)
})
