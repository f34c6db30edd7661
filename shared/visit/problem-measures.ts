import { textAt } from '../kernel/kind.ts'
import type { Measure } from '../kernel/measure.ts'
import { type Act, type Course, lastOf } from '../kernel/procedure.ts'
import { problemsIn } from './problems-in.ts'
import { confirmedAmount, countedBenefit } from './stated-benefit.ts'

/** The follow-up that found a problem solved: the first of those that say so without another word in between. */
export function solvingAct({ states, taken }: Course): Act | undefined {
  if (states['main'] !== 'solved') return undefined
  const followUps = taken.filter(({ step }) => step === 'followUp')
  return followUps[followUps.findLastIndex(({ doc }) => textAt(doc, 'state') !== 'solved') + 1]
}

/** The referral that stood when something happened. */
const referralBefore = ({ taken }: Course, act: Act): Act | undefined =>
  taken.slice(0, taken.indexOf(act)).findLast(({ step }) => step === 'refer')

interface Effect {
  readonly act: Act | undefined
  readonly name: 'Solved' | 'Benefit'
  readonly on: string
  readonly amount: number
}

/** What has come of a problem: solved while it stands so, and the benefit that the enterprise confirmed, on the day it did. */
function effectsOf(course: Course): readonly (Effect & { readonly act: Act })[] {
  const solved = solvingAct(course)
  const counted = countedBenefit(course)
  const effects: readonly Effect[] = [
    { act: solved, name: 'Solved', on: solved?.on ?? '', amount: 1 },
    {
      act: counted?.act,
      name: 'Benefit',
      on: textAt(counted?.benefit, 'confirmedOn'),
      amount: counted === undefined ? 0 : confirmedAmount(counted.benefit),
    },
  ]
  return effects.filter((effect): effect is Effect & { readonly act: Act } => effect.act !== undefined)
}

const ON_VISIT = { Solved: 'problemSolved', Benefit: 'benefit' } as const

/**
 * What a problem counts: that it was raised, solved, and what it brought, by kind of visit; of one that was referred to a station also
 * as help of the one-stop service, by element of quality infrastructure.
 */
export function measuresOfProblem(course: Course, subject: string): readonly Measure[] {
  const raise = lastOf(course, 'raise')
  if (raise === undefined || !problemsIn(raise.doc).some(({ id }) => id === subject)) return []
  const shared = { enterprise: textAt(raise.doc, 'enterprise', 'enterpriseId'), key: '', region: textAt(raise.doc, 'region') }
  const onVisit = { ...shared, group: textAt(raise.doc, 'kind') }
  const atStation = (refer: Act) => ({ ...shared, group: textAt(refer.doc, 'element') })
  const services = course.taken.filter(({ step }) => step === 'refer')
  return [
    { ...onVisit, name: 'problemRaised', on: raise.on, amount: 1, record: raise.id },
    ...services.map((act) => ({ ...atStation(act), name: 'nqiService', on: act.on, amount: 1, record: act.id })),
    ...effectsOf(course).flatMap(({ act, name, on, amount }) => {
      const refer = referralBefore(course, act)
      const effect = { on, amount, record: act.id }
      const visited = { ...onVisit, ...effect, name: ON_VISIT[name] }
      return refer === undefined ? [visited] : [visited, { ...atStation(refer), ...effect, name: `nqi${name}` }]
    }),
  ]
}
