import { expect, test, vi } from 'vitest'
import { certificationWork } from '#electron/certification/certification-work'
import { say } from '#shared/app/say'
import { aWorldOn, moveTo } from '../aftercare/a-case.ts'
import {
  aCertificationCase,
  anEnterprise,
  certify,
  codes,
  counted,
  detailOf,
  type InCase,
  problemsOf,
  take,
  took,
  walkTo,
} from './a-certification.ts'

vi.setConfig({ testTimeout: 60_000 })

async function aCase(changes: { readonly [key: string]: unknown } = {}): Promise<InCase> {
  const world = await aWorldOn('2024-01-05')
  return { world, id: await aCertificationCase(world, '2024-01-05', await anEnterprise(world), changes) }
}

const workOf = (inCase: InCase, until: string) =>
  certificationWork(inCase.world.world, { today: until, until, enterpriseId: undefined, limit: 100 })

test('an application without the management review is refused in the words of its gate, and nothing is written', async () => {
  const inCase = await aCase()
  await walkTo(inCase, 'internalAudit')
  await took(inCase, 'internalAudit', '2024-06-10')
  const before = inCase.world.lines()
  const answer = await take(inCase, 'application', '2024-06-20', { contractOn: '2024-06-20' })
  expect(codes(answer)).toEqual(['certification.gateSkipped'])
  const [found] = problemsOf(answer)
  if (found === undefined) throw new Error('not refused')
  expect(say(found, 'zh')).toContain('没有记录“申请与受理”')
  expect(say(found, 'zh')).toContain('“管理评审”（关口：评审纪要由最高管理者签署）')
  expect(say(found, 'en')).toContain('“management review” (gate: minutes signed by the top manager)')
  expect(inCase.world.lines()).toBe(before)
  expect((await detailOf(inCase)).summary.stage).toBe('managementReview')
})

test('every gate that is still closed is named, not only the next one', async () => {
  const inCase = await aCase()
  await walkTo(inCase, 'trialRun')
  const [found] = problemsOf(await certify(inCase, '2024-06-01'))
  expect(found).toMatchObject({ code: 'certification.gateSkipped', facts: { step: { zh: '认证决定与发证' } } })
  const gates = ['试运行', '内审', '管理评审', '申请与受理', '一、二阶段审核'].map((zh) => ({ stage: { zh } }))
  expect(found).toMatchObject({ facts: { gates } })
})

test('a gate names each thing it still asks for, at its field', async () => {
  const inCase = await aCase()
  await walkTo(inCase, 'internalAudit')
  const answer = await take(inCase, 'internalAudit', '2024-06-10', { auditors: [], allClauses: false, openNonconformities: 1 })
  expect(problemsOf(answer).map(({ code, path }) => [code, path])).toEqual([
    ['certification.gateClosed', '/auditors'],
    ['certification.gateClosed', '/allClauses'],
    ['certification.gateClosed', '/openNonconformities'],
  ])
  const [first] = problemsOf(answer)
  expect(first && say(first, 'zh')).toBe('没有记录“内审”。关口：内审覆盖全部条款，不符合项全部关闭。还缺：内审员')
})

test('a trial run shorter than the reference data say is refused at the door', async () => {
  const inCase = await aCase()
  await walkTo(inCase, 'trialRun')
  expect(problemsOf(await take(inCase, 'trialRun', '2024-05-31', { startedOn: '2024-03-01' }))).toMatchObject([
    { code: 'certification.trialTooShort', path: '/on', facts: { from: '2024-03-01', until: '2024-06-01', on: '2024-05-31' } },
  ])
  await took(inCase, 'trialRun', '2024-06-01', { startedOn: '2024-03-01' })
})

test('three certificates from one case are one enterprise and three certificates; a second case of it adds no enterprise', async () => {
  const inCase = await aCase({ certificationKind: 'ccc' })
  await walkTo(inCase, 'certificate')
  for (const number of ['2016010901123456', '2024010901123457', '2024010901123458'])
    await took(inCase, 'certificate', '2024-09-10', { number, issuedOn: '2024-09-10' })
  expect(counted(inCase.world)).toEqual([{ grp: 'directHelp product', certificates: 3, enterprises: 1 }])
  const { certificates, summary } = await detailOf(inCase)
  expect(certificates.map(({ number, verification }) => [number, verification])).toEqual([
    ['2016010901123456', 'unverified'],
    ['2024010901123457', 'unverified'],
    ['2024010901123458', 'unverified'],
  ])
  expect(summary).toMatchObject({ stage: 'surveillance', certificates: 3 })
  expect(await inCase.world.done('certification.readNumber', { number: '2016010901123456', kind: 'ccc' })).toMatchObject({
    year: 2016,
    body: '01',
    warnings: [],
  })

  const second = { ...inCase, id: await aCertificationCase(inCase.world, '2024-09-11', summary.enterpriseId, { contribution: 'guidance' }) }
  expect((await detailOf(second)).summary).toMatchObject({ stage: 'screening', certificates: 0 })
  expect(counted(inCase.world)).toHaveLength(1)
})

test('the next certificate of a case has the facts of the last one, but not its number', async () => {
  const inCase = await aCase()
  await walkTo(inCase, 'certificate')
  await took(inCase, 'certificate', '2024-09-10', { scope: '铸钢阀门', expiresOn: '2027-09-09' })
  const { doc } = await inCase.world.done('certification.newCertificate', { case: inCase.id })
  expect(doc).toMatchObject({
    scope: '铸钢阀门',
    issuedOn: '2024-09-10',
    expiresOn: '2027-09-09',
    body: '示范认证有限公司',
    contribution: 'directHelp',
  })
  expect(doc['number']).toBeUndefined()
})

test('one certificate is recorded once; one that the register does not know counts nothing; a void one neither', async () => {
  const inCase = await aCase()
  await walkTo(inCase, 'certificate')
  const first = await took(inCase, 'certificate', '2024-09-10', { number: '03424Q10001R0S' })
  expect(problemsOf(await certify(inCase, '2024-09-10', { number: '03424q10001r0s' }))).toMatchObject([
    { code: 'certification.certificateTwice', path: '/number', facts: { id: first } },
  ])
  await took(inCase, 'certificate', '2024-09-10', { number: '03424Q10002R0S', verification: 'mismatch' })
  expect(counted(inCase.world)).toEqual([{ grp: 'directHelp qms', certificates: 1, enterprises: 1 }])
  await inCase.world.done('record.void', { id: first, reason: '误记' })
  expect(counted(inCase.world)).toEqual([])
})

test('impossible days of a certificate are refused, each at its field, and the draft stays', async () => {
  const inCase = await aCase()
  await walkTo(inCase, 'certificate')
  expect(
    problemsOf(await certify(inCase, '2024-09-10', { issuedOn: '2024-09-11', expiresOn: '2024-09-11' })).map(({ code, path }) => [
      code,
      path,
    ]),
  ).toEqual([
    ['certification.dayInFuture', '/issuedOn'],
    ['certification.expiresBeforeIssue', '/expiresOn'],
  ])
  expect(await inCase.world.done('record.listDrafts', {})).toHaveLength(1)
  const stranger = await anEnterprise(inCase.world, '重庆示范水泵有限公司')
  const { doc } = await inCase.world.done('certification.newCertificate', { enterprise: stranger })
  expect(codes(await certify(inCase, '2024-09-10', { enterprise: doc['enterprise'] }))).toEqual(['certification.otherEnterprise'])
})

test('a certificate without a case is kept and reminded of, and counts as no help', async () => {
  const world = await aWorldOn('2024-01-05')
  const { id, doc } = await world.done('certification.newCertificate', { enterprise: await anEnterprise(world) })
  const own = {
    number: '2016010901123456',
    body: '示范认证有限公司',
    certificationKind: 'ccc',
    issuedOn: '2022-01-01',
    expiresOn: '2024-03-01',
  }
  await world.done('record.saveDraft', { id, kind: 'certificate', doc: { ...doc, ...own, contribution: 'directHelp' } })
  await world.done('record.submit', { id })
  expect(counted(world)).toEqual([])
  const items = certificationWork(world.world, { today: '2024-01-05', until: '2024-01-05', enterpriseId: undefined, limit: 10 })
  expect(items.map(({ type, due }) => [type, due])).toEqual([
    ['certificateExpiring', '2024-03-01'],
    ['certificateUnverified', '2024-02-04'],
  ])
})

test('what must not be forgotten stands in the work list: expiry, looking up, surveillance, a stage that stands still', async () => {
  const inCase = await aCase()
  moveTo(inCase.world, '2024-05-01')
  expect(workOf(inCase, '2024-05-01').map(({ type, due }) => [type, due])).toEqual([['caseIdle', '2024-04-04']])
  await walkTo(inCase, 'surveillance')
  const far = workOf(inCase, '2024-09-10')
  expect(far.map(({ type }) => type)).toEqual(['certificateUnverified'])
  moveTo(inCase.world, '2025-08-01')
  expect(workOf(inCase, '2025-08-01').map(({ type, due }) => [type, due])).toEqual([
    ['certificateUnverified', '2024-10-10'],
    ['surveillanceDue', '2025-09-10'],
  ])
  moveTo(inCase.world, '2027-07-01')
  expect(workOf(inCase, '2027-07-01').find(({ type }) => type === 'certificateExpiring')).toMatchObject({
    due: '2027-09-10',
    opens: 'certificate',
  })
})

test('two surveillance audits, then recertification, which leads back to surveillance; a later certificate counts too', async () => {
  const inCase = await aCase()
  await walkTo(inCase, 'surveillance')
  expect(codes(await take(inCase, 'recertification', '2025-08-01'))).toEqual(['certification.gateSkipped'])
  await took(inCase, 'surveillance', '2025-08-01')
  expect((await detailOf(inCase)).summary.stage).toBe('surveillance')
  await took(inCase, 'surveillance', '2026-08-01')
  await took(inCase, 'recertification', '2027-08-01')
  await took(inCase, 'certificate', '2027-08-05', { number: '03427Q10001R1S', expiresOn: '2030-08-04' })
  const { summary, clocks } = await detailOf(inCase)
  expect(summary).toMatchObject({ stage: 'surveillance', certificates: 2 })
  expect(clocks.map(({ rule, started, due, endedOn }) => [rule, started, due, endedOn])).toEqual([
    ['surveillance', '2024-09-10', '2025-09-10', '2025-08-01'],
    ['surveillance', '2025-08-01', '2026-08-01', '2026-08-01'],
    ['surveillance', '2027-08-01', '2028-08-01', null],
  ])
  expect(counted(inCase.world)).toEqual([{ grp: 'directHelp qms', certificates: 2, enterprises: 1 }])
})

test('the contribution is the case’s: corrected there, every certificate follows', async () => {
  const inCase = await aCase()
  await walkTo(inCase, 'surveillance')
  const { doc } = await detailOf(inCase)
  await inCase.world.done('record.correct', { id: inCase.id, doc: { ...doc, contribution: 'guidance' }, reason: '只是引导' })
  expect(counted(inCase.world)).toEqual([{ grp: 'guidance qms', certificates: 1, enterprises: 1 }])
})

test('the board says where cases stand and how old the oldest is; a draft ticks what its gate asks', async () => {
  const inCase = await aCase()
  await walkTo(inCase, 'managementReview')
  moveTo(inCase.world, '2024-10-01')
  const { id, doc } = await inCase.world.done('certification.newStep', { case: inCase.id, step: 'managementReview' })
  await inCase.world.done('record.saveDraft', { id, kind: 'certificationStep', doc: { ...doc, topManager: '张总' } })
  const board = await inCase.world.done('certification.board', {})
  expect(board.filter(({ cases }) => cases > 0)).toEqual([{ stage: 'managementReview', cases: 1, oldest: 113, suspended: 0, idle: 1 }])
  const { items } = await inCase.world.done('certification.listCases', { stage: 'managementReview' })
  expect(items[0]).toMatchObject({ age: 113, idle: true, gate: { draft: id, requirements: [{ met: true }, { met: false }] } })
})

test('a case may rest, and nothing is worked on meanwhile', async () => {
  const inCase = await aCase()
  await walkTo(inCase, 'plan')
  await took(inCase, 'suspend', '2024-02-01')
  expect(codes(await take(inCase, 'plan', '2024-02-02'))).toEqual(['certification.resting'])
  expect((await detailOf(inCase)).course.next.map(({ step }) => step)).toEqual(['resume', 'abandon', 'fail'])
  await took(inCase, 'resume', '2024-03-01')
  await took(inCase, 'plan', '2024-03-02')
  await took(inCase, 'abandon', '2024-03-03')
  expect(codes(await take(inCase, 'documents', '2024-03-04'))).toEqual(['procedure.notInState'])
  expect((await detailOf(inCase)).summary).toMatchObject({ open: false, stage: 'abandoned', gate: null })
})

test('a case is of an enterprise of the directory, names a helper once, and a second one for the same wish is told of', async () => {
  const inCase = await aCase()
  const { summary } = await detailOf(inCase)
  const wish = { enterprise: summary.enterpriseId, certificationKind: 'qms', scope: '阀门' } as const
  expect(await inCase.world.done('certification.similarCases', wish)).toMatchObject([{ id: inCase.id, stage: 'screening' }])
  expect(await inCase.world.done('certification.similarCases', { ...wish, besides: inCase.id })).toEqual([])
  await expect(
    aCertificationCase(inCase.world, '2024-01-06', summary.enterpriseId, { helpers: [{ name: '李芳' }, { name: '李芳' }] }),
  ).rejects.toThrow('certification.helperTwice')
  await aCertificationCase(inCase.world, '2024-01-06', summary.enterpriseId)
})
