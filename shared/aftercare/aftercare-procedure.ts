import { textAt } from '../kernel/kind.ts'
import { type Act, type Course, type Moment, type Procedure, ruleOf, type States, type StepRule } from '../kernel/procedure.ts'
import type { Problem } from '../kernel/result.ts'
import { AFTERCARE } from './aftercare-case.ts'
import { caseClocks } from './case-clocks.ts'
import {
  afterRetest,
  anotherLab,
  type Guard,
  mayBeTold,
  mayClose,
  mayObject,
  mayPenalise,
  noObjectionPending,
  retestNeedsBackup,
  standsInOrder,
} from './case-guards.ts'
import { CASE_STATES } from './case-states.ts'
import { isObjectionPending, unansweredObjections } from './objections.ts'

const STANDING = [
  'notified',
  'ordered',
  'rectifying',
  'recheckFailed',
  'announced',
  'secondFailed',
  'suspended',
  'thirdFailed',
  'revoked',
  'passed',
]
const { main, objection, penalty, circular, soft } = CASE_STATES

type Row = Omit<StepRule, 'step' | 'name' | 'against'> & { readonly guard?: Guard }

const ruleFor = (act: Act): StepRule | undefined => ruleOf(aftercareProcedure, act.step)
const inOrder = standsInOrder((act) => ruleFor(act)?.name ?? { zh: act.step, en: act.step })

/** The kernel tells of causes on the track of the step itself. */
function toldByKernel({ act, course }: Moment, step: string, track: string): boolean {
  const cause = course.taken.findLast((other) => other.step !== step && ruleFor(other)?.track === track)
  return cause !== undefined && textAt(act, 'on') < cause.on
}

/** One row; its own guard speaks first, then the order of days. */
function row(step: string, zh: string, en: string, { guard, ...rest }: Row): StepRule {
  const name = { zh, en }
  const named = { name, article: rest.article }
  const against = (moment: Moment): readonly Problem[] => {
    const own = guard?.(moment, named) ?? []
    if (own.length > 0 || step === 'open' || toldByKernel(moment, step, rest.track)) return own
    return inOrder(moment, named)
  }
  return { step, name, ...rest, against }
}
const passedOr = (failed: string): { readonly lands: readonly States[]; readonly to: NonNullable<StepRule['to']> } => ({
  lands: [{ main: 'passed' }, { main: failed }],
  to: (act) => ({ main: textAt(act, 'result') === 'passed' ? 'passed' : failed }),
})
const RECHECK_FAILS: Readonly<Record<string, string>> = { announced: 'secondFailed', suspended: 'thirdFailed' }
const passes = (act: Moment['act']): boolean => textAt(act, 'conclusion') === 'noNonconformityFound'

/** A retest is over: whoever objected meanwhile still waits for an answer. */
const endsIn = (state: string): readonly States[] => [{ objection: state }, { objection: 'filed' }]
const ended = (course: Course, state: string): States => ({ objection: unansweredObjections(course).length > 0 ? 'filed' : state })

const mainSteps: readonly StepRule[] = [
  row('open', '立案', 'open the case', { track: 'main', from: ['none'], lands: [{ main: 'opened' }], article: 'caseOpen' }),
  row('notice', '送达结果通知书', 'serve the result notice', {
    track: 'main',
    from: ['opened', ...STANDING],
    lands: [{ main: 'notified' }, {}],
    to: (_act, { states }) => (states['main'] === 'opened' ? { main: 'notified' } : {}),
    article: 'caseNotice',
    guard: mayBeTold,
  }),
  row('stopSale', '停止生产销售', 'stop making and selling', {
    track: 'main',
    from: ['opened', ...STANDING],
    lands: [{}],
    article: 'caseStopSale',
  }),
  row('order', '责令改正', 'order to rectify', {
    track: 'main',
    from: ['notified'],
    lands: [{ main: 'ordered' }],
    article: 'caseOrder',
    guard: noObjectionPending,
  }),
  row('rectification', '企业整改并申请复查', 'rectified, recheck applied for', {
    track: 'main',
    from: ['ordered'],
    lands: [{ main: 'rectifying' }],
    article: 'caseRectification',
  }),
  row('notRectified', '视为未改正', 'deemed not rectified', {
    track: 'main',
    from: ['ordered', 'announced'],
    lands: [{ main: 'recheckFailed' }, { main: 'secondFailed' }],
    to: (_act, { states }) => ({ main: states['main'] === 'announced' ? 'secondFailed' : 'recheckFailed' }),
    article: 'caseNotRectified',
  }),
  row('recheck', '复查', 'recheck', {
    track: 'main',
    from: ['ordered', 'rectifying', 'announced', 'suspended'],
    lands: ['recheckFailed', 'secondFailed', 'thirdFailed'].flatMap((failed) => passedOr(failed).lands),
    to: (act, course) => passedOr(RECHECK_FAILS[course.states['main'] ?? ''] ?? 'recheckFailed').to(act, course),
    article: 'caseRecheck',
  }),
  row('announcement', '公告', 'announce', {
    track: 'main',
    from: ['recheckFailed'],
    lands: [{ main: 'announced' }],
    article: 'caseAnnouncement',
  }),
  row('suspension', '责令停业整顿', 'suspend', {
    track: 'main',
    from: ['secondFailed'],
    lands: [{ main: 'suspended' }],
    article: 'caseSuspension',
  }),
  row('revocation', '吊销营业执照', 'revoke', {
    track: 'main',
    from: ['thirdFailed'],
    lands: [{ main: 'revoked' }],
    article: 'caseRevocation',
  }),
  row('close', '结案', 'close', {
    track: 'main',
    from: ['passed', 'revoked', 'overturned'],
    lands: [{ main: 'closed' }],
    article: 'caseClosing',
    guard: mayClose,
  }),
]

const objectionSteps: readonly StepRule[] = [
  row('objection', '提出异议', 'object', {
    track: 'objection',
    from: Object.keys(objection),
    lands: [{ objection: 'filed' }, {}],
    to: (_act, course) => (isObjectionPending(course) ? {} : { objection: 'filed' }),
    article: 'caseObjection',
    guard: mayObject,
  }),
  row('lapse', '期满未提异议', 'no objection in time', {
    track: 'objection',
    from: Object.keys(objection),
    lands: [{}],
    article: 'caseObjection',
    guard: mayObject,
  }),
  row('objectionDecision', '异议处理', 'decide the objection', {
    track: 'objection',
    from: ['filed'],
    lands: [{ objection: 'rejected' }, { objection: 'upheld', main: 'overturned' }, { objection: 'retestDue' }],
    to: (act) =>
      (({ upheld: { objection: 'upheld', main: 'overturned' }, retest: { objection: 'retestDue' } }) as Readonly<Record<string, States>>)[
        textAt(act, 'outcome')
      ] ?? { objection: 'rejected' },
    article: 'caseObjectionDecision',
    guard: retestNeedsBackup,
  }),
  row('retestFormalities', '办理复检手续', 'complete the retest formalities', {
    track: 'objection',
    from: ['retestDue'],
    lands: [{ objection: 'retestReady' }],
    article: 'caseRetestFormalities',
  }),
  row('retestWaived', '放弃复检', 'retest waived', {
    track: 'objection',
    from: ['retestDue'],
    lands: endsIn('retestEnded'),
    to: (_act, course) => ended(course, 'retestEnded'),
    article: 'caseRetestFormalities',
  }),
  row('retestLab', '确定复检机构', 'name the retest laboratory', {
    track: 'objection',
    from: ['retestReady'],
    lands: [{ objection: 'retesting' }],
    article: 'caseRetestLab',
    guard: anotherLab,
  }),
  row('backupUnfit', '备用样品失效，复检终止', 'backup sample unfit, retest ends', {
    track: 'objection',
    from: ['retestDue', 'retestReady', 'retesting'],
    lands: endsIn('retestEnded'),
    to: (_act, course) => ended(course, 'retestEnded'),
    article: 'caseBackup',
  }),
  row('retestResult', '复检结论', 'retest conclusion', {
    track: 'objection',
    from: ['retesting'],
    lands: [...endsIn('final'), ...endsIn('final').map((lands) => ({ ...lands, main: 'overturned' }))],
    to: (act, course) => ({ ...ended(course, 'final'), ...(passes(act) ? { main: 'overturned' } : {}) }),
    article: 'caseRetestFinal',
  }),
  row('retestTold', '告知复检结论', 'tell the retest conclusion', {
    track: 'objection',
    from: ['final', 'filed', 'rejected', 'upheld'],
    lands: [{}],
    article: 'caseRetestFinal',
    once: true,
    guard: afterRetest,
  }),
]

const besides: readonly StepRule[] = [
  row('penalty', '行政处罚', 'penalty', {
    track: 'penalty',
    from: ['pending'],
    lands: [{ penalty: 'imposed' }, { penalty: 'none' }],
    to: (act) => ({ penalty: textAt(act, 'decision') === 'imposed' ? 'imposed' : 'none' }),
    article: 'casePenalty',
    guard: mayPenalise,
  }),
  row('circular', '通报', 'circular', {
    track: 'circular',
    from: ['pending', 'sent'],
    lands: [{ circular: 'sent' }],
    article: 'caseCircular',
  }),
  row('softMeasure', '柔性执法', 'soft enforcement', {
    track: 'soft',
    from: Object.keys(soft),
    lands: [{ soft: 'taken' }],
    article: 'caseSoft',
  }),
  row('observation', '设观察期', 'observation period', {
    track: 'soft',
    from: Object.keys(soft),
    lands: [{ soft: 'observing' }],
    article: 'caseSoft',
  }),
]

/** 后处理: from a failed batch to a closed case. Order 18 arts. 35–50, 重庆市产品质量条例 arts. 24, 31; five tracks that run side by side. */
export const aftercareProcedure: Procedure = {
  name: AFTERCARE,
  version: 1,
  tracks: {
    main: { name: { zh: '处理', en: 'handling' }, start: 'none', states: main },
    objection: { name: { zh: '异议与复检', en: 'objection and retest' }, start: 'none', states: objection },
    penalty: { name: { zh: '行政处罚', en: 'penalty' }, start: 'pending', states: penalty },
    circular: { name: { zh: '通报', en: 'circular' }, start: 'pending', states: circular },
    soft: { name: { zh: '柔性执法', en: 'soft enforcement' }, start: 'none', states: soft },
  },
  steps: [...mainSteps, ...objectionSteps, ...besides],
  isOpen: ({ states }) => states['main'] !== 'closed',
  clocks: caseClocks,
}
