import { expect, test } from 'vitest'
import { problem } from '#shared/kernel/result'
import { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import { compact, valueAt } from '../../renderer/kernel/form/editable'
import { type FormFrame, problemAt } from '../../renderer/kernel/form/form-frame'
import { inPaperOrder, marksOf } from '../../renderer/kernel/form/form-plan'
import { fieldsOf, sheetFields } from '../../renderer/spot-check/sheet-fields'
import { isUnfinished, SECTIONS, sectionOf } from '../../renderer/spot-check/sheet-sections'

const byText = (one = '', other = ''): number => one.localeCompare(other)
const sectionNames = Object.keys(sheetFields) as (keyof typeof sheetFields)[]

const partOf = (section: keyof typeof sheetFields) => {
  const part = SamplingSheet.shape[section]
  return 'shape' in part ? part : part.unwrap()
}
/** Filled in by the program: whose record it is, the edition of the rule, the task and its check. */
const LEFT_OUT = ['enterpriseId', 'ruleEdition', 'taskId', 'check']

test('every field of the schema stands in the form, and no other', () => {
  const known = sectionNames.map((section) => [
    section,
    fieldsOf(section)
      .map(({ key }) => key.split('.')[1])
      .toSorted(byText),
  ])
  const asked = sectionNames.map((section) => [
    section,
    Object.keys(partOf(section).shape)
      .filter((name) => !LEFT_OUT.includes(name))
      .toSorted(byText),
  ])
  expect(known).toEqual(asked)
})

test('every choice offers what the schema allows', () => {
  const choices = sectionNames.flatMap((section) => fieldsOf(section).filter(({ kind }) => kind === 'choice'))
  expect(choices.map((field) => field.options.length > 1)).not.toContain(false)
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

const sorting = { sections: SECTIONS, sectionOf, isUnfinished }
const frameOf = (problems: FormFrame['problems'], strict: boolean): FormFrame => ({
  words: 'spotCheck',
  correcting: false,
  isUnfinished,
  problems,
  strict,
})

const missing = problem('field.missing', '/product/name', {})
const wrong = problem('uscc.check', '/inspectedParty/uscc', { expected: '6', found: '7' })
const unsigned = problem('spotCheck.signatureMissing', '/signatures', {})
const few = problem('spotCheck.tooFewSamplers', '/samplers', {})

test('what is missing is counted apart from what is wrong', () => {
  const marks = marksOf(sorting, [missing, wrong, unsigned, few])
  expect(marks.filter(({ unfinished, wrong: faults }) => unfinished + faults > 0)).toEqual([
    { section: 'inspectedParty', unfinished: 0, wrong: 1 },
    { section: 'product', unfinished: 1, wrong: 0 },
    { section: 'samplingBody', unfinished: 1, wrong: 0 },
    { section: 'signatures', unfinished: 1, wrong: 0 },
  ])
})

test('a field says what is wrong at once, and what is missing only when it was asked for', () => {
  expect(problemAt(frameOf([missing, wrong], false), '/inspectedParty/uscc')).toBe(wrong)
  expect(problemAt(frameOf([missing, wrong], false), '/product/name')).toBeUndefined()
  expect(problemAt(frameOf([missing, wrong], true), '/product/name')).toBe(missing)
})

test('problems come in the order of the paper', () => {
  expect(inPaperOrder(sorting, [unsigned, missing, few, wrong]).map(({ path }) => path)).toEqual([
    '/inspectedParty/uscc',
    '/product/name',
    '/samplers',
    '/signatures',
  ])
  expect(sectionOf('')).toBe('seal')
})
