import { type Random, randomFrom, seedOf } from './seed-random.ts'

type Point = readonly [x: number, y: number]

/** The strokes of a hand in a hurry, in a box of 100 × 100: bars, falling strokes, a hook and a loop. Start, bend, end. */
const STROKES: readonly (readonly [Point, Point, Point])[] = [
  [
    [8, 24],
    [50, 14],
    [90, 22],
  ],
  [
    [50, 6],
    [46, 50],
    [20, 92],
  ],
  [
    [52, 30],
    [66, 62],
    [92, 84],
  ],
  [
    [18, 54],
    [48, 46],
    [82, 52],
  ],
  [
    [34, 12],
    [30, 60],
    [36, 90],
  ],
  [
    [70, 20],
    [84, 90],
    [58, 78],
  ],
  [
    [24, 70],
    [60, 40],
    [78, 92],
  ],
  [
    [60, 10],
    [20, 40],
    [64, 66],
  ],
]

const clamp = (value: number, most: number): number => Math.max(0, Math.min(most, Math.round(value)))

/** One stroke as a quadratic curve through six points, shaken a little, at its place in the box 1000 × 400. */
function drawn([start, bend, end]: readonly [Point, Point, Point], left: number, random: Random): string {
  const shake = (): number => (random.next() - 0.5) * 14
  const points = [0, 0.2, 0.4, 0.6, 0.8, 1].map((t) => {
    const along = (axis: 0 | 1): number => (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * bend[axis] + t ** 2 * end[axis]
    return `${String(clamp(left + along(0) * 2.4 + shake(), 1000))},${String(clamp(60 + along(1) * 2.7 + shake(), 400))}`
  })
  return points.join(' ')
}

/** A plausible signature of this name: always the same strokes for the same name. No real hand was its model. */
export function scribbleOf(name: string): string {
  const random = randomFrom(seedOf(name))
  const signs = [60, 360, 660]
  return signs.flatMap((left) => Array.from({ length: random.between(2, 4) }, () => drawn(random.pick(STROKES), left, random))).join(';')
}
