import { expect, test } from 'vitest'
import { codes, problemsOf, seal } from '../aftercare/a-case.ts'
import { aWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { aVisit } from '../visit/a-visit.ts'
import { aTeam, aTeamDoc, corrected, unregistered } from './a-team.ts'

const NOTHING = { activities: 0, visits: 0, enterprises: 0, managers: 0, workers: 0 }

test('a team is counted once, from the day it was founded to the day it was dissolved', async () => {
  const world = await aWorld()
  const id = await aTeam(world)
  const standing = () => world.world.db.all('SELECT name, day, until, amount, rid FROM measures')
  expect(standing()).toEqual([{ name: 'taskForce', day: '2023-09-01', until: '9999-12-31', amount: 1, rid: id }])
  expect(await corrected(world, id, { dissolvedOn: '2026-11-01' })).toMatchObject({ ok: true })
  expect(standing()).toEqual([{ name: 'taskForce', day: '2023-09-01', until: '2026-11-01', amount: 1, rid: id }])
  expect(await world.done('team.listTeams', {})).toMatchObject({ items: [], active: 0 })
  expect((await world.done('team.listTeams', { show: 'all' })).items).toMatchObject([{ id, active: false, dissolvedOn: '2026-11-01' }])
})

test('the captain who is not on the list of members is put on it, first; one who is stays where he is', async () => {
  const world = await aWorld()
  const id = await aTeam(world, { captain: '郑队长' })
  const team = await world.done('team.getTeam', { id })
  expect(team?.doc).toMatchObject({ members: [{ name: '郑队长' }, { name: '周队长' }, { name: '吴队员' }] })
  expect(await world.done('team.listTeams', {})).toMatchObject({ items: [{ members: 3, captain: '郑队长' }] })
})

test('a member twice is refused by name; two people of one name in two places are two people', async () => {
  const world = await aWorld()
  const twice = await seal(world, 'taskForce', aTeamDoc({ members: [{ name: '吴队员' }, { name: '吴 队员', org: '检验所' }] }))
  expect(problemsOf(twice)).toEqual([{ code: 'team.memberTwice', path: '/members/1/name', facts: { name: '吴 队员' } }])
  const two = [
    { name: '吴队员', org: '计量所' },
    { name: '吴队员', org: '检验所' },
  ]
  expect(await seal(world, 'taskForce', aTeamDoc({ members: two }))).toMatchObject({ ok: true })
})

test('a team dissolved before it was founded is refused, and so is an unknown district', async () => {
  const world = await aWorld()
  const answer = await seal(world, 'taskForce', aTeamDoc({ dissolvedOn: '2023-08-31', region: '999999' }))
  expect(codes(answer)).toEqual(['team.dissolvedBeforeFounded', 'reference.unknownRegion'])
})

test('a second team of the same name in the district is refused with the first one; in another district it is another team', async () => {
  const world = await aWorld()
  const id = await aTeam(world)
  const again = await seal(world, 'taskForce', aTeamDoc({ name: '渝中质量提升 青年突击队', foundedOn: '2026-01-01' }))
  expect(problemsOf(again)).toEqual([
    { code: 'team.sameName', path: '/name', facts: { id, name: '渝中质量提升青年突击队', founded: '2023-09-01' } },
  ])
  expect(await seal(world, 'taskForce', aTeamDoc({ region: '500101' }))).toMatchObject({ ok: true })
  await world.done('record.void', { id, reason: '登记错误' })
  expect(await seal(world, 'taskForce', aTeamDoc())).toMatchObject({ ok: true })
})

test('an impossible day and an unfinished form are refused where they stand, and the draft stays', async () => {
  const world = await aWorld()
  const answer = await seal(world, 'taskForce', { name: '队', foundedOn: '2026-02-30' })
  expect(problemsOf(answer).map(({ path }) => path)).toEqual(['/name', '/region', '/captain', '/foundedOn'])
  expect(await world.done('record.listDrafts', {})).toMatchObject([{ kind: 'taskForce', title: '队' }])
})

test('场次, 家次, 家 and 人次 of a team are kept apart; visits of one day under one name are one activity', async () => {
  const world = await aWorld()
  const team = await aTeam(world)
  const other = await aTeam(world, { name: '第二突击队' })
  const [one, two] = [await addEnterprise(world, {}), await addEnterprise(world, { ...unregistered, name: '第二水泥厂' })]
  const of = (teamId: string, on: string, more: object = {}) => ({ kind: 'taskForce', teamId, teamName: '突击队', on, ...more })
  const trainings = [{ topic: '首检与巡检', managers: 12, workers: 30 }]
  await aVisit(world, one, of(team, '2026-10-12', { activity: '质量月巡诊', trainings }))
  await aVisit(world, two, of(team, '2026-10-12', { no: 'V2', activity: '质量月巡诊' }))
  await aVisit(world, one, of(team, '2026-11-02', { no: 'V3', trainings: [{ topic: '标准', managers: 1, workers: 0 }] }))
  await aVisit(world, one, of(team, '2025-10-12', { no: 'V4' }))
  await aVisit(world, one, of(other, '2026-10-12', { no: 'V5' }))

  const page = await world.done('team.listTeams', { search: '渝中' })
  expect(page.items.map(({ id, did }) => [id, did])).toEqual([
    [team, { activities: 2, visits: 3, enterprises: 2, managers: 13, workers: 30 }],
  ])
  expect(page.totals).toEqual({ activities: 3, visits: 4, enterprises: 2, managers: 13, workers: 30 })
  const detail = await world.done('team.getTeam', { id: team, year: 2025 })
  expect(detail?.summary.did).toEqual({ ...NOTHING, activities: 1, visits: 1, enterprises: 1 })
  expect(detail?.ever).toEqual({ activities: 3, visits: 4, enterprises: 2, managers: 13, workers: 30 })

  const { items, next } = await world.done('team.listActivities', { team, limit: 2 })
  expect(items).toMatchObject([
    { day: '2026-11-02', name: '', visits: [{ no: 'V3' }], managers: 1, workers: 0 },
    { day: '2026-10-12', name: '质量月巡诊', managers: 12, workers: 30 },
  ])
  expect(items[1]?.visits).toHaveLength(2)
  expect((await world.done('team.listActivities', { team, limit: 2, after: next ?? '' })).items.map(({ day }) => day)).toEqual([
    '2025-10-12',
  ])

  await world.done('enterprise.merge', { from: two, into: one, reason: '同一家' })
  expect((await world.done('team.listTeams', { search: '渝中' })).items[0]?.did.enterprises).toBe(1)
})

test('teams come page by page, the youngest first, and none is lost or shown twice', async () => {
  const world = await aWorld()
  for (const [index, foundedOn] of ['2023-09-01', '2023-09-01', '2024-05-04', '2025-09-01', '2026-09-01'].entries())
    await aTeam(world, { name: `第${String(index)}突击队`, foundedOn })
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = await world.done('team.listTeams', { limit: 2, ...(after === undefined ? {} : { after }) })
    seen.push(...page.items.map(({ name }) => name))
    after = page.next ?? undefined
  } while (after !== undefined)
  expect(new Set(seen).size).toBe(5)
  expect(seen.slice(0, 3)).toEqual(['第4突击队', '第3突击队', '第2突击队'])
})
