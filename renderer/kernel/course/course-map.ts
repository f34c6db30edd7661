import type { TakenStep } from '#shared/kernel/course-contract'
import type { Course, Procedure, States } from '#shared/kernel/procedure'

type Doc = Readonly<Record<string, unknown>>

/** A step of the table as an arrow between two states of one track. */
export interface Edge {
  readonly from: string
  readonly to: string
  readonly step: string
}

/** A state reached on the way so far. */
export interface Reached {
  readonly state: string
  /** The step that led here, and its day; '' at the start. */
  readonly step: string
  readonly on: string
}

export interface Place {
  readonly state: string
  readonly column: number
  readonly row: number
}

/** How each track went: every state it was in, in the order of time; the last one is where it stands. */
export function pathsOf(procedure: Procedure, taken: readonly TakenStep[]): Readonly<Record<string, readonly Reached[]>> {
  const tracks = Object.entries(procedure.tracks)
  const paths: Record<string, Reached[]> = Object.fromEntries(
    tracks.map(([name, { start }]) => [name, [{ state: start, step: '', on: '' }]]),
  )
  let course: Course = { states: Object.fromEntries(tracks.map(([name, { start }]) => [name, start])), taken: [] }
  for (const act of taken) {
    const rule = procedure.steps.find(({ step }) => step === act.step)
    const lands: States = rule?.to?.(act.doc, course) ?? rule?.lands[0] ?? {}
    for (const [track, state] of Object.entries(lands))
      if (course.states[track] !== state) paths[track]?.push({ state, step: act.step, on: act.on })
    course = { states: { ...course.states, ...lands }, taken: [...course.taken, act] }
  }
  return paths
}

/**
 * Every arrow of a track. Where the table says that a step may land in several states from several, `probes` (documents, one for
 * each way a step can turn out) say which landing belongs to which start.
 */
export function edgesOf(procedure: Procedure, track: string, probes: readonly Doc[] = []): Edge[] {
  const found = procedure.steps
    .filter((rule) => rule.track === track)
    .flatMap((rule) =>
      rule.from.flatMap((from) => {
        const { to } = rule
        const probed = to === undefined || probes.length === 0 ? [] : probes.map((doc) => to(doc, { states: { [track]: from }, taken: [] }))
        return (probed.length === 0 ? rule.lands : probed).map((lands) => ({ from, to: lands[track] ?? from, step: rule.step }))
      }),
    )
    .filter(({ from, to }) => from !== to)
  return found.filter((edge, index) => found.findIndex((same) => sameEdge(same, edge)) === index)
}

const sameEdge = (one: Edge, other: Edge): boolean => one.from === other.from && one.to === other.to && one.step === other.step

/** The edges without those that lead back: what is left has no circle, so that every state has a column. */
function forward(start: string, edges: readonly Edge[]): readonly Edge[] {
  const kept: Edge[] = []
  const open = new Set<string>()
  const done = new Set<string>()
  const visit = (state: string): void => {
    open.add(state)
    for (const edge of edges.filter(({ from }) => from === state)) {
      if (open.has(edge.to)) continue
      kept.push(edge)
      if (!done.has(edge.to)) visit(edge.to)
    }
    open.delete(state)
    done.add(state)
  }
  visit(start)
  for (const { from } of edges) if (!done.has(from)) visit(from)
  return kept
}

/** The longest way to each state (its column), or the longest way on from it when `edges` are turned round. */
function longest(states: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const depth = new Map(states.map((state) => [state, 0]))
  for (let round = 0; round < states.length; round++)
    for (const { from, to } of edges) depth.set(to, Math.max(depth.get(to) ?? 0, (depth.get(from) ?? 0) + 1))
  return depth
}

/** A state that another track leads to stands just before what follows it. */
function columnOf(state: string, columns: ReadonlyMap<string, number>, edges: readonly Edge[]): number {
  const own = columns.get(state) ?? 0
  const after = edges.filter(({ from }) => from === state).map(({ to }) => columns.get(to) ?? 0)
  return own > 0 || after.length === 0 || edges.some(({ to }) => to === state) ? own : Math.max(0, Math.min(...after) - 1)
}

/** Where each state of a track is drawn: columns by how far it is from the start, the way that leads farthest in the first row. */
export function placesOf(procedure: Procedure, track: string, edges: readonly Edge[]): Place[] {
  const { start = '', states = {} } = procedure.tracks[track] ?? {}
  const names = Object.keys(states)
  const ahead = forward(start, edges)
  const columns = longest(names, ahead)
  const onward = longest(
    names,
    ahead.map(({ from, to, step }) => ({ from: to, to: from, step })),
  )
  const leads = edges.filter(({ from }) => from === start).map(({ to }) => to)
  const hidden = new Set(leads).size === 1 ? start : undefined
  const shown = names.filter((state) => state !== hidden)
  const at = new Map(shown.map((state) => [state, state === start ? 0 : columnOf(state, columns, ahead)]))
  const first = Math.min(...at.values())
  const order = shown.toSorted(
    (one, other) => (onward.get(other) ?? 0) - (onward.get(one) ?? 0) || names.indexOf(one) - names.indexOf(other),
  )
  return order.map((state) => {
    const column = at.get(state) ?? 0
    const row = order.filter((other) => at.get(other) === column).indexOf(state)
    return { state, column: column - first, row }
  })
}
