import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { say } from '#shared/app/say'
import { ruleOf } from '#shared/kernel/procedure'
import { type Problem, problem, type Result } from '#shared/kernel/result'
import { CHECK_STATES, type CheckState, checkProcedure } from '#shared/spot-check/check-procedure'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { aSiteReport, aTask, aTaskDoc, sealSheetFor, stateOf, takeStep, tryStep } from './a-check.ts'

type Step = (world: AWorld, check: string) => Promise<unknown>

const take =
  (step: string, changes: object = {}): Step =>
  (world, check) =>
    takeStep(world, check, step, changes as never)
const sheet: Step = async (world, check) => expect(await sealSheetFor(world, check)).toMatchObject({ ok: true })
const visit =
  (outcome: 'notFound' | 'refused' | 'terminated'): Step =>
  async (world, check) =>
    world.done('record.submit', { id: await aSiteReport(world, outcome, {}, check) })

const failed = {
  items: [{ name: '三氧化硫', unit: '%', requirement: 'atMost', high: '3.5', weight: 'A', result: '4.1' }],
  conclusion: 'seriouslyNonconforming',
}

const onSite = [take('assign'), take('arrive')]
const sealed = [...onSite, sheet]
const labReceived = [...sealed, take('dispatch'), take('receive')]

/** The steps after `plan` that lead to each state. */
const WAYS: Readonly<Record<Exclude<CheckState, 'none'>, readonly Step[]>> = {
  planned: [],
  assigned: [take('assign')],
  onSite,
  notFound: [...onSite, visit('notFound')],
  refused: [...onSite, visit('refused')],
  terminated: [...onSite, visit('terminated')],
  sampled: [...onSite, take('draw')],
  sealed,
  dispatched: [...sealed, take('dispatch')],
  sampleRejected: [...sealed, take('dispatch'), take('receive', { sealIntact: false })],
  labReceived,
  reported: [...labReceived, take('report')],
  noFail: [...labReceived, take('report'), take('judge')],
  fail: [...labReceived, take('report', failed), take('judge', { verdict: 'seriouslyNonconforming' })],
}

/** Brings a fresh check to a state by commands alone. */
async function aCheckIn(world: AWorld, state: CheckState): Promise<string> {
  if (state === 'none') return newRecordId()
  const { checks } = await aTask(world)
  const [check = ''] = checks
  for (const step of WAYS[state]) await step(world, check)
  return check
}

/** How each step is tried, with nothing against it but the state. */
const TRIES: Readonly<Record<string, (world: AWorld, check: string) => Promise<Result<unknown>>>> = {
  plan: async (world, check) => {
    const id = newRecordId()
    const targets = [{ check, name: '重庆示范水泥有限公司' }]
    await world.done('record.saveDraft', { id, kind: 'spotCheckTask', doc: aTaskDoc({ targets }) })
    return world.call('record.submit', { id })
  },
  outcome: async (world, check) => world.call('record.submit', { id: await aSiteReport(world, 'notFound', {}, check) }),
  seal: (world, check) => sealSheetFor(world, check),
}

const tried = (world: AWorld, check: string, step: string): Promise<Result<unknown>> =>
  TRIES[step]?.(world, check) ?? tryStep(world, check, step)

const steps = checkProcedure.steps.map(({ step }) => step)

test.each(CHECK_STATES)(
  'in the state %s every step that is not lawful is refused with its article, and nothing is written',
  async (state) => {
    const world = await aWorld()
    const check = await aCheckIn(world, state)
    expect(await stateOf(world, check)).toBe(state)
    const before = world.lines()
    const refusals: Problem[] = []
    for (const step of steps) {
      if (ruleOf(checkProcedure, step)?.from.includes(state) === true) continue
      const answer = await tried(world, check, step)
      refusals.push(answer.ok ? problem(`${step} was taken`) : answer.problems[0])
    }
    const odd = refusals.filter(({ code }) => code !== 'procedure.notInState' && code !== 'procedure.alreadyTaken')
    const silent = refusals.filter((one) => !/没有(再次)?写入.*（.*第.*条.*）/.test(say(one, 'zh')))
    expect({ odd, silent }).toEqual({ odd: [], silent: [] })
    expect(world.lines()).toBe(before)
    expect(await stateOf(world, check)).toBe(state)
  },
  30_000,
)

test('every lawful step of every state is possible, and leads where the table says', async () => {
  const lawful = CHECK_STATES.flatMap((state) =>
    steps.filter((step) => ruleOf(checkProcedure, step)?.from.includes(state) === true).map((step) => [state, step] as const),
  )
  const world = await aWorld()
  const wrong: string[] = []
  for (const [state, step] of lawful) {
    if (state === 'none' && step !== 'plan') continue // a check without a task begins with its own paper: below
    const check = await aCheckIn(world, state)
    const answer = await tried(world, check, step)
    const landed = await stateOf(world, check)
    const lands = ruleOf(checkProcedure, step)?.lands.map(({ main }) => main) ?? []
    if (!answer.ok || !lands.includes(landed)) wrong.push(`${step} in ${state}: ${landed}`)
  }
  expect(lawful.length).toBeGreaterThan(12)
  expect(wrong).toEqual([])
}, 60_000)

test('a check without a task begins with its sheet, or with its site report', async () => {
  const world = await aWorld()
  const report = await aSiteReport(world, 'refused')
  await world.done('record.submit', { id: report })
  expect(await stateOf(world, report)).toBe('refused')
  const { id, doc } = await world.done('spotCheck.newStep', { check: newRecordId(), step: 'draw' })
  await world.done('record.saveDraft', { id, kind: 'checkStep', doc: { ...doc, frame: 5, picks: [5], method: 'cards' } })
  expect(await world.call('record.submit', { id })).toMatchObject({ ok: true })
})
