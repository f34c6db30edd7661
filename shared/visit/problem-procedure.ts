import { type Loose, textAt } from '../kernel/kind.ts'
import { type Act, type Moment, type Procedure, ruleOf, type States, type StepRule } from '../kernel/procedure.ts'
import { type Problem, problem } from '../kernel/result.ts'
import { clocksOf } from './problem-clocks.ts'
import { actOfLaterDay, type ProblemGuard, soundConfirmation, soundFollowUp, stillPending } from './problem-guards.ts'
import { measuresOfProblem } from './problem-measures.ts'
import { isPending, PROBLEM_STATES } from './problem-states.ts'
import { PROBLEM } from './problems-in.ts'
import { benefitOf, confirmedAmount } from './stated-benefit.ts'

type Row = Omit<StepRule, 'step' | 'name' | 'against'> & { readonly guard?: ProblemGuard }

const trackOf = ({ step }: Act): string => ruleOf(problemProcedure, step)?.track ?? ''

/** The kernel tells of causes on the track of the step itself; what was waited for on another track is told here. */
function orderProblems({ act, course }: Moment, { step, track, name }: StepRule): readonly Problem[] {
  const on = textAt(act, 'on')
  const cause = course.taken.findLast((other) => other.step !== step && trackOf(other) === track)
  const latest = actOfLaterDay(course, on)
  if (latest === undefined || (cause !== undefined && on < cause.on)) return []
  const said = ruleOf(problemProcedure, latest.step)?.name ?? { zh: latest.step, en: latest.step }
  return [problem('procedure.beforeItsCause', '/on', { on, step: name, cause: said, day: latest.on })]
}

/** One row; its own guard speaks first, then the order of days. */
function row(step: string, zh: string, en: string, { guard, ...rest }: Row): StepRule {
  const rule: StepRule = { step, name: { zh, en }, ...rest }
  const against = (moment: Moment): readonly Problem[] => {
    const own = guard?.(moment, rule) ?? []
    return own.length > 0 ? own : orderProblems(moment, rule)
  }
  return { ...rule, against }
}

/** What a follow-up says becomes of the problem; 未开始 is where it began. */
const LANDS: Readonly<Record<string, string>> = {
  notStarted: 'open',
  inProgress: 'inProgress',
  partial: 'partial',
  solved: 'solved',
  declined: 'declined',
}

function landing(act: Loose): States {
  const benefit = benefitOf(act)
  const main = LANDS[textAt(act, 'state')] ?? 'open'
  return benefit === null ? { main } : { main, benefit: confirmedAmount(benefit) > 0 ? 'confirmed' : 'unconfirmed' }
}

const FOLLOWED = Object.values(LANDS).flatMap((main): States[] => [
  { main },
  { main, benefit: 'unconfirmed' },
  { main, benefit: 'confirmed' },
])

/**
 * 问题: from the visit that raised it to its end. Advice, never enforcement: only 移交 hands a problem over, and ends the course. A solved
 * or declined one stays open to a later follow-up and to the confirmation of its benefit.
 */
export const problemProcedure: Procedure = {
  name: PROBLEM,
  version: 1,
  tracks: {
    main: { name: { zh: '问题', en: 'problem' }, start: 'none', states: PROBLEM_STATES.main },
    referral: { name: { zh: '转介', en: 'referral' }, start: 'none', states: PROBLEM_STATES.referral },
    benefit: { name: { zh: '效益', en: 'benefit' }, start: 'none', states: PROBLEM_STATES.benefit },
  },
  steps: [
    row('raise', '提出问题', 'raise the problem', {
      track: 'main',
      from: ['none'],
      lands: [{ main: 'open' }],
      article: 'helpVisit',
      once: true,
    }),
    row('refer', '转介站点', 'refer to a station', {
      track: 'referral',
      from: ['none', 'waiting', 'answered'],
      lands: [{ referral: 'waiting' }],
      article: 'helpReferral',
      guard: stillPending,
    }),
    row('answer', '站点答复', 'answer of the station', {
      track: 'referral',
      from: ['waiting'],
      lands: [{ referral: 'answered' }],
      article: 'helpReferral',
    }),
    row('followUp', '复诊', 'follow up', {
      track: 'main',
      from: ['open', 'inProgress', 'partial', 'solved', 'declined'],
      lands: FOLLOWED,
      to: landing,
      article: 'helpFollowUp',
      guard: soundFollowUp,
    }),
    row('confirmBenefit', '企业确认效益', 'confirm the benefit', {
      track: 'benefit',
      from: ['unconfirmed'],
      lands: [{ benefit: 'confirmed' }],
      article: 'helpBenefit',
      guard: soundConfirmation,
    }),
    row('transfer', '移交执法', 'hand over to enforcement', {
      track: 'main',
      from: ['open', 'inProgress', 'partial', 'declined'],
      lands: [{ main: 'transferred' }],
      article: 'helpTransfer',
    }),
  ],
  isOpen: ({ states }) => states['main'] !== 'transferred',
  clocks: clocksOf,
  measures: measuresOfProblem,
}

/** Steps that there is any point in offering: what the table allows, but no referral of what is over and nothing once handed over. */
export function isOfferedStep({ states }: { readonly states: States }, step: string): boolean {
  if (states['main'] === 'transferred') return false
  return step === 'refer' ? isPending(states['main']) : step !== 'raise'
}
