import { usccProblemsAt } from '../enterprise/decide-enterprise.ts'
import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import { normalizeUscc } from '../enterprise/uscc.ts'
import type { DeepPartial } from '../kernel/draft-schema.ts'
import { parseSealed } from '../kernel/kind.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import { okUnless, type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import type { Law, LawNumber, SamplingRule } from '../reference/reference.ts'
import { type SamplingSheet, type Signature, samplingSheetKind } from './sampling-sheet.ts'

/** The article stands in the facts, from reference data: the law can change without the program. */
interface Lawful {
  readonly article: LawNumber['article']
}

export type SubmitSheetProblem =
  | FieldProblem
  | EnterpriseProblem
  | Problem<'spotCheck.tooFewSamplers', Lawful & { readonly have: number; readonly needed: number }>
  | Problem<'spotCheck.sameSamplerTwice', Lawful & { readonly name: string }>
  | Problem<'spotCheck.baseTooSmall', Lawful & { readonly have: number; readonly needed: number }>
  | Problem<'spotCheck.sealMissing', Lawful & { readonly sample: 'test' | 'backup' }>
  | Problem<'spotCheck.sealsAlike', Lawful>
  | Problem<'spotCheck.signatureMissing', Lawful & { readonly role: Signature['role']; readonly name: string }>
  | Problem<'spotCheck.signatureOutdated', { readonly role: Signature['role']; readonly name: string }>
  | Problem<'spotCheck.itemWithoutLimit', { readonly name: string }>
  | Problem<'spotCheck.partyWithoutCode', Record<string, never>>
  | Problem<'spotCheck.dateInFuture', { readonly today: string }>

export interface SubmitFacts {
  /** The rule of the product kind; null when the directory has none, then only the law's own numbers count. */
  readonly rule: SamplingRule | null
  readonly law: Law
  /** sha256 of the content as it stands now; a signature over another content is outdated. */
  readonly contentHash: string
  /** Today's local date on the device. */
  readonly today: string
  /** A correction keeps the signatures of the sheet it corrects; its paper says which content they stand under. */
  readonly signaturesMayBeOlder?: boolean
}

type Found = readonly SubmitSheetProblem[]
export type SheetDraft = DeepPartial<SamplingSheet>

/** Order 18 art. 16: at least two samplers, two different people. */
function samplerProblems({ samplers = [] }: SheetDraft, law: Law): Found {
  const names = samplers.flatMap(({ name }) => (name === undefined || name.trim() === '' ? [] : [name.trim()]))
  const { article, value: needed } = law.minimumSamplers
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return [problem('spotCheck.sameSamplerTwice', '/samplers', { name: twice, article })]
  return names.length < needed ? [problem('spotCheck.tooFewSamplers', '/samplers', { have: names.length, needed, article })] : []
}

/** Order 18 art. 18: a stock too small is not sampled. */
function baseProblems({ sampling = {} }: SheetDraft, { rule, law }: SubmitFacts): Found {
  const { base: have, testQuantity = 0, backupQuantity = 0 } = sampling
  const needed = Math.max(rule?.baseMinimum ?? 0, testQuantity + backupQuantity)
  return have !== undefined && have < needed
    ? [problem('spotCheck.baseTooSmall', '/sampling/base', { have, needed, article: law.baseRequired.article })]
    : []
}

const blank = (text: string | undefined): boolean => text === undefined || text.trim() === ''

/** Order 18 art. 23: test sample and backup sample are sealed separately. */
function sealProblems({ sampling = {} }: SheetDraft, law: Law): Found {
  const { article } = law.sealsRequired
  const { testSealNo, backupSealNo, backupQuantity = 0 } = sampling
  const found: SubmitSheetProblem[] = []
  if (blank(testSealNo)) found.push(problem('spotCheck.sealMissing', '/sampling/testSealNo', { sample: 'test', article }))
  if (backupQuantity === 0) return found
  if (blank(backupSealNo)) found.push(problem('spotCheck.sealMissing', '/sampling/backupSealNo', { sample: 'backup', article }))
  else if (backupSealNo === testSealNo) found.push(problem('spotCheck.sealsAlike', '/sampling/backupSealNo', { article }))
  return found
}

/** Order 18 art. 19: samplers and the inspected party sign; a signature stands under the content it was drawn under. */
function signatureProblems(
  { signatures = [], samplers = [] }: SheetDraft,
  { law, contentHash, signaturesMayBeOlder = false }: SubmitFacts,
): Found {
  const { article } = law.signaturesRequired
  const signed = (role: Signature['role'], name?: string): boolean =>
    signatures.some((signature) => signature.role === role && (name === undefined || signature.name?.trim() === name.trim()))
  const unsigned = samplers
    .filter(({ name }) => !blank(name) && !signed('sampler', name))
    .map(({ name = '' }) => problem('spotCheck.signatureMissing', '/signatures', { role: 'sampler' as const, name, article }))
  const missing = signed('inspectedParty')
    ? []
    : [problem('spotCheck.signatureMissing', '/signatures', { role: 'inspectedParty' as const, name: '', article })]
  const outdated = signatures
    .filter(({ over }) => !signaturesMayBeOlder && over !== contentHash)
    .map(({ role = 'sampler', name = '' }) => problem('spotCheck.signatureOutdated', '/signatures', { role, name }))
  return [...unsigned, ...missing, ...outdated]
}

function contentProblems({ items = [], inspectedParty = {}, sampling = {} }: SheetDraft, today: string): Found {
  const found: SubmitSheetProblem[] = items.flatMap((item, index) => {
    const complete = item.requirement === 'qualitative' ? !blank(item.expected) : !blank(item.low) || !blank(item.high)
    return complete ? [] : [problem('spotCheck.itemWithoutLimit', `/items/${String(index)}`, { name: item.name ?? '' })]
  })
  if (blank(inspectedParty.uscc) && blank(inspectedParty.noUsccReason))
    found.push(problem('spotCheck.partyWithoutCode', '/inspectedParty/uscc', {}))
  if ((sampling.date ?? '') > today) found.push(problem('spotCheck.dateInFuture', '/sampling/date', { today }))
  return found
}

/** The code of a party as the standard writes it; done before anything is checked, signed or stored. */
const normalizeParty = <P extends { readonly uscc?: string | undefined }>(party: P): P =>
  blank(party.uscc) ? party : { ...party, uscc: normalizeUscc(party.uscc ?? '') }

export function normalizeSheet(doc: SheetDraft): SheetDraft {
  return {
    ...doc,
    ...(doc.inspectedParty === undefined ? {} : { inspectedParty: normalizeParty(doc.inspectedParty) }),
    ...(doc.producer === undefined ? {} : { producer: normalizeParty(doc.producer) }),
  }
}

/** Wrong codes are told by digit, not as "invalid format". */
const codeProblems = ({ inspectedParty, producer }: SheetDraft): Found => [
  ...usccProblemsAt(inspectedParty?.uscc ?? '', '/inspectedParty/uscc'),
  ...usccProblemsAt(producer?.uscc ?? '', '/producer/uscc'),
]

/**
 * May this sheet be sealed (定稿)? Answers with the sheet, or with everything that stands against it, missing fields and
 * law alike, in one list. Order 18 (产品质量监督抽查管理暂行办法) art. 16, 18, 19 and 23, with the numbers and articles of `law`.
 */
export function decideSubmitSheet(draft: SheetDraft, facts: SubmitFacts): Result<SamplingSheet, SubmitSheetProblem> {
  const doc = normalizeSheet(draft)
  const parsed = parseSealed<SamplingSheet>(samplingSheetKind, { items: [], samplers: [], signatures: [], ...doc })
  const codes = codeProblems(doc)
  const fields = parsed.ok ? [] : parsed.problems.filter(({ path }) => !codes.some((code) => code.path === path))
  const problems: Found = [
    ...fields,
    ...codes,
    ...samplerProblems(doc, facts.law),
    ...baseProblems(doc, facts),
    ...sealProblems(doc, facts.law),
    ...contentProblems(doc, facts.today),
    ...signatureProblems(doc, facts),
  ]
  if (parsed.ok) return okUnless(problems, parsed.value)
  const [first, ...more] = problems
  if (first === undefined) throw new Error('a sheet failed its schema without a problem')
  return refuse(first, ...more)
}
