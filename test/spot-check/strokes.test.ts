import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Signature } from '#shared/spot-check/signature'
import { strokesToPath } from '../../renderer/kernel/stroke-path'
import { strokesToText } from '../../renderer/spot-check/strokes'

const pad = { width: 500, height: 200 }
const point = fc.record({ x: fc.double({ min: -50, max: 600, noNaN: true }), y: fc.double({ min: -50, max: 300, noNaN: true }) })

test('strokes become whole numbers in a box of 1000 by 400', () => {
  expect(
    strokesToText(
      [
        [
          { x: 0, y: 0 },
          { x: 250, y: 100 },
          { x: 500, y: 0 },
        ],
        [{ x: 10.2, y: 199.9 }],
      ],
      pad,
    ),
  ).toBe('0,0 500,200 1000,0;20,400')
})

test('points on a straight line are thinned, corners stay', () => {
  const line = Array.from({ length: 100 }, (_, index) => ({ x: index, y: index / 2 }))
  expect(strokesToText([line], pad)).toBe('0,0 198,99')
})

test('whatever is drawn, the schema takes it', () => {
  fc.assert(
    fc.property(fc.array(fc.array(point, { minLength: 1, maxLength: 400 }), { minLength: 1, maxLength: 30 }), (strokes) => {
      expect(Signature.shape.strokes.safeParse(strokesToText(strokes, pad)).success).toBe(true)
    }),
    { numRuns: 50 },
  )
})

test('a very long scribble is thinned until it fits, and stays well formed', () => {
  const scribble = Array.from({ length: 40_000 }, (_, index) => ({
    x: 250 + 240 * Math.sin(index * 1.7),
    y: 100 + 95 * Math.cos(index * 2.3),
  }))
  expect(Signature.shape.strokes.safeParse(strokesToText([scribble], pad)).success).toBe(true)
})

test('an SVG path draws lines, and a single point as a dot', () => {
  expect(strokesToPath('0,0 10,5;7,7')).toBe('M0,0 L10,5 M7,7 L7,7')
})
