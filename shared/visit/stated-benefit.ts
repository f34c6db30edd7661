import { confirmedFen, fenOf } from '../enterprise/benefit.ts'
import { type Loose, textAt } from '../kernel/kind.ts'
import type { Act, Course } from '../kernel/procedure.ts'

/** A benefit as a step states it. */
export interface StatedBenefit {
  readonly act: Act
  readonly benefit: Loose
}

/** What a step says of a benefit; null where it says nothing. */
export function benefitOf(doc: Loose): Loose | null {
  const { benefit } = doc
  return benefit !== null && typeof benefit === 'object' ? (benefit as Loose) : null
}

const YUAN = /^\d{1,12}(\.\d{1,2})?$/

/** Fen of an amount; 0 for what is none. */
export const amountOf = (benefit: Loose): number => (YUAN.test(textAt(benefit, 'yuan')) ? fenOf(textAt(benefit, 'yuan')) : 0)

/** Fen that count: of an amount that the enterprise confirmed. */
export const confirmedAmount = (benefit: Loose): number => (amountOf(benefit) === 0 ? 0 : confirmedFen(benefit))

const statements = ({ taken }: Course): StatedBenefit[] =>
  taken.flatMap((act) => {
    const benefit = benefitOf(act.doc)
    return benefit === null || act.step === 'raise' ? [] : [{ act, benefit }]
  })

/** The benefit as it was said last. A later statement replaces the one before; they are never added up. */
export const lastBenefit = (course: Course): StatedBenefit | undefined => statements(course).at(-1)

/** The one that counts: said last of those that the enterprise confirmed. */
export const countedBenefit = (course: Course): StatedBenefit | undefined =>
  statements(course).findLast(({ benefit }) => confirmedAmount(benefit) > 0)
