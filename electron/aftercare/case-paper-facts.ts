import { getRecord } from '#db/kernel/records'
import { AFTERCARE } from '#shared/aftercare/aftercare-case'
import { type ClockDays, type ClockLaw, clockDays } from '#shared/aftercare/clock-days'
import { noticeTo } from '#shared/aftercare/recipients'
import { type Loose, textAt } from '#shared/kernel/kind'
import type { Course } from '#shared/kernel/procedure'
import { courseOf } from '../kernel/course.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { clockLaw } from './clock-law.ts'

interface Asked {
  readonly id: string
  readonly kind: string
  readonly doc: Loose
}

interface Term {
  readonly zh: string
  readonly en: string
}

const UNITS: Readonly<Record<string, Term>> = {
  calendarDays: { zh: '日', en: ' days' },
  workingDays: { zh: '个工作日', en: ' working days' },
  hours: { zh: '小时', en: ' hours' },
  months: { zh: '个月', en: ' months' },
}

function termOf({ rule }: ClockDays): Term {
  if (rule === null) return { zh: '法定期限', en: 'the time the law gives' }
  const unit = UNITS[rule.unit] ?? { zh: '', en: '' }
  return { zh: `${String(rule.amount)}${unit.zh}`, en: `${String(rule.amount)}${unit.en}` }
}

/** A clock that the paper speaks of: its length always, its days once the step that starts it was taken. */
function deadline(law: ClockLaw, rule: string, from: string, today: string) {
  const days = clockDays(law, rule, from === '' ? today : from)
  const due = from === '' || days.due === null ? {} : { from: from.slice(0, 10), due: days.due.slice(0, 10) }
  return { term: termOf(days), article: days.rule?.article ?? { zh: '/', en: '/' }, ...due }
}

/** The newest step of each name; the record itself is the step that is printed, and the notice is the one to whom the paper goes. */
function stepsOf(course: Course, { kind, doc }: Asked, recipient: string): Record<string, Loose> {
  const taken = Object.fromEntries(course.taken.map((act) => [act.step, act.doc]))
  const notice = noticeTo(course, recipient)?.doc
  const { notice: _newest, ...others } = taken
  const own = kind === 'caseStep' ? { [textAt(doc, 'step')]: doc } : {}
  return { ...others, ...(notice === undefined ? {} : { notice }), ...own }
}

function addresseeOf(aftercareCase: Loose, steps: Readonly<Record<string, Loose>>, recipient: string): Record<string, string> {
  const party = aftercareCase[recipient]
  const name = textAt(steps['notice'], 'name') || textAt(party, 'name') || textAt(aftercareCase, 'platform')
  return { name, address: textAt(party, 'address'), uscc: textAt(party, 'uscc'), phone: textAt(party, 'phone') }
}

/** What the papers of a case say beyond its record: the case, its steps, the clocks, and to whom they go. Also for the record of one step. */
export function casePaperFacts(world: World, asked: Asked) {
  const { id, kind, doc } = asked
  const caseId = kind === 'caseStep' ? textAt(doc, 'case') : id
  const aftercareCase: Loose = kind === 'caseStep' ? (getRecord(world.db, caseId)?.doc ?? {}) : doc
  const recipient = (kind === 'caseStep' && textAt(doc, 'recipient')) || 'sampledParty'
  const steps = stepsOf(courseOf(world, AFTERCARE, caseId), asked, recipient)
  const [law, today, isFood] = [clockLaw(world), dayOf(world), textAt(aftercareCase, 'regime') === 'food']
  const day = (step: string): string => textAt(steps[step], 'on')
  return {
    addressee: addresseeOf(aftercareCase, steps, recipient),
    subject: { case: aftercareCase, steps } as { case: never; steps: Record<string, never> },
    deadlines: {
      objection: deadline(law, isFood ? 'foodRetestApplication' : 'objection', day('notice'), today),
      retestFormalities: deadline(law, 'retestFormalities', '', today),
      rectification: deadline(law, 'rectification', day('order'), today),
      recheck: deadline(law, 'recheck', day('order'), today),
    },
  }
}
