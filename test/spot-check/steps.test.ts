import { expect, test } from 'vitest'
import { say } from '#shared/app/say'
import { type AWorld, aWorld, must } from '../app/a-world.ts'
import { codes } from '../record/a-record.ts'
import { aSheetFor, aTask, LAB, SAID, sealSheetFor, stateOf, takeStep, tryStep } from './a-check.ts'
import type { SheetChanges } from './a-sheet.ts'

/** A check on its way, up to and with a step. */
async function upTo(world: AWorld, last: 'arrive' | 'seal' | 'dispatch' | 'receive' | 'report', sheet: SheetChanges = {}): Promise<string> {
  const { checks } = await aTask(world)
  const [check = ''] = checks
  for (const step of ['assign', 'arrive', 'seal', 'dispatch', 'receive', 'report']) {
    await (step === 'seal' ? must(sealSheetFor(world, check, sheet)) : takeStep(world, check, step))
    if (step === last) break
  }
  return check
}

const item = { name: '三氧化硫', unit: '%', requirement: 'atMost', high: '3.5', weight: 'B', result: '2.9' }

test('a check is given to two different people', async () => {
  const world = await aWorld()
  const [check = ''] = (await aTask(world)).checks
  const one = await tryStep(world, check, 'assign', { samplers: ['李芳'] })
  expect(codes(one)).toEqual(['spotCheck.tooFewSamplers /samplers'])
  expect(one.ok ? '' : say(one.problems[0], 'zh')).toContain('抽样人员不得少于两人')
  expect(codes(await tryStep(world, check, 'assign', { samplers: ['李芳', '李芳 '] }))).toEqual(['spotCheck.sameSamplerTwice /samplers'])
})

test('the notice is shown before anything is drawn; what is drawn is in the frame, and once', async () => {
  const world = await aWorld()
  const [check = ''] = (await aTask(world)).checks
  await takeStep(world, check, 'assign')
  expect(codes(await tryStep(world, check, 'arrive', { noticeShown: undefined }))).toEqual(['field.missing /noticeShown'])
  await takeStep(world, check, 'arrive')
  expect(codes(await tryStep(world, check, 'draw', { frame: 20, picks: [3, 21] }))).toEqual(['spotCheck.badPick /picks'])
  expect(codes(await tryStep(world, check, 'draw', { frame: 20, picks: [3, 3] }))).toEqual(['spotCheck.badPick /picks'])
})

test('the laboratory that receives and reports is the one it was sent to', async () => {
  const world = await aWorld()
  const check = await upTo(world, 'dispatch')
  expect(codes(await tryStep(world, check, 'receive', { lab: '另一检验院' }))).toEqual(['spotCheck.otherLab /lab'])
  await takeStep(world, check, 'receive')
  expect(codes(await tryStep(world, check, 'report', { lab: '另一检验院' }))).toEqual(['spotCheck.otherLab /lab'])
})

test('抽检分离: who sampled does not test', async () => {
  const world = await aWorld()
  const check = await upTo(world, 'receive')
  const answer = await tryStep(world, check, 'report', { testers: ['赵检验', '王强'] })
  expect(codes(answer)).toEqual(['spotCheck.samplerTests /testers'])
  expect(answer.ok ? '' : say(answer.problems[0], 'zh')).toMatch(/王强.*抽检分离.*第九条/)
})

test('a refused sample is sent again', async () => {
  const world = await aWorld()
  const check = await upTo(world, 'dispatch')
  await takeStep(world, check, 'receive', { sealIntact: false, condition: '封条破损' })
  expect(await stateOf(world, check)).toBe('sampleRejected')
  await takeStep(world, check, 'dispatch', { lab: '另一检验院' })
  await takeStep(world, check, 'receive', { lab: '另一检验院' })
  expect(await stateOf(world, check)).toBe('labReceived')
})

test('a conclusion typed against its items is refused with the failing item named', async () => {
  const world = await aWorld()
  const check = await upTo(world, 'receive')
  const items = [item, { ...item, name: '氯离子', high: '0.06', weight: 'A', result: '0.10' }]
  const answer = await tryStep(world, check, 'report', { items, conclusion: 'noNonconformityFound' })
  expect(answer).toMatchObject({
    ok: false,
    problems: [
      { code: 'spotCheck.conclusionAgainstItems', path: '/conclusion', facts: { found: 'seriouslyNonconforming', names: '氯离子' } },
    ],
  })
  expect(answer.ok ? '' : say(answer.problems[0], 'zh')).toMatch(
    /^没有记录：填的是“未发现不合格”.*“严重不合格”（氯离子）.*实测 0.10 %，应为 ≤ 0.06 %/,
  )
  expect(codes(await tryStep(world, check, 'report', { items: [item], conclusion: 'nonconforming' }))).toEqual([
    'spotCheck.conclusionAgainstItems /conclusion',
  ])
  expect(await tryStep(world, check, 'report', { items: [item, { ...item, name: '氯离子', result: undefined }] })).toMatchObject({
    ok: false,
    problems: [{ code: 'spotCheck.itemsUndecided', facts: { names: '氯离子' } }],
  })
  expect(await tryStep(world, check, 'report', { items, conclusion: 'seriouslyNonconforming' })).toMatchObject({ ok: true })
})

test('the verdict is the engine’s, names its edition, and explains itself in one sentence', async () => {
  const world = await aWorld()
  const check = await upTo(world, 'receive', { product: { ruleEdition: 'GB 175-2023' } })
  await takeStep(world, check, 'report', { items: [{ ...item, result: '3.9' }], conclusion: 'nonconforming' })
  const { doc } = await world.done('spotCheck.newStep', { check, step: 'judge' })
  const sentence = '依据 GB 175-2023，判定 1 项，1 项不符合（三氧化硫：实测 3.9 %，应为 ≤ 3.5 %（标准值，全数值比较），不符合）：不合格'
  expect(doc).toMatchObject({ verdict: 'nonconforming', edition: 'GB 175-2023', sentence })
  const as = { sentence, edition: 'GB 175-2023', verdict: 'nonconforming' }
  expect(codes(await tryStep(world, check, 'judge', { ...as, verdict: 'noNonconformityFound' }))).toEqual([
    'spotCheck.conclusionAgainstItems /verdict',
  ])
  expect(codes(await tryStep(world, check, 'judge', { ...as, edition: 'GB 175-2007' }))).toEqual(['spotCheck.otherEdition /edition'])
  await takeStep(world, check, 'judge', as)
  expect(await world.done('spotCheck.getCheck', { check })).toMatchObject({
    summary: { state: 'fail' },
    explained: { verdict: 'nonconforming', edition: 'GB 175-2023', sentence: { zh: sentence } },
  })
})

test('licence or CCC is checked before a verdict is given', async () => {
  const world = await aWorld()
  const check = await upTo(world, 'dispatch', { product: { certificateKind: 'ccc', certificateNo: '2016010901123456' } })
  const receive = await takeStep(world, check, 'receive', { licenceChecked: undefined })
  await takeStep(world, check, 'report')
  expect(codes(await tryStep(world, check, 'judge'))).toEqual(['spotCheck.licenceNotChecked /verdict'])
  const doc = (await world.done('record.get', { id: receive }))?.doc
  await world.done('record.correct', { id: receive, doc: { ...doc, licenceChecked: true }, reason: '补记' })
  await takeStep(world, check, 'judge')
  expect(await stateOf(world, check)).toBe('noFail')
})

test('every step is filled in from what stands before it', async () => {
  const world = await aWorld()
  const { checks } = await aTask(world, 1, { noticeNo: '通知-7' })
  const [check = ''] = checks
  const filled = async (step: string) => (await world.done('spotCheck.newStep', { check, step })).doc
  expect(await filled('assign')).toEqual({
    step: 'assign',
    check,
    on: '2026-11-22',
    region: '500103',
    checkNo: 'CQ-500103-20261101-abcd-P001',
    samplers: ['李芳', '王强'],
  })
  await takeStep(world, check, 'assign')
  expect(await filled('arrive')).toMatchObject({ place: '渝中区民族路 1 号', noticeNo: '通知-7' })
  await takeStep(world, check, 'arrive')
  const sheet = await aSheetFor(world, check, { sampling: { courier: '示范快递', trackingNo: 'K-1' } })
  await world.done('record.submit', { id: sheet })
  expect(await filled('dispatch')).toMatchObject({ lab: LAB, by: 'courier', courier: '示范快递', trackingNo: 'K-1' })
  await takeStep(world, check, 'dispatch')
  expect(await filled('receive')).toMatchObject({ lab: LAB })
  await takeStep(world, check, 'receive')
  expect(await filled('report')).toMatchObject({ lab: LAB, testers: [], items: [{ name: '三氧化硫' }, { name: '初凝时间' }] })
  expect(await world.call('spotCheck.newStep', { check, step: 'seal' })).toMatchObject({
    ok: false,
    problems: [{ code: 'procedure.unknownStep' }],
  })
  expect(SAID['judge']).toBeDefined()
})
