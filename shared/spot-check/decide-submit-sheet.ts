import { parseSealed } from '../kernel/kind.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import { okUnless, type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import type { Law } from '../reference/reference.ts'
import { type GoodsProblem, goodsProblems } from './goods-rules.ts'
import { blank, type Lawful } from './lawful.ts'
import { codeProblems, normalizeParty, type PartyProblem, withoutCode } from './party-rules.ts'
import { type PurchaseProblem, purchaseProblems } from './purchase-rules.ts'
import { type RepeatProblem, repeatProblems } from './repeat-guard.ts'
import { type SamplingSheet, samplingSheetKind } from './sampling-sheet.ts'
import type { SheetDraft, SubmitFacts } from './sheet-facts.ts'
import { type SignatureProblem, samplerProblems, signatureProblems } from './signature-rules.ts'
import { quotaProblems, type TaskGuardProblem, targetProblems } from './task-guard.ts'

export type { SheetDraft, SubmitFacts } from './sheet-facts.ts'

export type SubmitSheetProblem =
  | FieldProblem
  | PartyProblem
  | SignatureProblem
  | GoodsProblem
  | PurchaseProblem
  | RepeatProblem
  | TaskGuardProblem
  | Problem<'spotCheck.sealMissing', Lawful & { readonly sample: 'test' | 'backup' }>
  | Problem<'spotCheck.sealsAlike', Lawful>
  | Problem<'spotCheck.dateInFuture', { readonly today: string }>

type Found = readonly SubmitSheetProblem[]

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

const dateProblems = ({ sampling = {} }: SheetDraft, today: string): Found =>
  (sampling.date ?? '') > today ? [problem('spotCheck.dateInFuture', '/sampling/date', { today })] : []

export function normalizeSheet(doc: SheetDraft): SheetDraft {
  return {
    ...doc,
    ...(doc.inspectedParty === undefined ? {} : { inspectedParty: normalizeParty(doc.inspectedParty) }),
    ...(doc.producer === undefined ? {} : { producer: normalizeParty(doc.producer) }),
  }
}

/**
 * May this sheet be sealed (定稿)? Answers with the sheet, or with everything that stands against it, missing fields and
 * law alike, in one list. Order 18 (产品质量监督抽查管理暂行办法) arts. 8, 16, 18, 19, 22 and 23, with the numbers and articles of `law`.
 */
export function decideSubmitSheet(draft: SheetDraft, facts: SubmitFacts): Result<SamplingSheet, SubmitSheetProblem> {
  const doc = normalizeSheet(draft)
  const parsed = parseSealed<SamplingSheet>(samplingSheetKind, { items: [], samplers: [], signatures: [], ...doc })
  const codes = [...codeProblems(doc.inspectedParty, '/inspectedParty'), ...codeProblems(doc.producer, '/producer')]
  const fields = parsed.ok ? [] : parsed.problems.filter(({ path }) => !codes.some((code) => code.path === path))
  const problems: Found = [
    ...fields,
    ...codes,
    ...samplerProblems(doc, facts.law),
    ...goodsProblems(doc, facts),
    ...sealProblems(doc, facts.law),
    ...purchaseProblems(doc, facts),
    ...withoutCode(doc.inspectedParty),
    ...dateProblems(doc, facts.today),
    ...targetProblems(doc.head ?? {}, facts.task, '/head/check'),
    ...quotaProblems(doc, facts),
    ...repeatProblems(doc, facts),
    ...signatureProblems(doc, ['inspectedParty'], facts),
  ]
  if (parsed.ok) return okUnless(problems, parsed.value)
  const [first, ...more] = problems
  if (first === undefined) throw new Error('a sheet failed its schema without a problem')
  return refuse(first, ...more)
}
