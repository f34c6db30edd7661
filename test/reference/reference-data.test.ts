import { expect, test } from 'vitest'
import { z } from 'zod'
import districtsFile from '#seeds/reference/districts.json' with { type: 'json' }
import lawFile from '#seeds/reference/law.json' with { type: 'json' }
import rulesFile from '#seeds/reference/sampling-rules.json' with { type: 'json' }
import { District, LawNumber, SamplingRule } from '#shared/reference/reference'
import type { TestItem } from '#shared/reference/test-item'

const districts = z.array(District.strict()).parse(districtsFile)
const rules = z.array(SamplingRule.strict()).parse(rulesFile)
const law = z.array(LawNumber.strict()).parse(lawFile)

test('the 38 districts of GB/T 2260 are there once each, the two abolished on 2025-11-06 with their last day', () => {
  expect(districts).toHaveLength(38)
  expect(new Set(districts.map(({ code }) => code)).size).toBe(38)
  expect(districts.filter(({ validTo }) => validTo !== undefined).map(({ name, validTo }) => `${name} ${validTo ?? ''}`)).toEqual([
    '江北区 2025-11-06',
    '渝北区 2025-11-06',
  ])
})

test('every product kind has one sampling rule, and its stock is large enough for both samples', () => {
  expect(new Set(rules.map(({ kind }) => kind)).size).toBe(rules.length)
  expect(rules.filter((rule) => rule.baseMinimum < rule.testQuantity + rule.backupQuantity)).toEqual([])
})

const limitsOf = ({ requirement, low, high, expected }: TestItem): unknown[] =>
  ({ atMost: [high], atLeast: [low], between: [low, high], equals: [high], qualitative: [expected] })[requirement]

test('every test item has the limit its requirement asks for, a method, and a name of its own in its rule', () => {
  const wrong = rules.flatMap(({ kind, items }) =>
    items.filter((item) => limitsOf(item).includes(undefined) || item.method === undefined).map(({ name }) => `${kind}: ${name}`),
  )
  expect(wrong).toEqual([])
  expect(rules.filter(({ items }) => items.length < 3 || new Set(items.map(({ name }) => name)).size < items.length)).toEqual([])
})

test('what was remembered and not read says so', () => {
  const remembered = [...rules, ...law].filter(({ sure }) => sure === 'memory')
  expect(remembered.filter(({ source }) => !source.includes('凭记忆'))).toEqual([])
})

test('the numbers of Order 18 stand with their articles in both languages', () => {
  expect(Object.fromEntries(law.map(({ key, value, article }) => [key, [value, article.zh.slice(-4), article.en.slice(-7)]]))).toEqual({
    minimumSamplers: [2, '第十六条', 'art. 16'],
    baseRequired: [1, '第十八条', 'art. 18'],
    sealsRequired: [2, '二十三条', 'art. 23'],
    signaturesRequired: [2, '第十九条', 'art. 19'],
    repeatMonths: [6, '）第八条', ' art. 8'],
  })
})
