import { expect, test } from 'vitest'
import { say } from '#shared/app/say'
import { NotFoundReason, STAMP_NEEDED } from '#shared/spot-check/site-report'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { codes } from '../record/a-record.ts'
import { aSiteReport, aTask, stateOf, takeStep } from './a-check.ts'
import { theSignatures } from './a-sheet.ts'

const seal = async (world: AWorld, ...report: [Parameters<typeof aSiteReport>[1], object?]) =>
  world.call('record.submit', { id: await aSiteReport(world, report[0], (report[1] ?? {}) as never) })

const stamped = { name: '梁平区市场监管局', stamped: true }

test('story 3: 转产, 停产 and 破产 need the stamp of the local bureau, every other reason needs none', async () => {
  const world = await aWorld()
  expect(STAMP_NEEDED).toEqual(['stopped', 'converted', 'bankrupt'])
  const refused: string[] = []
  for (const reason of NotFoundReason.options) {
    const answer = await seal(world, 'notFound', { reason, reasonText: reason === 'other' ? '说不清' : undefined })
    refused.push(...codes(answer).map((code) => `${reason}: ${code}`))
  }
  expect(refused).toEqual(['bankrupt', 'stopped', 'converted'].map((reason) => `${reason}: spotCheck.stampMissing /localBureau/stamped`))
  for (const localBureau of [{ name: '梁平区市场监管局' }, { stamped: true }, { ...stamped, stamped: false }])
    expect(codes(await seal(world, 'notFound', { reason: 'stopped', localBureau }))).toEqual([
      'spotCheck.stampMissing /localBureau/stamped',
    ])
  expect(await seal(world, 'notFound', { reason: 'stopped', localBureau: stamped })).toMatchObject({ ok: true })
})

test('story 3: a refusal needs what happened, and a witness', async () => {
  const world = await aWorld()
  const answer = await seal(world, 'refused', { process: ' ', witness: undefined })
  expect(codes(answer)).toEqual(['spotCheck.processMissing /process', 'spotCheck.witnessMissing /witness/name'])
  const said = answer.ok ? [] : answer.problems.map((problem) => say(problem, 'zh'))
  expect(said.every((words) => words.startsWith('没有定稿') && words.includes('第'))).toBe(true)
  expect(await seal(world, 'refused')).toMatchObject({ ok: true })
})

test('a reason is chosen, "other" is said in words; a termination says what was illegal and whom it was reported to', async () => {
  const world = await aWorld()
  expect(codes(await seal(world, 'notFound', { reason: undefined }))).toEqual(['spotCheck.reasonMissing /reason'])
  expect(codes(await seal(world, 'notFound', { reason: 'other' }))).toEqual(['field.missing /reasonText'])
  expect(codes(await seal(world, 'terminated', { illegality: undefined, process: undefined, reportedTo: undefined }))).toEqual([
    'field.missing /illegality',
    'spotCheck.processMissing /process',
    'field.missing /reportedTo',
  ])
})

test('two different samplers, each with a signature under the content as it stands', async () => {
  const world = await aWorld()
  const [first] = theSignatures as [(typeof theSignatures)[number]]
  expect(codes(await seal(world, 'refused', { samplers: [{ name: '李芳' }], signatures: [first] }))).toEqual([
    'spotCheck.tooFewSamplers /samplers',
  ])
  expect(codes(await seal(world, 'refused', { signatures: [first] }))).toEqual(['spotCheck.signatureMissing /signatures'])
  const id = await aSiteReport(world, 'refused')
  const { doc } = (await world.done('record.get', { id })) ?? { doc: {} }
  await world.done('record.saveDraft', { id, kind: 'siteReport', doc: { ...doc, process: '改了一个字' } })
  const problems = await world.done('spotCheck.checkSiteReport', { id })
  expect(problems.map(({ code }) => code)).toEqual(['spotCheck.signatureOutdated', 'spotCheck.signatureOutdated'])
  for (const { role, name, strokes } of theSignatures.slice(0, 2)) {
    const now = (await world.done('record.get', { id }))?.doc
    await world.done('spotCheck.signSiteReport', { id, doc: now, signature: { role, name, strokes } })
  }
  expect(await world.done('spotCheck.checkSiteReport', { id })).toEqual([])
  expect(await world.call('record.submit', { id })).toMatchObject({ ok: true })
})

test('the code of the party is written as the standard does, and a wrong one is told by its digit', async () => {
  const world = await aWorld()
  const party = { name: '重庆示范水泥有限公司', address: '渝中区民族路 1 号' }
  expect(codes(await seal(world, 'refused', { inspectedParty: { ...party, uscc: '9150000020286320X7' } }))).toEqual([
    'uscc.check /inspectedParty/uscc',
  ])
  expect(codes(await seal(world, 'refused', { inspectedParty: party }))).toEqual(['spotCheck.partyWithoutCode /inspectedParty/uscc'])
  const sealed = await seal(world, 'refused', { inspectedParty: { ...party, uscc: '９1500103ma0dem013q' } })
  expect((await world.done('record.get', { id: sealed.ok ? sealed.value.id : '' }))?.doc).toMatchObject({
    inspectedParty: { uscc: '91500103MA0DEM013Q' },
  })
  expect(codes(await seal(world, 'refused', { date: '2026-11-23' }))).toEqual(['spotCheck.dateInFuture /date'])
})

test('a report of a task’s check is filled in from the task, numbered by its outcome, and closes the check', async () => {
  const world = await aWorld()
  const { id: taskId, checks } = await aTask(world, 1, { samplers: ['赵一', '钱二'] })
  const [check = ''] = checks
  const device = world.world.self.device.slice(0, 4)
  for (const [outcome, letter] of [
    ['notFound', 'N'],
    ['refused', 'R'],
    ['terminated', 'T'],
  ] as const) {
    const { doc } = await world.done('spotCheck.newSiteReport', { outcome, check })
    expect(doc).toMatchObject({
      no: `CQ-500103-20261122-${device}-${letter}001`,
      check,
      taskId,
      product: { kind: '水泥' },
      inspectedParty: { name: '重庆示范水泥有限公司', uscc: '91500103MA0DEM013Q' },
      samplers: [{ name: '赵一' }, { name: '钱二' }],
    })
  }
  const early = await aSiteReport(world, 'refused', {}, check)
  expect((await world.done('spotCheck.checkSiteReport', { id: early })).map(({ code }) => code)).toEqual(['procedure.notInState'])
  await takeStep(world, check, 'assign')
  await takeStep(world, check, 'arrive')
  await world.done('record.submit', { id: early })
  expect(await stateOf(world, check)).toBe('refused')
  expect((await world.done('spotCheck.newSiteReport', { outcome: 'refused' })).doc['no']).toBe(`CQ-500103-20261122-${device}-R002`)
  expect(codes(await seal(world, 'refused', { taskId, check: '01a2b3c4-0000-7000-8000-000000000009' }))).toEqual([
    'spotCheck.noSuchTarget /check',
  ])
})
