import { type Loose, textAt } from '../kernel/kind.ts'
import { problem } from '../kernel/result.ts'
import { type Deduction, deduct, eachRecord, listIn, type RecordOfFile } from './case-file.ts'

const signed = (doc: Loose, role: string, name?: string): boolean =>
  listIn(doc, 'signatures').some(
    (one) => textAt(one, 'role') === role && (name === undefined || textAt(one, 'name').trim() === name.trim()),
  )

const PAPERS: readonly string[] = ['samplingSheet', 'siteReport']

/** Who has to sign: every sampler; the inspected party where a sample was taken; a witness where there is one. Order 18 arts. 19, 21. */
function wanted({ kind, doc }: RecordOfFile): readonly (readonly [role: string, name: string | undefined])[] {
  const samplers = listIn(doc, 'samplers').map((sampler) => ['sampler', textAt(sampler, 'name')] as const)
  const witness = textAt(doc, 'witness', 'name')
  return [
    ...samplers,
    ...(kind === 'samplingSheet' ? [['inspectedParty', undefined] as const] : []),
    ...(witness === '' ? [] : [['witness', undefined] as const]),
  ]
}

function inspect(record: RecordOfFile): readonly Deduction[] {
  const { kind, doc, contentHash } = record
  if (!PAPERS.includes(kind)) return []
  const missing = wanted(record)
    .filter(([role, name]) => !signed(doc, role, name))
    .map(([role, name = '']) => deduct(record, 'serious', problem('review.signatureMissing', '/signatures', { role, name })))
  const outdated = listIn(doc, 'signatures').flatMap((one, index) => {
    if (contentHash === null || textAt(one, 'over') === contentHash) return []
    const facts = { role: textAt(one, 'role'), name: textAt(one, 'name') }
    return [deduct(record, 'serious', problem('review.signatureOutdated', `/signatures/${String(index)}`, facts))]
  })
  return [...missing, ...outdated]
}

export const inspectSignatures = eachRecord(inspect)
