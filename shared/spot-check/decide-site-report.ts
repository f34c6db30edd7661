import type { DeepPartial } from '../kernel/draft-schema.ts'
import { parseSealed } from '../kernel/kind.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { ArticleOf } from '../kernel/procedure.ts'
import { okUnless, type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import { blank, type Lawful } from './lawful.ts'
import { codeProblems, normalizeParty, type PartyProblem, withoutCode } from './party-rules.ts'
import type { TaskFacts } from './sheet-facts.ts'
import { type SignatureFacts, type SignatureProblem, samplerProblems, signatureProblems } from './signature-rules.ts'
import { type NotFoundReason, type SiteReport, STAMP_NEEDED, siteReportKind } from './site-report.ts'
import { type TaskGuardProblem, targetProblems } from './task-guard.ts'

export type SiteReportProblem =
  | FieldProblem
  | PartyProblem
  | SignatureProblem
  | TaskGuardProblem
  | Problem<'spotCheck.reasonMissing', Lawful>
  | Problem<'spotCheck.stampMissing', Lawful & { readonly reason: NotFoundReason }>
  | Problem<'spotCheck.processMissing', Lawful>
  | Problem<'spotCheck.witnessMissing', Lawful>
  | Problem<'spotCheck.dateInFuture', { readonly today: string }>

export type SiteReportDraft = DeepPartial<SiteReport>

export interface SiteReportFacts extends SignatureFacts {
  readonly articleOf: ArticleOf
  readonly today: string
  /** null when there is no task, or it is not known here. */
  readonly task: TaskFacts | null
}

type Found = readonly SiteReportProblem[]

const missing = (path: string): SiteReportProblem => problem('field.missing', path, {})

/** 转产、停产、破产 are stamped by the local bureau; a short stock, export or a passing stop are not. */
function stampProblems({ reason, localBureau = {} }: SiteReportDraft, articleOf: ArticleOf): Found {
  if (reason === undefined || !STAMP_NEEDED.includes(reason)) return []
  if (localBureau.stamped === true && !blank(localBureau.name)) return []
  return [problem('spotCheck.stampMissing', '/localBureau/stamped', { reason, article: articleOf('checkStamp') })]
}

/** 未抽到样品企业情况说明: which reason, in words where the list has none. Order 18 art. 20. */
function notFoundProblems(doc: SiteReportDraft, articleOf: ArticleOf): Found {
  const { reason, reasonText } = doc
  if (reason === undefined) return [problem('spotCheck.reasonMissing', '/reason', { article: articleOf('checkStamp') })]
  return [...(reason === 'other' && blank(reasonText) ? [missing('/reasonText')] : []), ...stampProblems(doc, articleOf)]
}

const processProblems = ({ process }: SiteReportDraft, article: Lawful['article']): Found =>
  blank(process) ? [problem('spotCheck.processMissing', '/process', { article })] : []

/** 拒检认定: what happened, and who saw it. Order 18 arts. 19, 21. */
function refusedProblems(doc: SiteReportDraft, articleOf: ArticleOf): Found {
  const article = articleOf('checkWitness')
  const witness: Found = blank(doc.witness?.name) ? [problem('spotCheck.witnessMissing', '/witness/name', { article })] : []
  return [...processProblems(doc, article), ...witness]
}

/** 终止抽样: an illegality that needs no test is stopped and reported. Order 18 arts. 17, 30. */
function terminatedProblems(doc: SiteReportDraft, articleOf: ArticleOf): Found {
  const { illegality, reportedTo } = doc
  return [
    ...(illegality === undefined ? [missing('/illegality')] : []),
    ...processProblems(doc, articleOf('checkTerminate')),
    ...(blank(reportedTo) ? [missing('/reportedTo')] : []),
  ]
}

const OUTCOMES: Readonly<Record<SiteReport['outcome'], typeof refusedProblems>> = {
  notFound: notFoundProblems,
  refused: refusedProblems,
  terminated: terminatedProblems,
}

export const normalizeSiteReport = (doc: SiteReportDraft): SiteReportDraft =>
  doc.inspectedParty === undefined ? doc : { ...doc, inspectedParty: normalizeParty(doc.inspectedParty) }

/** May this site report be sealed? Answers with it, or with everything that stands against it. Order 18 arts. 16, 17, 19 to 21. */
export function decideSiteReport(draft: SiteReportDraft, facts: SiteReportFacts): Result<SiteReport, SiteReportProblem> {
  const doc = normalizeSiteReport(draft)
  const parsed = parseSealed<SiteReport>(siteReportKind, { samplers: [], signatures: [], ...doc })
  const codes = codeProblems(doc.inspectedParty, '/inspectedParty')
  const fields = parsed.ok ? [] : parsed.problems.filter(({ path }) => !codes.some((code) => code.path === path))
  const problems: Found = [
    ...fields,
    ...codes,
    ...(doc.outcome === undefined ? [] : OUTCOMES[doc.outcome](doc, facts.articleOf)),
    ...withoutCode(doc.inspectedParty),
    ...((doc.date ?? '') > facts.today ? [problem('spotCheck.dateInFuture', '/date', { today: facts.today })] : []),
    ...targetProblems(doc, facts.task, '/check'),
    ...samplerProblems(doc, facts.law),
    ...signatureProblems(doc, [], facts),
  ]
  if (parsed.ok) return okUnless(problems, parsed.value)
  const [first, ...more] = problems
  if (first === undefined) throw new Error('a site report failed its schema without a problem')
  return refuse(first, ...more)
}
