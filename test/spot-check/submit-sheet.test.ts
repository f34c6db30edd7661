import { expect, test } from 'vitest'
import { contentHash } from '#electron/spot-check/signing'
import { say } from '#shared/app/say'
import { decideSubmitSheet, type SheetDraft, type SubmitFacts } from '#shared/spot-check/decide-submit-sheet'
import { shippedArticleOf as articleOf, shippedLaw as law, shippedSamplingRule } from '../reference/shipped.ts'
import { aCompleteSheet, aSignedSheet, type SheetChanges, theSignatures } from './a-sheet.ts'

const today = '2026-11-22'

function decided(sheet: SheetDraft, facts: Partial<SubmitFacts> = {}) {
  return decideSubmitSheet(sheet, {
    rule: shippedSamplingRule(sheet.product?.kind ?? ''),
    law,
    articleOf,
    contentHash: contentHash(sheet),
    today,
    photos: {},
    earlier: [],
    task: null,
    asOf: null,
    ...facts,
  })
}

/** What stands against a complete sheet after these changes. */
function against(changes: SheetChanges, facts: Partial<SubmitFacts> = {}) {
  const answer = decided(aSignedSheet(changes), facts)
  return answer.ok ? [] : answer.problems
}

test('a complete sheet is sealed as it stands', () => {
  const sheet = aSignedSheet()
  expect(decided(sheet)).toEqual({ ok: true, value: sheet })
})

test('refused with the article of law: one sampler', () => {
  const samplers = [{ name: '李芳' }]
  expect(against({ samplers })).toEqual([
    { code: 'spotCheck.tooFewSamplers', path: '/samplers', facts: { have: 1, needed: 2, article: law.minimumSamplers.article } },
  ])
  expect(against({ samplers }).map((problem) => say(problem, 'zh'))).toEqual([
    '抽样人员不得少于两人，现有 1 人（《产品质量监督抽查管理暂行办法》（总局令第18号）第十六条）',
  ])
})

test('refused with the article of law: the same sampler twice, also with a space behind the name', () => {
  expect(against({ samplers: [{ name: '李芳' }, { name: '李芳 ' }] })).toEqual([
    { code: 'spotCheck.sameSamplerTwice', path: '/samplers', facts: { name: '李芳', article: law.minimumSamplers.article } },
  ])
})

test('refused with the article of law: a base smaller than the rule of this product asks', () => {
  expect(against({ sampling: { base: 19 } })).toEqual([
    { code: 'spotCheck.baseTooSmall', path: '/sampling/base', facts: { have: 19, needed: 20, article: law.baseRequired.article } },
  ])
  expect(against({ sampling: { base: 20 } })).toEqual([])
})

test('refused with the article of law: a base smaller than the two samples, for a product without a rule', () => {
  const changes = { product: { kind: '没有细则的产品' }, sampling: { base: 19, testQuantity: 12, backupQuantity: 8 } }
  expect(against(changes)).toMatchObject([{ code: 'spotCheck.baseTooSmall', facts: { have: 19, needed: 20 } }])
})

test('refused with the article of law: a seal missing, for each sample by itself', () => {
  const { article } = law.sealsRequired
  expect(against({ sampling: { testSealNo: undefined, backupSealNo: ' ' } })).toEqual([
    { code: 'spotCheck.sealMissing', path: '/sampling/testSealNo', facts: { sample: 'test', article } },
    { code: 'spotCheck.sealMissing', path: '/sampling/backupSealNo', facts: { sample: 'backup', article } },
  ])
})

test('refused with the article of law: no backup sample, no second seal', () => {
  expect(against({ sampling: { backupQuantity: 0, backupSealNo: undefined } })).toEqual([])
})

test('refused with the article of law: both samples under one seal', () => {
  expect(against({ sampling: { backupSealNo: '封-0001' } })).toEqual([
    { code: 'spotCheck.sealsAlike', path: '/sampling/backupSealNo', facts: { article: law.sealsRequired.article } },
  ])
})

test('refused with the article of law: a sampler has not signed', () => {
  const [first, , party] = theSignatures
  expect(against({ signatures: [first, party] as never })).toEqual([
    {
      code: 'spotCheck.signatureMissing',
      path: '/signatures',
      facts: { role: 'sampler', name: '王强', article: law.signaturesRequired.article },
    },
  ])
})

test('refused with the article of law: nobody of the inspected party has signed', () => {
  expect(against({ signatures: theSignatures.slice(0, 2) })).toMatchObject([
    { code: 'spotCheck.signatureMissing', facts: { role: 'inspectedParty', name: '' } },
  ])
})

test('refused, because it would not be true: content changed after the signatures were drawn: each has to sign again', () => {
  const sheet = { ...aSignedSheet(), remarks: '后来加的一句' }
  expect(decided(sheet)).toMatchObject({
    ok: false,
    problems: theSignatures.map(({ role, name }) => ({ code: 'spotCheck.signatureOutdated', facts: { role, name } })),
  })
  expect(decided(sheet, { signaturesMayBeOlder: true })).toMatchObject({ ok: true })
})

test('refused, because it would not be true: a date in the future', () => {
  expect(against({ sampling: { date: '2026-11-23' } })).toEqual([
    { code: 'spotCheck.dateInFuture', path: '/sampling/date', facts: { today } },
  ])
})

test('refused, because it would not be true: an item nobody can judge', () => {
  const items = [{ name: '氯离子', requirement: 'atMost' as const, weight: 'A' as const }]
  expect(against({ items })).toEqual([{ code: 'spotCheck.itemWithoutLimit', path: '/items/0', facts: { name: '氯离子' } }])
})

test('refused, because it would not be true: no credit code and no reason why', () => {
  expect(against({ inspectedParty: { uscc: undefined } })).toEqual([
    { code: 'spotCheck.partyWithoutCode', path: '/inspectedParty/uscc', facts: {} },
  ])
  expect(against({ inspectedParty: { uscc: undefined, noUsccReason: '流动摊位' } })).toEqual([])
})

test('refused, because it would not be true: a wrong code, with the digit named once and not a second time as a format', () => {
  expect(against({ inspectedParty: { uscc: '9150000020286320X7' } })).toEqual([
    { code: 'uscc.check', path: '/inspectedParty/uscc', facts: { expected: '6', found: '7' } },
  ])
  expect(against({ producer: { uscc: '9150000020286320O6' } })).toMatchObject([
    { code: 'uscc.character', path: '/producer/uscc', facts: { position: 17, character: 'O', hint: '0' } },
  ])
})

test('a space typed behind a name is no other person', () => {
  expect(against({ samplers: [{ name: '李芳 ' }, { name: '王强' }] })).toEqual([])
})

test('a code in full-width or lower case is sealed as the standard writes it', () => {
  const sheet = aSignedSheet({ inspectedParty: { uscc: '９１500103ma0dem013q' } })
  const answer = decided(sheet, { signaturesMayBeOlder: true })
  expect(answer).toMatchObject({ ok: true, value: { inspectedParty: { uscc: '91500103MA0DEM013Q' } } })
})

test('an empty sheet gets everything that stands against it in one list: missing sections and law alike', () => {
  const answer = decided({})
  const problems = answer.ok ? [] : answer.problems.map(({ code, path }) => `${code} ${path}`)
  expect(problems).toEqual([
    'field.missing /head',
    'field.missing /inspectedParty',
    'field.missing /producer',
    'field.missing /product',
    'field.missing /sampling',
    'field.missing /samplingBody',
    'spotCheck.tooFewSamplers /samplers',
    'spotCheck.sealMissing /sampling/testSealNo',
    'spotCheck.partyWithoutCode /inspectedParty/uscc',
    'spotCheck.signatureMissing /signatures',
  ])
})

test('whether a field was never touched or emptied again makes no difference', () => {
  const sheet = aCompleteSheet()
  expect(contentHash(aCompleteSheet({ remarks: '', product: { grade: '  ' } }))).toBe(contentHash(sheet))
})
