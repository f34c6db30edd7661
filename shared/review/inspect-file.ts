import type { CaseFile, Deduction, Inspection } from './case-file.ts'
import { inspectBlanks } from './inspect-blanks.ts'
import { inspectChanges } from './inspect-changes.ts'
import { inspectDates } from './inspect-dates.ts'
import { inspectNames } from './inspect-names.ts'
import { inspectPhotos } from './inspect-photos.ts'
import { inspectService } from './inspect-service.ts'
import { inspectSignatures } from './inspect-signatures.ts'
import type { Finding } from './review-contract.ts'

const INSPECTIONS: readonly Inspection[] = [
  inspectSignatures,
  inspectNames,
  inspectDates,
  inspectService,
  inspectPhotos,
  inspectChanges,
  inspectBlanks,
]

const toFinding = ({ record, recordTitle, weight, problem: { code, path, facts } }: Deduction): Finding => ({
  code,
  path,
  facts,
  weight,
  record,
  recordTitle,
})

/** 案卷自查: what a reviewer would deduct for, what would bring the file back first. */
export function inspectFile(file: CaseFile): Finding[] {
  const all = INSPECTIONS.flatMap((inspection) => inspection(file))
  return (['serious', 'remark'] as const).flatMap((weight) => all.filter((one) => one.weight === weight)).map(toFinding)
}
