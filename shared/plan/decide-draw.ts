import { withoutEmpty } from '../kernel/draft-schema.ts'
import { parseSealed } from '../kernel/kind.ts'
import { type FieldProblem, parseInput } from '../kernel/parse-problems.ts'
import { ok, type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import type { Law, LawNumber } from '../reference/reference.ts'
import { canonicalPool, DRAW_ALGORITHM, type Draw, type DrawProblem, drawFrom, poolProblems, type Sha256Of } from './draw.ts'
import type { DrawOrder } from './draw-order.ts'
import { enterpriseLine, type PoolEnterprise, type PoolSampler, samplerLine } from './pool-line.ts'
import { MAX_EXCLUDED, MAX_POOL, MAX_SAMPLERS, MAX_TAKE, RandomDraw, randomDrawKind } from './random-draw.ts'
import { fitsRecord, placeOfPool } from './record-size.ts'
import { assignTeams, TEAM_ALGORITHM } from './teams.ts'

interface Drawn {
  readonly no: string
  readonly id: string
}

export type RandomDrawProblem =
  | FieldProblem
  | DrawProblem
  | Problem<'draw.poolEmpty', Record<string, never>>
  | Problem<'draw.poolTooLarge', { readonly have: number; readonly maximum: number }>
  | Problem<'draw.takeTooLarge', { readonly maximum: number }>
  | Problem<'draw.tooManyExcluded', { readonly maximum: number }>
  | Problem<'draw.excludedUnknown', { readonly id: string }>
  | Problem<'draw.exclusionWithoutReason', { readonly id: string }>
  | Problem<'draw.tooFewEach', { readonly needed: number; readonly article: LawNumber['article'] }>
  | Problem<'draw.teamTooLarge', { readonly drawn: number; readonly each: number }>
  | Problem<'draw.witnessIsHost', { readonly name: string }>
  | Problem<'draw.tooMuchForRecord', Record<string, never>>
  | Problem<'draw.redrawWithoutReason', Drawn>

export interface DrawFacts {
  readonly no: string
  readonly region: string
  readonly today: string
  readonly now: string
  readonly law: Law
  /** The last draw of the same day with the same pool of enterprises or for the same task; null when there is none. */
  readonly earlier: (poolHash: string) => Drawn | null
}

/** Who may be drawn, before exclusions. */
export interface Candidates {
  readonly enterprises: readonly PoolEnterprise[]
  readonly samplers: readonly PoolSampler[]
}

type Side = 'enterprises' | 'samplers'

/** A pool after exclusions, with the entry behind each line. */
export interface Pool<Entry> {
  readonly ids: readonly string[]
  readonly byId: ReadonlyMap<string, Entry>
}

interface PoolOrder<Entry> {
  readonly side: Side
  readonly entries: readonly Entry[]
  readonly lineOf: (entry: Entry) => string
  readonly excluded: DrawOrder['enterprises']['excluded']
}

/** The same problems with the path of their side; the seed is common to both. */
export const under = (side: Side, problems: readonly DrawProblem[]): DrawProblem[] =>
  problems.map((found) => (found.path === '/seed' ? found : { ...found, path: `/${side}${found.path}` }))

function sizeProblems(side: Side, have: number, excluded: number): RandomDrawProblem[] {
  const maximum = side === 'enterprises' ? MAX_POOL : MAX_SAMPLERS
  if (have - excluded < 1) return [problem('draw.poolEmpty', `/${side}/pool`, {})]
  if (have > maximum) return [problem('draw.poolTooLarge', `/${side}/pool`, { have, maximum })]
  return excluded > MAX_EXCLUDED ? [problem('draw.tooManyExcluded', `/${side}/excluded`, { maximum: MAX_EXCLUDED })] : []
}

/** The pool of one side: each line once, without those left out, who must have stood in it and have a reason. */
export function poolOf<Entry>({ side, entries, lineOf, excluded }: PoolOrder<Entry>): {
  readonly pool: Pool<Entry>
  readonly problems: readonly RandomDrawProblem[]
} {
  const lines = entries.map(lineOf)
  const byId = new Map(lines.map((line, index) => [line, entries[index] as Entry]))
  const out = new Set(excluded.map(({ id }) => id))
  const path = `/${side}/excluded`
  const unknown = [...out].filter((id) => !byId.has(id)).map((id) => problem('draw.excludedUnknown', path, { id }))
  const silent = excluded
    .filter(({ reason }) => reason.trim().length < 2)
    .map(({ id }) => problem('draw.exclusionWithoutReason', path, { id }))
  const problems = [...sizeProblems(side, lines.length, out.size), ...under(side, poolProblems(lines)), ...unknown, ...silent]
  return { pool: { ids: lines.filter((line) => !out.has(line)), byId }, problems }
}

/** Both pools of an order; what is wrong with them can be told before anybody has thrown a die. */
export function poolsOf(order: Readonly<Record<Side, Pick<DrawOrder[Side], 'excluded'>>>, candidates: Candidates) {
  const { enterprises, samplers } = order
  return {
    enterprises: poolOf({ side: 'enterprises', entries: candidates.enterprises, lineOf: enterpriseLine, excluded: enterprises.excluded }),
    samplers: poolOf({ side: 'samplers', entries: candidates.samplers, lineOf: samplerLine, excluded: samplers.excluded }),
  }
}

/** The members of a record that are typed. */
const DrawHead = RandomDraw.pick({ title: true, planNo: true, seedSource: true, witness: true, host: true, remarks: true })

function headProblems({ title, planNo, seedSource, witness, host, remarks }: Omit<DrawOrder, 'id'>): readonly FieldProblem[] {
  const parsed = parseInput(DrawHead, withoutEmpty({ title, planNo, seedSource, witness, host, remarks }) ?? {})
  return parsed.ok ? [] : parsed.problems
}

/** What is wrong with the order beside its pools: numbers and people. Needs no hash, so the window can ask while typing. */
export function orderProblems(order: Omit<DrawOrder, 'id'>, law: Law): RandomDrawProblem[] {
  const { article, value: needed } = law.minimumSamplers
  const problems: RandomDrawProblem[] = [...headProblems(order)]
  if (order.samplersEach < needed) problems.push(problem('draw.tooFewEach', '/samplersEach', { needed, article }))
  if (order.samplers.take < order.samplersEach)
    problems.push(problem('draw.teamTooLarge', '/samplers/take', { drawn: order.samplers.take, each: order.samplersEach }))
  if (order.enterprises.take > MAX_TAKE) problems.push(problem('draw.takeTooLarge', '/enterprises/take', { maximum: MAX_TAKE }))
  const [witness, host] = [order.witness.name.trim(), order.host.name.trim()]
  if (witness !== '' && witness === host) problems.push(problem('draw.witnessIsHost', '/witness/name', { name: witness }))
  return problems
}

const picked = <Entry>({ ids, byId }: Pool<Entry>, { picks }: Draw) =>
  picks.map((pick) => {
    const id = ids[pick] ?? ''
    return { id, ...(byId.get(id) as Entry) }
  })

interface Ready {
  readonly order: DrawOrder
  readonly facts: DrawFacts
  readonly pools: { readonly enterprises: Pool<PoolEnterprise>; readonly samplers: Pool<PoolSampler> }
  readonly drawn: { readonly enterprises: Draw; readonly samplers: Draw }
  readonly earlier: Drawn | null
}

const sideOf = ({ order, pools, drawn }: Ready, side: Side) => ({
  poolHash: drawn[side].poolHash,
  poolSize: pools[side].ids.length,
  excluded: order[side].excluded,
  take: order[side].take,
})

/** The record of a draw that may be made. */
function recordOf(ready: Ready, sha256: Sha256Of): object {
  const { order, facts, pools, drawn, earlier } = ready
  const samplers = picked(pools.samplers, drawn.samplers)
  const enterprises = picked(pools.enterprises, drawn.enterprises)
  const { title, planNo, seed, seedSource, witness, host, remarks, samplersEach } = order
  const lines = samplers.map(({ id }) => id)
  const teams = assignTeams({ samplers: lines, each: samplersEach, enterprises: enterprises.length, seed }, sha256)
  const inside = placeOfPool(pools.enterprises.ids) === 'record' ? { pool: pools.enterprises.ids } : {}
  const names = new Map(samplers.map(({ id, name }) => [id, { id, name }]))
  const picks = enterprises.map((pick, index) => ({ ...pick, samplers: teams[index]?.map((id) => names.get(id)) }))
  const { no, region, today: drawnOn, now: drawnAt } = facts
  return {
    no,
    region,
    title,
    planNo,
    drawnOn,
    drawnAt,
    seed,
    seedSource,
    witness,
    host,
    remarks,
    samplersEach,
    enterprises: { frame: order.enterprises.frame, ...sideOf(ready, 'enterprises'), ...inside, picks },
    samplers: { ...sideOf(ready, 'samplers'), pool: pools.samplers.ids, picks: samplers },
    algorithm: DRAW_ALGORITHM,
    teamAlgorithm: TEAM_ALGORITHM,
    ...(earlier === null ? {} : { redrawOf: earlier.id, redrawReason: order.redrawReason }),
  }
}

export interface DecidedDraw {
  readonly doc: RandomDraw
  /** The canonical pool of enterprises when it is too large for the record, to be attached to it. */
  readonly poolFile: string | null
}

/** A second draw with the same pool, or for the same task, on one day: only with a reason that everybody can read. */
const redrawProblems = (earlier: Drawn | null, reason: string): RandomDrawProblem[] =>
  earlier === null || reason.trim().length >= 2 ? [] : [problem('draw.redrawWithoutReason', '/redrawReason', earlier)]

function sizeOf(order: DrawOrder, enterprises: readonly string[], samplers: readonly string[]): RandomDrawProblem[] {
  const excluded = [...order.enterprises.excluded, ...order.samplers.excluded]
  const fits = fitsRecord({ enterprises, samplers, excluded, take: order.enterprises.take, each: order.samplersEach })
  return fits ? [] : [problem('draw.tooMuchForRecord', '/enterprises/take', {})]
}

/**
 * Draws enterprises and samplers and gives each enterprise its samplers (双随机, Order 18 art. 15 and 16); answers the record,
 * or everything that stands against it. Nothing is drawn before all of it is right: a draw cannot be tried out.
 */
export function decideDraw(
  order: DrawOrder,
  candidates: Candidates,
  facts: DrawFacts,
  sha256: Sha256Of,
): Result<DecidedDraw, RandomDrawProblem> {
  const { enterprises, samplers } = poolsOf(order, candidates)
  const { seed } = order
  const firms = drawFrom({ ids: enterprises.pool.ids, take: order.enterprises.take, seed }, sha256)
  const people = drawFrom({ ids: samplers.pool.ids, take: order.samplers.take, seed }, sha256)
  const earlier = firms.ok ? facts.earlier(firms.value.poolHash) : null
  const [first, ...more] = distinct([
    ...orderProblems(order, facts.law),
    ...enterprises.problems,
    ...samplers.problems,
    ...(firms.ok ? [] : under('enterprises', firms.problems)),
    ...(people.ok ? [] : under('samplers', people.problems)),
    ...sizeOf(order, enterprises.pool.ids, samplers.pool.ids),
    ...redrawProblems(earlier, order.redrawReason),
  ])
  if (first !== undefined) return refuse(first, ...more)
  if (!firms.ok || !people.ok) throw new Error('a draw was refused without a problem')
  const pools = { enterprises: enterprises.pool, samplers: samplers.pool }
  const drawn = { enterprises: firms.value, samplers: people.value }
  const doc = withoutEmpty(recordOf({ order, facts, pools, drawn, earlier }, sha256))
  const parsed = parseSealed<RandomDraw>(randomDrawKind, doc)
  if (!parsed.ok) return parsed
  return ok({ doc: parsed.value, poolFile: parsed.value.enterprises.pool === undefined ? canonicalPool(pools.enterprises.ids) : null })
}

/** Each problem once: both sides say that the seed is wrong. */
const distinct = (problems: readonly RandomDrawProblem[]): RandomDrawProblem[] => [
  ...new Map(problems.map((found) => [JSON.stringify(found), found])).values(),
]
