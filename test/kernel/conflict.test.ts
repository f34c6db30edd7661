import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Json } from '#shared/kernel/canonical'
import { ancestorsOf, aRevision, FIELDS, type Logged, put, SUPERVISORS } from './a-history.ts'
import { type ARecord, aRecord, aSealedRecord, candidatesOf, conflictOn, RUNS, same, valueIn, withLine } from './a-merge.ts'

vi.setConfig({ testTimeout: 60_000 }) // thousands of histories, on a machine that may be busy

type Doc = { [key: string]: Json }
const field = fc.constantFrom(...FIELDS.slice(0, 5))

/** One more line by a supervisor who sees everything: a correction, or a merge when there are several heads. */
function written({ view }: ARecord, index: number, change: (doc: Doc) => void, w: readonly string[]): Logged {
  const doc: Doc = structuredClone({ ...view.doc })
  change(doc)
  return aRevision(1000 + index, {
    dev: SUPERVISORS[0],
    op: view.heads.length > 1 ? 'merge' : 'correct',
    par: [...view.heads],
    w: [...w],
    doc,
    why: '裁定',
    corrects: view.heads[0] ?? '',
  })
}

test('a conflict has candidates of which none knew another, not all alike, and shows the one with the longest history', () => {
  fc.assert(
    fc.property(aRecord, ({ effective, view }) => {
      const age = new Map<string, number>()
      for (const { id, par } of effective) age.set(id, 1 + Math.max(0, ...par.map((parent) => age.get(parent) ?? 0)))
      for (const { field: name, candidates } of view.conflicts) {
        const ids = candidates.map(({ id }) => id)
        const known = effective.filter(({ id }) => ids.includes(id)).flatMap((line) => [...ancestorsOf(line, effective)])
        expect(ids.filter((id) => known.includes(id))).toEqual([])
        expect(candidates.every(({ value }) => same(value, candidates[0]?.value))).toBe(false)
        expect(same(valueIn(view.doc, name), candidates[0]?.value)).toBe(true)
        const oldest = Math.max(...ids.map((id) => age.get(id) ?? 0))
        expect(ids[0]).toBe(ids.filter((id) => age.get(id) === oldest).toSorted()[0])
      }
    }),
    RUNS,
  )
})

test('an edit of another field leaves a conflict exactly as it is', () => {
  fc.assert(
    fc.property(aSealedRecord, field, (record, edited) => {
      const line = written(record, 1, (doc) => put(doc, edited, 'new'), [edited])
      const after = withLine(record, line).view
      expect(after.heads).toEqual([line.id])
      expect(valueIn(after.doc, edited)).toBe('new')
      expect(conflictOn(after, edited)).toBeUndefined()
      for (const other of FIELDS.filter((name) => name !== edited))
        expect(candidatesOf(after, other)).toEqual(candidatesOf(record.view, other))
    }),
    RUNS,
  )
})

test('naming the field settles a conflict, also when the choice is what was shown anyway, and it stays settled', () => {
  fc.assert(
    fc.property(aSealedRecord, field, field, (record, decided, later) => {
      const settled = withLine(
        record,
        written(record, 1, () => undefined, [decided]),
      )
      expect(conflictOn(settled.view, decided)).toBeUndefined()
      const edited = withLine(
        settled,
        written(settled, 2, (doc) => put(doc, later, 'later'), [later]),
      )
      expect(conflictOn(edited.view, decided)).toBeUndefined()
    }),
    RUNS,
  )
})

test('two people who settle a conflict differently bring it back, two who settle it alike do not', () => {
  fc.assert(
    fc.property(aSealedRecord, field, fc.boolean(), (record, decided, alike) => {
      const one = written(record, 1, (doc) => put(doc, decided, 'one'), [decided])
      const two = written(record, 2, (doc) => put(doc, decided, alike ? 'one' : 'two'), [decided])
      expect(candidatesOf(withLine(record, one, two).view, decided)).toEqual(alike ? [] : [one.id, two.id].toSorted())
    }),
    RUNS,
  )
})

test('two reviews at once: what one supervisor said is never shown with the words of another', () => {
  const review = (verdict: string, remarks: string): Json => ({ verdict, remarks, by: remarks, at: remarks })
  fc.assert(
    fc.property(aSealedRecord, (record) => {
      const [one, two] = [review('approved', '好'), review('returned', '不好')]
      const lines = [one, two].map((said, index) => written(record, index, (doc) => put(doc, '/review', said), ['/review']))
      const { view } = withLine(record, ...lines)
      expect([one, two]).toContainEqual(view.doc['review'])
      expect(candidatesOf(view, '/review')).toEqual(lines.map(({ id }) => id).toSorted())
    }),
    { numRuns: 300 },
  )
})
