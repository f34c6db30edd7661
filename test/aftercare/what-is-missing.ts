import type { Act } from '#shared/kernel/procedure'
import { FIRST } from './a-history.ts'

/**
 * What must have been done before a case may be closed, written down a second time, from the law and not from the program. Each part
 * answers what is wrong with the steps of a closed case, in the order they were taken.
 */
type Part = (taken: readonly Act[]) => string[]

const of = (act: Act | undefined, name: string): unknown => act?.doc[name]
const all = (taken: readonly Act[], step: string): Act[] => taken.filter((act) => act.step === step)
const behind = (taken: readonly Act[], act: Act, ...steps: readonly string[]): Act | undefined =>
  taken.slice(taken.indexOf(act) + 1).find(({ step }) => steps.includes(step))
const unless = (holds: boolean, what: string): string[] => (holds ? [] : [what])

const isOverturned = (taken: readonly Act[]): boolean =>
  taken.some(
    ({ step, doc }) =>
      (step === 'retestResult' && doc['conclusion'] === 'noNonconformityFound') ||
      (step === 'objectionDecision' && doc['outcome'] === 'upheld'),
  )

/** Opened first, closed last, and nothing outside of it. */
const frame: Part = (taken) => {
  const [open, close] = [taken[0], taken.at(-1)]
  return [
    ...unless(open?.step === 'open' && all(taken, 'open').length === 1, 'one case, opened first'),
    ...unless(close?.step === 'close' && all(taken, 'close').length === 1, 'closed once, at the end'),
    ...unless(
      taken.every(({ on }) => on <= (close?.on ?? '')),
      'nothing happens after the day it was closed',
    ),
    ...unless(
      taken.every(({ on }) => on >= (open?.on ?? '~')),
      'nothing happens before it was opened',
    ),
    ...all(taken, 'observation')
      .slice(-1)
      .flatMap(({ doc }) => unless(String(doc['until']) <= (close?.on ?? ''), 'the observation period is over')),
  ]
}

function recipientsOf([open]: readonly Act[]): string[] {
  const [sampled, producer] = ['sampledParty', 'labelledProducer'].map((party) => (of(open, party) as { name: string }).name)
  return [
    'sampledParty',
    ...(producer === sampled ? [] : ['labelledProducer']),
    ...(of(open, 'platform') === undefined ? [] : ['platform']),
  ]
}

function toldAndHeard(taken: readonly Act[], recipient: string): string[] {
  const notices = all(taken, 'notice').filter((act) => of(act, 'recipient') === recipient)
  const [notice] = notices
  if (notice === undefined) return unless(isOverturned(taken), `${recipient} is told`)
  const answers = taken.filter((act) => ['objection', 'lapse'].includes(act.step) && of(act, 'recipient') === recipient)
  return [
    ...unless(notices.length === 1, `${recipient} is told once`),
    ...unless(answers.length === 1, `${recipient} objects once or lets it lapse once`),
    ...unless(
      answers.every((act) => taken.indexOf(act) > taken.indexOf(notice) && act.on >= notice.on),
      `${recipient} is told before`,
    ),
  ]
}

const notices: Part = (taken) => [
  ...recipientsOf(taken).flatMap((recipient) => toldAndHeard(taken, recipient)),
  ...unless(
    all(taken, 'notice').every((act) => recipientsOf(taken).includes(String(of(act, 'recipient')))),
    'nobody else is told',
  ),
  ...all(taken, 'objection').flatMap((act) => unless(behind(taken, act, 'objectionDecision') !== undefined, 'every objection is decided')),
]

/** From the decision to retest to its end. */
function retestDone(taken: readonly Act[], decision: Act): string[] {
  const formalities = behind(taken, decision, 'retestFormalities', 'retestWaived', 'backupUnfit')
  if (formalities?.step !== 'retestFormalities') return unless(formalities !== undefined, 'formalities done, or waived')
  const lab = behind(taken, formalities, 'retestLab', 'backupUnfit')
  if (lab?.step !== 'retestLab') return unless(lab !== undefined, 'a laboratory named')
  return [
    ...unless(of(lab, 'lab') !== FIRST || of(lab, 'onlyQualified') === true, 'another laboratory'),
    ...unless(behind(taken, lab, 'retestResult', 'backupUnfit') !== undefined, 'a result, or the sample unfit'),
  ]
}

const retests: Part = (taken) => {
  const decisions = all(taken, 'objectionDecision').filter((act) => of(act, 'outcome') === 'retest')
  return [
    ...unless(decisions.length === 0 || of(taken[0], 'backupSample') === true, 'a retest needs a backup sample'),
    ...unless(all(taken, 'retestResult').length <= 1, 'one backup sample is tested once'),
    ...decisions.flatMap((decision) => retestDone(taken, decision)),
    ...all(taken, 'retestResult').flatMap((act) => unless(behind(taken, act, 'retestTold') !== undefined, 'the applicant was told')),
  ]
}

const WAYS = [
  'passed',
  'failed announcement passed',
  'failed announcement failed suspension passed',
  'failed announcement failed suspension failed revocation',
]

function rungOf(act: Act): string[] {
  if (act.step === 'recheck') return [of(act, 'result') === 'passed' ? 'passed' : 'failed']
  if (act.step === 'notRectified') return ['failed']
  return ['announcement', 'suspension', 'revocation'].includes(act.step) ? [act.step] : []
}

/** What follows a result that stands. */
const handling: Part = (taken) => {
  if (isOverturned(taken)) return []
  const [order] = all(taken, 'order')
  const ladder = taken.slice(order === undefined ? 0 : taken.indexOf(order)).flatMap(rungOf)
  return [
    ...unless(all(taken, 'stopSale').length > 0, 'sale stopped'),
    ...unless(all(taken, 'penalty').length === 1, 'penalty decided'),
    ...unless(all(taken, 'circular').length > 0, 'circular sent'),
    ...unless(all(taken, 'order').length === 1, 'ordered once'),
    ...unless(WAYS.includes(ladder.join(' ')), `the ladder is climbed rung by rung: ${ladder.join(' ')}`),
  ]
}

export const whatIsMissing: Part = (taken) => [frame, notices, retests, handling].flatMap((part) => part(taken))
