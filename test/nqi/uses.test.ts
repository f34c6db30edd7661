import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { codes, seal } from '../aftercare/a-case.ts'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { aLabUseDoc, aServiceDoc, benefit, confirmed, type Doc, places, sealed, solved } from './a-facility.ts'

interface Stated {
  readonly name: string
  readonly grp: string
  readonly day: string
  readonly amount: number
}
const measuredBy = ({ world: { db } }: AWorld, id: string): Stated[] =>
  db.all<Stated>('SELECT name, grp, day, amount FROM measures WHERE rid = ? ORDER BY place', id)

async function aCounter() {
  const world = await aWorld()
  const enterprise = await addEnterprise(world, {})
  const { platform, station, lab } = await places(world)
  const refused = async (changes: Doc, at = station) => codes(await seal(world, 'facilityUse', aServiceDoc(at, enterprise, changes)))
  return { world, enterprise, platform, station, lab, refused }
}

test('a service counts its enterprise on its day, what it solved on the day it was solved, what it brought on the day that was confirmed', async () => {
  const { world, enterprise, station } = await aCounter()
  const doc = aServiceDoc(station, enterprise, { ...solved, benefit: { ...benefit, ...confirmed } })
  const id = await sealed(world, 'facilityUse', doc)
  expect(measuredBy(world, id)).toEqual([
    { name: 'nqiService', grp: 'standards', day: '2026-10-10', amount: 1 },
    { name: 'nqiSolved', grp: 'standards', day: '2026-10-20', amount: 2 },
    { name: 'nqiBenefit', grp: 'standards', day: '2026-10-25', amount: 1_200_050 },
  ])
})

test('a use of a laboratory counts how often it was used and what it saved', async () => {
  const { world, enterprise, lab } = await aCounter()
  const id = await sealed(world, 'facilityUse', aLabUseDoc(lab, enterprise, { benefit: { ...benefit, ...confirmed } }))
  expect(measuredBy(world, id)).toEqual([
    { name: 'labUse', grp: '', day: '2026-10-11', amount: 3 },
    { name: 'labSaved', grp: '', day: '2026-10-25', amount: 1_200_050 },
  ])
})

test('a benefit that the enterprise has not confirmed counts nothing, is shown as such, and counts once it is confirmed', async () => {
  const { world, enterprise, station } = await aCounter()
  const doc = aServiceDoc(station, enterprise, { ...solved, benefit })
  const id = await sealed(world, 'facilityUse', doc)
  expect((await world.done('nqi.getTotals', {})).did).toMatchObject({ solved: 2, benefitFen: 0, unconfirmed: 1, unconfirmedFen: 1_200_050 })
  expect((await world.done('nqi.listUses', { show: 'unconfirmed' })).items).toMatchObject([
    { id, benefit: { confirmed: false, fen: 1_200_050 } },
  ])
  await world.done('record.correct', { id, doc: { ...doc, benefit: { ...benefit, ...confirmed } }, reason: '企业已确认' })
  expect((await world.done('nqi.getTotals', {})).did).toMatchObject({ benefitFen: 1_200_050, unconfirmed: 0, unconfirmedFen: 0 })
  expect((await world.done('nqi.listUses', { show: 'unconfirmed' })).items).toEqual([])
})

test('confirmation needs both name and day, a day that is not still to come and not before the help', async () => {
  const { refused } = await aCounter()
  const said = (more: Doc) => refused({ ...solved, benefit: { ...benefit, ...more } })
  expect(await said({ confirmedBy: '周厂长' })).toEqual(['nqi.confirmationIncomplete'])
  expect(await said({ confirmedOn: '2026-10-25' })).toEqual(['nqi.confirmationIncomplete'])
  expect(await said({ ...confirmed, confirmedOn: '2026-11-23' })).toEqual(['nqi.inFuture'])
  expect(await said({ ...confirmed, confirmedOn: '2026-10-09' })).toEqual(['nqi.confirmedTooEarly'])
  expect(await said({ yuan: '0' })).toEqual(['nqi.benefitNothing'])
  expect(await refused({ benefit: { yuan: '一万', basis: '按用料核算' } })).toEqual(['field.invalid'])
  expect(await refused({ benefit: { yuan: '10000' } })).toEqual(['field.missing'])
})

test('no more is solved than was asked; what is solved has an answer and a day that is neither before the question nor still to come', async () => {
  const { refused } = await aCounter()
  expect(await refused({ ...solved, solved: 3 })).toEqual(['nqi.solvedTooMany'])
  expect(await refused({ ...solved, answer: undefined })).toEqual(['nqi.solvedWithoutAnswer'])
  expect(await refused({ ...solved, solvedOn: undefined })).toEqual(['nqi.solvedWithoutDay'])
  expect(await refused({ ...solved, solvedOn: '2026-10-09' })).toEqual(['nqi.solvedBeforeAsked'])
  expect(await refused({ ...solved, solvedOn: '2026-11-23' })).toEqual(['nqi.inFuture'])
  expect(await refused({ solvedOn: '2026-10-20' })).toEqual(['nqi.nothingSolved'])
})

test('help is recorded at a place of its kind that was open on the day', async () => {
  const { world, enterprise, platform, lab, refused } = await aCounter()
  expect(await refused({}, newRecordId())).toEqual(['nqi.noSuchFacility'])
  expect(await refused({}, lab)).toEqual(['nqi.wrongPlace'])
  expect(codes(await seal(world, 'facilityUse', aLabUseDoc(platform, enterprise)))).toEqual(['nqi.wrongPlace'])
  expect(await refused({ on: '2023-12-31' })).toEqual(['nqi.notOpen'])
  expect(await refused({ on: '2026-11-23' })).toEqual(['nqi.inFuture'])
  expect(await refused({ enterprise: { enterpriseId: newRecordId(), name: '不在名录的厂', region: '500103' } })).toEqual([
    'enterprise.notInDirectory',
  ])
  const { doc } = (await world.done('record.get', { id: lab })) ?? { doc: {} }
  await world.done('record.correct', { id: lab, doc: { ...doc, closedOn: '2026-10-10' }, reason: '停止共享' })
  expect(codes(await seal(world, 'facilityUse', aLabUseDoc(lab, enterprise)))).toEqual(['nqi.notOpen'])
})

test('an enterprise that was typed and not chosen is one mistake, said once', async () => {
  const { refused } = await aCounter()
  expect(await refused({ enterprise: { name: '厂' } })).toEqual(['enterprise.notInDirectory'])
})

test('the name of the place is the one it bears in the list, whatever the form said', async () => {
  const { world, enterprise, station } = await aCounter()
  const id = await sealed(world, 'facilityUse', aServiceDoc(station, enterprise, { facilityName: undefined }))
  expect((await world.done('nqi.listUses', {})).items).toMatchObject([{ id, facility: '示范station', problems: 2, solved: 0 }])
})
