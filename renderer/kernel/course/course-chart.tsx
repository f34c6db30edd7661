import { useEffect, useMemo, useRef, useState } from 'react'
import type { CourseDetail } from '#shared/kernel/course-contract'
import type { Procedure } from '#shared/kernel/procedure'
import { useNameOf, useWords } from '../i18n'
import { type Edge, edgesOf, type Place, placesOf, type Reached } from './course-map'

interface ChartProps {
  readonly procedure: Procedure
  readonly course: CourseDetail
  readonly path: readonly Reached[]
  readonly probes: readonly Readonly<Record<string, unknown>>[]
}

const BOX = { height: 46, gap: 8, top: 14, narrowest: 76, widest: 148, between: 20 }

type Standing = 'done' | 'now' | 'next' | 'else'

/** How wide the chart may be; it is drawn in pixels so that its words keep their size. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = place.current
    if (element === null) return undefined
    const observer = new ResizeObserver(([entry]) => setWidth(entry?.contentRect.width ?? 0))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return { place, width }
}

/** Side ways that were not taken and can no longer be are left out: what is drawn is what was done, and what may yet come. */
function stillOpen(places: readonly Place[], edges: readonly Edge[], path: readonly Reached[]): readonly Place[] {
  const reachable = new Set(path.map(({ state }) => state).slice(-1))
  for (const state of reachable) for (const { to } of edges.filter(({ from }) => from === state)) reachable.add(to)
  return places.filter(({ state, row }) => row === 0 || reachable.has(state) || path.some((reached) => reached.state === state))
}

/** The main track as boxes and arrows. */
export function CourseChart({ procedure, course, path, probes }: ChartProps) {
  const { place, width } = useWidth()
  const edges = useMemo(() => edgesOf(procedure, 'main', probes), [procedure, probes])
  const places = useMemo(() => stillOpen(placesOf(procedure, 'main', edges), edges, path), [procedure, edges, path])
  const columns = Math.max(...places.map(({ column }) => column)) + 1
  const rows = Math.max(...places.map(({ row }) => row)) + 1
  const box = Math.min(BOX.widest, Math.max(BOX.narrowest, width / columns - BOX.between))
  const step = box + BOX.between
  const at = ({ column, row }: Place) => ({ x: column * step, y: BOX.top + row * (BOX.height + BOX.gap) })
  const size = { width: columns * step - BOX.between, height: BOX.top + rows * (BOX.height + BOX.gap) }
  const standing = useStanding(course, path, edges)
  return (
    <div className="course-frame" ref={place}>
      {width > 0 && (
        <div className="course-chart" style={size}>
          <svg className="course-arrows" width={size.width} height={size.height} aria-hidden="true" focusable="false">
            <Heads />
            {inLayers(edges, standing.edge).map((edge) => (
              <Arrow
                key={`${edge.from} ${edge.to} ${edge.step}`}
                edge={edge}
                places={places}
                box={box}
                at={at}
                look={standing.edge(edge)}
              />
            ))}
          </svg>
          <ol>
            {places.map((one) => (
              <StateBox
                key={one.state}
                procedure={procedure}
                state={one.state}
                standing={standing.state(one.state)}
                on={path.findLast(({ state }) => state === one.state)?.on ?? ''}
                style={{ left: at(one).x, top: at(one).y, width: box, height: BOX.height }}
              />
            ))}
          </ol>
        </div>
      )}
    </div>
  )
}

/** What is merely possible lies under what may come next, and that under what was done. */
const inLayers = (edges: readonly Edge[], look: (edge: Edge) => Standing): readonly Edge[] =>
  edges.toSorted((one, other) => LOOKS.indexOf(look(one)) - LOOKS.indexOf(look(other)))

function useStanding(course: CourseDetail, path: readonly Reached[], edges: readonly Edge[]) {
  const now = course.states['main'] ?? ''
  const nextSteps = new Set(course.next.map(({ step }) => step))
  const isNext = ({ from, step }: Edge): boolean => from === now && nextSteps.has(step)
  const reachable = new Set(edges.filter(isNext).map(({ to }) => to))
  const passed = path.map(({ state }, index) => `${path[index - 1]?.state ?? ''} ${state}`)
  return {
    state: (state: string): Standing => {
      if (state === now) return 'now'
      if (path.some((reached) => reached.state === state && reached.step !== '')) return 'done'
      return reachable.has(state) ? 'next' : 'else'
    },
    edge: (edge: Edge): Standing => {
      if (passed.includes(`${edge.from} ${edge.to}`) && path.some(({ step, state }) => step === edge.step && state === edge.to))
        return 'done'
      return isNext(edge) ? 'next' : 'else'
    },
  }
}

interface BoxProps {
  readonly procedure: Procedure
  readonly state: string
  readonly standing: Standing
  readonly on: string
  readonly style: React.CSSProperties
}

function StateBox({ procedure, state, standing, on, style }: BoxProps) {
  const t = useWords()
  const nameOf = useNameOf()
  const name = nameOf(procedure.tracks['main']?.states[state] ?? { zh: state, en: state })
  return (
    <li
      className="course-state"
      data-state-name={state}
      data-standing={standing}
      aria-current={standing === 'now' ? 'step' : undefined}
      title={on === '' ? name : `${name} ${on}`}
      style={style}
    >
      <span>{name}</span>
      {on !== '' && <span className="course-day number">{on.slice(5, 10)}</span>}
      <span className="unseen">{t(`kernel.course.standing.${standing}`)}</span>
    </li>
  )
}

interface ArrowProps {
  readonly edge: Edge
  readonly places: readonly Place[]
  readonly box: number
  readonly at: (place: Place) => { readonly x: number; readonly y: number }
  readonly look: Standing
}

/** From the right edge of one box to the left edge of another; over the boxes between them, or back beneath them. */
function Arrow({ edge, places, box, at, look }: ArrowProps) {
  const from = places.find(({ state }) => state === edge.from)
  const to = places.find(({ state }) => state === edge.to)
  // Across other boxes only what was done or may be done is drawn: the rest would be a tangle.
  if (from === undefined || to === undefined || (look === 'else' && to.column - from.column > 1 && to.row !== from.row)) return null
  const [start, end] = [at(from), at(to)]
  return <path className="course-arrow" data-standing={look} d={wayOf({ from, to, start, end, box })} markerEnd={`url(#course-${look})`} />
}

interface Way {
  readonly from: Place
  readonly to: Place
  readonly start: { readonly x: number; readonly y: number }
  readonly end: { readonly x: number; readonly y: number }
  readonly box: number
}

function wayOf({ from, to, start, end, box }: Way): string {
  const middle = BOX.height / 2
  const point = (x: number, y: number): string => `${x.toFixed(1)},${y.toFixed(1)}`
  const right = { x: start.x + box, y: start.y + middle }
  const left = { x: end.x - 3, y: end.y + middle }
  if (to.column === from.column) {
    const [y1, y2] = from.row < to.row ? [start.y + BOX.height, end.y - 3] : [start.y, end.y + BOX.height + 3]
    return `M${point(start.x + box / 2, y1)} L${point(end.x + box / 2, y2)}`
  }
  if (to.column < from.column) {
    const y = Math.max(start.y, end.y) + BOX.height + BOX.gap / 2
    return `M${point(start.x + box / 2, start.y + BOX.height)} L${point(start.x + box / 2, y)} L${point(end.x + box / 2, y)} L${point(end.x + box / 2, end.y + BOX.height + 3)}`
  }
  if (to.column - from.column > 1 && from.row === to.row) {
    const over = start.y - BOX.gap / 2
    return `M${point(start.x + box * 0.7, start.y)} L${point(start.x + box * 0.7, over)} L${point(end.x + box * 0.3, over)} L${point(end.x + box * 0.3, end.y - 3)}`
  }
  if (to.column - from.column > 1) {
    // Over boxes between them it would run behind their words: along the lower row, and straight down or up.
    const [foot, head] = [
      { x: start.x + box / 2, y: start.y + BOX.height },
      { x: end.x + box / 2, y: end.y + BOX.height + 3 },
    ]
    return to.row > from.row
      ? `M${point(foot.x, foot.y)} L${point(foot.x, left.y)} L${point(left.x, left.y)}`
      : `M${point(right.x, right.y)} L${point(head.x, right.y)} L${point(head.x, head.y)}`
  }
  const bend = right.x + BOX.between / 2
  return `M${point(right.x, right.y)} C${point(bend, right.y)} ${point(left.x - BOX.between / 2, left.y)} ${point(left.x, left.y)}`
}

const LOOKS: readonly Standing[] = ['else', 'next', 'done']

function Heads() {
  return (
    <defs>
      {LOOKS.map((look) => (
        <marker
          key={look}
          id={`course-${look}`}
          viewBox="0 0 8 8"
          refX="6"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          markerUnits="userSpaceOnUse"
          orient="auto"
        >
          <path className="course-head" data-standing={look} d="M0,0 L8,4 L0,8 z" />
        </marker>
      ))}
    </defs>
  )
}
