import { expect, test } from 'vitest'
import { decideLayout, type LayoutVocabulary } from '#shared/paper/decide-layout'
import { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import { aLayout, theWords } from './a-layout.ts'

const known: LayoutVocabulary = { words: theWords, schemaOf: (kind) => (kind === 'samplingSheet' ? SamplingSheet : undefined) }
const problemsOf = (changes: Parameters<typeof aLayout>[0]) => {
  const decided = decideLayout(aLayout(changes), known)
  return decided.ok ? [] : decided.problems.map(({ code, path, facts }) => ({ code, path, facts }))
}

test('a pointer to a fact that no sheet has is named, with where it stands in the layout', () => {
  expect(problemsOf({ blocks: [{ block: 'note', text: { zh: '{/record/product/nmae}', en: '' } }] })).toMatchObject([
    { code: 'field.tooSmall', path: '/blocks/0/text/en' },
  ])
  expect(problemsOf({ blocks: [{ block: 'note', text: { zh: '{/record/product/nmae}', en: 'x' } }] })).toEqual([
    { code: 'paper.unknownPointer', path: '/blocks/0/text/zh', facts: { pointer: '/record/product/nmae', kind: 'samplingSheet' } },
  ])
})

test('rows of a list begin at the element, lists may be any place in it, other kinds of facts are known too', () => {
  const columns = [{ zh: '甲', en: 'A', text: '{/name}{/wieght}' }]
  expect(problemsOf({ blocks: [{ block: 'list', at: '/record/items', columns }] })).toMatchObject([
    { facts: { pointer: '/record/items/*/wieght' }, path: '/blocks/0/columns/0/text' },
  ])
  expect(
    problemsOf({ blocks: [{ block: 'note', text: '{/record/samplers/0/name}{/subject/sheet/product/name}{/deadlines/x/due|date}' }] }),
  ).toEqual([])
  expect(problemsOf({ blocks: [{ block: 'note', text: '{/subject/sheet/prodcut}{/wether}{name}' }] })).toMatchObject([
    { facts: { pointer: '/subject/sheet/prodcut' } },
    { facts: { pointer: '/wether' } },
    { facts: { pointer: 'name' } },
  ])
})

test('a format nobody knows, a row that does not fill the form, a copy that is there twice are refused', () => {
  expect(problemsOf({ blocks: [{ block: 'note', text: '{/record/sampling/date|datum}' }] })).toMatchObject([
    { code: 'paper.unknownFormat', facts: { format: 'datum' } },
  ])
  const rows = [[{ zh: '甲', en: 'A', text: '{/no}', span: 2 }]]
  expect(problemsOf({ blocks: [{ block: 'fields', columns: 6, parts: [{ rows }] }] })).toEqual([
    { code: 'paper.rowWidth', path: '/blocks/0/parts/0/rows/0', facts: { columns: 6, have: 3 } },
  ])
  const copy = { no: 1, zh: '存根', en: 'Stub', forWhom: { zh: '留存', en: 'kept' } }
  expect(problemsOf({ copies: [copy, copy] })).toMatchObject([{ code: 'paper.copyTwice', path: '/copies/1/no' }])
})

test('a member that a layout does not have is refused with its name', () => {
  expect(problemsOf({ colour: 'red' })).toMatchObject([{ code: 'field.unknown', facts: { names: 'colour' } }])
})
