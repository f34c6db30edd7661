import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { codes, problemsOf, seal } from '../aftercare/a-case.ts'
import { aWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { aDoctor, aDoctorDoc, sealed, unregistered } from './a-team.ts'

const officer = (enterpriseId: string | undefined, changes: object = {}) => ({
  name: '孙质量官',
  role: 'chiefQualityOfficer',
  region: '500103',
  expertise: [],
  ...(enterpriseId === undefined ? {} : { enterpriseId }),
  ...changes,
})

test('the same person twice is refused, with the earlier entry named', async () => {
  const world = await aWorld()
  const id = await aDoctor(world)
  const again = await seal(world, 'adviser', aDoctorDoc({ name: '陈 医生', appointmentNo: 'PZ-002' }))
  expect(problemsOf(again)).toEqual([
    { code: 'team.personTwice', path: '/name', facts: { id, name: '陈医生', no: 'PZ-001', since: '2026-01-01' } },
  ])
  for (const other of [{ org: '示范检验所' }, { role: 'expert' }])
    expect(await seal(world, 'adviser', aDoctorDoc(other))).toMatchObject({ ok: true })
})

test('a chief quality officer belongs to an enterprise of the directory, and is one there once, merged entries included', async () => {
  const world = await aWorld()
  expect(codes(await seal(world, 'adviser', officer(undefined)))).toEqual(['team.officerWithoutEnterprise'])
  expect(codes(await seal(world, 'adviser', officer(newRecordId())))).toEqual(['enterprise.notInDirectory'])
  const [one, two] = [await addEnterprise(world, {}), await addEnterprise(world, { ...unregistered, name: '第二水泥厂' })]
  await sealed(world, 'adviser', officer(one))
  expect(await seal(world, 'adviser', officer(two))).toMatchObject({ ok: true })
  await world.done('enterprise.merge', { from: two, into: one, reason: '同一家' })
  expect(codes(await seal(world, 'adviser', officer(two)))).toEqual(['team.personTwice'])
  expect((await world.done('team.listPeople', { role: 'chiefQualityOfficer' })).items).toMatchObject([
    { enterprise: { id: one, name: '重庆示范水泥有限公司' } },
    { enterprise: { id: two, name: '第二水泥厂' } },
  ])
})

test('an appointment that has run out is shown and refuses nothing; one that ends before it begins is refused', async () => {
  const world = await aWorld()
  await aDoctor(world, { name: '甲医生', validTo: '2026-11-21' })
  await aDoctor(world, { name: '乙医生', validTo: '2026-12-22' })
  await aDoctor(world, { name: '丙医生', validTo: '2026-12-23' })
  await sealed(world, 'adviser', { name: '丁专家', role: 'expert', region: '500103', expertise: ['计量', ' 计量', ''] })
  const { items, counts } = await world.done('team.listPeople', {})
  expect(Object.fromEntries(items.map(({ name, appointment }) => [name, appointment]))).toEqual({
    甲医生: 'expired',
    乙医生: 'ending',
    丙医生: 'valid',
    丁专家: 'open',
  })
  expect(items.find(({ name }) => name === '丁专家')?.expertise).toEqual(['计量'])
  expect(counts).toEqual({ qualityDoctor: 3, expert: 1, chiefQualityOfficer: 0, expired: 1 })
  expect((await world.done('team.listPeople', { expired: true })).items.map(({ name }) => name)).toEqual(['甲医生'])
  const disorder = await seal(world, 'adviser', aDoctorDoc({ appointedOn: '2026-02-01', validTo: '2026-01-31' }))
  expect(codes(disorder)).toEqual(['team.appointmentEndsFirst'])
  expect(codes(await seal(world, 'adviser', aDoctorDoc({ appointedOn: '2026-11-23' })))).toEqual(['team.appointedInFuture'])
})

test('people are found by name, employer and expertise, page by page', async () => {
  const world = await aWorld()
  for (const name of ['甲', '乙', '丙', '丁', '戊']) await aDoctor(world, { name: `${name}医生` })
  await aDoctor(world, { name: '己医生', org: '示范计量院', expertise: ['长度计量'] })
  expect((await world.done('team.listPeople', { search: '长度' })).items.map(({ name }) => name)).toEqual(['己医生'])
  const first = await world.done('team.listPeople', { role: 'qualityDoctor', limit: 4 })
  const second = await world.done('team.listPeople', { role: 'qualityDoctor', limit: 4, after: first.next ?? '' })
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(6)
  expect(second.next).toBeNull()
})

test('a new officer starts in the district of the enterprise', async () => {
  const world = await aWorld()
  const enterprise = await addEnterprise(world, { region: '500101' })
  const { doc } = await world.done('team.newPerson', { role: 'chiefQualityOfficer', enterprise })
  expect(doc).toMatchObject({ role: 'chiefQualityOfficer', region: '500101', enterpriseId: enterprise })
})
