import { expect, test, vi } from 'vitest'
import { type AWorld, aClock, aWorld, type StillClock } from '../app/a-world.ts'
import { aSheet, packed } from './a-parcel.ts'
import { acquainted } from './acquainted.ts'

vi.setConfig({ testTimeout: 60_000 }) // many bundles, each opened in a process of its own

/** An inspector and a supervisor whose clocks are not the same. */
async function apart(inspectors: StillClock): Promise<{ inspector: AWorld; supervisor: AWorld; right: StillClock }> {
  const right = aClock()
  const inspector = await aWorld({ clock: inspectors })
  const supervisor = await aWorld({ clock: right, role: 'supervisor', name: '王主任' })
  await acquainted(inspector, supervisor)
  return { inspector, supervisor, right }
}

const clocksIn = async ({ done }: AWorld): Promise<unknown[]> =>
  (await done('sync.centre', {})).alarms.filter(({ code }) => code === 'clockWrong').map(({ about, facts }) => [about, facts['seconds']])

test('a record is bracketed by what its author had and by who confirmed it, whatever its clock says', async () => {
  const wrong = aClock('2031-01-01T08:00:00+08:00')
  const { inspector, supervisor, right } = await apart(wrong)
  const first = await aSheet(inspector, 1)
  expect(await inspector.done('sync.provenTime', { id: first })).toEqual({
    claimed: '2031-01-01T08:00:00+08:00',
    notBefore: null,
    notAfter: null,
    clockOffset: null,
  })
  await supervisor.done('sync.import', { file: await packed(inspector) })
  await supervisor.done('record.review', { id: first, verdict: 'returned', remarks: '批号不清' })
  right.pass(600)
  await inspector.done('sync.import', { file: await packed(supervisor) })
  const second = await aSheet(inspector, 2)
  right.pass(3600)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  right.pass(600)
  await inspector.done('sync.import', { file: await packed(supervisor) })
  for (const world of [inspector, supervisor])
    expect(await world.done('sync.provenTime', { id: second })).toMatchObject({
      claimed: '2031-01-01T08:00:00+08:00',
      notBefore: { at: '2026-11-22T10:10:00+08:00', by: '王主任' },
      notAfter: { at: '2026-11-22T11:10:00+08:00', by: '王主任' },
    })
  expect(await supervisor.done('sync.provenTime', { id: first })).toMatchObject({
    notBefore: null,
    notAfter: { at: '2026-11-22T10:00:00+08:00', by: '王主任' },
  })
})

test('a fast clock shows in the batch: told with the device, and everything comes in', async () => {
  const { inspector, supervisor } = await apart(aClock('2026-11-22T13:14:00+08:00'))
  const id = await aSheet(inspector, 1)
  expect(await supervisor.done('sync.import', { file: await packed(inspector) })).toMatchObject([{ new: 1, refused: [] }])
  const about = inspector.world.self.device
  expect((await supervisor.done('sync.centre', {})).streams).toMatchObject([{ device: about, clockOffset: 3 * 3600 + 14 * 60 }])
  expect(await clocksIn(supervisor)).toEqual([[about, 11_640]])
  expect(await supervisor.done('sync.provenTime', { id })).toMatchObject({ clockOffset: 11_640 })
})

test('a slow clock shows when a pack comes from its future: the device says so itself, once, and its supervisor hears of it', async () => {
  const slow = aClock('2026-11-22T08:00:00+08:00')
  const { inspector, supervisor, right } = await apart(slow)
  await aSheet(inspector, 1)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  await inspector.done('sync.import', { file: await packed(supervisor) })
  const about = inspector.world.self.device
  expect(await clocksIn(inspector)).toEqual([[about, -7200]])
  const id = await aSheet(inspector, 2)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  const { streams } = await supervisor.done('sync.centre', {})
  expect(streams.find(({ device }) => device === about)).toMatchObject({ clockOffset: -7200 })
  right.pass(60)
  await inspector.done('sync.import', { file: await packed(supervisor) })
  const told = "SELECT count(*) AS n FROM lines WHERE type = 'audit' AND bytes ->> '$.ev' = 'clock.observed'"
  expect(inspector.world.db.get(told)).toEqual({ n: 1 })
  expect(await inspector.done('sync.provenTime', { id })).toMatchObject({ clockOffset: -7200 })
  slow.pass(86_400) // put right, and a day later
  expect(await clocksIn(inspector)).toEqual([])
})

test('a clock that is set while the program runs is told, and told again when it is put right', async () => {
  const clock = aClock()
  let since = 5000
  const world = await aWorld({ clock }, { sinceStart: () => since })
  const about = world.world.self.device
  const pass = (seconds: number, shown = seconds): void => {
    since += seconds
    clock.pass(shown)
  }
  pass(3600)
  expect(await clocksIn(world)).toEqual([])
  pass(60, -86_400)
  await world.done('sync.status', {})
  expect(await clocksIn(world)).toEqual([[about, -86_460]])
  pass(60, 86_520)
  await world.done('sync.status', {})
  expect(await clocksIn(world)).toEqual([])
  const lines = world.world.db.all<{ data: string }>("SELECT bytes ->> '$.data' AS data FROM lines WHERE type = 'audit' ORDER BY seq")
  expect(lines.map(({ data }) => JSON.parse(data) as object)).toMatchObject([
    { src: 'jump', wall: '2026-11-21T11:00:00+08:00', ref: '2026-11-22T11:01:00+08:00' },
    { src: 'jump', wall: '2026-11-22T11:02:00+08:00', ref: '2026-11-22T11:02:00+08:00' },
  ])
})
