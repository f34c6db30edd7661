import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { canonical, type Json } from '#shared/kernel/canonical'
import { AUTHOR, aHistory, ancestorsOf, aRevision, aShuffled, FIELDS, judged, type Logged, SUPERVISORS } from './a-history.ts'
import { aRecord, conflictOn, MANY, RUNS, same, valueIn } from './a-merge.ts'

vi.setConfig({ testTimeout: 60_000 }) // thousands of histories, on a machine that may be busy

const standing = (lines: readonly Logged[]) => {
  const { status, generation, view } = judged(lines)
  return { view, lines: lines.map(({ id }) => `${id} ${status.get(id) ?? ''} ${String(generation.get(id))}`).toSorted() }
}

test('the same lines give the same view in every order of arrival', () => {
  fc.assert(
    fc.property(
      aHistory(14).chain((lines) => fc.tuple(fc.constant(lines), aShuffled(lines))),
      ([lines, shuffled]) => {
        expect(standing(shuffled)).toEqual(standing(lines))
      },
    ),
    MANY,
  )
})

test('no update is lost: what somebody wrote is shown, or stands as a candidate, or somebody who knew it wrote over it', () => {
  fc.assert(
    fc.property(aRecord, ({ effective, view }) => {
      const lost = effective.flatMap((line) => {
        const knowing = effective.filter((other) => ancestorsOf(other, effective).has(line.id))
        return (line.par.length === 0 ? FIELDS : line.w).filter((field) => {
          const mine = valueIn(line.doc, field)
          const overwritten = knowing.some(({ w, doc }) => w.includes(field) || !same(valueIn(doc, field), mine))
          const candidates = conflictOn(view, field)?.candidates ?? []
          const visible = [valueIn(view.doc, field), ...candidates.map(({ value }) => value)].some((value) => same(value, mine))
          return !overwritten && !visible
        })
      })
      expect(lost).toEqual([])
    }),
    MANY,
  )
})

test('a lone head without a conflict is shown exactly as it was signed', () => {
  const aLoneHead = aRecord.filter(({ view }) => view.heads.length === 1)
  fc.assert(
    fc.property(aLoneHead, ({ effective, view }) => {
      expect(view.doc).toBe(effective.find(({ id }) => id === view.heads[0])?.doc)
    }),
    RUNS,
  )
})

test('what is shown stands in one of the heads; the heads are what nobody wrote upon', () => {
  fc.assert(
    fc.property(aRecord, ({ effective, view }) => {
      const upon = new Set(effective.flatMap(({ par }) => par))
      const heads = effective.filter(({ id }) => !upon.has(id))
      expect(view.heads).toEqual(heads.map(({ id }) => id).toSorted())
      const nowhere = FIELDS.filter((field) => !heads.some(({ doc }) => same(valueIn(doc, field), valueIn(view.doc, field))))
      expect(nowhere).toEqual([])
    }),
    RUNS,
  )
})

test('with lines missing nothing is guessed: they are held until what they stand upon has arrived', () => {
  const withGaps = aHistory(14).chain((lines) => fc.tuple(fc.constant(lines), fc.subarray(lines)))
  fc.assert(
    fc.property(withGaps, ([lines, arrived]) => {
      const [whole, part] = [judged(lines).status, judged(arrived).status]
      const here = new Set(arrived.map(({ id }) => id))
      const isComplete = (line: Logged): boolean => [...ancestorsOf(line, lines)].every((id) => here.has(id))
      const wrong = arrived.filter((line) => {
        const [now, then] = [part.get(line.id), whole.get(line.id)]
        return isComplete(line) ? now !== then : now === 'effective' || (now === 'rejected' && then !== 'rejected')
      })
      expect(wrong).toEqual([])
    }),
    RUNS,
  )
})

test('no clock decides anything: other times, the same standing', () => {
  fc.assert(
    fc.property(aHistory(10), fc.infiniteStream(fc.date({ noInvalidDate: true })), (lines, dates) => {
      const moved = lines.map((line) => ({ ...line, at: dates.next().value.toISOString() }))
      expect(standing(moved)).toEqual(standing(lines))
    }),
    { numRuns: 300 },
  )
})

test('documents of any shape, as a later version might write them, are merged without a crash and the same in every order', () => {
  const aDoc = fc.dictionary(fc.constantFrom('a', 'b', 'review'), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }).map((doc) => {
    const whole = JSON.stringify(doc, (key, value: unknown) =>
      key === '__proto__' ? undefined : typeof value === 'number' ? Math.trunc(value) % 1000 || 0 : value,
    )
    return JSON.parse(whole) as { [key: string]: Json }
  })
  const anyShapes = fc.array(aDoc, { minLength: 2, maxLength: 5 }).chain((docs) => {
    const root = aRevision(0, { dev: AUTHOR, op: 'submit', par: [], w: [], doc: docs[0] ?? {} })
    const edit = { dev: SUPERVISORS[0], op: 'correct', par: [root.id], w: [], why: '理由', corrects: root.id } as const
    const edits = docs.slice(1).map((doc, index) => aRevision(index + 1, { ...edit, par: [root.id], w: [], doc }))
    return fc.tuple(fc.constant([root, ...edits]), aShuffled([root, ...edits]))
  })
  fc.assert(
    fc.property(anyShapes, ([lines, shuffled]) => {
      expect(canonical(judged(shuffled).view)).toBe(canonical(judged(lines).view))
    }),
    RUNS,
  )
})

test('members named like what every object has are members like others', () => {
  const doc = (value: string): { [key: string]: Json } => ({ constructor: { toString: value }, a: value })
  const root = aRevision(0, { dev: AUTHOR, op: 'submit', par: [], w: [], doc: doc('0') })
  const edit = { dev: AUTHOR, op: 'correct' as const, par: [root.id], why: '再改', corrects: root.id }
  const one = aRevision(1, { ...edit, w: ['/a'], doc: { ...doc('0'), a: '1' } })
  const two = aRevision(2, { ...edit, w: ['/constructor/toString'], doc: { ...doc('2'), a: '0' } })
  expect(judged([root, one, two]).view?.doc).toEqual({ a: '1', constructor: { toString: '2' } })
})

test('a record with thousands of revisions, the newest arriving first, is judged and merged like any other', () => {
  const lines = [aRevision(0, { dev: AUTHOR, op: 'submit', par: [], w: [], doc: { a: '0', b: '0' } })]
  const correct = (n: number, upon: Logged, doc: { [key: string]: Json }): Logged =>
    aRevision(n, { dev: AUTHOR, op: 'correct', par: [upon.id], w: ['/a'], doc, why: '再改', corrects: upon.id })
  for (let n = 1; n <= 3000; n++) lines.push(correct(n, lines.at(-1) as Logged, { a: String(n), b: '0' }))
  const last = lines.at(-1) as Logged
  lines.push(correct(3001, last, { a: 'one', b: '0' }), correct(3002, last, { a: 'two', b: '0' }))
  const { view } = judged(lines.toReversed())
  expect(view?.conflicts).toMatchObject([{ field: '/a', candidates: [{}, {}] }])
  expect(view?.doc).toMatchObject({ b: '0' })
})
