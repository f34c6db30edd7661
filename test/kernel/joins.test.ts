import { expect, test } from 'vitest'
import { changedFields } from '#shared/kernel/fields'
import { join } from '#shared/kernel/joins'
import { SHAPE } from './a-shape.ts'

test('lists to which everybody only adds are put together, each entry once and as often as one list has it', () => {
  const rule = { is: 'append', appended: {} } as const
  expect(join(rule, [['a', 'a'], ['a', 'b'], undefined])).toEqual({ value: ['a', 'a', 'b'] })
  expect(join(rule, [['a'], 'a text'])).toBeNull()
})

test('entries with a name are one when they say the same, and a matter for a person when they do not', () => {
  const rule = { is: 'append', appended: { key: 'id' } } as const
  const [one, two, other] = [
    { id: 1, says: 'a' },
    { id: 2, says: 'b' },
    { id: 1, says: 'c' },
  ]
  expect(join(rule, [[one], [one, two]])).toEqual({ value: [one, two] })
  expect(join(rule, [[one], [other]])).toBeNull()
})

test('of a workflow the step above all others stands, over several chains; apart, a person decides', () => {
  const chains = [
    ['open', 'begun'],
    ['begun', 'done'],
    ['open', 'refused'],
  ]
  const rule = { is: 'lattice', chains } as const
  expect(join(rule, ['open', 'done', 'begun', undefined])).toEqual({ value: 'done' })
  expect(join(rule, ['done', 'refused'])).toBeNull()
  expect(join(rule, ['open', 'from a later version'])).toBeNull()
})

test('the greatest number, or the latest day, stands without asking', () => {
  expect(join({ is: 'max' }, [2, undefined, 10])).toEqual({ value: 10 })
  expect(join({ is: 'max' }, ['2026-02-01', '2026-01-31', undefined])).toEqual({ value: '2026-02-01' })
})

test('an edit names the groups, the rows and the order it set; of a row that came or went, the row alone', () => {
  const row = { id: 'k1', x: '1', low: '1' }
  const before = { limit: '1', unit: 'kg', rows: [row, { id: 'k2' }] }
  expect(changedFields(before, { ...before, unit: 'g' }, SHAPE)).toEqual(['/limit'])
  expect(changedFields(before, { ...before, rows: [{ ...row, high: '2' }, { id: 'k2' }] }, SHAPE)).toEqual(['/rows/k1/low'])
  expect(changedFields(before, { ...before, rows: [{ id: 'k2' }, { id: 'k3', x: 'new' }] }, SHAPE)).toEqual(['/rows/k1', '/rows/k3'])
  expect(changedFields(before, { ...before, rows: [{ id: 'k2' }, row] }, SHAPE)).toEqual(['/rows'])
  const twice = { rows: [row, { ...row, x: '2' }] }
  expect(changedFields(twice, { rows: [row, { ...row, x: '3' }] }, SHAPE)).toEqual(['/rows/k1#2/x'])
})
