import { expect, test } from 'vitest'
import { seedDemo } from '#electron/app/seed-demo'
import type { App } from '#electron/app/start'
import type { NewProfile } from '#shared/profile/profile-contract'
import { aClock, aWorld } from './a-world.ts'
import { aDemoWorld, aProfile } from './training-ground.ts'

const inspector: NewProfile = { name: '演示·甲', role: 'inspector', region: '500103', org: '演示·重庆产品质量抽样组' }
const supervisor: NewProfile = { name: '演示·庚', role: 'supervisor', region: '500103', org: '演示·质量监督科' }

async function statesOf({ call }: App): Promise<Record<string, number>> {
  const sealed = await call('record.list', { kind: 'samplingSheet', limit: 200 })
  const drafts = await call('record.listDrafts', {})
  if (!sealed.ok || !drafts.ok) throw new Error('a query was refused')
  const states = [...sealed.value.items, ...drafts.value].map(({ state }) => state)
  return Object.fromEntries([...new Set(states)].sort().map((state) => [state, states.filter((other) => other === state).length]))
}

/** Where the checks of the demonstration stand; sheets that nothing followed are sealed. */
async function checksOf({ call }: App): Promise<Record<string, number>> {
  const counts = await call('spotCheck.countChecks', {})
  if (!counts.ok) throw new Error('a query was refused')
  return Object.fromEntries(Object.entries(counts.value).toSorted(([a], [b]) => a.localeCompare(b)))
}
const checks = {
  assigned: 1,
  dispatched: 1,
  fail: 5,
  labReceived: 1,
  noFail: 1,
  notFound: 1,
  onSite: 1,
  planned: 2,
  refused: 1,
  sampleRejected: 1,
  sampled: 1,
  sealed: 12,
}

test('an inspector’s demo profile holds 29 sheets in every state, made by commands and a real exchange', async () => {
  const app = await aProfile(inspector, true)
  expect(await seedDemo(app, aDemoWorld())).toMatchObject({ ok: true, value: { enterprises: 42 } })
  expect(await statesOf(app)).toEqual({ approved: 9, draft: 7, packed: 3, received: 3, returned: 2, submitted: 4, void: 2 })
  expect(await checksOf(app)).toEqual(checks)
}, 60_000)

test('a supervisor’s demo profile holds the same sheets, the reviewed ones from the inspector', async () => {
  const app = await aProfile(supervisor, true)
  expect(await seedDemo(app, aDemoWorld())).toMatchObject({ ok: true })
  expect(await statesOf(app)).toEqual({ approved: 9, draft: 7, packed: 3, received: 3, returned: 2, submitted: 4, void: 2 })
  expect(await checksOf(app)).toEqual(checks)
}, 60_000)

/** A demonstration that begins at this moment, on both laptops. */
async function seededAt(moment: string): Promise<App> {
  const clock = aClock(moment)
  const app = await aWorld({ name: '演示·甲', demo: true, clock })
  const openOther = async () => ({
    app: await aWorld({ role: 'supervisor', name: '演示·庚', demo: true, clock }),
    dispose: () => Promise.resolve(),
  })
  expect(await seedDemo(app, { ...aDemoWorld(), now: clock.now(), openOther })).toMatchObject({ ok: true })
  return app
}

/** Main state, state of the objection, and how the clocks of the case stand; in the order of the states. */
async function casesOf({ call }: App): Promise<string[]> {
  const [listed, due] = [await call('aftercare.listCases', {}), await call('aftercare.listDue', {})]
  if (!listed.ok || !due.ok) throw new Error('a query was refused')
  return listed.value.items
    .map(({ id, main, states, aside }) => {
      const clocks = due.value.items
        .filter((clock) => clock.case === id)
        .map(({ rule, standing }) => `${rule} ${standing}`)
        .toSorted()
      return [main, states['objection'], ...clocks, ...(aside === 0 ? [] : ['aside'])].join(', ')
    })
    .toSorted()
}

const cases = (rectification: string, recheck: string): string[] => [
  'announced, rejected, secondRecheck dueThisWeek',
  'closed, rejected',
  'notified, retesting',
  `ordered, rejected, recheck ${recheck}, rectification ${rectification}`,
]

test.each([
  ['a Monday', '2026-11-23', cases('overdue', 'overdue')],
  ['a Sunday', '2026-11-22', cases('overdue', 'overdue')],
  ['a holiday', '2026-10-07', cases('overdue', 'dueThisWeek')],
  ['a year whose calendar nobody has', '2027-06-01', cases('running', 'running')],
])(
  'four cases are under way: closed, overdue, due this week and in retest; seeded on %s',
  async (_name, day, expected) => {
    expect(await casesOf(await seededAt(`${day}T10:00:00+08:00`))).toEqual(expected)
  },
  60_000,
)

test('the demonstration stays out of a real profile, and is not added twice', async () => {
  const real = await aProfile(inspector, false)
  expect(await seedDemo(real, aDemoWorld())).toMatchObject({ ok: false, problems: [{ code: 'seed.notDemo' }] })
  expect(await real.call('enterprise.search', {})).toEqual({ ok: true, value: [] })

  const demo = await aProfile(inspector, true)
  expect(await seedDemo(demo, aDemoWorld())).toMatchObject({ ok: true })
  expect(await seedDemo(demo, aDemoWorld())).toMatchObject({ ok: false, problems: [{ code: 'seed.alreadyThere' }] })
}, 60_000)
