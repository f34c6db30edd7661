import { expect, test } from 'vitest'
import { seedDemo } from '#electron/app/seed-demo'
import type { App } from '#electron/app/start'
import type { NewProfile } from '#shared/profile/profile-contract'
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

test('an inspector’s demo profile holds 25 sheets in every state, made by commands and a real exchange', async () => {
  const app = await aProfile(inspector, true)
  expect(await seedDemo(app, aDemoWorld())).toMatchObject({ ok: true, value: { enterprises: 42 } })
  expect(await statesOf(app)).toEqual({ approved: 5, draft: 6, packed: 3, received: 3, returned: 2, submitted: 4, void: 2 })
}, 60_000)

test('a supervisor’s demo profile holds the same sheets, the reviewed ones from the inspector', async () => {
  const app = await aProfile(supervisor, true)
  expect(await seedDemo(app, aDemoWorld())).toMatchObject({ ok: true })
  expect(await statesOf(app)).toEqual({ approved: 5, draft: 6, packed: 3, received: 3, returned: 2, submitted: 4, void: 2 })
}, 60_000)

test('the demonstration stays out of a real profile, and is not added twice', async () => {
  const real = await aProfile(inspector, false)
  expect(await seedDemo(real, aDemoWorld())).toMatchObject({ ok: false, problems: [{ code: 'seed.notDemo' }] })
  expect(await real.call('enterprise.search', {})).toEqual({ ok: true, value: [] })

  const demo = await aProfile(inspector, true)
  expect(await seedDemo(demo, aDemoWorld())).toMatchObject({ ok: true })
  expect(await seedDemo(demo, aDemoWorld())).toMatchObject({ ok: false, problems: [{ code: 'seed.alreadyThere' }] })
}, 60_000)
