import { expect, test } from 'vitest'
import { aClock } from '../app/a-world.ts'
import { packed } from '../exchange/a-parcel.ts'
import { aPair } from '../exchange/acquainted.ts'
import { aCase, caseOf, checkOf, took } from './a-case.ts'

/** Two laptops of one bureau, at the same moment. */
async function twoLaptops() {
  const { inspector: second, supervisor: first } = await aPair({ clock: aClock('2024-09-18T10:00:00+08:00') })
  return { first, second }
}

/** Both hold one case. */
async function oneCase() {
  const { first, second } = await twoLaptops()
  const id = await aCase(first, '2024-09-18')
  await took({ world: first, id }, 'notice', '2024-09-20')
  await took({ world: first, id }, 'lapse', '2024-10-09')
  await second.done('sync.import', { file: await packed(first) })
  return { first, second, id }
}

const standing = (detail: Awaited<ReturnType<typeof caseOf>>) => ({
  states: detail.summary.states,
  taken: detail.course.taken.map(({ step, on, id }) => [step, on, id]),
  aside: detail.course.outOfPlace.map(({ step, on, id, problems }) => [step, on, id, problems]),
  clocks: detail.clocks.map(({ rule, started, endedOn }) => [rule, started, endedOn]),
})

test('steps that two laptops recorded apart merge to one course, in both orders; what contradicts it is shown out of place', async () => {
  const { first, second, id } = await oneCase()
  await took({ world: first, id }, 'order', '2024-10-10')
  await took({ world: first, id }, 'recheck', '2024-11-20', { result: 'passed' })
  await took({ world: second, id }, 'order', '2024-10-12')
  await took({ world: second, id }, 'stopSale', '2024-10-12')
  await took({ world: second, id }, 'recheck', '2024-11-25', { result: 'failed' })
  await took({ world: second, id }, 'announcement', '2024-11-28')

  const [fromFirst, fromSecond] = [await packed(first), await packed(second)]
  await first.done('sync.import', { file: fromSecond })
  await second.done('sync.import', { file: fromFirst })
  const [here, there] = [await caseOf(first, id), await caseOf(second, id)]
  expect(standing(there)).toEqual(standing(here))
  expect(here.summary).toMatchObject({ main: 'passed', aside: 3 })
  expect(here.course.outOfPlace.map(({ step, problems }) => [step, problems.map(({ code }) => code)])).toEqual([
    ['order', ['procedure.notInState']],
    ['recheck', ['procedure.notInState']],
    ['announcement', ['procedure.notInState']],
  ])
  for (const step of here.course.outOfPlace.toReversed()) await first.done('record.void', { id: step.id, reason: '与另一台电脑的记录重复' })
  expect((await caseOf(first, id)).summary).toMatchObject({ main: 'passed', aside: 0 })
})

test('a step that arrives late can open a closed case again: nothing stays closed with a step missing', async () => {
  const { first, second, id } = await oneCase()
  for (const [step, on] of [
    ['stopSale', '2024-10-10'],
    ['order', '2024-10-10'],
    ['recheck', '2024-11-20'],
    ['penalty', '2024-11-21'],
    ['circular', '2024-11-21'],
  ] as const)
    await took({ world: first, id }, step, on)
  await second.done('sync.import', { file: await packed(first) })
  await took({ world: first, id }, 'close', '2024-11-25')
  await took({ world: second, id }, 'observation', '2024-11-22', { until: '2024-12-31', bottomLine: '未造成危害后果' })
  const [fromFirst, fromSecond] = [await packed(first), await packed(second)]
  await first.done('sync.import', { file: fromSecond })
  await second.done('sync.import', { file: fromFirst })
  for (const world of [first, second]) {
    const { summary, course } = await caseOf(world, id)
    expect(summary).toMatchObject({ main: 'passed', open: true, aside: 1 })
    expect(course.outOfPlace).toMatchObject([{ step: 'close', problems: [{ code: 'aftercare.observationRuns' }] }])
  }
})

test('a case that two laptops opened for one check: both are there, the same one is found on both', async () => {
  const { first, second } = await twoLaptops()
  const id = await aCase(first, '2024-09-18')
  const check = await checkOf(first, id)
  await first.done('record.void', { id, reason: '重新立案' })
  await second.done('sync.import', { file: await packed(first) })
  const [a, b] = [await first.done('aftercare.openCase', { check }), await second.done('aftercare.openCase', { check })]
  const [fromFirst, fromSecond] = [await packed(first), await packed(second)]
  await first.done('sync.import', { file: fromSecond })
  await second.done('sync.import', { file: fromFirst })
  const [here, there] = [await first.done('aftercare.findCase', { check }), await second.done('aftercare.findCase', { check })]
  expect(here?.id).toBe([a.id, b.id].toSorted()[0])
  expect(there?.id).toBe(here?.id)
  expect((await first.done('aftercare.listCases', {})).items.map((item) => item.id).toSorted()).toEqual([a.id, b.id].toSorted())
})
