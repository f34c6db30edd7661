import type { Bilingual } from '../kernel/bilingual.ts'
import { textAt } from '../kernel/kind.ts'
import { type Act, lastOf, type Moment, type StepRule } from '../kernel/procedure.ts'
import { type Problem, problem } from '../kernel/result.ts'
import { CASE_STATES } from './case-states.ts'
import { missingSteps } from './closing.ts'
import { hasBackup, isObjectionPending } from './objections.ts'
import { caseOf, noticeTo, recipientName, recipientsOf, settlementOf } from './recipients.ts'

type Named = Pick<StepRule, 'name' | 'article'>
/** What stands against a step from the course alone; told with the name and article of the step. */
export type Guard = (moment: Moment, named: Named) => readonly Problem[]

const recipientOf = ({ act }: Moment): string => textAt(act, 'recipient')

/** A right to object exists once the notice was served, and is used once. */
export const mayObject: Guard = (moment) => {
  const { course, articleOf } = moment
  const recipient = recipientName(recipientOf(moment))
  if (noticeTo(course, recipientOf(moment)) === undefined)
    return [problem('aftercare.notNoticed', '/recipient', { recipient, article: articleOf('caseNotice') })]
  const settled = settlementOf(course, recipientOf(moment))
  return settled === undefined ? [] : [problem('aftercare.settledAlready', '/recipient', { recipient, on: settled.on })]
}

export const mayBeTold: Guard = (moment) => {
  const recipient = recipientName(recipientOf(moment))
  if (!recipientsOf(caseOf(moment.course)).some((one) => one === recipientOf(moment)))
    return [problem('aftercare.noSuchRecipient', '/recipient', { recipient })]
  const before = noticeTo(moment.course, recipientOf(moment))
  return before === undefined ? [] : [problem('aftercare.noticedAlready', '/recipient', { recipient, on: before.on })]
}

export const noObjectionPending: Guard = ({ course, articleOf }) =>
  isObjectionPending(course) ? [problem('aftercare.objectionPending', '/step', { article: articleOf('caseObjection') })] : []

/** Nobody is fined for a result that was taken back, or that somebody still disputes. */
export const mayPenalise: Guard = (moment, named) =>
  moment.course.states['main'] === 'overturned' ? [notInState(named, moment, 'main')] : noObjectionPending(moment, named)

/** Order 18 art. 40: only a backup sample that is there and sound can be tested again, and only once. */
export const retestNeedsBackup: Guard = ({ act, course, articleOf }) =>
  textAt(act, 'outcome') === 'retest' && !hasBackup(course, caseOf(course)['backupSample'] === true)
    ? [problem('aftercare.noBackup', '/outcome', { article: articleOf('caseBackup') })]
    : []

/** Order 18 art. 39: another laboratory, unless only one is qualified. */
export const anotherLab: Guard = ({ act, course, articleOf }) => {
  const lab = textAt(act, 'lab')
  const same = lab.trim() === textAt(caseOf(course), 'firstLab').trim() && act['onlyQualified'] !== true
  return same ? [problem('aftercare.sameLab', '/lab', { lab, article: articleOf('caseRetestLab') })] : []
}

export const afterRetest: Guard = (moment, named) =>
  lastOf(moment.course, 'retestResult') === undefined ? [notInState(named, moment, 'objection')] : []

export const mayClose: Guard = ({ act, course, articleOf }) => {
  const missing = missingSteps(course)
  const until = textAt(lastOf(course, 'observation')?.doc, 'until')
  const found: Problem[] = []
  if (missing.length > 0) {
    const steps = { zh: missing.map(({ zh }) => zh).join('、'), en: missing.map(({ en }) => en).join('; ') }
    found.push(problem('aftercare.closingIncomplete', '/step', { steps, article: articleOf('caseClosing') }))
  }
  if (until > textAt(act, 'on')) found.push(problem('aftercare.observationRuns', '/on', { until }))
  return found
}

function notInState({ name, article }: Named, { course, articleOf }: Moment, track: 'main' | 'objection'): Problem {
  const known: Readonly<Record<string, Bilingual>> = CASE_STATES[track]
  const state = course.states[track] ?? ''
  return problem('procedure.notInState', '/step', {
    step: name,
    state: known[state] ?? { zh: state, en: state },
    article: articleOf(article),
  })
}

const later = (a: Act | undefined, b: Act): Act => (a === undefined || b.on >= a.on ? b : a)

/**
 * What every step but the first needs: a case, and no step before the one it waited for. Acts are taken by their day, so one that could
 * be taken only behind a later day rests on what happened that day, whichever track that was on.
 */
export const standsInOrder =
  (nameOf: (act: Act) => Bilingual): Guard =>
  (moment, named) => {
    const { act, course } = moment
    if (lastOf(course, 'open') === undefined) return [notInState(named, moment, 'main')]
    const on = textAt(act, 'on')
    const latest = course.taken.reduce<Act | undefined>(later, undefined)
    if (latest === undefined || on >= latest.on) return []
    return [problem('procedure.beforeItsCause', '/on', { on, step: named.name, cause: nameOf(latest), day: latest.on })]
  }
