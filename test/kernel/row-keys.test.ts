import { expect, test } from 'vitest'
import { type RowKey, rowMove } from '../../renderer/kernel/form/rows/row-keys'

/** A cell as the table draws it: an input, or a choice that keeps its arrows. */
const cell = (place: string, isInput = true): HTMLElement => {
  const frame = { dataset: { cell: place }, getAttribute: () => null }
  const closest = (selector: string) => (selector === '[data-cell]' && place !== '' ? frame : null)
  return { closest, querySelector: () => null, matches: () => isInput } as unknown as HTMLElement
}
const key = (name: string, held: Partial<RowKey> = {}): RowKey => ({
  key: name,
  isComposing: false,
  keyCode: 0,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  ...held,
})
const shape = { columns: ['type', 'severity', 'description'], rows: 2, endsBlank: false }
const to = (row: number, column: string) => ({ is: 'go', to: { row, column } })

test('Enter leads along the row, to the next row, and asks for one more below the last', () => {
  expect(rowMove(key('Enter'), cell('0-type'), shape)).toEqual(to(0, 'severity'))
  expect(rowMove(key('Enter'), cell('0-description'), shape)).toEqual(to(1, 'type'))
  expect(rowMove(key('Enter'), cell('1-description'), shape)).toEqual({ is: 'next' })
  expect(rowMove(key('Enter', { shiftKey: true }), cell('1-type'), shape)).toEqual(to(0, 'description'))
})

test('a last row in which nothing stands is left by Enter in its first cell', () => {
  expect(rowMove(key('Enter'), cell('1-type'), { ...shape, endsBlank: true })).toEqual({ is: 'leave' })
  expect(rowMove(key('Enter'), cell('1-severity'), { ...shape, endsBlank: true })).toEqual(to(1, 'description'))
})

test('arrows lead up and down from texts, never out of the table, and stay with a choice', () => {
  expect(rowMove(key('ArrowDown'), cell('0-description'), shape)).toEqual(to(1, 'description'))
  expect(rowMove(key('ArrowDown'), cell('1-description'), shape)).toBeNull()
  expect(rowMove(key('ArrowDown'), cell('0-type', false), shape)).toBeNull()
})

test('Ctrl+Delete removes the row; a word being composed and a key outside of the table are left alone', () => {
  expect(rowMove(key('Delete', { ctrlKey: true }), cell('1-type'), shape)).toEqual({ is: 'remove', row: 1 })
  expect(rowMove(key('Enter', { isComposing: true }), cell('0-type'), shape)).toBeNull()
  expect(rowMove(key('Enter', { ctrlKey: true }), cell('0-type'), shape)).toBeNull()
  expect(rowMove(key('Enter'), cell(''), shape)).toBeNull()
})
