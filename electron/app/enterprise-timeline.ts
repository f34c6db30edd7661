import type { Fact, TimelineGroup } from '#shared/enterprise/portrait-contract'
import { type Loose, textAt } from '#shared/kernel/kind'
import { listAt, prescriptionsFor, problemsIn } from '#shared/visit/problems-in'
import type { TimelinePart } from '../enterprise/parts.ts'

const fact = (code: string, facts: Fact['facts'] = {}): Fact => ({ code, facts })
const part = (group: TimelineGroup, said: (doc: Loose) => Fact | null): TimelinePart => ({
  mayBe: [group],
  groups: () => [group],
  fact: said,
})

const sum = (list: readonly Loose[], name: string): number =>
  list.reduce((total, item) => total + (typeof item[name] === 'number' ? item[name] : 0), 0)

const productOf = (doc: Loose): string =>
  [textAt(doc, 'product', 'name') || textAt(doc, 'product', 'kind'), textAt(doc, 'product', 'model')].filter((one) => one !== '').join(' ')

const visit: TimelinePart = {
  mayBe: ['visits', 'prescriptions'],
  groups: (doc) => (listAt(doc, 'prescriptions').length > 0 ? ['visits', 'prescriptions'] : ['visits']),
  fact: (doc) => {
    const trainings = listAt(doc, 'trainings')
    return fact('visit', {
      problems: problemsIn(doc).length,
      prescriptions: problemsIn(doc).reduce((total, { id }) => total + prescriptionsFor(doc, id).length, 0),
      managers: sum(trainings, 'managers'),
      workers: sum(trainings, 'workers'),
    })
  },
}

/** Of a task with many targets, the checks of this enterprise. */
const task: TimelinePart = {
  mayBe: ['checks'],
  groups: () => ['checks'],
  fact: (doc) => fact('task', { product: textAt(doc, 'productKind') }),
  subjects: (doc, members) =>
    new Set(
      listAt(doc, 'targets')
        .filter((target) => members.has(textAt(target, 'enterpriseId')))
        .map((target) => textAt(target, 'check')),
    ),
}

const EVENT_GROUPS: Readonly<Record<string, TimelineGroup>> = {
  complaint: 'complaints',
  incident: 'complaints',
  penalty: 'complaints',
  honour: 'honours',
  commitment: 'honours',
}
const event: TimelinePart = {
  mayBe: ['complaints', 'honours'],
  groups: (doc) => [EVENT_GROUPS[textAt(doc, 'type')] ?? 'complaints'],
  fact: (doc) => fact(`event.${textAt(doc, 'type')}`, { outcome: textAt(doc, 'outcome') || '/' }),
}

/** How every kind of record that can name an enterprise stands on its timeline. */
export const enterpriseTimeline: Readonly<Record<string, TimelinePart>> = {
  samplingSheet: part('checks', (doc) => fact('product', { product: productOf(doc) })),
  siteReport: part('checks', (doc) => fact(`siteReport.${textAt(doc, 'outcome')}`, { product: productOf(doc) })),
  spotCheckTask: task,
  aftercareCase: part('cases', (doc) => fact(`verdict.${textAt(doc, 'verdict')}`, { product: productOf(doc) })),
  visit,
  problemStep: {
    mayBe: ['visits', 'prescriptions'],
    groups: () => ['visits', 'prescriptions'],
    fact: (doc) => fact(`problemStep.${textAt(doc, 'step')}`),
  },
  serviceAgreement: part('visits', (doc) => fact('until', { day: textAt(doc, 'validTo') })),
  facilityUse: part('visits', (doc) => fact(`facilityUse.${textAt(doc, 'type')}`, { facility: textAt(doc, 'facilityName') })),
  certificationCase: part('certificates', (doc) => fact('standard', { standard: textAt(doc, 'standard') || '/' })),
  certificationStep: part('certificates', () => null),
  certificate: part('certificates', (doc) => fact('expires', { day: textAt(doc, 'expiresOn'), body: textAt(doc, 'body') })),
  creditEvent: event,
  enterpriseMerge: part('directory', (doc) => fact('merged', { reason: textAt(doc, 'reason') })),
}
