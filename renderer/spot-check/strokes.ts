import { BOX } from '../kernel/stroke-path'

export interface Point {
  readonly x: number
  readonly y: number
}
export type Stroke = readonly Point[]

/** The schema's limit is 12,000 characters; a signature that is denser is thinned, not refused. */
const MAX_LENGTH = 11_500
/** How far a point may stand off its line and still be left out, in units of the box. */
const TOLERANCES = [0.5, 1, 2, 4]

const clamp = (value: number, highest: number): number => Math.min(highest, Math.max(0, Math.round(value)))

const distance = ({ x, y }: Point, from: Point, to: Point): number => {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  const length = Math.hypot(dx, dy)
  return length === 0 ? Math.hypot(x - from.x, y - from.y) : Math.abs(dy * (x - from.x) - dx * (y - from.y)) / length
}

/** Ramer–Douglas–Peucker: drops the points that a straight line would show as well. */
function thin(stroke: Stroke, tolerance: number): Stroke {
  const [first, last] = [stroke[0], stroke.at(-1)]
  if (stroke.length < 3 || first === undefined || last === undefined) return stroke
  const distances = stroke.slice(1, -1).map((point) => distance(point, first, last))
  const farthest = Math.max(...distances)
  if (farthest <= tolerance) return [first, last]
  const split = distances.indexOf(farthest) + 1
  return [...thin(stroke.slice(0, split + 1), tolerance).slice(0, -1), ...thin(stroke.slice(split), tolerance)]
}

const writeStroke = (stroke: Stroke): string =>
  stroke
    .map(({ x, y }) => `${String(x)},${String(y)}`)
    .filter((point, index, all) => point !== all[index - 1])
    .join(' ')

const textOf = (strokes: readonly Stroke[], tolerance: number): string =>
  strokes.map((stroke) => writeStroke(thin(stroke, tolerance))).join(';')

/** Every nth point and the last: what is left to do for a scribble that has no straight lines. */
const everyNth = (stroke: Stroke, n: number): Stroke => stroke.filter((_, index) => index % n === 0 || index === stroke.length - 1)

/** Strokes drawn on a pad of any size become the text of a signature: whole numbers in a box of 1000 by 400. */
export function strokesToText(strokes: readonly Stroke[], pad: { readonly width: number; readonly height: number }): string {
  const scaled = strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) =>
      stroke.map(({ x, y }) => ({ x: clamp((x / pad.width) * BOX.width, BOX.width), y: clamp((y / pad.height) * BOX.height, BOX.height) })),
    )
  for (let n = 1; ; n *= 2) {
    const coarse = scaled.map((stroke) => everyNth(stroke, n))
    const fitting = TOLERANCES.map((tolerance) => textOf(coarse, tolerance)).find((text) => text.length <= MAX_LENGTH)
    if (fitting !== undefined) return fitting
  }
}
