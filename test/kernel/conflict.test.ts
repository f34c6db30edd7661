import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Json } from '#shared/kernel/canonical'
import { ancestorsOf, aRevision, type Logged, SUPERVISORS } from './a-history.ts'
import { type ARecord, anAsked, aRecord, aSealedRecord, candidatesOf, conflictOn, says, withLine } from './a-merge.ts'
import { alike } from './a-model.ts'
import { put, type Said, TARGETS, type Target, targetOf } from './a-shape.ts'
import { PATIENCE, runs } from './runs.ts'

vi.setConfig(PATIENCE)

/** One more line by a supervisor who sees everything: a correction, or a merge when there are several heads. */
function written({ view }: ARecord, index: number, change: (said: Said) => unknown, w: readonly string[]): Logged {
  const said = structuredClone({ doc: view.doc, att: view.att }) as unknown as Said
  change(said)
  return aRevision(1000 + index, {
    dev: SUPERVISORS[0],
    op: view.heads.length > 1 ? 'merge' : 'correct',
    par: [...view.heads],
    w: [...w],
    ...said,
    why: '裁定',
    corrects: view.heads[0] ?? '',
  })
}

/** Whether a decision about one field may touch another: what lies in a row comes and goes with it. */
const isRelated = (one: Target, other: Target): boolean => [one.name, one.row].some((name) => name === other.name || name === other.row)
/** Where there is no row, nothing is said of what stands in it. */
const isThere = ({ view }: Pick<ARecord, 'view'>, { row }: Target): boolean =>
  TARGETS.every((one) => one.name !== row || says(view, one) !== undefined)

const effectiveOf = (effective: readonly Logged[], ids: readonly string[]): Logged[] =>
  ids.flatMap((id) => effective.filter((line) => line.id === id))

const isRow = (name: string): boolean => TARGETS.some(({ row }) => row === name)
/** What a line says of a field; of a row of several fields, whether it is there. */
function toldBy(line: Pick<ARecord['view'], 'doc' | 'att'>, name: string): Json | undefined {
  const said = says(line, targetOf(name))
  return isRow(name) ? said !== undefined : said
}

test('P3: a conflict has candidates of which none knew another, not all alike, and shows the one with the longest history', () => {
  fc.assert(
    fc.property(aRecord, ({ effective, view }) => {
      const age = new Map<string, number>()
      for (const { id, par } of effective) age.set(id, 1 + Math.max(0, ...par.map((parent) => age.get(parent) ?? 0)))
      for (const { field: name, candidates } of view.conflicts) {
        const ids = candidates.map(({ id }) => id)
        const known = effective.filter(({ id }) => ids.includes(id)).flatMap((line) => [...ancestorsOf(line, effective)])
        expect(ids.filter((id) => known.includes(id))).toEqual([])
        expect(candidates.every(({ value }) => alike(value, candidates[0]?.value))).toBe(false)
        const said = effectiveOf(effective, ids).map((line) => toldBy(line, name))
        expect(candidates.map(({ value }) => (isRow(name) ? value !== undefined : value))).toEqual(said)
        expect(toldBy(view, name)).toEqual(isThere({ view }, targetOf(name)) ? said[0] : undefined) // its row may be shown as away
        const oldest = Math.max(...ids.map((id) => age.get(id) ?? 0))
        expect(ids[0]).toBe(ids.filter((id) => age.get(id) === oldest).toSorted()[0])
      }
    }),
    runs(6),
  )
})

test('P3: an edit of another field leaves a conflict exactly as it is', () => {
  fc.assert(
    fc.property(aSealedRecord, fc.constantFrom(...TARGETS), (record, edited) => {
      fc.pre(isThere(record, edited))
      const line = written(record, 1, (said) => edited.write(said, 'new', 0), [edited.name])
      const after = withLine(record, line).view
      expect(after.heads).toEqual([line.id])
      expect(conflictOn(after, edited.name)).toBeUndefined()
      for (const other of TARGETS.filter((target) => !isRelated(target, edited)))
        expect([other.name, candidatesOf(after, other.name)]).toEqual([other.name, candidatesOf(record.view, other.name)])
    }),
    runs(5),
  )
})

test('P3: naming the field settles a conflict, also when the choice is what was shown anyway, and it stays settled', () => {
  fc.assert(
    fc.property(aSealedRecord, anAsked, anAsked, (record, decided, later) => {
      const settled = withLine(
        record,
        written(record, 1, () => undefined, [decided.name]),
      )
      const edited = withLine(
        settled,
        written(settled, 2, (said) => later.write(said, 'later', 0), [later.name]),
      )
      fc.pre(isThere(record, decided))
      expect([settled, edited].map(({ view }) => conflictOn(view, decided.name))).toEqual([undefined, undefined])
    }),
    runs(5),
  )
})

test('P3: naming one member of a group settles all of it, and nothing beside it', () => {
  fc.assert(
    fc.property(aSealedRecord, (record) => {
      const { view } = withLine(
        record,
        written(record, 1, () => undefined, ['/unit']),
      )
      expect(conflictOn(view, '/limit')).toBeUndefined()
      expect(candidatesOf(view, '/a')).toEqual(candidatesOf(record.view, '/a'))
    }),
    runs(2),
  )
})

test('P3: two people who settle a conflict differently bring it back, two who settle it alike do not', () => {
  fc.assert(
    fc.property(aSealedRecord, anAsked, fc.boolean(), (record, decided, alikeThen) => {
      const isAway = !decided.write(structuredClone({ doc: record.view.doc, att: record.view.att }) as unknown as Said, 'one', 0)
      if (isAway || TARGETS.some(({ row }) => row === decided.name) || decided.name.startsWith('att')) return
      const one = written(record, 1, (said) => decided.write(said, 'one', 0), [decided.name])
      const two = written(record, 2, (said) => decided.write(said, alikeThen ? 'one' : 'two', 0), [decided.name])
      expect(candidatesOf(withLine(record, one, two).view, decided.name)).toEqual(alikeThen ? [] : [one.id, two.id].toSorted())
    }),
    runs(5),
  )
})

test('P3: a row taken away by one and edited by another is in conflict, with all that stands in it; taken away by both it is gone', () => {
  const [row, inner] = [targetOf('/rows/k1'), targetOf('/rows/k1/x')]
  fc.assert(
    fc.property(aSealedRecord, fc.boolean(), (record, both) => {
      fc.pre(says(record.view, row) !== undefined)
      const away = written(record, 1, (said) => row.write(said, undefined, 0), [row.name])
      const other = both
        ? written(record, 2, (said) => row.write(said, undefined, 0), [])
        : written(record, 2, (said) => inner.write(said, 'new', 0), [inner.name])
      const { view } = withLine(record, away, other)
      const conflict = conflictOn(view, row.name)
      const kept = conflict?.candidates.find(({ id }) => id === other.id)?.value
      const edited = ((other.doc['rows'] ?? []) as { id?: Json }[]).find(({ id }) => id === 'k1')
      expect({ candidates: candidatesOf(view, row.name), kept, gone: both && says(view, row) === undefined }).toEqual(
        both ? { candidates: [], kept: undefined, gone: true } : { candidates: [away.id, other.id].toSorted(), kept: edited, gone: false },
      )
    }),
    runs(3),
  )
})

test('P3: nobody is asked about what stands in a row that was taken away for good', () => {
  const [row, inner] = [targetOf('/rows/k1'), targetOf('/rows/k1/x')]
  fc.assert(
    fc.property(aSealedRecord, (record) => {
      fc.pre(says(record.view, row) !== undefined)
      const edits = ['one', 'two'].map((value, index) => written(record, index, (said) => inner.write(said, value, 0), [inner.name]))
      const torn = withLine(record, ...edits)
      const gone = withLine(
        torn,
        written(torn, 3, (said) => row.write(said, undefined, 0), [row.name]),
      )
      expect(candidatesOf(torn.view, inner.name)).toEqual(edits.map(({ id }) => id).toSorted())
      expect([inner, row].map(({ name }) => conflictOn(gone.view, name))).toEqual([undefined, undefined])
    }),
    runs(2),
  )
})

test('two reviews at once: what one supervisor said is never shown with the words of another', () => {
  const review = (verdict: string, remarks: string): Json => ({ verdict, remarks, by: remarks, at: remarks })
  fc.assert(
    fc.property(aSealedRecord, (record) => {
      const [one, two] = [review('approved', '好'), review('returned', '不好')]
      const lines = [one, two].map((said, index) => written(record, index, ({ doc }) => put(doc, 'review', said), ['/review']))
      const { view } = withLine(record, ...lines)
      expect([one, two]).toContainEqual(view.doc['review'])
      expect(candidatesOf(view, '/review')).toEqual(lines.map(({ id }) => id).toSorted())
    }),
    runs(2),
  )
})
