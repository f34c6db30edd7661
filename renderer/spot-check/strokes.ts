export interface Point {
  readonly x: number
  readonly y: number
}
export type Stroke = readonly Point[]

export const BOX = { width: 1000, height: 400 } as const
/** The schema's limit is 20,000 characters; a signature that is denser is thinned, not refused. */
const MAX_LENGTH = 19_000

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

/** Strokes drawn on a pad of any size become the text of a signature: whole numbers in a box of 1000 by 400. */
export function strokesToText(strokes: readonly Stroke[], pad: { readonly width: number; readonly height: number }): string {
  const scaled = strokes
    .filter((stroke) => stroke.length > 0)
    .map((stroke) =>
      stroke.map(({ x, y }) => ({ x: clamp((x / pad.width) * BOX.width, BOX.width), y: clamp((y / pad.height) * BOX.height, BOX.height) })),
    )
  for (let tolerance = 0.5; ; tolerance *= 2) {
    const text = scaled.map((stroke) => writeStroke(thin(stroke, tolerance))).join(';')
    if (text.length <= MAX_LENGTH || tolerance > 100) return text.slice(0, MAX_LENGTH)
  }
}

/** The path of an SVG with the view box of a signature; a single point becomes a dot under a round pen. */
export const strokesToPath = (text: string): string =>
  text
    .split(';')
    .map((stroke) => {
      const [first = '0,0', ...more] = stroke.split(' ')
      return `M${first} L${(more.length === 0 ? [first] : more).join(' ')}`
    })
    .join(' ')
