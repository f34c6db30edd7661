import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { codes, problemsOf, seal } from '../aftercare/a-case.ts'
import { aWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { aVisitDoc, type Doc, logVisit } from './a-visit.ts'
import { anAgreement, anAgreementDoc, unregistered } from './an-agreement.ts'

test('days out of order, a signature still to come and an agreement without a doctor are refused in words', async () => {
  const world = await aWorld()
  const enterprise = await addEnterprise(world, {})
  const refused = async (changes: Doc) => codes(await seal(world, 'serviceAgreement', anAgreementDoc(enterprise, changes)))
  expect(await refused({ validTo: '2026-08-31' })).toEqual(['agreement.endsFirst'])
  expect(await refused({ signedOn: '2026-09-02' })).toEqual(['agreement.signedLater'])
  expect(await refused({ signedOn: '2026-11-23', validFrom: '2026-11-23' })).toEqual(['agreement.signedInFuture'])
  expect(await refused({ doctors: [{ name: ' ' }] })).toEqual(['agreement.noDoctor'])
  expect(await refused({ doctors: undefined })).toEqual(['agreement.noDoctor'])
  expect(await refused({ doctors: [{ name: '陈医生' }, { name: '陈 医生' }] })).toEqual(['agreement.doctorTwice'])
  expect(await refused({ doctors: [{ name: '陈医生', adviserId: newRecordId() }] })).toEqual(['agreement.unknownDoctor'])
  expect(await refused({ enterprise: { enterpriseId: newRecordId(), name: '不在名录的厂', region: '500103' } })).toEqual([
    'enterprise.notInDirectory',
  ])
  expect(world.lines()).toBe(1)
})

test('a second agreement of the same doctor and enterprise in the same time is refused with the first; another doctor, or afterwards, is taken', async () => {
  const world = await aWorld()
  const enterprise = await addEnterprise(world, {})
  const id = await anAgreement(world, enterprise)
  const next = (changes: Doc) => seal(world, 'serviceAgreement', anAgreementDoc(enterprise, { no: 'XY-2', ...changes }))
  expect(problemsOf(await next({ validFrom: '2027-08-31', validTo: '2028-08-31' }))).toEqual([
    {
      code: 'agreement.alreadyInForce',
      path: '/doctors',
      facts: { no: 'XY-1', id, doctor: '陈医生', from: '2026-09-01', to: '2027-08-31' },
    },
  ])
  expect(codes(await next({ no: 'XY-1', doctors: [{ name: '吴医生' }] }))).toEqual(['agreement.numberTaken'])
  expect(await next({ doctors: [{ name: '吴医生' }] })).toMatchObject({ ok: true })
  expect(await next({ no: 'XY-3', validFrom: '2027-09-01', validTo: '2028-08-31' })).toMatchObject({ ok: true })
})

test('two entries of the directory that were merged are one enterprise here too', async () => {
  const world = await aWorld()
  const [one, two] = [await addEnterprise(world, {}), await addEnterprise(world, { ...unregistered, name: '第二水泥厂' })]
  await anAgreement(world, one)
  await world.done('enterprise.merge', { from: two, into: one, reason: '同一家' })
  expect(codes(await seal(world, 'serviceAgreement', anAgreementDoc(two, { no: 'XY-2' })))).toEqual(['agreement.alreadyInForce'])
})

test('ending an agreement needs the day and the reason, and the day lies within its term; what counts then ends with it', async () => {
  const world = await aWorld()
  const enterprise = await addEnterprise(world, {})
  const id = await anAgreement(world, enterprise)
  const end = (changes: Doc) => world.call('record.correct', { id, doc: anAgreementDoc(enterprise, changes), reason: '终止协议' })
  expect(codes(await end({ endedOn: '2026-11-20' }))).toEqual(['agreement.endWithoutReason'])
  expect(codes(await end({ endReason: '企业停产' }))).toEqual(['agreement.reasonWithoutEnd'])
  expect(codes(await end({ endedOn: '2026-08-31', endReason: '企业停产' }))).toEqual(['agreement.endOutsideTerm'])
  expect(await end({ endedOn: '2026-11-20', endReason: '企业停产' })).toMatchObject({ ok: true })
  expect(await world.done('agreement.get', { id })).toMatchObject({ summary: { status: 'ended', lastDay: '2026-11-20', late: null } })
  expect(world.world.db.all('SELECT day, until, enterprise FROM measures')).toEqual([
    { day: '2026-09-01', until: '2026-11-20', enterprise },
  ])
})

test('the status follows from the days alone: not yet, in force, expired, ended', async () => {
  const world = await aWorld()
  const [one, two] = [await addEnterprise(world, {}), await addEnterprise(world, { ...unregistered, name: '第二水泥厂' })]
  await anAgreement(world, one, { no: 'A', validFrom: '2026-11-23' })
  await anAgreement(world, one, { no: 'B', validTo: '2026-11-22' })
  await anAgreement(world, two, { no: 'C', signedOn: '2025-01-01', validFrom: '2025-01-01', validTo: '2025-12-31' })
  await anAgreement(world, two, {
    no: 'D',
    signedOn: '2026-01-01',
    validFrom: '2026-01-01',
    validTo: '2026-12-31',
    endedOn: '2026-06-30',
    endReason: '人员调动',
  })
  const { items, counts } = await world.done('agreement.list', { show: 'all' })
  expect(Object.fromEntries(items.map(({ no, status }) => [no, status]))).toEqual({ A: 'upcoming', B: 'inForce', C: 'expired', D: 'ended' })
  expect(counts).toEqual({ inForce: 1, enterprises: 1, idle: 1, ending: 1, over: 2 })
  world.clock.pass(86_400)
  expect((await world.done('agreement.list', {})).items.map(({ no }) => no)).toEqual(['A'])
  expect((await world.done('agreement.list', { show: 'over', enterprise: two })).items.map(({ no }) => no)).toEqual(['D', 'C'])
  expect((await world.done('agreement.list', { show: 'all', search: 'D', limit: 1 })).items.map(({ no }) => no)).toEqual(['D'])
})

test('a new agreement starts with a number of its own, today, the usual interval of the reference data and the doctor it was asked for', async () => {
  const world = await aWorld()
  const enterprise = await addEnterprise(world, { region: '500101' })
  const adviser = newRecordId()
  const person = { name: '陈医生', role: 'qualityDoctor', region: '500103', expertise: [], validTo: '2026-11-21' }
  await seal(world, 'adviser', person, adviser)
  const { id, doc } = await world.done('agreement.new', { enterprise, adviser })
  expect(doc).toMatchObject({
    region: '500101',
    enterprise: { enterpriseId: enterprise, name: '重庆示范水泥有限公司' },
    doctors: [{ adviserId: adviser, name: '陈医生' }],
    signedOn: '2026-11-22',
    intervalDays: 90,
  })
  expect(doc['no']).toMatch(/^XY-500103-20261122-[a-z2-7]{4}-001$/)
  await world.done('record.saveDraft', { id, kind: 'serviceAgreement', doc })
  expect((await world.done('agreement.new', {})).doc['no']).toMatch(/-002$/)
  expect(await world.done('agreement.listDoctors', {})).toEqual([
    { id: adviser, name: '陈医生', org: '', validTo: '2026-11-21', expired: true },
  ])
})

test('the visits of an agreement are those that name it and those of its doctors to the enterprise within its term', async () => {
  const world = await aWorld()
  const [one, two] = [await addEnterprise(world, {}), await addEnterprise(world, { ...unregistered, name: '第二水泥厂' })]
  const id = await anAgreement(world, one)
  const visit = async (no: string, enterprise: string, on: string, changes: Doc = {}) => {
    const answer = await logVisit(world, aVisitDoc(enterprise, { no, on, helpers: [{ name: '陈医生' }], ...changes }))
    expect(answer).toMatchObject({ ok: true })
  }
  await visit('before its term', one, '2026-08-31')
  await visit('by its doctor', one, '2026-10-01')
  await visit('by somebody else', one, '2026-10-02', { helpers: [{ name: '吴医生' }] })
  await visit('names it', one, '2026-10-03', { helpers: [{ name: '吴医生' }], agreementId: id })
  await visit('elsewhere', two, '2026-10-04')
  const shown = async () => {
    const detail = await world.done('agreement.get', { id })
    return [detail?.summary.lastVisit, detail?.visits.map(({ no, named }) => [no, named])]
  }
  expect(await shown()).toEqual([
    '2026-10-03',
    [
      ['names it', true],
      ['by its doctor', false],
    ],
  ])
  await world.done('enterprise.merge', { from: two, into: one, reason: '同一家' })
  expect(await shown()).toEqual([
    '2026-10-04',
    [
      ['elsewhere', false],
      ['names it', true],
      ['by its doctor', false],
    ],
  ])
})
