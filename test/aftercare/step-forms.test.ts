import { expect, test } from 'vitest'
import { aftercareProcedure } from '#shared/aftercare/aftercare-procedure'
import { CaseStep } from '#shared/aftercare/case-step'
import { aftercareWords } from '../../renderer/aftercare/aftercare-words'
import { lanes, openStates } from '../../renderer/aftercare/lanes'
import { stepFields } from '../../renderer/aftercare/step-specs'

const schemas = CaseStep.options.map((schema) => [schema.shape.step.value, schema.shape as Readonly<Record<string, unknown>>] as const)

/** What the store fills in by itself when a step is begun. */
const FILLED_IN = ['step', 'case', 'region', 'caseNo', 'clocks', 'sheet']

test('every step of the table but the opening has a form, and nothing else has one', () => {
  const inTable = aftercareProcedure.steps.map(({ step }) => step).filter((step) => step !== 'open')
  expect(inTable.filter((step) => stepFields(step).length === 0)).toEqual([])
  expect(stepFields('open')).toEqual([])
})

test('a form asks for every field of its step, and for no other', () => {
  for (const [step, shape] of schemas)
    expect({ step, fields: new Set(stepFields(step).map(({ key }) => key)) }).toEqual({
      step,
      fields: new Set(Object.keys(shape).filter((key) => !FILLED_IN.includes(key))),
    })
})

test('every field and every choice of every form has words in both languages', () => {
  for (const language of ['zh', 'en'] as const) {
    const {
      field,
      choice,
    }: { field: Readonly<Record<string, string>>; choice: Readonly<Record<string, Readonly<Record<string, string>>>> } =
      aftercareWords[language]
    const missing = schemas.flatMap(([step]) =>
      stepFields(step).flatMap(({ key, choices, options }) => [
        ...(field[key] === undefined ? [`${step}.${key}`] : []),
        ...options.filter((code) => choice[choices ?? key]?.[code] === undefined).map((code) => `${step}.${key}.${code}`),
      ]),
    )
    expect(missing).toEqual([])
  }
})

test('the columns of the board hold every open state once', () => {
  const states = Object.keys(aftercareProcedure.tracks['main']?.states ?? {}).filter((state) => state !== 'none' && state !== 'closed')
  expect(openStates.toSorted()).toEqual(states.toSorted())
  expect(new Set(openStates).size).toBe(openStates.length)
  expect(lanes.length).toBe(5)
})
