import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Store } from '#db/kernel/database'
import { hex, insertLine, sha256 } from '#db/kernel/lines'
import { absorbLine, rebuild } from '#db/kernel/project'
import { projectRecord } from '#db/kernel/project-record'
import { stateDigest } from '#db/kernel/records'
import { insertBatch, insertBatchLine } from '#db/sync/batches'
import { canonical } from '#shared/kernel/canonical'
import type { DecisionLine } from '#shared/kernel/line'
import { AUTHOR, aHistory, ancestorsOf, aShuffled, isSupervisor, type Logged, SUPERVISORS } from '../kernel/a-history.ts'
import { PATIENCE } from '../kernel/runs.ts'
import { aStore, context } from './a-store.ts'

vi.setConfig(PATIENCE)

type Decided = DecisionLine & { readonly id: string }
type Arriving =
  | { readonly is: 'batch'; readonly head: string; readonly lines: readonly Logged[] }
  | { readonly is: 'decision'; readonly line: Decided }

const headOf = (index: number): string => hex(sha256(`batch ${String(index)}`))

function decided(index: number, target: string, { dev, act, par }: Pick<DecisionLine, 'dev' | 'act' | 'par'>): Decided {
  const n = String(index).padStart(22, 'd')
  const line: DecisionLine = { t: 'decision', v: 1, dev, n, at: '2026-11-22T10:00:00+08:00', by: '某人', target, act, par, why: '理由' }
  return { ...line, id: hex(sha256(canonical(line))) }
}

/** Who says what about which batch or line, each upon what they had seen of the others; one of them has nothing to decide. */
const someDecisions = fc.array(
  fc.record({
    by: fc.constantFrom<string>(...SUPERVISORS, AUTHOR),
    about: fc.nat(),
    act: fc.constantFrom('exclude' as const, 'exclude' as const, 'include' as const),
    knows: fc.boolean(),
  }),
  { maxLength: 5 },
)

interface AWorld {
  readonly lines: readonly Logged[]
  readonly batches: readonly (readonly Logged[])[]
  readonly decisions: readonly Decided[]
}

/** Every line in one, two or three batches. */
const aWorld: fc.Arbitrary<AWorld> = fc
  .tuple(aHistory(8), fc.array(fc.tuple(fc.nat({ max: 2 }), fc.boolean(), fc.boolean()), { minLength: 9, maxLength: 9 }), someDecisions)
  .map(([lines, carried, acts]) => {
    const inBatch = (at: number, batch: number): boolean => {
      const [own = 0, second = false, third = false] = carried[at % carried.length] ?? []
      return own === batch || (second && (own + 1) % 3 === batch) || (third && (own + 2) % 3 === batch)
    }
    const batches = [0, 1, 2].map((batch) => lines.filter((_line, at) => inBatch(at, batch)))
    const targets = [headOf(0), headOf(1), headOf(2), ...lines.map(({ id }) => id)]
    const decisions: Decided[] = []
    for (const [index, { by, about, act, knows }] of acts.entries()) {
      const target = targets[about % targets.length] ?? ''
      const par = knows ? decisions.filter((one) => one.target === target).map(({ id }) => id) : []
      decisions.push(decided(index, target, { dev: by, act, par }))
    }
    return { lines, batches, decisions }
  })

/** The page once more: of those who may decide, what nobody took back; leaving out wins. */
function isOut(target: string, decisions: readonly Decided[]): boolean {
  const about = decisions.filter((one) => one.target === target && isSupervisor(one.dev))
  return about.some(({ id, act }) => act === 'exclude' && !about.some(({ par }) => par.includes(id)))
}

function take(db: Store, arriving: Arriving): void {
  const touched = new Set<string>()
  if (arriving.is === 'decision') {
    const { id, ...line } = arriving.line
    insertLine(db, canonical(line), 'decision', null)
    for (const rid of absorbLine(db, context, id, line)) touched.add(rid)
  } else {
    const { head, lines } = arriving
    const position = {
      device: AUTHOR,
      epoch: '0'.repeat(16),
      seq: Number.parseInt(head.slice(0, 6), 16),
      created: '2026-11-22T10:00:00+08:00',
    }
    const counts = { lines: lines.length, records: 1, attachments: 0, journalTo: 0 }
    insertBatch(db, { head, direction: 'in', ...position, bytes: '{}', signature: '', file: '', ...counts })
    for (const [pos, { id, ...line }] of lines.entries()) {
      insertLine(db, canonical(line), 'rev', head)
      insertBatchLine(db, head, pos, id)
      for (const rid of absorbLine(db, context, id, line)) touched.add(rid)
    }
  }
  for (const rid of touched) projectRecord(db, context, rid)
}

const arrivalsOf = ({ batches, decisions }: AWorld): Arriving[] => [
  ...batches.map((lines, index): Arriving => ({ is: 'batch', head: headOf(index), lines })),
  ...decisions.map((line): Arriving => ({ is: 'decision', line })),
]

test('P2, P6: a line counts while some batch that brought it counts, in whatever order batches and decisions come; read again it is the same', () => {
  const db = aStore()
  const digestAfter = (work: () => void): string =>
    db.rehearse(() => {
      work()
      return stateDigest(db).digest
    })
  fc.assert(
    fc.property(
      aWorld.chain((world) => fc.tuple(fc.constant(world), aShuffled(arrivalsOf(world)))),
      ([world, arrivals]) => {
        const { lines, batches, decisions } = world
        const carriers = (id: string): number[] => batches.flatMap((some, index) => (some.some((line) => line.id === id) ? [index] : []))
        const isLeftOut = ({ id }: Logged): boolean =>
          isOut(id, decisions) || carriers(id).every((index) => isOut(headOf(index), decisions))
        const gone = new Set(lines.filter(isLeftOut).map(({ id }) => id))
        const counting = lines.filter((line) => !gone.has(line.id) && ![...ancestorsOf(line, lines)].some((id) => gone.has(id)))
        const expected = digestAfter(() => take(db, { is: 'batch', head: headOf(9), lines: counting }))
        const allArrive = (): void => {
          for (const arriving of arrivals) take(db, arriving)
        }
        expect(digestAfter(allArrive)).toBe(expected)
        const again = digestAfter(() => {
          allArrive()
          rebuild(db, context)
        })
        expect(again).toBe(expected)
      },
    ),
    { numRuns: 150 },
  )
})
