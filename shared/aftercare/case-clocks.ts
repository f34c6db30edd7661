import { textAt } from '../kernel/kind.ts'
import { type Act, type Course, lastOf, type StartedClock } from '../kernel/procedure.ts'
import { overturning, retestDecision } from './objections.ts'
import { caseOf, settlementOf } from './recipients.ts'

const first = (course: Course, ...steps: readonly string[]): Act | undefined => course.taken.find((act) => steps.includes(act.step))
const after = (course: Course, start: Act | undefined, ...steps: readonly string[]): Act | undefined =>
  course.taken.slice(start === undefined ? 0 : course.taken.indexOf(start) + 1).find((act) => steps.includes(act.step))

type Clock = readonly [rule: string, from: Act | undefined, until: Act | undefined]

const started = (clocks: readonly Clock[]): StartedClock[] =>
  clocks.flatMap(([rule, from, until]) =>
    from === undefined ? [] : [{ rule, about: '', from: from.on, endedOn: until === undefined ? null : until.on }],
  )

/** One clock for each notice that was served: the right to object of whoever was told. */
function objectionClocks(course: Course, rules: readonly string[]): StartedClock[] {
  return course.taken
    .filter(({ step }) => step === 'notice')
    .flatMap((notice) => {
      const about = textAt(notice.doc, 'recipient')
      return rules.map((rule) => ({ rule, about, from: notice.on, endedOn: settlementOf(course, about)?.on ?? null }))
    })
}

/** One clock for each objection: whoever objected waits for the decision. */
function decisionClocks(course: Course, rule: string): StartedClock[] {
  const objections = course.taken.filter(({ step }) => step === 'objection')
  return objections.map((act) => {
    const decision = after(course, act, 'objectionDecision')
    return { rule, about: textAt(act.doc, 'recipient'), from: act.on, endedOn: decision?.on ?? null }
  })
}

/** What ends a clock of the handling: its own step, or the result being taken back. */
function untilDone(course: Course, start: Act | undefined, ...steps: readonly string[]): Act | undefined {
  const [own, back] = [after(course, start, ...steps), overturning(course)]
  if (own === undefined || back === undefined) return own ?? back
  return course.taken.indexOf(own) < course.taken.indexOf(back) ? own : back
}

/** Order 18: calendar days. */
function industrialClocks(course: Course): StartedClock[] {
  const [decision, order, announcement] = [retestDecision(course), lastOf(course, 'order'), lastOf(course, 'announcement')]
  const formalities = lastOf(course, 'retestFormalities')
  const closed = lastOf(course, 'close')
  return [
    ...objectionClocks(course, ['objection']),
    ...started([
      ['retestFormalities', decision, after(course, decision, 'retestFormalities', 'retestWaived', 'backupUnfit')],
      ['retestLabChosen', formalities, after(course, formalities, 'retestLab', 'backupUnfit')],
      ['rectification', order, untilDone(course, order, 'rectification', 'recheck', 'notRectified')],
      ['recheck', order, untilDone(course, order, 'recheck', 'notRectified')],
      ['secondRecheck', announcement, untilDone(course, announcement, 'recheck', 'notRectified')],
      ['paperRetention', closed, undefined],
    ]),
  ]
}

/** Order 15: working days. */
function foodClocks(course: Course): StartedClock[] {
  const opened = lastOf(course, 'open')
  const [decision, lab, result] = [retestDecision(course), lastOf(course, 'retestLab'), lastOf(course, 'retestResult')]
  return [
    ...objectionClocks(course, ['foodRetestApplication', 'foodObjectionOther']),
    ...decisionClocks(course, 'foodRetestDecided'),
    ...started([
      ['foodNoticeServed', opened, first(course, 'notice')],
      ['foodRetestLabChosen', decision, after(course, decision, 'retestLab', 'backupUnfit', 'retestWaived')],
      ['foodRetestConclusion', lab, after(course, lab, 'retestResult', 'backupUnfit')],
      ['foodRetestTold', result, after(course, result, 'retestTold')],
      ['foodHandling', opened, lastOf(course, 'close')],
    ]),
  ]
}

/** Every clock that the steps of a case started, and when it was stopped; when each runs out is for rules and calendar to say. */
export const caseClocks = (course: Course): readonly StartedClock[] =>
  textAt(caseOf(course), 'regime') === 'food' ? foodClocks(course) : industrialClocks(course)
