import { expect, test } from 'vitest'
import { fitted } from '../../renderer/attachment/working-copy'

test.each([
  [4000, 3000, 1600, 1200],
  [3000, 4000, 1200, 1600],
  [800, 600, 800, 600],
  [20_000, 10, 1600, 1],
])('%i × %i becomes %i × %i', (width, height, toWidth, toHeight) => {
  expect(fitted(width, height, 1600)).toEqual({ width: toWidth, height: toHeight })
})
