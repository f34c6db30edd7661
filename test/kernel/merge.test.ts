import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { canonical, type Json } from '#shared/kernel/canonical'
import type { MergedView } from '#shared/kernel/view'
import { AUTHOR, aHistory, ancestorsOf, aRevision, aShuffled, judged, type Logged, SUPERVISORS } from './a-history.ts'
import { aRecord, candidatesOf, conflictOn, differing, says } from './a-merge.ts'
import { alike, Model } from './a-model.ts'
import { TARGETS, type Target } from './a-shape.ts'
import { PATIENCE, runs } from './runs.ts'

vi.setConfig(PATIENCE)

const standing = (lines: readonly Logged[], leftOut: ReadonlySet<string> = new Set()) => {
  const { status, reasons, generation, view } = judged(lines, leftOut)
  const told = lines.map(({ id }) => `${id} ${status.get(id) ?? ''} ${reasons.get(id) ?? ''} ${String(generation.get(id))}`)
  return { view, lines: told.toSorted() }
}

test('P1: the same lines give the same view in every order of arrival, those left out among them', () => {
  const arrivals = aHistory(12).chain((lines) =>
    fc.tuple(fc.constant(lines), aShuffled(lines), fc.subarray(lines.map(({ id }) => id)), fc.boolean()),
  )
  fc.assert(
    fc.property(arrivals, ([lines, shuffled, some, isWhole]) => {
      const leftOut = new Set(isWhole ? [] : some)
      expect(standing(shuffled, leftOut)).toEqual(standing(lines, leftOut))
    }),
    runs(8),
  )
})

test('P3: what is shown, and between which lines a person must decide, is what the page says, field by field', () => {
  fc.assert(
    fc.property(aRecord, ({ effective, view }) => {
      const model = new Model(effective)
      expect(view.heads).toEqual(model.heads())
      const wrong = TARGETS.filter((target) => !alike(says(view, target), model.seen(target)))
      expect(wrong.map((target) => [target.name, says(view, target), model.seen(target)])).toEqual([])
      const fields = [...new Set([...view.conflicts.map(({ field }) => field), ...model.conflicts().keys()])]
      expect(new Map(fields.map((field) => [field, candidatesOf(view, field)]))).toEqual(model.conflicts())
    }),
    runs(18),
  )
})

test('P3: no update is lost: what somebody wrote is shown, or stands as a candidate, or somebody who knew it wrote over it', () => {
  fc.assert(
    fc.property(aRecord, ({ effective, view }) => {
      const lost = effective.flatMap((line) => {
        const knowing = effective.filter((other) => ancestorsOf(other, effective).has(line.id))
        const written = TARGETS.filter(({ name }) => line.par.length === 0 || line.w.includes(name))
        return written.filter((target) => {
          const mine = says(line, target)
          const isOver = knowing.some((other) => other.w.includes(target.name) || !alike(says(other, target), mine))
          return !isOver && !isVisible(view, target, mine)
        })
      })
      expect(lost.map(({ name }) => name)).toEqual([])
    }),
    runs(8),
  )
})

/** What a candidate of a conflict says of a field: of itself, or of one in the row that is in conflict. */
function offers(target: Target, value: Json | undefined): Json | undefined {
  const isRow = TARGETS.some(({ row }) => row === target.name)
  if (isRow) return value === undefined ? undefined : 'there'
  return target.row === undefined || value === undefined ? value : says({ doc: { rows: [value] }, att: [] }, target)
}

const RANKS: readonly (Json | undefined)[] = [undefined, 'assigned', 'begun', 'done', 'refused', 'elsewhere']
const rank = (value: Json | undefined): number => RANKS.indexOf(value)

/** Where several values come to one without asking: what a value that is not shown as it is has become part of. */
const CONTAINS: Readonly<Record<NonNullable<Target['join']>, (shown: Json | undefined, mine: Json | undefined) => boolean>> = {
  order: () => true, // nothing stands in an order but the rows, each asked for by itself
  log: (shown, mine) => ((mine ?? []) as Json[]).every((entry) => ((shown ?? []) as Json[]).some((one) => alike(one, entry))),
  seen: (shown, mine) => Number(shown ?? -1) >= Number(mine ?? -1),
  status: (shown, mine) => rank(shown) >= rank(mine),
}

function isVisible(view: MergedView, target: Target, mine: Json | undefined): boolean {
  const own = conflictOn(view, target.name)?.candidates ?? []
  const within = conflictOn(view, target.row ?? '')?.candidates ?? []
  const offered = [
    ...own.map(({ value }) => (target.row === undefined ? offers(target, value) : value)),
    ...within.map(({ value }) => offers(target, value)),
  ]
  const contains = target.join === undefined ? alike : CONTAINS[target.join]
  return offered.some((value) => alike(value, mine)) || contains(says(view, target), mine)
}

test('P3: a lone head without a conflict is shown exactly as it was signed', () => {
  const aLoneHead = aRecord.filter(({ view }) => view.heads.length === 1)
  fc.assert(
    fc.property(aLoneHead, ({ effective, view }) => {
      const head = effective.find(({ id }) => id === view.heads[0])
      expect(view.doc).toBe(head?.doc)
      expect(view.att).toBe(head?.att)
    }),
    runs(5),
  )
})

test('P3: what is shown was said by somebody, a group and a row never half by one and half by another', () => {
  fc.assert(
    fc.property(aRecord, ({ effective, view }) => {
      const upon = new Set(effective.flatMap(({ par }) => par))
      const heads = effective.filter(({ id }) => !upon.has(id))
      expect(view.heads).toEqual(heads.map(({ id }) => id).toSorted())
      const nowhere = TARGETS.filter(({ join }) => join === undefined).filter((target) => {
        const whose = target.row === undefined ? heads : effective // an edit within a row outlives the row's taking away elsewhere
        return !whose.some((line) => alike(says(line, target), says(view, target)))
      })
      expect(nowhere.map(({ name }) => name)).toEqual([])
    }),
    runs(8),
  )
})

test('P7: with lines missing nothing is guessed: they are held, and told as such, until what they stand upon has arrived', () => {
  const withGaps = aHistory(12).chain((lines) => fc.tuple(fc.constant(lines), fc.subarray(lines)))
  fc.assert(
    fc.property(withGaps, ([lines, arrived]) => {
      const [whole, part] = [judged(lines), judged(arrived)]
      const here = new Set(arrived.map(({ id }) => id))
      const isComplete = (line: Logged): boolean => [...ancestorsOf(line, lines)].every((id) => here.has(id))
      const wrong = arrived.filter((line) => {
        const [now, then, why] = [part.status.get(line.id), whole.status.get(line.id), part.reasons.get(line.id)]
        if (isComplete(line)) return now !== then
        return now === 'held' ? why !== 'missingParent' : now !== 'rejected' || then !== 'rejected'
      })
      expect(wrong).toEqual([])
      expect(standing([...arrived, ...lines.filter(({ id }) => !here.has(id))])).toEqual(standing(lines))
    }),
    runs(8),
  )
})

test('P6: what is left out has no effect, what stands upon it waits; taken in again all is as before, and without anything there is nothing', () => {
  const withSome = aHistory(12).chain((lines) => fc.tuple(fc.constant(lines), fc.subarray(lines.map(({ id }) => id))))
  fc.assert(
    fc.property(withSome, ([lines, some]) => {
      const leftOut = new Set(some)
      const { status, reasons, view } = judged(lines, leftOut)
      const isUpon = (line: Logged): boolean => [...ancestorsOf(line, lines)].some((id) => leftOut.has(id))
      expect(view).toEqual(judged(lines.filter((line) => !leftOut.has(line.id) && !isUpon(line))).view)
      const wrong = lines.filter((line) => {
        const [now, why] = [status.get(line.id), reasons.get(line.id)]
        if (leftOut.has(line.id)) return now !== 'excluded' || why !== 'excluded'
        if (now === 'held') return !isUpon(line) || why !== 'uponExcluded'
        return (isUpon(line) && now === 'effective') || (why === undefined) !== (now === 'effective')
      })
      expect(wrong).toEqual([])
      expect(standing(lines, new Set())).toEqual(standing(lines))
      expect(judged(lines, new Set(lines.map(({ id }) => id))).view).toBeNull()
    }),
    runs(8),
  )
})

test('P12: no clock decides anything: other times, the same standing', () => {
  fc.assert(
    fc.property(aHistory(10), fc.infiniteStream(fc.date({ noInvalidDate: true })), (lines, dates) => {
      const moved = lines.map((line) => ({ ...line, at: dates.next().value.toISOString() }))
      expect(standing(moved)).toEqual(standing(lines))
    }),
    runs(3),
  )
})

test('documents of any shape, as a later version might write them, are merged without a crash and the same in every order', () => {
  const member = fc.constantFrom('a', 'b', 'review', 'rows', 'people', 'log', 'status', 'seen', 'limit', 'unit', 'id', 'name')
  const aDoc = fc
    .dictionary(member, fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.array(fc.dictionary(member, fc.jsonValue({ maxDepth: 1 })))), {
      maxKeys: 4,
    })
    .map((doc) => {
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
    runs(5),
  )
})

test('members named like what every object has are members like others, and so are rows', () => {
  const doc = (value: string): { [key: string]: Json } => ({
    constructor: { toString: value },
    a: value,
    rows: [{ id: '__proto__', x: value }],
  })
  const root = aRevision(0, { dev: AUTHOR, op: 'submit', par: [], w: [], doc: doc('0') })
  const edit = { dev: AUTHOR, op: 'correct' as const, par: [root.id], why: '再改', corrects: root.id }
  const one = aRevision(1, { ...edit, w: ['/a'], doc: { ...doc('0'), a: '1' } })
  const two = aRevision(2, { ...edit, w: ['/constructor/toString'], doc: { ...doc('2'), a: '0' } })
  expect(judged([root, one, two]).view?.doc).toEqual({ ...doc('2'), a: '1' })
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
  expect(differing({ doc: view?.doc ?? {}, att: [] }, { doc: { a: 'one', b: '0' }, att: [] }).length).toBeLessThan(2)
})
