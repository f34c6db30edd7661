import { textAt } from '../kernel/kind.ts'
import { type ArticleOf, type Course, lastOf } from '../kernel/procedure.ts'
import { okUnless, type Problem, problem, type Result } from '../kernel/result.ts'
import type { TestItem } from '../reference/test-item.ts'
import { explainItem, itemVerdict, sheetVerdict } from '../reference/verdict.ts'
import type { CaseStep, FrozenClock } from './case-step.ts'
import { type ClockLaw, clockDays, hasPassed } from './clock-days.ts'
import { frozenClocks } from './frozen-clocks.ts'
import { retestDecision } from './objections.ts'
import { caseOf, noticeTo } from './recipients.ts'

/** What a step is judged by beyond the table. */
export interface StepFacts {
  /** The course up to the moment of the step; with it, when it counts. */
  readonly before: Course
  readonly after: Course
  /** Of a closing that is corrected: the days that were frozen then. */
  readonly frozen: readonly FrozenClock[]
  readonly law: ClockLaw
  readonly articleOf: ArticleOf
}

type StepOf<Name extends CaseStep['step']> = Extract<CaseStep, { readonly step: Name }>
type Judge<Name extends CaseStep['step']> = (step: StepOf<Name>, facts: StepFacts) => readonly Problem[]

/** The right to object of food has two clocks: a retest is applied for, everything else is objected to. */
const OBJECTION_RULES = { industrial: ['objection'], food: ['foodRetestApplication', 'foodObjectionOther'] } as const
const FOOD_GROUND = { conclusion: 'foodRetestApplication', process: 'foodObjectionOther' } as const

const isFood = (course: Course): boolean => textAt(caseOf(course), 'regime') === 'food'

interface Span {
  readonly rule: string
  readonly from: string | undefined
  readonly on: string
}

/** Refuses what comes after the last day. */
function tooLate({ rule, from, on }: Span, { law }: StepFacts): readonly Problem[] {
  if (from === undefined) return []
  const passed = hasPassed(law, rule, { from, on })
  if (!passed.ok) return passed.problems
  if (passed.value !== 'passed') return []
  const { due, rule: edition } = clockDays(law, rule, from)
  return [problem('aftercare.tooLate', '/on', { due: due ?? '', on, article: edition?.article })]
}

/** Refuses what needs a period to be over while it still runs. */
function stillOpen({ rule, from, on }: Span, { law }: StepFacts): readonly Problem[] {
  if (from === undefined) return []
  const { due, missingYear, rule: edition } = clockDays(law, rule, from)
  if (edition === null) return []
  if (due === null) return [problem('calendar.missingYear', '/on', { year: missingYear ?? '' })]
  return on > due ? [] : [problem('aftercare.windowOpen', '/on', { due, on, article: edition.article })]
}

const judgeObjection: Judge<'objection'> = ({ recipient, ground, on }, facts) =>
  tooLate({ rule: isFood(facts.before) ? FOOD_GROUND[ground] : 'objection', from: noticeTo(facts.before, recipient)?.on, on }, facts)

const judgeLapse: Judge<'lapse'> = ({ recipient, on }, facts) => {
  const from = noticeTo(facts.before, recipient)?.on
  const rules = OBJECTION_RULES[isFood(facts.before) ? 'food' : 'industrial']
  const [first] = rules.map((rule) => stillOpen({ rule, from, on }, facts)).filter((found) => found.length > 0)
  return first ?? []
}

/** Order 18 art. 38; Order 15 knows no such period. */
const formalities = (on: string, { before }: StepFacts): Span => ({
  rule: 'retestFormalities',
  from: isFood(before) ? undefined : retestDecision(before)?.on,
  on,
})

/** 重庆市产品质量条例 art. 24: not before the time to rectify, or after the announcement the time of the second recheck, is over. */
const judgeNotRectified: Judge<'notRectified'> = ({ on }, facts) => {
  const announced = facts.before.states['main'] === 'announced'
  const [rule, cause] = announced ? (['secondRecheck', 'announcement'] as const) : (['rectification', 'order'] as const)
  return isFood(facts.before) ? [] : stillOpen({ rule, from: lastOf(facts.before, cause)?.on, on }, facts)
}

/** Order 18 art. 48: the second recheck has a first day too; a late one is recorded, and shown as late. */
const judgeRecheck: Judge<'recheck'> = ({ on }, { before, law }) => {
  const announced = before.states['main'] === 'announced' ? lastOf(before, 'announcement') : undefined
  const { window = null, rule = null } = announced === undefined ? {} : clockDays(law, 'secondRecheck', announced.on)
  if (window === null || on >= window.first) return []
  return [problem('aftercare.windowNotOpen', '/on', { ...window, on, article: rule?.article })]
}

/** The first item that nobody can judge; one that is not judged at all does not count. */
function openItem(items: readonly TestItem[]): Problem {
  const found = items.findIndex((item) => explainItem(item).verdict === 'undecided' && explainItem(item).decidedBy !== 'notJudged')
  const at = Math.max(found, 0)
  return problem('aftercare.itemUndecided', `/items/${String(at)}/result`, { name: items[at]?.name ?? '' })
}

/** The conclusion follows from the items; nobody types another. */
const judgeRetest: Judge<'retestResult'> = ({ items, conclusion }, { articleOf }) => {
  const article = articleOf('caseRetestFinal')
  const verdict = sheetVerdict(items)
  if (verdict === conclusion) return []
  if (verdict === 'undecided') return [openItem(items)]
  const failed = items.find((item) => itemVerdict(item) === 'fail')
  if (failed === undefined) return [problem('aftercare.noItemFails', '/conclusion', { article })]
  if (conclusion !== 'noNonconformityFound') return [problem('aftercare.otherWeight', '/conclusion', { verdict, article })]
  return [problem('aftercare.itemFails', '/conclusion', { name: failed.name, result: failed.result ?? '', article })]
}

const judges: { readonly [Name in CaseStep['step']]?: Judge<Name> } = {
  objection: judgeObjection,
  lapse: judgeLapse,
  retestFormalities: ({ on }, facts) => tooLate(formalities(on, facts), facts),
  retestWaived: ({ on }, facts) => stillOpen(formalities(on, facts), facts),
  notRectified: judgeNotRectified,
  recheck: judgeRecheck,
  retestResult: judgeRetest,
  penalty: ({ decision, docNo }) => (decision === 'imposed' && docNo === undefined ? [problem('field.missing', '/docNo')] : []),
  observation: ({ on, until }) => (until < on ? [problem('aftercare.observationEnded', '/until', { on, until })] : []),
}

/**
 * May this step be sealed: what the calendar, the laboratory's items and the decision itself say; the table of the procedure speaks
 * besides. A step is never refused for want of a calendar but where nobody could tell the day without it. Closing freezes the clocks as
 * they stand. Order 18 arts. 36–48; Order 15 arts. 30–39.
 */
export function decideCaseStep(step: CaseStep, facts: StepFacts): Result<CaseStep> {
  const judge = judges[step.step] as Judge<CaseStep['step']> | undefined
  const problems = judge?.(step, facts) ?? []
  return okUnless(problems, step.step === 'close' ? { ...step, clocks: frozenClocks(facts.after, facts.law, facts.frozen) } : step)
}
