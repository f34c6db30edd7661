import type { Bilingual } from '../kernel/bilingual.ts'
import { type Loose, textAt } from '../kernel/kind.ts'
import { type Act, type Course, lastOf } from '../kernel/procedure.ts'
import type { Recipient } from './case-step.ts'

export const RECIPIENTS: Readonly<Record<Recipient, Bilingual>> = {
  sampledParty: { zh: '被抽样生产者、销售者', en: 'the sampled party' },
  labelledProducer: { zh: '标称生产者', en: 'the labelled producer' },
  platform: { zh: '电子商务平台', en: 'the e-commerce platform' },
}

export const recipientName = (recipient: string): Bilingual => RECIPIENTS[recipient as Recipient] ?? { zh: recipient, en: recipient }

/** The case as it was opened. */
export const caseOf = (course: Course): Loose => lastOf(course, 'open')?.doc ?? {}

/** The same party: by its code where both have one, else by its name. */
function isSameParty(aftercareCase: Loose): boolean {
  const [sampled, producer] = ['sampledParty', 'labelledProducer'].map((party) => textAt(aftercareCase, party, 'uscc'))
  if (sampled !== undefined && sampled !== '' && producer !== '') return sampled === producer
  return textAt(aftercareCase, 'sampledParty', 'name').trim() === textAt(aftercareCase, 'labelledProducer', 'name').trim()
}

/** Who must be told: Order 18 art. 35. The labelled producer when another than the sampled party, the platform when it was bought online. */
export function recipientsOf(aftercareCase: Loose): readonly Recipient[] {
  const producer = textAt(aftercareCase, 'labelledProducer', 'name')
  return [
    'sampledParty',
    ...(producer === '' || isSameParty(aftercareCase) ? [] : (['labelledProducer'] as const)),
    ...(textAt(aftercareCase, 'platform') === '' ? [] : (['platform'] as const)),
  ]
}

const about = (step: string, recipient: string) => (act: Act) => act.step === step && textAt(act.doc, 'recipient') === recipient

export const noticeTo = (course: Course, recipient: string): Act | undefined => course.taken.find(about('notice', recipient))

/** What settled the right to object: an objection, or its lapse. */
export const settlementOf = (course: Course, recipient: string): Act | undefined =>
  course.taken.find((act) => about('objection', recipient)(act) || about('lapse', recipient)(act))
