import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import { type AWorld, aFolder, aWorld } from '../app/a-world.ts'
import { aPair } from '../exchange/acquainted.ts'
import { codes } from '../record/a-record.ts'
import { aSheetFor, aTask, sealSheetFor, stateOf, takeStep, tryStep } from './a-check.ts'

/** A check with everything done up to the report. */
async function reported(world: AWorld): Promise<{ readonly check: string; readonly ids: Readonly<Record<string, string>> }> {
  const { id: plan, checks } = await aTask(world, 2)
  const [check = ''] = checks
  const ids: Record<string, string> = { plan }
  for (const step of ['assign', 'arrive']) ids[step] = await takeStep(world, check, step)
  ids['seal'] = await aSheetFor(world, check)
  await world.done('record.submit', { id: ids['seal'] })
  for (const step of ['dispatch', 'receive', 'report']) ids[step] = await takeStep(world, check, step)
  return { check, ids }
}

test('no step is taken back while later ones stand on it; from the end backwards everything is', async () => {
  const world = await aWorld()
  const { check, ids } = await reported(world)
  const order = ['plan', 'assign', 'arrive', 'seal', 'dispatch', 'receive', 'report']
  const lines = world.lines()
  const answers: string[] = []
  for (const step of order.slice(0, -1)) answers.push(...codes(await world.call('record.void', { id: ids[step] ?? '', reason: '写错了' })))
  expect(answers).toEqual(order.slice(0, -1).map(() => 'procedure.laterStepsStand /step'))
  expect(world.lines()).toBe(lines)
  for (const step of order.toReversed()) await world.done('record.void', { id: ids[step] ?? '', reason: '写错了' })
  expect(await world.done('spotCheck.getCheck', { check })).toBeNull()
})

test('a correction is refused when a later step would no longer stand, and a target with steps stays in its task', async () => {
  const world = await aWorld()
  const { ids } = await reported(world)
  const docOf = async (id = ''): Promise<Record<string, unknown>> => (await world.done('record.get', { id }))?.doc ?? {}
  const dispatch = await docOf(ids['dispatch'])
  expect(
    codes(await world.call('record.correct', { id: ids['dispatch'] ?? '', doc: { ...dispatch, lab: '另一检验院' }, reason: '更正' })),
  ).toEqual(['procedure.laterStepsStand /step'])
  const task = await docOf(ids['plan'])
  const [first, second] = task['targets'] as readonly unknown[]
  expect(codes(await world.call('record.correct', { id: ids['plan'] ?? '', doc: { ...task, targets: [second] }, reason: '更正' }))).toEqual(
    ['procedure.laterStepsStand /step'],
  )
  expect(await world.call('record.correct', { id: ids['plan'] ?? '', doc: { ...task, targets: [first] }, reason: '更正' })).toMatchObject({
    ok: true,
  })
})

test('no step is dated before the one it rests on, or after today', async () => {
  const world = await aWorld()
  const { checks } = await aTask(world)
  const [check = ''] = checks
  expect(codes(await tryStep(world, check, 'assign', { on: '2026-10-31' }))).toEqual(['procedure.beforeItsCause /on'])
  expect(codes(await tryStep(world, check, 'assign', { on: '2026-11-23' }))).toEqual(['procedure.inFuture /on'])
  await takeStep(world, check, 'assign', { on: '2026-11-20' })
  expect(await stateOf(world, check)).toBe('assigned')
})

test('two laptops, batches exchanged in both orders: the same state, the same picture', async () => {
  const { inspector, supervisor } = await aPair()
  const folder = aFolder()
  const carry = async (from: AWorld, to: AWorld, name: string): Promise<void> => {
    await from.done('sync.makeBatch', { to: join(folder, name) })
    await to.done('sync.import', { file: join(folder, name) })
  }
  const { checks } = await aTask(inspector)
  const [check = ''] = checks
  await carry(inspector, supervisor, 'a1.ibz')
  // The desk assigns twice while the field, which does not know of it, assigns, arrives and seals.
  await takeStep(supervisor, check, 'assign', { samplers: ['赵一', '钱二'] })
  await takeStep(inspector, check, 'assign')
  inspector.clock.pass(60)
  supervisor.clock.pass(60)
  await takeStep(inspector, check, 'arrive')
  expect(await sealSheetFor(inspector, check)).toMatchObject({ ok: true })
  await takeStep(supervisor, check, 'arrive')
  await carry(supervisor, inspector, 's1.ibz')
  await carry(inspector, supervisor, 'a2.ibz')
  const seen = async (world: AWorld) => {
    const { summary, course } = (await world.done('spotCheck.getCheck', { check })) ?? { summary: null, course: null }
    const shown = (steps: readonly { readonly id: string; readonly step: string }[] = []) => steps.map(({ id, step }) => `${step} ${id}`)
    return {
      state: summary?.state,
      aside: summary?.aside,
      states: course?.states,
      taken: shown(course?.taken),
      aside2: shown(course?.outOfPlace),
    }
  }
  const [field, desk] = [await seen(inspector), await seen(supervisor)]
  expect(field).toEqual(desk)
  expect(field).toMatchObject({ state: 'sealed', aside: 1 })
  expect(stateDigest(inspector.world.db).digest).toBe(stateDigest(supervisor.world.db).digest)
})
