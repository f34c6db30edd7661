import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Fragment, paginate } from '../../renderer/paper/paginate'

/** Fragments of these heights, one under the other. */
function stacked(heights: readonly number[], changes: Readonly<Record<number, Partial<Fragment>>> = {}): Fragment[] {
  let top = 0
  return heights.map((height, index) => {
    const fragment = { top, bottom: top + height, head: 0, breakBefore: false, keepWithNext: false, ...changes[index] }
    top += height
    return fragment
  })
}

test('a page is full before the next begins', () => {
  expect(paginate(stacked([40, 40, 30, 50, 50]), 100)).toEqual([0, 2, 4])
  expect(paginate(stacked([40, 40, 20, 50, 50]), 100)).toEqual([0, 3])
  expect(paginate([], 100)).toEqual([0])
})

test('what is higher than a page stands alone', () => {
  expect(paginate(stacked([10, 300, 10, 10]), 100)).toEqual([0, 1, 2])
})

test('the head of a table stands again on the next page and takes its room there', () => {
  const heads = Object.fromEntries([0, 1, 2, 3, 4].map((index) => [index, { head: 30 }]))
  expect(paginate(stacked([50, 50, 40, 30, 30], heads), 100)).toEqual([0, 2, 4])
})

test('a heading goes over with what it heads, and an annex begins a page', () => {
  expect(paginate(stacked([60, 30, 50], { 1: { keepWithNext: true } }), 100)).toEqual([0, 1])
  expect(paginate(stacked([10, 10, 10], { 2: { breakBefore: true } }), 100)).toEqual([0, 2])
})

test('nothing is lost, nothing is printed twice, no page is too high', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 130 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(heights, (some) => {
      const fragments = stacked(some)
      const starts = paginate(fragments, 100)
      expect(starts[0]).toBe(0)
      expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b))
      starts.forEach((start, page) => {
        const end = (starts[page + 1] ?? fragments.length) - 1
        const height = (fragments[end]?.bottom ?? 0) - (fragments[start]?.top ?? 0)
        expect(end > start ? height : 0).toBeLessThanOrEqual(100)
      })
    }),
  )
})
