import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { canonical, type Json } from '#shared/kernel/canonical'
import { type Evaluation, evaluate } from '#shared/kernel/evaluate'
import { Operation, type RevisionLine } from '#shared/kernel/line'
import { type Said, SHAPE, TARGETS, theBeginning } from './a-shape.ts'

/** A line and its name. */
export interface Logged extends RevisionLine {
  readonly id: string
}

const device = (letter: string): string => letter.repeat(26)
/** Who writes: the author of the record, two supervisors, and a colleague who has no business in it. */
export const AUTHOR = device('a')
export const SUPERVISORS = [device('s'), device('t')] as const
const STRANGER = device('b')
const WRITERS = [AUTHOR, ...SUPERVISORS, STRANGER]
export const isSupervisor = (name: string): boolean => SUPERVISORS.some((supervisor) => supervisor === name)

/** One act of somebody who has seen the lines up to some point: well-behaved, careless about the write set, or lying. */
interface Act {
  readonly by: number
  readonly op: Operation
  /** How many of the newest lines have not reached this person. */
  readonly behind: number
  readonly upon: 'heads' | 'nothing' | 'anything'
  readonly picks: readonly number[]
  readonly writeSet: 'edited' | 'empty' | 'one too many'
  readonly edits: readonly (readonly [field: number, value: number])[]
  readonly why: boolean
  readonly corrects: boolean
}

const mostly = <T>(usual: T, ...rare: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, ...rare.map((value) => ({ weight: 1, arbitrary: fc.constant(value) })))

const anAct: fc.Arbitrary<Act> = fc.record({
  by: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 4, arbitrary: fc.nat({ max: WRITERS.length - 1 }) }),
  op: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Operation>('correct', 'submit', 'review') },
    { weight: 2, arbitrary: fc.constantFrom(...Operation.options) },
  ),
  behind: fc.nat({ max: 4 }),
  upon: mostly<Act['upon']>('heads', 'nothing', 'anything'),
  picks: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }),
  writeSet: mostly<Act['writeSet']>('edited', 'empty', 'one too many'),
  edits: fc.array(fc.tuple(fc.nat({ max: TARGETS.length - 1 }), fc.nat({ max: 3 })), { maxLength: 3 }),
  why: mostly(true, false),
  corrects: mostly(true, false),
})

const someActs = (maxLength: number): fc.Arbitrary<Act[]> => fc.array(anAct, { minLength: 1, maxLength })

const REVIEW = TARGETS.findIndex(({ name }) => name === '/review')

const RID = '01890000-0000-7000-8000-00000000000a'

/** What the program makes of these lines, some of them left out. */
export const judged = (lines: readonly Logged[], leftOut: ReadonlySet<string> = new Set()): Evaluation =>
  evaluate(
    lines.map((line) => ({ ...line, excluded: leftOut.has(line.id) })),
    AUTHOR,
    isSupervisor,
    SHAPE,
  )

const named = (line: RevisionLine): Logged => ({ ...line, id: createHash('sha256').update(canonical(line)).digest('hex') })

/** A line of this record; `index` makes its nonce. Times are nonsense on purpose: nothing may depend on them. */
export function aRevision(index: number, line: Partial<RevisionLine> & Pick<RevisionLine, 'dev' | 'op' | 'par' | 'w' | 'doc'>): Logged {
  const minute = String((index * 37) % 60).padStart(2, '0')
  return named({
    t: 'rev',
    v: 1,
    n: String(index).padStart(22, 'n'),
    at: `20${String(10 + ((index * 7) % 80))}-01-01T10:${minute}:00+08:00`,
    by: '某人',
    rid: RID,
    kind: 'note',
    sch: 1,
    att: [],
    ...line,
  })
}

/** A value that tells who wrote it, except the last two: those are chosen alike by several people. */
const writtenBy = (choice: number, index: number): Json | undefined =>
  [`of line ${String(index)}`, [`list of line ${String(index)}`], 'alike', undefined][choice]

function parentsOf(act: Act, seen: readonly Logged[]): string[] {
  if (act.upon === 'nothing' || seen.length === 0) return []
  if (act.upon === 'heads') return [...(judged(seen).view?.heads ?? [])]
  return [...new Set(act.picks.map((pick) => seen[pick % seen.length]?.id ?? ''))].sort()
}

/** What the person sees: the view of the lines that have reached them, or what they lie about having seen. */
function displayed(act: Act, seen: readonly Logged[], parents: readonly string[]): Said {
  const said = act.upon === 'heads' ? judged(seen).view : act.upon === 'anything' ? seen.find(({ id }) => parents.includes(id)) : undefined
  return structuredClone({ doc: said?.doc ?? {}, att: said?.att ?? [] }) as Said
}

const WRITE_SETS: Readonly<Record<Act['writeSet'], (edited: readonly string[]) => readonly string[]>> = {
  edited: (edited) => edited,
  empty: () => [],
  'one too many': (edited) => [...edited, '/b', '/unit', '/rows/k2'],
}

function lineOf(act: Act, index: number, before: readonly Logged[], rid: string): Logged {
  const seen = before.slice(0, Math.max(0, before.length - act.behind))
  const par = parentsOf(act, seen)
  const said = displayed(act, seen, par)
  // A review that keeps to its form writes only the review; a liar's writes what it likes.
  const edits = act.op === 'review' && act.writeSet === 'edited' ? ([[REVIEW, 0]] as const) : act.edits
  const edited = edits.flatMap(([at, choice]) => {
    const target = TARGETS[at]
    return target?.write(said, writtenBy(choice, index), choice) === true ? [target.name] : []
  })
  const w = [...new Set(WRITE_SETS[act.writeSet](edited))].sort()
  const { op } = act
  return aRevision(index, {
    rid,
    dev: WRITERS[act.by] ?? AUTHOR,
    op,
    par,
    w,
    ...said,
    ...(act.why ? { why: '理由' } : {}),
    ...(act.corrects && par[0] !== undefined ? { corrects: par[0] } : {}),
  })
}

/** The lines these acts leave, parents first. The author's first line begins the record. */
function history(acts: readonly Act[], begin: Operation = 'submit', rid = RID): Logged[] {
  const lines = [aRevision(0, { rid, dev: AUTHOR, op: begin, par: [], w: [], ...theBeginning() })]
  for (const act of acts) lines.push(lineOf(act, lines.length, lines, rid))
  return lines
}

export const aHistory = (maxLength: number, rid = RID): fc.Arbitrary<Logged[]> =>
  fc.tuple(someActs(maxLength), fc.constantFrom<Operation>('submit', 'submit', 'put')).map(([acts, begin]) => history(acts, begin, rid))

/** The same lines in another order of arrival. */
export const aShuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...items], { minLength: items.length, maxLength: items.length })

/** All lines a line stands upon, near and far, that are among these. */
export function ancestorsOf(line: Logged, lines: readonly Logged[]): ReadonlySet<string> {
  const byId = new Map(lines.map((one) => [one.id, one]))
  const found = new Set<string>()
  const waiting = [...line.par]
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (found.has(id)) continue
    found.add(id)
    waiting.push(...(byId.get(id)?.par ?? []))
  }
  return found
}
