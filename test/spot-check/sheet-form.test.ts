import { expect, test } from 'vitest'
import { problem } from '#shared/kernel/result'
import { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import { inPaperOrder, marksOf, problemAt } from '../../renderer/spot-check/field-problems'
import { compact, valueAt } from '../../renderer/spot-check/sheet-doc'
import { choicesOf, fieldsOf, sectionOf, sheetFields } from '../../renderer/spot-check/sheet-fields'

const byText = (one = '', other = ''): number => one.localeCompare(other)
const sectionNames = Object.keys(sheetFields) as (keyof typeof sheetFields)[]

test('every field of the schema stands in the form, and no other', () => {
  const known = sectionNames.map((section) => [
    section,
    fieldsOf(section)
      .map(({ key }) => key.split('.')[1])
      .toSorted(byText),
  ])
  const asked = sectionNames.map((section) => [
    section,
    Object.keys(SamplingSheet.shape[section].shape)
      .filter((name) => name !== 'enterpriseId')
      .toSorted(byText),
  ])
  expect(known).toEqual(asked)
})

test('every choice offers what the schema allows', () => {
  const choices = sectionNames.flatMap((section) => fieldsOf(section).filter(({ kind }) => kind === 'choice'))
  expect(choices.map((field) => choicesOf(field).length > 1)).not.toContain(false)
})

test('emptied fields are left out, texts stay as typed, rows keep their places', () => {
  expect(compact({ a: '', b: ' x ', c: undefined, d: { e: '' }, items: [{}, { name: 'n', unit: '' }, {}] })).toEqual({
    b: ' x ',
    items: [{}, { name: 'n' }],
  })
})

test('a value is found by its pointer', () => {
  expect(valueAt({ items: [{ name: 'n' }] }, '/items/0/name')).toBe('n')
  expect(valueAt({}, '/items/0/name')).toBeUndefined()
})

const missing = problem('field.missing', '/product/name', {})
const wrong = problem('uscc.check', '/inspectedParty/uscc', { expected: '6', found: '7' })
const unsigned = problem('spotCheck.signatureMissing', '/signatures', {})
const few = problem('spotCheck.tooFewSamplers', '/samplers', {})

test('what is missing is counted apart from what is wrong', () => {
  const marks = marksOf([missing, wrong, unsigned, few])
  expect(marks.filter(({ unfinished, wrong: faults }) => unfinished + faults > 0)).toEqual([
    { section: 'inspectedParty', unfinished: 0, wrong: 1 },
    { section: 'product', unfinished: 1, wrong: 0 },
    { section: 'samplingBody', unfinished: 1, wrong: 0 },
    { section: 'signatures', unfinished: 1, wrong: 0 },
  ])
})

test('a field says what is wrong at once, and what is missing only when it was asked for', () => {
  expect(problemAt([missing, wrong], '/inspectedParty/uscc', false)).toBe(wrong)
  expect(problemAt([missing, wrong], '/product/name', false)).toBeUndefined()
  expect(problemAt([missing, wrong], '/product/name', true)).toBe(missing)
})

test('problems come in the order of the paper', () => {
  expect(inPaperOrder([unsigned, missing, few, wrong]).map(({ path }) => path)).toEqual([
    '/inspectedParty/uscc',
    '/product/name',
    '/samplers',
    '/signatures',
  ])
  expect(sectionOf('')).toBe('seal')
})
