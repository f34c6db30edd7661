import { expect, test } from 'vitest'
import { differenceOf, type Grey, isAlike, readPng } from '../e2e/paper-pictures.ts'

const golden = readPng('test/fixtures/papers/resultNotice-1.png')

/** The same picture with every pixel taken from elsewhere; white where there is nothing. */
function remade({ width, height, pixels }: Grey, from: (x: number, y: number) => readonly [x: number, y: number] | null): Grey {
  const made = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const source = from(x, y)
      if (source !== null) made[y * width + x] = pixels[source[1] * width + source[0]] ?? 255
    }
  return { width, height, pixels: made }
}

const blanked = (from: number, height: number): Grey => remade(golden, (x, y) => (y >= from && y < from + height ? null : [x, y]))

test('the same page, also where a printer set it half a millimetre lower, is the same', () => {
  expect(differenceOf(golden, golden)).toEqual({ mean: 0, share: 0 })
  const lower = remade(golden, (x, y) => (y === 0 ? null : [x, y - 1]))
  expect(isAlike(differenceOf(golden, lower))).toBe(true)
})

test('a line of text that is missing, and another size, are seen', () => {
  const LINE = 14 // 6 mm
  for (const from of [200, 290, 400]) expect(isAlike(differenceOf(golden, blanked(from, LINE)))).toBe(false)
  expect(isAlike(differenceOf(golden, { ...golden, width: golden.width - 1 }))).toBe(false)
})
