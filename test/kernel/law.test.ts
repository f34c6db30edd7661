import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { canonical, type Json } from '#shared/kernel/canonical'
import type { Operation } from '#shared/kernel/line'
import { AUTHOR, aHistory, ancestorsOf, aRevision, isSupervisor, judged, type Logged, SUPERVISORS } from './a-history.ts'
import { aRecord, aSealedRecord, says, withLine } from './a-merge.ts'
import { alike, Model } from './a-model.ts'
import { type Said, TARGETS, type Target } from './a-shape.ts'
import { PATIENCE, runs } from './runs.ts'

vi.setConfig(PATIENCE)

interface Facts {
  readonly own: boolean
  readonly supervisor: boolean
  readonly parents: number
  readonly someSealed: boolean
  readonly allSealed: boolean
  readonly touched: readonly string[]
  readonly why: boolean
  readonly corrects: boolean
}

/** Which operation may stand upon what, and by whom: the table of docs/decisions/007, written from the page and not from the code. */
const LAW: Readonly<Record<Operation, (facts: Facts) => boolean>> = {
  put: ({ own, someSealed }) => own && !someSealed,
  submit: ({ own, someSealed }) => own && !someSealed,
  correct: ({ own, supervisor, allSealed, why, corrects }) => allSealed && (own || supervisor) && why && corrects,
  review: ({ supervisor, allSealed, touched }) => allSealed && supervisor && touched.every((field) => field === '/review'),
  merge: ({ own, supervisor, parents, someSealed }) => parents > 1 && (supervisor || (own && !someSealed)),
  void: ({ own, supervisor, parents, touched, why }) => (own || supervisor) && why && (parents === 0 || touched.length === 0),
  link: ({ supervisor, allSealed }) => allSealed && supervisor,
}

function factsOf(line: Logged, lines: readonly Logged[]): Facts {
  const byId = new Map(lines.map((one) => [one.id, one]))
  const isSealed = (id: string): boolean =>
    [id, ...ancestorsOf(byId.get(id) as Logged, lines)].some((other) => byId.get(other)?.op !== 'put')
  const before = ancestorsOf(line, lines)
  const model = new Model(lines.filter(({ id }) => before.has(id)))
  const shown = (target: Target): Json | undefined => (line.par.length === 0 ? undefined : model.seen(target))
  return {
    own: line.dev === AUTHOR,
    supervisor: isSupervisor(line.dev),
    parents: line.par.length,
    someSealed: line.par.some(isSealed),
    allSealed: line.par.length > 0 && line.par.every(isSealed),
    touched: [...line.w, ...TARGETS.filter((target) => !model.isSame(target, says(line, target), shown(target))).map(({ name }) => name)],
    why: line.why !== undefined,
    corrects: line.corrects !== undefined,
  }
}

test('P5: a line counts exactly when it and all it stands upon are allowed', () => {
  const seen = new Set<string>()
  fc.assert(
    fc.property(aHistory(14), (lines) => {
      const expected = new Map<string, string>()
      for (const line of lines) {
        const upon = line.par.map((parent) => expected.get(parent))
        expected.set(line.id, upon.includes('rejected') || !LAW[line.op](factsOf(line, lines)) ? 'rejected' : 'effective')
        seen.add(`${line.op} ${expected.get(line.id) ?? ''}`)
      }
      expect(judged(lines).status).toEqual(expected)
    }),
    runs(10),
  )
  expect(seen.size).toBe(14) // each operation was both allowed and refused
})

test('P5: who reviews or voids takes no file away, and changes no field', () => {
  fc.assert(
    fc.property(aSealedRecord, fc.constantFrom<Operation>('review', 'void'), fc.constantFrom(...TARGETS), (record, op, target) => {
      const { heads, doc, att } = record.view
      fc.pre(op === 'void' || record.effective.every((one) => one.op !== 'put' || !heads.includes(one.id))) // a draft is not reviewed
      const said = structuredClone({ doc, att }) as unknown as Said
      const line = (what: Said): Logged => aRevision(1000, { dev: SUPERVISORS[0], op, par: [...heads], w: [], ...what, why: '理由' })
      expect(withLine(record, line(said)).effective).toHaveLength(record.effective.length + 1)
      const before = structuredClone(said)
      const isChanged = target.write(said, 'other', 0) && !alike(target.read(said), target.read(before))
      fc.pre(isChanged && target.name !== '/review')
      expect(withLine(record, line(said)).effective).toHaveLength(record.effective.length)
    }),
    runs(3),
  )
})

test('P5: what an illegal line says is never shown, no candidate of anything, and nobody’s parent', () => {
  fc.assert(
    fc.property(aRecord, ({ lines, effective, view }) => {
      const counted = new Set(effective.map(({ id }) => id))
      const named = [...view.heads, ...effective.flatMap(({ par }) => par), ...view.conflicts.flatMap(({ candidates }) => candidates)]
      expect(named.map((one) => (typeof one === 'string' ? one : one.id)).filter((id) => !counted.has(id))).toEqual([])

      // Each line writes values that bear its number; honest people may have copied them from a liar they never saw counted.
      const honest = effective.map(({ doc, att }) => canonical([doc, att])).join('\n')
      const shown = JSON.stringify([view.doc, view.att, view.conflicts])
      const lies = lines.flatMap(({ id }, index) => (counted.has(id) ? [] : [`of line ${String(index)}"`]))
      expect(lies.filter((lie) => shown.includes(lie) && !honest.includes(lie))).toEqual([])
    }),
    runs(4),
  )
})
