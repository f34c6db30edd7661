import { expect, test, vi } from 'vitest'
import { aftercareProcedure } from '#shared/aftercare/aftercare-procedure'
import { CASE_STATES } from '#shared/aftercare/case-states'
import type { CaseStepName } from '#shared/aftercare/case-step'
import { ruleOf } from '#shared/kernel/procedure'
import type { AWorld } from '../app/a-world.ts'
import { aCase, aWorldOn, caseOf, overturnedRetest, problemsOf, take, took } from './a-case.ts'

vi.setConfig({ testTimeout: 120_000 })

type Walk = readonly (readonly [step: CaseStepName, on: string, changes?: { readonly [key: string]: unknown }])[]

const told: Walk = [['notice', '2024-09-20']]
const lapsed: Walk = [...told, ['lapse', '2024-10-09']]
const disputed: Walk = [...told, ['objection', '2024-09-30'], ['objectionDecision', '2024-10-08', { outcome: 'retest' }]]
const ordered: Walk = [...lapsed, ['stopSale', '2024-10-10'], ['order', '2024-10-10']]
const refusedTwice: Walk = [
  ...ordered,
  ['recheck', '2024-12-02', { result: 'failed' }],
  ['announcement', '2024-12-10'],
  ['recheck', '2025-02-12', { result: 'failed' }],
  ['suspension', '2025-02-20'],
]
const besides: Walk = [
  ['penalty', '2025-04-01', { decision: 'imposed', docNo: '罚〔2025〕1号', amount: '5000' }],
  ['circular', '2025-04-01'],
]

/** Every way through the law's table; together they stand in every state of every track. */
const WALKS: Readonly<Record<string, Walk>> = {
  'rectified and passed': [
    ...ordered,
    ['rectification', '2024-11-10'],
    ['recheck', '2024-12-02'],
    ['penalty', '2024-12-03'],
    ['circular', '2024-12-03'],
    ['close', '2024-12-10'],
  ],
  'revoked at the end of the ladder': [
    ...refusedTwice,
    ['recheck', '2025-03-10', { result: 'failed' }],
    ['revocation', '2025-03-20'],
    ...besides,
    ['close', '2025-04-10'],
  ],
  'passed after suspension, watched a while': [
    ...refusedTwice,
    ['recheck', '2025-03-10'],
    ['softMeasure', '2025-03-11'],
    ['observation', '2025-03-12', { until: '2025-04-05' }],
    ...besides,
    ['close', '2025-04-10'],
  ],
  'deemed not rectified, twice': [
    ...ordered,
    ['notRectified', '2024-12-10'],
    ['announcement', '2024-12-12'],
    ['notRectified', '2025-03-13'],
  ],
  'objection rejected': [...told, ['objection', '2024-09-30'], ['objectionDecision', '2024-10-08']],
  'objection upheld': [
    ...told,
    ['objection', '2024-09-30', { ground: 'process' }],
    ['objectionDecision', '2024-10-08', { outcome: 'upheld' }],
    ['close', '2024-10-09'],
  ],
  'retest takes the result back': [
    ...disputed,
    ['retestFormalities', '2024-10-12'],
    ['retestLab', '2024-10-15'],
    ['retestResult', '2024-10-25', overturnedRetest],
    ['retestTold', '2024-10-28'],
    ['close', '2024-10-29'],
  ],
  'retest confirms': [
    ...disputed,
    ['retestFormalities', '2024-10-12'],
    ['retestLab', '2024-10-15'],
    ['retestResult', '2024-10-25'],
    ['retestTold', '2024-10-28'],
  ],
  'retest waived': [...disputed, ['retestWaived', '2024-10-16']],
  'backup sample unfit': [...disputed, ['retestFormalities', '2024-10-12'], ['backupUnfit', '2024-10-14']],
}

/** Steps that the table does not allow in the states of a case. */
const illegalIn = (states: Readonly<Record<string, string>>): CaseStepName[] =>
  aftercareProcedure.steps
    .filter(({ step }) => step !== 'open')
    .filter(({ track, from }) => states['main'] === 'closed' || !from.includes(states[track] ?? ''))
    .map(({ step }) => step as CaseStepName)

function pairOf(states: Readonly<Record<string, string>>, step: CaseStepName): string {
  const { track = '' } = ruleOf(aftercareProcedure, step) ?? {}
  return `${states['main'] === 'closed' ? 'closed' : (states[track] ?? '')} × ${step}`
}

/** A step that the table does not allow: refused with its name and article. */
async function isRefused(world: AWorld, id: string, step: CaseStepName, on: string): Promise<void> {
  const rule = ruleOf(aftercareProcedure, step)
  if (rule === undefined) throw new Error(step)
  const answer = await take({ world, id }, step, on, step === 'penalty' ? { decision: 'none' } : {})
  const facts = { step: rule.name, article: world.world.articleOf(rule.article) }
  expect([step, problemsOf(answer)]).toMatchObject([step, [{ code: 'procedure.notInState', facts }]])
}

/** Tries every illegal step; each is refused, and nothing is written. Answers the pairs that were tried. */
async function refusesAllElse(world: AWorld, id: string, on: string, states: Readonly<Record<string, string>>): Promise<string[]> {
  const before = world.lines()
  for (const step of illegalIn(states)) await isRefused(world, id, step, on)
  expect(world.lines()).toBe(before)
  return illegalIn(states).map((step) => pairOf(states, step))
}

test('every state of every track is reached by commands alone, and in each of them every step the law does not allow is refused with its article', async () => {
  const seen = new Map(Object.keys(CASE_STATES).map((track) => [track, new Set<string>()]))
  const pairs = new Set<string>()
  for (const walk of Object.values(WALKS)) {
    const world = await aWorldOn('2024-09-18')
    const id = await aCase(world, '2024-09-18')
    const look = async (on: string): Promise<void> => {
      const { states } = (await caseOf(world, id)).summary
      const isNew = Object.entries(states).some(([track, state]) => !seen.get(track)?.has(state))
      for (const [track, state] of Object.entries(states)) seen.get(track)?.add(state)
      if (isNew) for (const pair of await refusesAllElse(world, id, on, states)) pairs.add(pair)
    }
    await look('2024-09-18')
    for (const [step, on, changes = {}] of walk) {
      await took({ world, id }, step, on, changes)
      await look(on)
    }
  }
  const all = Object.entries(CASE_STATES).map(([track, states]) => [
    track,
    Object.keys(states).filter((state) => track !== 'main' || state !== 'none'),
  ])
  expect(Object.fromEntries([...seen].map(([track, states]) => [track, [...states].toSorted()]))).toEqual(
    Object.fromEntries(all.map(([track, states]) => [track, (states as string[]).toSorted()])),
  )

  const table = aftercareProcedure.steps.filter(({ step }) => step !== 'open')
  const expected = table.flatMap(({ step, track, from }) => {
    const states = Object.keys(CASE_STATES[track as keyof typeof CASE_STATES]).filter((state) => track !== 'main' || state !== 'none')
    return [...states.filter((state) => !from.includes(state)).map((state) => `${state} × ${step}`), `closed × ${step}`]
  })
  expect([...pairs].toSorted()).toEqual([...new Set(expected)].toSorted())
})

test('before there is a case nothing can be recorded, whatever the step', async () => {
  const world = await aWorldOn('2024-09-18')
  const id = '01890000-0000-7000-8000-00000000000c'
  for (const { step } of aftercareProcedure.steps.filter((rule) => rule.step !== 'open')) {
    const answer = await take({ world, id }, step as CaseStepName, '2024-09-18', { step, case: id, region: '500103' })
    expect([step, problemsOf(answer)]).toMatchObject([step, [{ code: 'aftercare.noSuchCase' }]])
  }
  expect(world.lines()).toBe(0)
})
