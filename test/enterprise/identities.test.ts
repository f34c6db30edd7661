import fc from 'fast-check'
import { expect, test } from 'vitest'
import { projections } from '#db/app/projections'
import type { Store } from '#db/kernel/database'
import { insertLine } from '#db/kernel/lines'
import { absorbLine, ensureProjections, rebuild } from '#db/kernel/project'
import { projectRecord } from '#db/kernel/project-record'
import { kinds, procedures } from '#shared/app/kinds'
import { canonical, type Json } from '#shared/kernel/canonical'
import { aStore, context as plain } from '../db/a-store.ts'
import { aRevision, aShuffled, type Logged } from '../kernel/a-history.ts'

const context = {
  ...plain,
  kinds: new Map(kinds.map((kind) => [kind.name, kind])),
  procedures: new Map(procedures.map((procedure) => [procedure.name, procedure])),
  projections,
}

const ridOf = (family: string, index: number): string => `01890000-0000-7000-8000-${family.repeat(10)}${String(index).padStart(2, '0')}`
const entryId = (index: number): string => ridOf('e', index)
const mergeId = (index: number): string => ridOf('f', index)
const referenceId = (index: number): string => ridOf('d', index)

interface Merge {
  readonly from: number
  readonly into: number
  readonly undone: boolean
}

/** What people did on their laptops: entries (one code is worn by many), merges in any direction, records about entries. */
interface Directory {
  readonly entries: readonly { readonly code: string; readonly gone: boolean; readonly corrected: string | null }[]
  readonly merges: readonly Merge[]
  readonly references: readonly number[]
}

const MOST = 7
const aCode = fc.constantFrom('', '', 'A', 'B')
const aDirectory: fc.Arbitrary<Directory> = fc.record({
  entries: fc.array(
    fc.record({
      code: aCode,
      gone: fc.oneof({ weight: 5, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
      corrected: fc.option(aCode),
    }),
    { minLength: 1, maxLength: MOST },
  ),
  // One more than there are entries: a merge may name what never arrives.
  merges: fc.array(fc.record({ from: fc.nat({ max: MOST }), into: fc.nat({ max: MOST }), undone: fc.boolean() }), { maxLength: 7 }),
  references: fc.array(fc.nat({ max: MOST }), { maxLength: 6 }),
})

let count = 0
function lineOf(rid: string, kind: string, doc: { [key: string]: Json }, by: string): Logged {
  count += 1
  return aRevision(count, { rid, kind, dev: by.repeat(26), op: 'submit', par: [], w: [], doc })
}
const after = (line: Logged, op: 'void' | 'correct', doc: Logged['doc']): Logged => {
  count += 1
  const { rid, kind, dev, id } = line
  return aRevision(count, {
    rid,
    kind,
    dev,
    op,
    par: [id],
    w: op === 'void' ? [] : ['/uscc'],
    doc,
    why: '理由',
    ...(op === 'correct' ? { corrects: id } : {}),
  })
}

const docOf = (index: number, uscc: string): { [key: string]: Json } => ({
  name: `企业${String(index)}`,
  region: '500103',
  address: '某路',
  uscc,
})

const writers = ['a', 'b', 'c']
const linesOf = ({ entries, merges, references }: Directory): { readonly lines: Logged[]; readonly undo: Logged[] } => {
  const made = entries.flatMap(({ code, gone, corrected }, index) => {
    const line = lineOf(entryId(index), 'enterprise', docOf(index, code), writers[index % 3] ?? 'a')
    const now = corrected === null ? line : after(line, 'correct', docOf(index, corrected))
    return [line, ...(now === line ? [] : [now]), ...(gone ? [after(now, 'void', now.doc)] : [])]
  })
  const joined = merges.map(({ from, into }, index) =>
    lineOf(mergeId(index), 'enterpriseMerge', { from: entryId(from), into: entryId(into), on: '2026-11-22' }, writers[index % 2] ?? 'a'),
  )
  const named = references.map((entry, index) =>
    lineOf(referenceId(index), 'creditEvent', { enterpriseId: entryId(entry), on: '2026-11-22', title: '投诉' }, 'b'),
  )
  const undone = joined.map((line) => after(line, 'void', line.doc))
  const now = undone.filter((_line, index) => merges[index]?.undone === true)
  return { lines: [...made, ...joined, ...now, ...named], undo: undone.filter((line) => !now.includes(line)) }
}

/** Written apart from the store: the groups by union and find, and who speaks for each. */
function oracle({ entries, merges }: Directory, standing: readonly Merge[]): (index: number) => string {
  const parent = Array.from({ length: MOST + 1 }, (_none, index) => index)
  const find = (index: number): number => (parent[index] === index ? index : find(parent[index] ?? index))
  const union = (one: number, other: number): void => {
    parent[find(one)] = find(other)
  }
  for (const { from, into } of standing) union(from, into)
  const here = (index: number): boolean => entries[index]?.gone === false
  const codeOf = (index: number): string => entries[index]?.corrected ?? entries[index]?.code ?? ''
  for (const one of entries.keys())
    for (const other of entries.keys())
      if (here(one) && here(other) && codeOf(one) !== '' && codeOf(one) === codeOf(other)) union(one, other)
  const away = new Set(standing.filter(({ from, into }) => from !== into).map(({ from }) => from))
  expect(merges.length).toBeGreaterThanOrEqual(standing.length)
  return (index) => {
    const group = parent.flatMap((_up, other) => (find(other) === find(index) ? [other] : []))
    const best = [
      group.filter((one) => here(one) && !away.has(one)),
      group.filter(here),
      group.filter((one) => !away.has(one)),
      group,
    ].find((some) => some.length > 0)
    return entryId(Math.min(...(best ?? [index])))
  }
}

function arrive(db: Store, { id, ...line }: Logged): void {
  insertLine(db, canonical(line), line.t, null)
  for (const rid of absorbLine(db, context, id, line)) projectRecord(db, context, rid)
}

const resolved = (db: Store) =>
  db.all<{ rid: string; enterprise: string }>(
    `SELECT m.rid, COALESCE(i.identity, m.enterprise) AS enterprise FROM mentions m
     LEFT JOIN enterprise_identities i ON i.rid = m.enterprise WHERE m.kind = 'creditEvent' ORDER BY m.rid`,
  )
const tables = (db: Store) => ({
  identities: db.all('SELECT * FROM enterprise_identities ORDER BY rid'),
  merges: db.all('SELECT * FROM enterprise_merges ORDER BY rid'),
  keys: db.all('SELECT * FROM enterprise_keys ORDER BY key, rid'),
})
const expected = ({ references }: Directory, speaks: (index: number) => string) =>
  references.map((entry, index) => ({ rid: referenceId(index), enterprise: speaks(entry) }))

function aDirectoryStore(): Store {
  const db = aStore()
  ensureProjections(db, context)
  return db
}

const scenarios = aDirectory.chain((directory) => {
  const { lines, undo } = linesOf(directory)
  return fc.record({ directory: fc.constant(directory), undo: fc.constant(undo), one: aShuffled(lines), other: aShuffled(lines) })
})

test('whatever is merged, parted again and in whatever order it arrives, every record is about the right enterprise on every laptop', () => {
  const db = aDirectoryStore()
  fc.assert(
    fc.property(scenarios, ({ directory, one, other, undo }) => {
      const standing = directory.merges.filter(({ undone }) => !undone)
      const replica = (lines: readonly Logged[], more: () => void = () => undefined) =>
        db.rehearse(() => {
          for (const line of lines) arrive(db, line)
          more()
          return { resolved: resolved(db), tables: tables(db) }
        })
      const first = replica(one)
      expect(first.resolved).toEqual(expected(directory, oracle(directory, standing)))
      expect(replica(other)).toEqual(first)
      expect(replica(other, () => rebuild(db, context))).toEqual(first)
      const parted = replica([...one, ...undo])
      expect(parted.resolved).toEqual(expected(directory, oracle(directory, [])))
      expect(parted.tables.merges).toEqual([])
      expect(parted).toEqual(replica(other.filter(({ kind }) => kind !== 'enterpriseMerge')))
    }),
    { numRuns: 250 },
  )
}, 120_000)
