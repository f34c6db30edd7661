import type { Bilingual } from '../kernel/bilingual.ts'
import type { ArticleOf } from '../kernel/procedure.ts'
import { type Problem, problem } from '../kernel/result.ts'
import type { Law } from '../reference/reference.ts'
import { explainItem, explainVerdict } from '../reference/verdict.ts'
import type { CheckStep } from './check-step.ts'
import type { Lawful } from './lawful.ts'
import type { SamplingSheet } from './sampling-sheet.ts'
import { namesProblems, type SignatureProblem } from './signature-rules.ts'

type Conclusion = Extract<CheckStep, { step: 'judge' }>['verdict']
type Report = Extract<CheckStep, { step: 'report' }>
type Judge = Extract<CheckStep, { step: 'judge' }>
type Draw = Extract<CheckStep, { step: 'draw' }>

export type CheckStepProblem =
  | SignatureProblem
  | Problem<
      'spotCheck.conclusionAgainstItems',
      Lawful & { readonly typed: Conclusion; readonly found: Conclusion; readonly names: string; readonly sentence: Bilingual }
    >
  | Problem<'spotCheck.itemsUndecided', { readonly names: string; readonly reason: Bilingual }>
  | Problem<'spotCheck.otherEdition', Lawful & { readonly typed: string; readonly needed: string }>
  | Problem<'spotCheck.licenceNotChecked', Lawful & { readonly certificate: 'productionLicence' | 'foodLicence' | 'ccc' }>
  | Problem<'spotCheck.badPick', Lawful & { readonly pick: number; readonly frame: number }>

/** What is known of the check a step is about: its sheet, and what its laboratory did. */
export interface CheckStepFacts {
  readonly law: Law
  readonly articleOf: ArticleOf
  readonly sheet: Pick<SamplingSheet, 'product'> | null
  readonly report: Pick<Report, 'items'> | null
  readonly licenceChecked: boolean
}

type Found = readonly CheckStepProblem[]

/** The edition that a verdict on this sheet rests on; the standard where no rule is named. */
export const editionOf = ({ product }: Pick<SamplingSheet, 'product'>): string => product.ruleEdition ?? product.standard

/** A conclusion follows from its items; whoever types another one is told which item speaks against it. */
function conclusionProblems(path: string, typed: Conclusion, items: Report['items'], { articleOf, sheet }: CheckStepFacts): Found {
  const { verdict: found, failed, sentence } = explainVerdict(items, sheet === null ? '' : editionOf(sheet))
  if (found === 'undecided') {
    const open = items
      .map((item) => ({ name: item.name, ...explainItem(item) }))
      .filter(({ verdict, decidedBy }) => verdict === 'undecided' && decidedBy !== 'notJudged')
    const reason = open[0]?.sentence ?? sentence
    return [problem('spotCheck.itemsUndecided', '/items', { names: open.map(({ name }) => name).join('、'), reason })]
  }
  if (found === typed) return []
  return [
    problem('spotCheck.conclusionAgainstItems', path, {
      typed,
      found,
      names: failed.join('、'),
      sentence,
      article: articleOf('checkVerdict'),
    }),
  ]
}

const LICENSED = ['productionLicence', 'foodLicence', 'ccc'] as const

function judgeProblems(act: Judge, facts: CheckStepFacts): Found {
  const { articleOf, sheet, report, licenceChecked } = facts
  const certificate = LICENSED.find((kind) => kind === sheet?.product.certificateKind)
  const found: CheckStepProblem[] = []
  if (report !== null) found.push(...conclusionProblems('/verdict', act.verdict, report.items, facts))
  if (sheet !== null && act.edition !== editionOf(sheet))
    found.push(
      problem('spotCheck.otherEdition', '/edition', { typed: act.edition, needed: editionOf(sheet), article: articleOf('checkVerdict') }),
    )
  if (certificate !== undefined && !licenceChecked)
    found.push(problem('spotCheck.licenceNotChecked', '/verdict', { certificate, article: articleOf('checkLicence') }))
  return found
}

/** Every number drawn is one of the frame, and none twice. */
function pickProblems({ picks, frame }: Draw, { articleOf }: CheckStepFacts): Found {
  const bad = picks.find((pick, index) => pick > frame || picks.indexOf(pick) < index)
  return bad === undefined ? [] : [problem('spotCheck.badPick', '/picks', { pick: bad, frame, article: articleOf('checkRandom') })]
}

/** What stands against a step beyond its schema and its place in the procedure. Order 18 arts. 16, 17, 30, 32, 35. */
export function checkStepProblems(act: CheckStep, facts: CheckStepFacts): Found {
  if (act.step === 'assign') return namesProblems(act.samplers, facts.law)
  if (act.step === 'draw') return pickProblems(act, facts)
  if (act.step === 'report') return conclusionProblems('/conclusion', act.conclusion, act.items, facts)
  return act.step === 'judge' ? judgeProblems(act, facts) : []
}
