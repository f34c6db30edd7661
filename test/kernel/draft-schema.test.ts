import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { enterpriseKind } from '#shared/enterprise/enterprise'
import { withoutEmpty } from '#shared/kernel/draft-schema'
import { type Kind, parseDraft, parseSealed } from '#shared/kernel/kind'
import { referenceItemKind } from '#shared/reference/reference-item'
import { samplingSheetKind } from '#shared/spot-check/sampling-sheet'
import { aSignedSheet } from '../spot-check/a-sheet.ts'

const sheetKind = samplingSheetKind as Kind
const enterprise = {
  name: '重庆示范水泥有限公司',
  uscc: '91500103MA0DEM013Q',
  region: '500103',
  address: '渝中区民族路 1 号',
  phone: '023-52222340',
}

const CHOICES = new Set('taskLevel taskKind storeKind size stage channel requirement weight role'.split(' '))

/** The same value with some of its members left out, some texts cut short or emptied, some list items gone: work in progress. */
function aPartOf(value: unknown, key = ''): fc.Arbitrary<unknown> {
  if (CHOICES.has(key)) return fc.constant(value) // chosen whole or not at all
  if (typeof value === 'string') return fc.nat({ max: value.length }).map((length) => value.slice(0, length))
  if (Array.isArray(value))
    return value.length === 0 ? fc.constant([]) : fc.subarray(value).chain((items) => fc.tuple(...items.map((item) => aPartOf(item))))
  if (value === null || typeof value !== 'object') return fc.constant(value)
  const members = Object.entries(value).map(([name, member]) => [name, aPartOf(member, name)] as const)
  return fc.record(Object.fromEntries(members), { requiredKeys: [] })
}

test('whatever part of a sheet a person has typed so far can be saved', () => {
  fc.assert(
    fc.property(aPartOf(aSignedSheet()), (part) => {
      expect(parseDraft(sheetKind, part)).toEqual({ ok: true, value: part })
    }),
    { numRuns: 2000 },
  )
})

test('whatever part of an enterprise a person has typed so far can be saved', () => {
  fc.assert(
    fc.property(aPartOf(enterprise), (part) => {
      expect(parseDraft(enterpriseKind as Kind, part)).toEqual({ ok: true, value: part })
    }),
  )
})

describe('what could not be shown again is refused, with its path', () => {
  test.each([
    ['a field nobody knows', { sampling: { weather: '晴' } }, [{ code: 'field.unknown', path: '/sampling', facts: { names: 'weather' } }]],
    [
      'a text where a number belongs',
      { sampling: { base: '2000' } },
      [{ code: 'field.invalid', path: '/sampling/base', facts: { expected: 'number' } }],
    ],
    [
      'a number with a fraction',
      { sampling: { base: 1.5 } },
      [{ code: 'field.invalid', path: '/sampling/base', facts: { expected: 'int' } }],
    ],
    ['a choice that is not offered', { items: [{ weight: 'C' }] }, [{ code: 'field.invalid', path: '/items/0/weight' }]],
    ['no document at all', null, [{ code: 'field.invalid', path: '', facts: { expected: 'object' } }]],
    ['a list', [], [{ code: 'field.invalid', path: '', facts: { expected: 'object' } }]],
  ])('%s', (_name, doc, problems) => {
    expect(parseDraft(sheetKind, doc)).toMatchObject({ ok: false, problems })
  })
})

test('a draft may hold what cannot be sealed, and sealing then says where', () => {
  const draft = { ...enterprise, phone: '12315' }
  expect(parseDraft(enterpriseKind as Kind, draft)).toEqual({ ok: true, value: draft })
  expect(parseSealed(enterpriseKind as Kind, draft)).toMatchObject({ ok: false, problems: [{ code: 'field.invalid', path: '/phone' }] })
})

test('a draft keeps a member whose own shape somebody else knows, whatever is in it', () => {
  const item = { kind: '水泥', items: [{ name: '氯离子', limits: { high: '0.06' } }], none: null }
  expect(parseDraft(referenceItemKind as Kind, { table: 'samplingRule', item })).toEqual({
    ok: true,
    value: { table: 'samplingRule', item },
  })
  expect(parseDraft(referenceItemKind as Kind, { item: 'text' })).toMatchObject({ ok: false, problems: [{ path: '/item' }] })
})

const aDocument = fc.jsonValue({ noUnicodeString: false })

test('emptied fields leave one spelling: dropping them a second time changes nothing', () => {
  fc.assert(
    fc.property(aDocument, (value) => {
      const once = withoutEmpty(value)
      expect(withoutEmpty(once)).toEqual(once)
    }),
    { numRuns: 2000 },
  )
})

test('nothing that was typed is lost when emptied fields are dropped', () => {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()]
    return value !== null && typeof value === 'object' ? Object.values(value).flatMap(texts) : []
  }
  fc.assert(
    fc.property(aDocument, (value) => {
      expect(texts(withoutEmpty(value))).toEqual(texts(value))
    }),
  )
})
