import { textAt } from '../kernel/kind.ts'
import { problem } from '../kernel/result.ts'
import { type CaseFile, type Deduction, deduct, type Inspection } from './case-file.ts'

/** 错 or 改了 explains nothing to somebody who was not there. */
const LEAST_REASON = 4

const explains = (reason: string): boolean => Array.from(reason.trim()).length >= LEAST_REASON

const voided = ({ voided: records }: CaseFile): Deduction[] =>
  records
    .filter(({ reason }) => !explains(reason))
    .map((record) => deduct(record, 'remark', problem('review.voidUnexplained', '', { title: record.title, reason: record.reason })))

const corrected = ({ records }: CaseFile): Deduction[] =>
  records.flatMap((record) =>
    record.corrections
      .filter((reason) => !explains(reason))
      .map((reason) => deduct(record, 'remark', problem('review.correctionUnexplained', '', { reason }))),
  )

const aside = ({ records }: CaseFile): Deduction[] =>
  records.flatMap((record) =>
    record.aside === null
      ? []
      : [deduct(record, 'serious', problem('review.stepOutOfPlace', record.aside.problems[0]?.path ?? '', { step: record.aside.step }))],
  )

/** Too late, or before its time: by another calendar than the one it was recorded with, or on a laptop that had none. */
const untimely = ({ records }: CaseFile): Deduction[] =>
  records.flatMap((record) =>
    record.untimely.map(({ path, facts }) => {
      const { due = '', first = '' } = facts as { readonly due?: string; readonly first?: string }
      return deduct(
        record,
        'serious',
        problem('review.stepUntimely', path, { due: due === '' ? first : due, on: textAt(record.doc, 'on') }),
      )
    }),
  )

/** Two laptops may each have opened one; the later is closed by making it void. */
function secondCase({ records }: CaseFile): Deduction[] {
  const [first, ...others] = records.filter(({ kind }) => kind === 'aftercareCase').toSorted((a, b) => a.id.localeCompare(b.id))
  return others.map((record) => deduct(record, 'serious', problem('review.secondCase', '', { no: textAt(first?.doc, 'no') })))
}

export const inspectChanges: Inspection = (file) => [
  ...aside(file),
  ...untimely(file),
  ...voided(file),
  ...corrected(file),
  ...secondCase(file),
]
