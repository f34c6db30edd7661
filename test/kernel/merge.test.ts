import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonical, type Json } from '#shared/kernel/canonical'
import type { Operation } from '#shared/kernel/line'
import { fieldsOf, type MergedView } from '#shared/kernel/view'
import {
  AUTHOR,
  aHistory,
  ancestorsOf,
  aRevision,
  aShuffled,
  FIELDS,
  isSupervisor,
  judged,
  type Logged,
  put,
  SUPERVISORS,
} from './a-history.ts'

/** Histories a property is tried on; those that hold the others up get the most. */
const MANY = { numRuns: 2000 }
const RUNS = { numRuns: 1000 }
const same = (a: Json | undefined, b: Json | undefined): boolean => canonical({ value: a }) === canonical({ value: b })
const valueIn = (doc: Json, field: string): Json | undefined => fieldsOf(doc).get(field)
const conflictOn = (view: MergedView, field: string) => view.conflicts.find((conflict) => conflict.field === field)
/** The candidates of a field, by id and sorted; empty when it is not in conflict. */
const candidatesOf = (view: MergedView, field: string): string[] =>
  (conflictOn(view, field)?.candidates ?? []).map(({ id }) => id).toSorted()

const inAnyOrder = aHistory(14).chain((lines) => fc.tuple(fc.constant(lines), aShuffled(lines)))
/** A record as its readers hold it: the lines that count, and the view of them. */
const aRecord = aHistory(14).map((lines) => {
  const { status, view } = judged(lines)
  return { lines, view, effective: lines.filter(({ id }) => status.get(id) === 'effective') }
})
const aSealedRecord = aRecord.filter(({ effective }) => effective[0]?.op === 'submit')
type ARecord = typeof aRecord extends fc.Arbitrary<infer R> ? R : never

test('the same lines give the same view in every order of arrival', () => {
  fc.assert(
    fc.property(inAnyOrder, ([lines, shuffled]) => {
      expect(judged(shuffled).view).toEqual(judged(lines).view)
      expect(new Map([...judged(shuffled).status].toSorted())).toEqual(new Map([...judged(lines).status].toSorted()))
    }),
    MANY,
  )
})

describe('what may stand upon what, and by whom', () => {
  /** The law of sync.md 2.4, written a second time from the page and not from the code. */
  function isLegal(line: Logged, lines: readonly Logged[]): boolean {
    const byId = new Map(lines.map((one) => [one.id, one]))
    const isSealed = (id: string): boolean =>
      [id, ...ancestorsOf(byId.get(id) as Logged, lines)].some((other) => byId.get(other)?.op !== 'put')
    const before = ancestorsOf(line, lines)
    const shown = judged(lines.filter(({ id }) => before.has(id))).view?.doc ?? {}
    const { par: upon, why, corrects } = line
    const own = line.dev === AUTHOR
    const supervisor = isSupervisor(line.dev)
    const someSealed = upon.some(isSealed)
    const allSealed = upon.length > 0 && upon.every(isSealed)
    const changed = FIELDS.filter((field) => !same(valueIn(line.doc, field), valueIn(shown, field)))
    const laws: Record<Operation, boolean> = {
      put: own && !someSealed,
      submit: own && !someSealed,
      correct: allSealed && (own || supervisor) && why !== undefined && corrects !== undefined,
      review: allSealed && supervisor && [...changed, ...line.w].every((field) => field === '/review'),
      merge: upon.length > 1 && (supervisor || (own && !someSealed)),
      void: (own || supervisor) && why !== undefined && (upon.length === 0 || changed.length + line.w.length === 0),
      link: allSealed && supervisor,
    }
    return laws[line.op]
  }

  test('a line counts exactly when it and all it stands upon are allowed', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(aHistory(14), (lines) => {
        const { status } = judged(lines)
        const expected = new Map<string, string>()
        for (const line of lines) {
          const upon = line.par.map((parent) => expected.get(parent))
          expected.set(line.id, upon.includes('rejected') || !isLegal(line, lines) ? 'rejected' : 'effective')
          seen.add(`${line.op} ${expected.get(line.id) ?? ''}`)
        }
        expect(status).toEqual(expected)
      }),
      MANY,
    )
    expect(seen.size).toBe(14) // each operation was both allowed and refused
  })

  test('what an illegal line alone says is never shown, no candidate of anything, and nobody’s parent', () => {
    fc.assert(
      fc.property(aRecord, ({ lines, effective, view }) => {
        const counted = new Set(effective.map(({ id }) => id))
        const shown = view === null ? [] : [view.doc, ...view.conflicts.flatMap(({ candidates }) => candidates.map(({ value }) => value))]
        const honest = effective.map(({ doc }) => canonical(doc)).join('\n')
        for (const { index } of lines.map((line, index) => ({ line, index })).filter(({ line }) => !counted.has(line.id)))
          if (!honest.includes(`of line ${String(index)}"`)) expect(JSON.stringify(shown)).not.toContain(`of line ${String(index)}"`)
        for (const id of [...(view?.heads ?? []), ...effective.flatMap(({ par }) => par)]) expect(counted.has(id)).toBe(true)
        for (const { candidates } of view?.conflicts ?? []) for (const { id } of candidates) expect(counted.has(id)).toBe(true)
      }),
      MANY,
    )
  })
})

test('no update is lost: what somebody wrote is shown, or stands as a candidate, or somebody who knew it wrote over it', () => {
  fc.assert(
    fc.property(aRecord, ({ effective, view }) => {
      for (const line of effective) {
        const after = effective.filter((other) => ancestorsOf(other, effective).has(line.id))
        for (const field of line.par.length === 0 ? FIELDS : line.w) {
          const mine = valueIn(line.doc, field)
          const overwritten = after.some(({ w, doc }) => w.includes(field) || !same(valueIn(doc, field), mine))
          const visible = [
            valueIn(view?.doc ?? {}, field),
            ...(conflictOn(view as MergedView, field)?.candidates ?? []).map(({ value }) => value),
          ]
          if (!overwritten) expect(visible.map((value) => canonical({ value }))).toContain(canonical({ value: mine }))
        }
      }
    }),
    MANY,
  )
})

test('a lone head without a conflict is shown exactly as it was signed', () => {
  fc.assert(
    fc.property(aRecord, ({ effective, view }) => {
      if (view?.heads.length !== 1) return
      expect(view.doc).toBe(effective.find(({ id }) => id === view.heads[0])?.doc)
    }),
    RUNS,
  )
})

test('what is shown stands in one of the heads; the heads are what nobody wrote upon', () => {
  fc.assert(
    fc.property(aRecord, ({ effective, view }) => {
      if (view === null) return
      const upon = new Set(effective.flatMap(({ par }) => par))
      expect(view.heads).toEqual(
        effective
          .map(({ id }) => id)
          .filter((id) => !upon.has(id))
          .toSorted(),
      )
      const heads = effective.filter(({ id }) => view.heads.includes(id))
      for (const field of FIELDS) expect(heads.some(({ doc }) => same(valueIn(doc, field), valueIn(view.doc, field)))).toBe(true)
    }),
    RUNS,
  )
})

describe('a conflict', () => {
  test('has candidates of which none knew another, not all alike, and shows the one with the longest history', () => {
    fc.assert(
      fc.property(aRecord, ({ effective, view }) => {
        const age = new Map<string, number>()
        for (const { id, par } of effective) age.set(id, 1 + Math.max(0, ...par.map((parent) => age.get(parent) ?? 0)))
        for (const { field, candidates } of view?.conflicts ?? []) {
          const ids = candidates.map(({ id }) => id)
          const knew = effective.filter(({ id }) => ids.includes(id)).flatMap((line) => [...ancestorsOf(line, effective)])
          expect(ids.filter((id) => knew.includes(id))).toEqual([])
          expect(candidates.every(({ value }) => same(value, candidates[0]?.value))).toBe(false)
          expect(same(valueIn(view?.doc ?? {}, field), candidates[0]?.value)).toBe(true)
          const oldest = Math.max(...ids.map((id) => age.get(id) ?? 0))
          expect(ids[0]).toBe(ids.filter((id) => age.get(id) === oldest).toSorted()[0])
        }
      }),
      RUNS,
    )
  })

  const field = fc.constantFrom(...FIELDS.slice(0, 5))

  /** One more line by a supervisor who sees everything: a correction, or a merge when there are several heads. */
  function written(record: ARecord, index: number, change: (doc: { [key: string]: Json }) => void, w: readonly string[]): Logged {
    const { heads = [], doc: shown = {} } = record.view ?? {}
    const doc = structuredClone(shown) as { [key: string]: Json }
    change(doc)
    return aRevision(1000 + index, {
      dev: SUPERVISORS[0],
      op: heads.length > 1 ? 'merge' : 'correct',
      par: [...heads],
      w: [...w],
      doc,
      why: '裁定',
      corrects: heads[0] ?? '',
    })
  }
  const withLine = (record: ARecord, line: Logged): ARecord => {
    const lines = [...record.lines, line]
    return { lines, effective: [...record.effective, line], view: judged(lines).view }
  }

  test('is left exactly as it is by an edit of another field', () => {
    fc.assert(
      fc.property(aSealedRecord, field, (record, edited) => {
        const line = written(record, 1, (doc) => put(doc, edited, 'new'), [edited])
        const after = withLine(record, line).view as MergedView
        expect(after.heads).toEqual([line.id])
        expect(valueIn(after.doc, edited)).toBe('new')
        expect(conflictOn(after, edited)).toBeUndefined()
        for (const other of FIELDS.filter((name) => name !== edited))
          expect(candidatesOf(after, other)).toEqual(candidatesOf(record.view as MergedView, other))
      }),
      RUNS,
    )
  })

  test('is settled by naming the field, also when the choice is what was shown anyway, and stays settled', () => {
    fc.assert(
      fc.property(aSealedRecord, field, field, (record, decided, later) => {
        const settled = withLine(
          record,
          written(record, 1, () => undefined, [decided]),
        )
        expect(conflictOn(settled.view as MergedView, decided)).toBeUndefined()
        const edited = withLine(
          settled,
          written(settled, 2, (doc) => put(doc, later, 'later'), [later]),
        )
        expect(conflictOn(edited.view as MergedView, decided)).toBeUndefined()
      }),
      RUNS,
    )
  })

  test('comes back visibly when two people settle it differently, and not when they settle it alike', () => {
    fc.assert(
      fc.property(aSealedRecord, field, fc.boolean(), (record, decided, alike) => {
        const one = written(record, 1, (doc) => put(doc, decided, 'one'), [decided])
        const two = written(record, 2, (doc) => put(doc, decided, alike ? 'one' : 'two'), [decided])
        const view = judged([...record.lines, one, two]).view as MergedView
        expect(candidatesOf(view, decided)).toEqual(alike ? [] : [one.id, two.id].toSorted())
      }),
      RUNS,
    )
  })
})

test('with lines missing nothing is guessed: they are held until what they stand upon has arrived', () => {
  const withGaps = aHistory(14).chain((lines) => fc.tuple(fc.constant(lines), fc.subarray(lines)))
  fc.assert(
    fc.property(withGaps, ([lines, arrived]) => {
      const whole = judged(lines).status
      const { status } = judged(arrived)
      const here = new Set(arrived.map(({ id }) => id))
      for (const line of arrived) {
        const complete = [...ancestorsOf(line, lines)].every((id) => here.has(id))
        if (complete) expect(status.get(line.id)).toBe(whole.get(line.id))
        else expect(status.get(line.id)).not.toBe('effective')
        if (status.get(line.id) === 'rejected') expect(whole.get(line.id)).toBe('rejected')
      }
    }),
    RUNS,
  )
})

test('no clock decides anything: other times, the same standing', () => {
  fc.assert(
    fc.property(aHistory(10), fc.infiniteStream(fc.date({ noInvalidDate: true })), (lines, dates) => {
      const { status, view } = judged(lines)
      const moved = lines.map((line) => ({ ...line, at: dates.next().value.toISOString() }))
      expect(judged(moved)).toMatchObject({ status, view })
    }),
    { numRuns: 300 },
  )
})

test('documents of any shape, as a later version might write them, are merged without a crash and the same in every order', () => {
  const aDoc = fc.dictionary(fc.constantFrom('a', 'b', 'review'), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }).map((doc) => {
    const whole = JSON.stringify(doc, (_key, value: unknown) => (typeof value === 'number' ? Math.trunc(value) % 1000 || 0 : value))
    return JSON.parse(whole) as { [key: string]: Json }
  })
  const anyShapes = fc.array(aDoc, { minLength: 2, maxLength: 5 }).chain((docs) => {
    const root = aRevision(0, { dev: AUTHOR, op: 'submit', par: [], w: [], doc: docs[0] ?? {} })
    const edits = docs
      .slice(1)
      .map((doc, index) =>
        aRevision(index + 1, { dev: SUPERVISORS[0], op: 'correct', par: [root.id], w: [], doc, why: '理由', corrects: root.id }),
      )
    return fc.tuple(fc.constant([root, ...edits]), aShuffled([root, ...edits]))
  })
  fc.assert(
    fc.property(anyShapes, ([lines, shuffled]) => {
      expect(judged(shuffled).view).toEqual(judged(lines).view)
    }),
    RUNS,
  )
})
