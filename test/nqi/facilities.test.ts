import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { codes, problemsOf, seal } from '../aftercare/a-case.ts'
import { aWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { aFacilityDoc, aServiceDoc, places, sealed } from './a-facility.ts'

test('a station names a platform that is one', async () => {
  const world = await aWorld()
  const { platform, station, lab } = await places(world)
  const refused = async (platformId?: string) =>
    codes(await seal(world, 'facility', aFacilityDoc('station', { name: '第二站', platformId })))
  expect(await refused()).toEqual(['nqi.stationWithoutPlatform'])
  for (const other of [station, lab, newRecordId()]) expect(await refused(other)).toEqual(['nqi.noSuchPlatform'])
  expect(await refused(platform)).toEqual([])
})

test('the same name of the same kind in the district is refused with the earlier place; a place closed before it opened too', async () => {
  const world = await aWorld()
  const { platform } = await places(world)
  const again = await seal(world, 'facility', aFacilityDoc('platform', { name: '示范 Platform' }))
  expect(problemsOf(again)).toEqual([
    { code: 'nqi.sameFacility', path: '/name', facts: { id: platform, name: '示范platform', opened: '2024-01-01' } },
  ])
  const other = await seal(world, 'facility', aFacilityDoc('platform', { region: '500101', closedOn: '2023-12-31' }))
  expect(codes(other)).toEqual(['nqi.closedBeforeOpened'])
})

test('what belongs to another type is not kept; a laboratory may name the enterprise that shares it', async () => {
  const world = await aWorld()
  const enterprise = await addEnterprise(world, {})
  const { platform } = await places(world)
  const extra = { platformId: platform, enterpriseId: enterprise, items: '硬度' }
  const id = await sealed(world, 'facility', aFacilityDoc('platform', { name: '第二平台', ...extra }))
  expect(Object.keys((await world.done('record.get', { id }))?.doc ?? {}).toSorted()).toEqual([
    'elements',
    'name',
    'openedOn',
    'region',
    'type',
  ])
  const lab = await sealed(world, 'facility', aFacilityDoc('sharedLab', { name: '第二实验室', ...extra }))
  expect((await world.done('nqi.getFacility', { id: lab }))?.summary).toMatchObject({
    platform: null,
    enterprise: { id: enterprise, name: '重庆示范水泥有限公司' },
    items: '硬度',
  })
})

test('a place stands in the counts from the day it opened to the day it closed', async () => {
  const world = await aWorld()
  const { platform, station } = await places(world)
  expect(await world.done('nqi.getTotals', {})).toMatchObject({ platforms: 1, stations: 1, labs: 1 })
  const closed = { ...aFacilityDoc('station', { platformId: platform }), closedOn: '2026-11-21' }
  expect(await world.call('record.correct', { id: station, doc: closed, reason: '撤站' })).toMatchObject({ ok: true })
  expect(await world.done('nqi.getTotals', {})).toMatchObject({ platforms: 1, stations: 0 })
  expect(world.world.db.all('SELECT name, day, until FROM measures WHERE rid = ?', station)).toEqual([
    { name: 'station', day: '2024-01-01', until: '2026-11-21' },
  ])
  expect((await world.done('nqi.listFacilities', { type: 'station' })).items).toEqual([])
  expect((await world.done('nqi.listFacilities', { type: 'station', show: 'all', platform })).items).toMatchObject([
    { id: station, isOpen: false, closedOn: '2026-11-21', platform: { id: platform, name: '示范platform' } },
  ])
  expect((await world.done('nqi.listFacilities', { type: 'platform' })).items).toMatchObject([{ id: platform, stations: 0 }])
})

test('a place is not closed before what was done there', async () => {
  const world = await aWorld()
  const enterprise = await addEnterprise(world, {})
  const { platform, station } = await places(world)
  await sealed(world, 'facilityUse', aServiceDoc(station, enterprise))
  const close = (closedOn: string) =>
    world.call('record.correct', { id: station, doc: aFacilityDoc('station', { platformId: platform, closedOn }), reason: '撤站' })
  expect(problemsOf(await close('2026-10-09'))).toEqual([
    { code: 'nqi.usesAfterClosing', path: '/closedOn', facts: { closed: '2026-10-09', on: '2026-10-10', count: 1 } },
  ])
  expect(await close('2026-10-10')).toMatchObject({ ok: true })
})

test('a new station starts in the district of its platform; a new service at the only place there is', async () => {
  const world = await aWorld()
  const platform = await sealed(world, 'facility', aFacilityDoc('platform', { region: '500101' }))
  expect((await world.done('nqi.newFacility', { type: 'station', platform })).doc).toMatchObject({ region: '500101', platformId: platform })
  expect((await world.done('nqi.newUse', { type: 'service' })).doc).toMatchObject({ facilityId: platform, problems: 1, on: '2026-11-22' })
  expect((await world.done('nqi.newUse', { type: 'labUse' })).doc).toEqual({ type: 'labUse', region: '500103', on: '2026-11-22', uses: 1 })
  expect(await world.done('nqi.listPlaces', { type: 'service' })).toEqual([
    { id: platform, type: 'platform', name: '示范platform', region: '500101' },
  ])
})
