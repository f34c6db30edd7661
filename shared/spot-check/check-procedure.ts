import { textAt } from '../kernel/kind.ts'
import { type Course, lastOf, type Moment, type Procedure, type StepRule } from '../kernel/procedure.ts'
import { type Problem, problem } from '../kernel/result.ts'
import { SPOT_CHECK } from './check-step.ts'
import type { Lawful } from './lawful.ts'

/** What the table has against a step beyond its state. */
export type CheckProblem =
  | Problem<'spotCheck.otherLab', { readonly sent: string; readonly here: string }>
  | Problem<'spotCheck.samplerTests', Lawful & { readonly name: string }>

const states = {
  none: { zh: '未列入任务', en: 'no task' },
  planned: { zh: '已列入计划', en: 'planned' },
  assigned: { zh: '已派发', en: 'assigned' },
  onSite: { zh: '已到现场', en: 'on site' },
  notFound: { zh: '未抽到样品', en: 'not found' },
  refused: { zh: '拒检', en: 'refused' },
  terminated: { zh: '终止抽样', en: 'terminated' },
  sampled: { zh: '已抽取', en: 'sampled' },
  sealed: { zh: '已封样', en: 'sealed' },
  dispatched: { zh: '已送样', en: 'dispatched' },
  sampleRejected: { zh: '拒收样品', en: 'sample refused' },
  labReceived: { zh: '已收样', en: 'received by the laboratory' },
  reported: { zh: '已出报告', en: 'reported' },
  noFail: { zh: '未发现不合格', en: 'no nonconformity found' },
  fail: { zh: '不合格', en: 'nonconforming' },
} as const
export type CheckState = keyof typeof states
export const CHECK_STATES = Object.keys(states) as readonly CheckState[]

type Row = Omit<StepRule, 'track' | 'from' | 'lands' | 'to'> & {
  readonly from: readonly CheckState[]
  readonly lands: readonly CheckState[]
  readonly to?: (act: Parameters<NonNullable<StepRule['to']>>[0]) => CheckState
}
const row = ({ from, lands, to, ...rest }: Row): StepRule => ({
  ...rest,
  track: 'main',
  from,
  lands: lands.map((main) => ({ main })),
  ...(to === undefined ? {} : { to: (act) => ({ main: to(act) }) }),
})

/** A check without a task begins where its paper begins: on site. */
const ON_SITE: readonly CheckState[] = ['none', 'onSite']
const OUTCOMES: Readonly<Record<string, CheckState>> = { notFound: 'notFound', refused: 'refused', terminated: 'terminated' }

/** The laboratory that receives is the one it was sent to; the one that reports is the one that received. */
function otherLab({ act, course }: Moment, before: 'dispatch' | 'receive'): CheckProblem[] {
  const sent = textAt(lastOf(course, before)?.doc, 'lab')
  return sent === textAt(act, 'lab') ? [] : [problem('spotCheck.otherLab', '/lab', { sent, here: textAt(act, 'lab') })]
}

const listAt = (doc: unknown, key: string): readonly unknown[] => {
  const list = (doc as Readonly<Record<string, unknown>> | undefined)?.[key]
  return Array.isArray(list) ? list : []
}

const samplersOf = (course: Course): string[] => listAt(lastOf(course, 'seal')?.doc, 'samplers').map((sampler) => textAt(sampler, 'name'))

/** 抽检分离: who sampled does not test. */
function samplerTests({ act, course, articleOf }: Moment): CheckProblem[] {
  const samplers = samplersOf(course)
  const name = listAt(act, 'testers').find((tester) => typeof tester === 'string' && samplers.includes(tester))
  return typeof name === 'string' ? [problem('spotCheck.samplerTests', '/testers', { name, article: articleOf('checkSeparation') })] : []
}

/**
 * 监督抽查, one check from task to verdict (Order 18 arts. 13–35). `plan`, `outcome` and `seal` are taken by the task, the site report and
 * the sampling sheet; the rest by check steps.
 */
export const checkProcedure: Procedure = {
  name: SPOT_CHECK,
  version: 1,
  tracks: { main: { name: { zh: '抽查', en: 'check' }, start: 'none', states } },
  steps: [
    row({
      step: 'plan',
      name: { zh: '列入任务', en: 'put in a task' },
      from: ['none'],
      lands: ['planned'],
      article: 'checkPlan',
      once: true,
    }),
    row({
      step: 'assign',
      name: { zh: '派发', en: 'assign' },
      from: ['planned', 'assigned'],
      lands: ['assigned'],
      article: 'checkSamplers',
    }),
    row({ step: 'arrive', name: { zh: '到达现场', en: 'arrive on site' }, from: ['assigned'], lands: ['onSite'], article: 'checkNotice' }),
    row({
      step: 'outcome',
      name: { zh: '现场未抽样', en: 'no sample taken' },
      from: ON_SITE,
      lands: ['notFound', 'refused', 'terminated'],
      to: (act) => OUTCOMES[textAt(act, 'outcome')] ?? 'notFound',
      article: 'checkNoSample',
      once: true,
    }),
    row({
      step: 'draw',
      name: { zh: '抽取样品', en: 'draw the sample' },
      from: ON_SITE,
      lands: ['sampled'],
      article: 'checkRandom',
      once: true,
    }),
    row({
      step: 'seal',
      name: { zh: '封样并签抽样单', en: 'seal and sign the sheet' },
      from: [...ON_SITE, 'sampled'],
      lands: ['sealed'],
      article: 'checkSeal',
      once: true,
    }),
    row({
      step: 'dispatch',
      name: { zh: '送样', en: 'dispatch the sample' },
      from: ['sealed', 'sampleRejected'],
      lands: ['dispatched'],
      article: 'checkDispatch',
    }),
    row({
      step: 'receive',
      name: { zh: '检验机构收样', en: 'receive in the laboratory' },
      from: ['dispatched'],
      lands: ['labReceived', 'sampleRejected'],
      to: (act) => (act['sealIntact'] === true ? 'labReceived' : 'sampleRejected'),
      article: 'checkReceive',
      against: (moment) => otherLab(moment, 'dispatch'),
    }),
    row({
      step: 'report',
      name: { zh: '出具检验报告', en: 'report' },
      from: ['labReceived'],
      lands: ['reported'],
      article: 'checkReport',
      once: true,
      against: (moment) => [...otherLab(moment, 'receive'), ...samplerTests(moment)],
    }),
    row({
      step: 'judge',
      name: { zh: '判定', en: 'judge' },
      from: ['reported'],
      lands: ['noFail', 'fail'],
      to: (act) => (textAt(act, 'verdict') === 'noNonconformityFound' ? 'noFail' : 'fail'),
      article: 'checkJudge',
      once: true,
    }),
  ],
  isOpen: ({ states: { main = '' } }) => !['notFound', 'refused', 'terminated', 'noFail', 'fail'].includes(main),
  clocks: (course) => {
    const food = textAt(lastOf(course, 'seal')?.doc, 'variant') === 'food'
    if (!food) return []
    const clock = (rule: string, from: string, until: string) => {
      const [start, end] = [lastOf(course, from), lastOf(course, until)]
      return start === undefined ? [] : [{ rule, about: '', from: start.on, endedOn: end?.on ?? null }]
    }
    return [...clock('foodSampleToLab', 'seal', 'receive'), ...clock('foodTestReport', 'receive', 'report')]
  },
}
