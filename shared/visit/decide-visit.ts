import { normalizeUscc } from '../enterprise/uscc.ts'
import type { DeepPartial } from '../kernel/draft-schema.ts'
import { parseSealed } from '../kernel/kind.ts'
import { okUnless, type Problem, problem, type Result, refuse } from '../kernel/result.ts'
import { diagnosisProblems, prescriptionProblems, timeProblems } from './diagnosis-rules.ts'
import { helperProblems, trainingProblems } from './people-rules.ts'
import { type Visit, visitKind } from './visit.ts'
import type { VisitProblem } from './visit-problems.ts'

export type VisitDraft = DeepPartial<Visit>

interface Term {
  readonly from: string
  /** The last day on which it stands; '' while it is open. */
  readonly until: string
}

/** What a visit is judged by beyond itself. */
export interface VisitFacts {
  readonly today: string
  readonly regionKnown: boolean
  /** What stands against the enterprise it names. */
  readonly enterprise: readonly Problem[]
  /** The task force it names; null when it is not known here. */
  readonly team: (Term & { readonly name: string }) | null
  /** The agreement it names; null when it is not known here. */
  readonly agreement: (Term & { readonly no: string; readonly name: string; readonly sameEnterprise: boolean }) | null
}

type Found = readonly (VisitProblem | Problem)[]

const outside = ({ from, until }: Term, on: string): boolean => on < from || (until !== '' && on > until)

function teamProblems({ kind, teamId = '', on = '' }: VisitDraft, { team }: VisitFacts): Found {
  if (teamId === '') return kind === 'taskForce' ? [problem('visit.teamMissing', '/teamId', {})] : []
  if (team === null) return [problem('visit.noSuchTeam', '/teamId', {})]
  return outside(team, on) ? [problem('visit.teamNotActive', '/teamId', { ...team, on })] : []
}

/** 定向跟踪服务协议: of this enterprise, and in force on the day. */
function agreementProblems({ agreementId = '', on = '' }: VisitDraft, { agreement }: VisitFacts): Found {
  if (agreementId === '') return []
  if (agreement === null) return [problem('visit.noSuchAgreement', '/agreementId', {})]
  const { no, name, from, until } = agreement
  if (!agreement.sameEnterprise) return [problem('visit.agreementOfAnother', '/agreementId', { no, name })]
  return outside(agreement, on) ? [problem('visit.agreementNotInForce', '/agreementId', { no, from, until, on })] : []
}

const regionProblems = ({ region = '' }: VisitDraft, { regionKnown }: VisitFacts): Found =>
  regionKnown || region === '' ? [] : [problem('reference.unknownRegion', '/region', { region })]

/** A code as the standard writes it, and an id of its own for every problem that has none yet. */
export function normalizeVisit(doc: VisitDraft, newProblem: () => string): VisitDraft {
  const { enterprise, problems } = doc
  return {
    ...doc,
    ...(enterprise?.uscc === undefined ? {} : { enterprise: { ...enterprise, uscc: normalizeUscc(enterprise.uscc) } }),
    ...(problems === undefined ? {} : { problems: problems.map((found) => ({ ...found, id: found.id || newProblem() })) }),
  }
}

/** What was left out where that says enough: no problem, nobody of a group. */
function wholeVisit(doc: VisitDraft): VisitDraft {
  const trainings = (doc.trainings ?? []).map((one) => ({ ...one, managers: one.managers ?? 0, workers: one.workers ?? 0 }))
  return { ...doc, diagnosis: doc.diagnosis ?? [], problems: doc.problems ?? [], prescriptions: doc.prescriptions ?? [], trainings }
}

/** May this visit be sealed? What is impossible, counted twice or counted for nobody is refused; everything is told at once. */
export function decideVisit(typed: VisitDraft, facts: VisitFacts): Result<Visit, VisitProblem | Problem> {
  const doc = wholeVisit(typed)
  const parsed = parseSealed<Visit>(visitKind, doc)
  const ruled: Found = [
    ...facts.enterprise,
    ...regionProblems(doc, facts),
    ...timeProblems(doc, facts.today),
    ...teamProblems(doc, facts),
    ...agreementProblems(doc, facts),
    ...helperProblems(doc),
    ...diagnosisProblems(doc),
    ...prescriptionProblems(doc),
    ...trainingProblems(doc),
  ]
  const said = new Set(ruled.map(({ path }) => path))
  const fields = parsed.ok ? [] : parsed.problems.filter(({ path }) => !said.has(path))
  if (parsed.ok) return okUnless(ruled, parsed.value)
  const [first, ...more] = [...fields, ...ruled]
  if (first === undefined) throw new Error('a visit failed its schema without a problem')
  return refuse(first, ...more)
}
