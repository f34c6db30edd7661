import { type Loose, textAt } from '../kernel/kind.ts'
import type { Act, Course, Moment, Procedure, States, StepRule } from '../kernel/procedure.ts'
import { type Problem, problem } from '../kernel/result.ts'
import { certificateMeasures } from './certificate-measures.ts'
import { CERTIFICATION } from './certification-case.ts'
import { certificationClocks } from './certification-clocks.ts'
import { unmetOf } from './requirement.ts'
import { closedBefore, ENDED, STAGES, type Stage, stageOf } from './stages.ts'

const OPEN = STAGES.map(({ step }) => step)
const [FIRST = ''] = OPEN

/** The day a record says it happened; a certificate says when it was issued, a case when it was opened. */
const dayIn = (doc: Loose): string => textAt(doc, 'on') || textAt(doc, 'issuedOn') || textAt(doc, 'openedOn')

const turnOf = ({ turns }: Stage, doc: Loose): string | undefined => (turns === undefined ? undefined : turns.to[textAt(doc, turns.field)])

/** How often the step of a stage was taken, outcomes that lead elsewhere aside, since the stage after it was passed last. */
function takenOf(stage: Stage, { taken }: Course): number {
  const since = taken.findLastIndex(({ step }) => step === stage.next)
  return taken.slice(since + 1).filter(({ step, doc }) => step === stage.step && turnOf(stage, doc) === undefined).length
}

function landsOf(stage: Stage, doc: Loose, course: Course): States {
  if (course.states['main'] !== stage.step) return {}
  const turn = turnOf(stage, doc)
  if (turn !== undefined) return { main: turn }
  return takenOf(stage, course) + 1 < (stage.times ?? 1) ? {} : { main: stage.next }
}

/** The act of the latest day so far, those of the same step aside: nothing is done before what was done last. */
const latestBesides = (step: string, { taken }: Course): Act | undefined =>
  taken
    .filter((act) => act.step !== step)
    .reduce<Act | undefined>((last, act) => (last !== undefined && last.on > act.on ? last : act), undefined)

/** The kernel tells of what came before on the track of the step itself; this tells of the other one, and of a case that is not opened. */
function standsInTime({ step, name, track }: Pick<StepRule, 'step' | 'name' | 'track'>): (moment: Moment) => readonly Problem[] {
  return ({ act, course, articleOf }) => {
    if (course.states['main'] === 'none')
      return [problem('certification.notOpened', '/case', { step: name, article: articleOf('certProgramme') })]
    const [on, latest] = [dayIn(act), latestBesides(step, course)]
    if (latest === undefined || on >= latest.on || trackOf(latest.step) === track) return []
    return [problem('procedure.beforeItsCause', '/on', { on, step: name, cause: nameOf(latest.step), day: latest.on })]
  }
}

const trackOf = (step: string): string => certificationProcedure.steps.find((rule) => rule.step === step)?.track ?? ''
const nameOf = (step: string) => certificationProcedure.steps.find((rule) => rule.step === step)?.name ?? { zh: step, en: step }

const restingProblems = (stage: Stage, { course }: Moment): readonly Problem[] =>
  course.states['hold'] === 'suspended'
    ? [problem('certification.resting', '/step', { step: stage.name, since: lastDay(course, 'suspend') })]
    : []

const lastDay = ({ taken }: Course, step: string): string => taken.findLast((act) => act.step === step)?.on ?? ''

/** Every requirement of a gate that a record does not meet, each in the words of the gate. */
const gateProblems = ({ name, gate, requirements }: Stage, doc: Loose): readonly Problem[] =>
  unmetOf(requirements, doc).map(({ field, words }) =>
    problem('certification.gateClosed', `/${field}`, { stage: name, gate, missing: words }),
  )

/** A stage that is not reached yet names the gates before it; one that is passed says so. */
function misplaced(stage: Stage, { course, articleOf }: Moment): readonly Problem[] {
  const state = course.states['main'] ?? ''
  const now = stageOf(state)
  if (now === undefined) return []
  const gates = closedBefore(state, stage.step)
  if (gates.length > 0)
    return [
      problem('certification.gateSkipped', '/step', {
        step: stage.name,
        gates: gates.map(({ name, gate }) => ({ stage: name, gate })),
        article: articleOf(gates[0]?.article ?? stage.article),
      }),
    ]
  return [problem('certification.gatePassed', '/step', { step: stage.name, stage: now.name })]
}

function ruleFor(stage: Stage): StepRule {
  const inTime = standsInTime({ step: stage.step, name: stage.name, track: 'main' })
  const ways = [...(stage.turns === undefined ? [] : Object.values(stage.turns.to)), stage.next].map((main) => ({ main }))
  return {
    step: stage.step,
    name: stage.name,
    track: 'main',
    from: [stage.step, ...(stage.againIn ?? [])],
    lands: [{}, ...ways],
    to: (act, course) => landsOf(stage, act, course),
    article: stage.article,
    misplaced: (moment) => misplaced(stage, moment),
    against: (moment) => {
      const first = [...restingProblems(stage, moment), ...gateProblems(stage, moment.act)]
      return first.length > 0 ? first : inTime(moment)
    },
  }
}

type Besides = Omit<StepRule, 'against' | 'article'>

const besides: readonly Besides[] = [
  { step: 'suspend', name: { zh: '暂停', en: 'suspend' }, track: 'hold', from: ['active'], lands: [{ hold: 'suspended' }] },
  { step: 'resume', name: { zh: '恢复', en: 'resume' }, track: 'hold', from: ['suspended'], lands: [{ hold: 'active' }] },
  {
    step: 'complete',
    name: { zh: '办结', en: 'complete' },
    track: 'main',
    from: ['surveillance', 'recertification'],
    lands: [{ main: 'completed' }],
    misplaced: ({ course, articleOf }) => {
      const gates = closedBefore(course.states['main'] ?? '', 'surveillance')
      const facts = {
        step: ENDED.completed,
        gates: gates.map(({ name, gate }) => ({ stage: name, gate })),
        article: articleOf('certProgramme'),
      }
      return gates.length === 0 ? [] : [problem('certification.gateSkipped', '/step', facts)]
    },
  },
  { step: 'abandon', name: { zh: '放弃', en: 'abandon' }, track: 'main', from: OPEN, lands: [{ main: 'abandoned' }] },
  { step: 'fail', name: { zh: '未通过', en: 'fail' }, track: 'main', from: OPEN, lands: [{ main: 'failed' }] },
]

const opening: StepRule = {
  step: 'open',
  name: { zh: '建立帮扶案', en: 'open the case' },
  track: 'main',
  from: ['none'],
  lands: [{ main: FIRST }],
  article: 'certProgramme',
}

/** 认证帮扶: built from the table of stages alone. The way back from recertification leads to surveillance. */
export const certificationProcedure: Procedure = {
  name: CERTIFICATION,
  version: 1,
  tracks: {
    main: {
      name: { zh: '阶段', en: 'stage' },
      start: 'none',
      states: {
        none: { zh: '未立案', en: 'not opened' },
        ...Object.fromEntries(STAGES.map(({ step, name }) => [step, name])),
        ...ENDED,
      },
    },
    hold: {
      name: { zh: '进行状态', en: 'progress' },
      start: 'active',
      states: { active: { zh: '进行中', en: 'active' }, suspended: { zh: '已暂停', en: 'suspended' } },
    },
  },
  steps: [opening, ...STAGES.map(ruleFor), ...besides.map((rule) => ({ ...rule, article: 'certProgramme', against: standsInTime(rule) }))],
  isOpen: ({ states }) => !Object.hasOwn(ENDED, states['main'] ?? ''),
  clocks: (course) => certificationClocks(certificationProcedure, course),
  measures: certificateMeasures,
}
