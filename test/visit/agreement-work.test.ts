import { expect, test } from 'vitest'
import { agreementWork } from '#electron/visit/agreement-work'
import { nextVisitBy, statusOf } from '#shared/visit/agreement-status'
import { moveTo } from '../aftercare/a-case.ts'
import { type AWorld, aClock, aWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { aVisit } from './a-visit.ts'
import { anAgreement, unregistered } from './an-agreement.ts'

/** What is to be done on a day, looking so many days ahead. */
function workOn({ world }: AWorld, today: string, until = today, enterpriseId?: string) {
  return agreementWork(world, { today, until, enterpriseId, limit: 100 }).map(({ type, due }) => `${type} ${due}`)
}
const on = (day: string) => aWorld({ clock: aClock(`${day}T10:00:00+08:00`) })

test('an agreement without a visit within its interval is work from the day the promise ends, and late after it', async () => {
  const world = await on('2026-09-01')
  const enterprise = await addEnterprise(world, {})
  const id = await anAgreement(world, enterprise)
  expect(workOn(world, '2026-09-01', '2026-10-30')).toEqual([])
  expect(workOn(world, '2026-09-01', '2026-10-31')).toEqual(['agreementIdle 2026-10-31'])
  moveTo(world, '2026-10-31')
  expect((await world.done('agreement.list', {})).counts.idle).toBe(0)
  moveTo(world, '2026-11-01')
  expect((await world.done('agreement.list', { show: 'idle' })).items).toMatchObject([
    { id, visitBy: '2026-10-31', late: 1, lastVisit: null },
  ])
  await aVisit(world, enterprise, { on: '2026-11-01', helpers: [{ name: '陈医生' }] })
  expect(workOn(world, '2026-11-01', '2026-11-15')).toEqual([])
  expect(workOn(world, '2026-11-01', '2026-12-31')).toEqual(['agreementIdle 2026-12-31'])
  expect((await world.done('agreement.get', { id }))?.summary).toMatchObject({ lastVisit: '2026-11-01', visitBy: '2026-12-31', late: -60 })
})

test('a visit of somebody who is no doctor of it does not keep an agreement', async () => {
  const world = await on('2026-11-22')
  const enterprise = await addEnterprise(world, {})
  await anAgreement(world, enterprise)
  await aVisit(world, enterprise, { helpers: [{ name: '吴医生' }] })
  expect(workOn(world, '2026-11-22')).toEqual(['agreementIdle 2026-10-31'])
})

test('thirty days before it ends an agreement is work, by the rule of the reference data, unless the same doctor goes on', async () => {
  const world = await on('2026-11-22')
  const enterprise = await addEnterprise(world, {})
  await anAgreement(world, enterprise, { validTo: '2026-12-23', intervalDays: 300 })
  expect(workOn(world, '2026-11-22')).toEqual([])
  moveTo(world, '2026-11-23')
  expect(workOn(world, '2026-11-23')).toEqual(['agreementEnding 2026-12-23'])
  expect((await world.done('agreement.list', { show: 'ending' })).items).toMatchObject([{ endsIn: 30 }])
  await anAgreement(world, enterprise, { no: 'XY-2', signedOn: '2026-11-23', validFrom: '2026-12-24' })
  expect(workOn(world, '2026-11-23')).toEqual([])
})

test('an agreement that is over, or was ended on purpose, is nobody’s work', async () => {
  const world = await on('2026-11-22')
  const [one, two] = [await addEnterprise(world, {}), await addEnterprise(world, { ...unregistered, name: '第二水泥厂' })]
  await anAgreement(world, one, { validTo: '2026-11-21' })
  await anAgreement(world, two, { no: 'XY-2', endedOn: '2026-11-30', endReason: '企业停产', intervalDays: 300 })
  expect(workOn(world, '2026-11-22', '2027-11-22')).toEqual([])
})

test('the work of one enterprise is that of every entry it was merged from', async () => {
  const world = await on('2026-11-22')
  const [one, two] = [await addEnterprise(world, {}), await addEnterprise(world, { ...unregistered, name: '第二水泥厂' })]
  await anAgreement(world, one)
  await anAgreement(world, two, { no: 'XY-2' })
  expect(workOn(world, '2026-11-22', '2026-11-22', one)).toHaveLength(1)
  await world.done('enterprise.merge', { from: two, into: one, reason: '同一家' })
  expect(workOn(world, '2026-11-22', '2026-11-22', one)).toHaveLength(2)
  expect(workOn(world, '2026-11-22', '2026-11-22', two)).toHaveLength(2)
})

test('an agreement stands on its last day and no day longer; the promise counts from the first day or the last visit', () => {
  const term = { validFrom: '2026-01-01', validTo: '2026-12-31' }
  expect(['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'].map((day) => statusOf(term, day))).toEqual([
    'upcoming',
    'inForce',
    'inForce',
    'expired',
  ])
  expect(statusOf({ ...term, endedOn: '2026-06-30' }, '2026-07-01')).toBe('ended')
  expect(nextVisitBy(term, 30, null)).toBe('2026-01-31')
  expect(nextVisitBy(term, 30, '2025-12-01')).toBe('2026-01-31')
  expect(nextVisitBy(term, 30, '2026-03-01')).toBe('2026-03-31')
})
