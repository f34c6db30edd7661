import { type Loose, textAt } from '../kernel/kind.ts'
import type { Measure } from '../kernel/measure.ts'
import { listAt } from './problems-in.ts'

const numberAt = (doc: Loose, name: string): number => (typeof doc[name] === 'number' ? doc[name] : 0)
const sum = (list: readonly Loose[], name: string): number => list.reduce((total, item) => total + numberAt(item, name), 0)

/** Experts who came: a person named twice came once. */
const helpersOf = (doc: Loose): number =>
  new Set(listAt(doc, 'helpers').map((helper) => textAt(helper, 'adviserId') || textAt(helper, 'name'))).size

/**
 * What a visit counts: itself (家次, and its enterprise as 家), the activity of its team (场次), the experts (人次), trained managers and
 * trained workers apart (人次). `group` is the kind of visit.
 */
export function measuresOfVisit(doc: Loose, id: string): readonly Measure[] {
  const trainings = listAt(doc, 'trainings')
  const shared = {
    group: textAt(doc, 'kind'),
    enterprise: textAt(doc, 'enterprise', 'enterpriseId'),
    key: '',
    region: textAt(doc, 'region'),
    on: textAt(doc, 'on'),
    record: id,
  }
  const team = textAt(doc, 'teamId')
  const activity = textAt(doc, 'activity')
  return [
    { ...shared, name: 'visit', amount: 1 },
    {
      ...shared,
      name: 'teamActivity',
      key: activity === '' ? id : `${team} ${textAt(doc, 'on')} ${activity}`,
      amount: team === '' ? 0 : 1,
    },
    { ...shared, name: 'expert', amount: helpersOf(doc) },
    { ...shared, name: 'trainedManager', amount: sum(trainings, 'managers') },
    { ...shared, name: 'trainedWorker', amount: sum(trainings, 'workers') },
  ].filter(({ amount }) => amount > 0)
}
