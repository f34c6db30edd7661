import { expect, test } from 'vitest'
import { parseTsv, pasteInto } from '../../renderer/reference/items/paste-grid'

const columns = ['name', 'requirement', 'low', 'high', 'unit', 'weight', 'method', 'result'] as const
const aliases = { 不大于: 'atMost', 不小于: 'atLeast', 定性: 'qualitative', 'at most': 'atMost' }

test('what Excel puts on the clipboard becomes rows and cells', () => {
  expect(parseTsv('甲\t1\r\n乙\t2\r\n')).toEqual([
    ['甲', '1'],
    ['乙', '2'],
  ])
  expect(parseTsv('one')).toEqual([['one']])
  expect(parseTsv('a\t\tc\n\t2\t')).toEqual([
    ['a', '', 'c'],
    ['', '2', ''],
  ])
})

test('a quoted cell keeps its line end and its quotes', () => {
  expect(parseTsv('"two\nlines"\t"a ""word"""\nnext')).toEqual([['two\nlines', 'a "word"'], ['next']])
})

test('a block fills cells from the one it was pasted into, and the table grows', () => {
  const block = parseTsv('甲醛\t≤\t\t1,200\tmg/kg\ta\tGB 1\t<5\n强度\t不小于\t≥4.5\t/\tMPa\tB类')
  expect(pasteInto([{ name: '旧', result: '1' }], { row: 0, column: 'name', columns }, block, aliases)).toEqual([
    { name: '甲醛', requirement: 'atMost', low: undefined, high: '1200', unit: 'mg/kg', weight: 'A', method: 'GB 1', result: '<5' },
    { name: '强度', requirement: 'atLeast', low: '4.5', high: undefined, unit: 'MPa', weight: 'B' },
  ])
})

test('what is not covered by the block stays, and cells beyond the table are left out', () => {
  expect(pasteInto([{ name: '甲', weight: 'A' }], { row: 0, column: 'result', columns }, [['3.1', 'beyond']], aliases)).toEqual([
    { name: '甲', weight: 'A', result: '3.1' },
  ])
  expect(pasteInto([], { row: 2, column: 'name', columns }, [['丙']], aliases)).toEqual([{}, {}, { name: '丙' }])
})

test('what a qualitative item must be stands in the column of the limit', () => {
  const block = [['外观', '定性', '', '无裂纹']]
  expect(pasteInto([], { row: 0, column: 'name', columns }, block, aliases)).toEqual([
    { name: '外观', requirement: 'qualitative', low: undefined, expected: '无裂纹' },
  ])
})
