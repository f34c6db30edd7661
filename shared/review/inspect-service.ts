import { textAt } from '../kernel/kind.ts'
import { problem } from '../kernel/result.ts'
import { type Deduction, deduct, eachRecord, type RecordOfFile } from './case-file.ts'

/** 送达回证: a notice without a receipt, a photo or a tracking page starts no clock that anybody could prove. */
function inspect(record: RecordOfFile): readonly Deduction[] {
  const isNotice = record.kind === 'caseStep' && textAt(record.doc, 'step') === 'notice'
  if (!isNotice || record.files.length > 0) return []
  return [deduct(record, 'serious', problem('review.noProofOfService', '', { name: textAt(record.doc, 'name') }))]
}

export const inspectService = eachRecord(inspect)
