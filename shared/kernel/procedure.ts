import type { Bilingual } from './bilingual.ts'
import type { Loose } from './kind.ts'
import type { Measure } from './measure.ts'
import { okUnless, type Problem, problem, type Result } from './result.ts'

/** Where each track of a procedure stands: track → state. */
export type States = Readonly<Record<string, string>>

/** One step as it was recorded: a sealed record that names what it is about. */
export interface Act {
  /** The record that says so. */
  readonly id: string
  readonly step: string
  /** The day it happened, `YYYY-MM-DD` (with a minute where hours count); the law counts from here. */
  readonly on: string
  /** When it was written down, as claimed; settles only the order of one day. */
  readonly at: string
  readonly doc: Loose
}

/** A procedure so far. Follows from the set of its acts alone: equal on every replica, in whatever order they arrived. */
export interface Course {
  readonly states: States
  /** The acts that count, in the order in which they were taken. */
  readonly taken: readonly Act[]
}

export type ProcedureProblem =
  | Problem<'procedure.unknownStep', { readonly step: string; readonly known: string }>
  | Problem<'procedure.notInState', { readonly step: Bilingual; readonly state: Bilingual; readonly article: Bilingual }>
  | Problem<'procedure.beforeItsCause', { readonly on: string; readonly step: Bilingual; readonly cause: Bilingual; readonly day: string }>
  | Problem<'procedure.inFuture', { readonly on: string; readonly today: string }>
  | Problem<'procedure.alreadyTaken', { readonly step: Bilingual; readonly on: string; readonly article: Bilingual }>
  | Problem<'procedure.laterStepsStand', { readonly steps: Bilingual }>

/** The law of an article key, in words; from reference data, since the law can change without the program. */
export type ArticleOf = (key: string) => Bilingual

/** What a guard may look at. */
export interface Moment {
  readonly act: Loose
  readonly course: Course
  readonly articleOf: ArticleOf
}

/** One row of the table: who reads it knows what the law allows, and the screen draws it. */
export interface StepRule {
  readonly step: string
  readonly name: Bilingual
  readonly track: string
  /** States of its track in which it may be taken. */
  readonly from: readonly string[]
  /** Every combination of states it may lead to; the tracks left out stay where they are. */
  readonly lands: readonly States[]
  /** Which of `lands`, by what was recorded; the first when left out. */
  readonly to?: (act: Loose, course: Course) => States
  /** Key of the article that a refusal names. */
  readonly article: string
  /** At most once in a course. */
  readonly once?: boolean
  /** Says more than that the state does not allow it (which gates are still closed); the kernel's own words when it says nothing. */
  readonly misplaced?: (moment: Moment) => readonly Problem[]
  /** What else stands against it, from the course alone. */
  readonly against?: (moment: Moment) => readonly Problem[]
}

export interface Track {
  readonly name: Bilingual
  readonly start: string
  readonly states: Readonly<Record<string, Bilingual>>
}

/** A clock a step started: rule, from which act, on what day it began and (when it has) ended. */
export interface StartedClock {
  readonly rule: string
  /** Whom or what it is about, where a rule runs several times (a recipient). */
  readonly about: string
  readonly from: string
  readonly endedOn: string | null
}

export interface Procedure {
  readonly name: string
  /** Raised when the table says something else: then every course is made again from its acts. */
  readonly version: number
  readonly tracks: Readonly<Record<string, Track>>
  readonly steps: readonly StepRule[]
  readonly isOpen: (course: Course) => boolean
  readonly clocks: (course: Course, subject: string) => readonly StartedClock[]
  /** What the course states that can be counted: a solved problem, a benefit that was confirmed. */
  readonly measures?: (course: Course, subject: string) => readonly Measure[]
}

/** An act that the course could not take, and why. */
export interface OutOfPlace {
  readonly act: Act
  readonly problems: readonly Problem[]
}

const startOf = (procedure: Procedure): Course => ({
  states: Object.fromEntries(Object.entries(procedure.tracks).map(([name, { start }]) => [name, start])),
  taken: [],
})

export const ruleOf = (procedure: Procedure, step: string): StepRule | undefined => procedure.steps.find((rule) => rule.step === step)

const nameOf = (procedure: Procedure, step: string): Bilingual => ruleOf(procedure, step)?.name ?? { zh: step, en: step }

/** The newest act of a step that counts. */
export const lastOf = (course: Course, step: string): Act | undefined => course.taken.findLast((act) => act.step === step)

const DAY = 10

/** What the act before it on its track was: no step stands before the one it rests on. */
function causeProblems(procedure: Procedure, rule: StepRule, on: string, course: Course): Problem[] {
  const cause = course.taken.findLast((act) => act.step !== rule.step && ruleOf(procedure, act.step)?.track === rule.track)
  if (cause === undefined || on.slice(0, DAY) >= cause.on.slice(0, DAY)) return []
  return [problem('procedure.beforeItsCause', '/on', { on, step: rule.name, cause: nameOf(procedure, cause.step), day: cause.on })]
}

function stateProblems(procedure: Procedure, rule: StepRule, { act, course, articleOf }: Moment): readonly Problem[] {
  const state = course.states[rule.track] ?? ''
  if (rule.from.includes(state)) return []
  const own = rule.misplaced?.({ act, course, articleOf }) ?? []
  if (own.length > 0) return own
  const said = procedure.tracks[rule.track]?.states[state] ?? { zh: state, en: state }
  return [problem('procedure.notInState', '/step', { step: rule.name, state: said, article: articleOf(rule.article) })]
}

/** Everything that stands against a step now; empty when it may be taken. Looks at the course alone, never at a clock or a calendar. */
export function standsAgainst(
  procedure: Procedure,
  course: Course,
  act: Pick<Act, 'step' | 'on' | 'doc'>,
  articleOf: ArticleOf,
): readonly Problem[] {
  const rule = ruleOf(procedure, act.step)
  if (rule === undefined) {
    const known = procedure.steps.map(({ step }) => step).join(', ')
    return [problem('procedure.unknownStep', '/step', { step: act.step, known })]
  }
  const before = rule.once === true ? lastOf(course, act.step) : undefined
  if (before !== undefined)
    return [problem('procedure.alreadyTaken', '/step', { step: rule.name, on: before.on, article: articleOf(rule.article) })]
  const ended = endProblems(procedure, rule, course, articleOf)
  const moment = { act: act.doc, course, articleOf }
  const state = ended.length > 0 ? ended : stateProblems(procedure, rule, moment)
  if (state.length > 0) return state
  return [...causeProblems(procedure, rule, act.on, course), ...(rule.against?.(moment) ?? [])]
}

/** Closed is closed: nothing is added to a course that has ended. */
function endProblems(procedure: Procedure, rule: StepRule, course: Course, articleOf: ArticleOf): Problem[] {
  if (course.taken.length === 0 || procedure.isOpen(course)) return []
  const state = course.states['main'] ?? ''
  const said = procedure.tracks['main']?.states[state] ?? { zh: state, en: state }
  return [problem('procedure.notInState', '/step', { step: rule.name, state: said, article: articleOf(rule.article) })]
}

function take(procedure: Procedure, course: Course, act: Act): Course {
  const rule = ruleOf(procedure, act.step)
  const lands = rule?.to?.(act.doc, course) ?? rule?.lands[0] ?? {}
  return { ...course, states: { ...course.states, ...lands }, taken: [...course.taken, act] }
}

const inOrder = (a: Act, b: Act): number => a.on.localeCompare(b.on) || Date.parse(a.at) - Date.parse(b.at) || a.id.localeCompare(b.id)

/**
 * Runs a procedure over a set of acts: always the earliest that may be taken next, so that acts of one day, or of laptops whose
 * clocks differ, find their order. What can never be taken is out of place and counts for nothing; a person voids or corrects it.
 */
export function runProcedure(
  procedure: Procedure,
  acts: readonly Act[],
  articleOf: ArticleOf = (key) => ({ zh: key, en: key }),
): Course & { readonly outOfPlace: readonly OutOfPlace[] } {
  let course = startOf(procedure)
  let waiting = acts.toSorted(inOrder)
  for (;;) {
    const now = course
    const next = waiting.find((act) => standsAgainst(procedure, now, act, articleOf).length === 0)
    if (next === undefined) break
    course = take(procedure, course, next)
    waiting = waiting.filter((act) => act !== next)
  }
  const end = course
  return { ...end, outOfPlace: waiting.map((act) => ({ act, problems: standsAgainst(procedure, end, act, articleOf) })) }
}

/** May this act stand among the others: it must count, and every one that counted must still count. */
export function decideAct(procedure: Procedure, acts: readonly Act[], act: Act, articleOf: ArticleOf): Result<Course> {
  const others = acts.filter(({ id }) => id !== act.id)
  const before = runProcedure(procedure, acts, articleOf)
  const after = runProcedure(procedure, [...others, act], articleOf)
  const own = after.outOfPlace.find(({ act: { id } }) => id === act.id)
  return okUnless(own === undefined ? pushedOut(procedure, before.outOfPlace, after.outOfPlace) : own.problems, after)
}

/** What stands against taking an act back: nothing that counts may rest on it. */
export function decideWithdrawal(procedure: Procedure, acts: readonly Act[], id: string): readonly Problem[] {
  const rest = acts.filter((act) => act.id !== id)
  return pushedOut(procedure, runProcedure(procedure, acts).outOfPlace, runProcedure(procedure, rest).outOfPlace)
}

function pushedOut(procedure: Procedure, before: readonly OutOfPlace[], after: readonly OutOfPlace[]): Problem[] {
  const old = new Set(before.map(({ act }) => act.id))
  const fresh = after.filter(({ act }) => !old.has(act.id))
  if (fresh.length === 0) return []
  const said = (language: 'zh' | 'en'): string => fresh.map(({ act }) => `${nameOf(procedure, act.step)[language]} ${act.on}`).join(', ')
  return [problem('procedure.laterStepsStand', '/step', { steps: { zh: said('zh'), en: said('en') } })]
}

/** Every step that may be taken in the present states; guards that look at what is recorded are asked when it is recorded. */
export const nextSteps = (procedure: Procedure, course: Course): readonly StepRule[] =>
  procedure.steps.filter(
    (rule) => rule.from.includes(course.states[rule.track] ?? '') && !(rule.once === true && lastOf(course, rule.step) !== undefined),
  )
