import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Store } from '#db/kernel/database'
import { hex, insertLine, sha256 } from '#db/kernel/lines'
import { absorbLine, rebuild } from '#db/kernel/project'
import { projectRecord } from '#db/kernel/project-record'
import { stateDigest } from '#db/kernel/records'
import { canonical } from '#shared/kernel/canonical'
import type { Line } from '#shared/kernel/line'
import { searchTokens } from '#shared/kernel/search-text'
import { PRINTED } from '#shared/paper/printed-event'
import { aHistory, aShuffled, type Logged } from '../kernel/a-history.ts'
import { aStore, context } from './a-store.ts'

type AuditLine = Extract<Line, { readonly t: 'audit' }>
type Arriving = Logged | (AuditLine & { readonly id: string })

function arrive(db: Store, { id, ...line }: Arriving): void {
  expect(insertLine(db, canonical(line), line.t, null).id).toBe(id)
  for (const rid of absorbLine(db, context, id, line)) projectRecord(db, context, rid)
}

/** Everything that is derived, as rows; row numbers are nobody's business. */
const derived = (db: Store) => ({
  digest: stateDigest(db).digest,
  records: db.all<{ id: number }>('SELECT * FROM records ORDER BY rid, device').map(({ id: _id, ...row }) => row),
  files: db.all('SELECT rid, device, file, sha256, slot FROM record_files ORDER BY rid, device, file'),
  prints: db.all('SELECT * FROM paper_prints ORDER BY record, layout, copy, line'),
  revisions: db.all('SELECT line, rid, device, status FROM revisions ORDER BY line'),
  found: db.all(
    'SELECT r.rid, r.device FROM records_fts f JOIN records r ON r.id = f.rowid WHERE records_fts MATCH ? ORDER BY 1, 2',
    searchTokens('alike').join(' AND '),
  ),
})

const records = fc.tuple(aHistory(9), aHistory(5, '01890000-0000-7000-8000-00000000000b')).map(([one, two]) => [...one, ...two])

/** Prints of papers on two laptops; some say nonsense, and some are of an event this program does not know. */
const prints = fc
  .array(
    fc.record({
      by: fc.constantFrom('a', 'b'),
      copy: fc.integer({ min: 0, max: 3 }),
      ev: fc.constantFrom(PRINTED, PRINTED, 'other.event'),
    }),
    {
      maxLength: 6,
    },
  )
  .map((some) =>
    some.map(({ by, copy, ev }, index): Arriving => {
      const stamp = { v: 1 as const, dev: by.repeat(26), n: String(index).padStart(22, '0'), at: '2026-11-22T10:00:00+08:00', by: '甲' }
      const data = { record: '01890000-0000-7000-8000-00000000000a', layout: 'samplingSheet', revision: null, copies: [copy], print: 1 }
      const line: AuditLine = { t: 'audit', ...stamp, ev, data }
      return { ...line, id: hex(sha256(canonical(line))) }
    }),
  )
const everything = fc.tuple(records, prints).map(([revisions, printed]): Arriving[] => [...revisions, ...printed])
const arrivals = everything.chain((lines) => fc.tuple(fc.constant(lines), aShuffled(lines)))

test('read again from the log the tables are the same, in whatever order the lines arrived, one by one', () => {
  const db = aStore()
  const after = (work: () => void) =>
    db.rehearse(() => {
      work()
      return derived(db)
    })
  fc.assert(
    fc.property(arrivals, ([lines, shuffled]) => {
      const allArrive = (some: readonly Arriving[]): void => {
        for (const line of some) arrive(db, line)
      }
      const inOrder = after(() => allArrive(lines))
      const outOfOrder = after(() => allArrive(shuffled))
      const fromLog = after(() => {
        allArrive(shuffled)
        rebuild(db, context)
      })
      expect(outOfOrder).toEqual(inOrder)
      expect(fromLog).toEqual(inOrder)
    }),
    { numRuns: 200 },
  )
}, 120_000)

test('the same line a second time changes nothing', () => {
  const db = aStore()
  fc.assert(
    fc.property(everything, (lines) =>
      db.rehearse(() => {
        for (const line of lines) arrive(db, line)
        const once = derived(db)
        const count = db.get<{ n: number }>('SELECT count(*) AS n FROM lines')
        for (const line of lines) arrive(db, line)
        expect(derived(db)).toEqual(once)
        expect(db.get('SELECT count(*) AS n FROM lines')).toEqual(count)
      }),
    ),
    { numRuns: 100 },
  )
})
