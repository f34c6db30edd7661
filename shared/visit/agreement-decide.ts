import type { EnterpriseProblem } from '../enterprise/enterprise-contract.ts'
import { sayUnchosen } from '../enterprise/unchosen.ts'
import type { DeepPartial } from '../kernel/draft-schema.ts'
import { parseSealed } from '../kernel/kind.ts'
import { okUnless, problem, type Result, refuse } from '../kernel/result.ts'
import { type AgreementDoctor, isSameDoctor } from './agreement-doctor.ts'
import type { AgreementRuleProblem } from './agreement-problems.ts'
import { lastDayOf, type ServiceAgreement, serviceAgreementKind } from './service-agreement.ts'

/** Another agreement with the same enterprise, by whichever entry of the directory. */
export interface OtherAgreement {
  readonly id: string
  readonly no: string
  readonly first: string
  readonly last: string
  readonly doctors: readonly AgreementDoctor[]
}

export interface AgreementFacts {
  readonly others: readonly OtherAgreement[]
  readonly sameNumber: { readonly id: string; readonly enterprise: string } | null
  /** Which of the persons that doctors name by id are known. */
  readonly isKnownAdviser: (id: string) => boolean
  readonly enterpriseProblems: readonly EnterpriseProblem[]
  readonly regionKnown: boolean
  readonly today: string
}

type Found = AgreementRuleProblem[]

function termProblems({ signedOn: signed, validFrom: from, validTo: to }: ServiceAgreement, today: string): Found {
  const problems: Found = []
  if (signed > today) problems.push(problem('agreement.signedInFuture', '/signedOn', { on: signed, today }))
  else if (signed > from) problems.push(problem('agreement.signedLater', '/signedOn', { signed, from }))
  if (to < from) problems.push(problem('agreement.endsFirst', '/validTo', { from, to }))
  return problems
}

/** 终止 needs its day and its reason, both. */
function endProblems({ endedOn: on, endReason: reason, validFrom: from, validTo: to }: ServiceAgreement): Found {
  if (on === undefined) return reason === undefined ? [] : [problem('agreement.reasonWithoutEnd', '/endedOn', {})]
  const problems: Found = []
  if (reason === undefined) problems.push(problem('agreement.endWithoutReason', '/endReason', {}))
  if (on < from || on > to) problems.push(problem('agreement.endOutsideTerm', '/endedOn', { on, from, to }))
  return problems
}

function doctorProblems({ doctors }: ServiceAgreement, { isKnownAdviser }: AgreementFacts): Found {
  return doctors.flatMap((doctor, index): Found => {
    const path = `/doctors/${String(index)}/name`
    const { name, adviserId } = doctor
    if (doctors.slice(0, index).some((earlier) => isSameDoctor(earlier, doctor))) return [problem('agreement.doctorTwice', path, { name })]
    return adviserId === undefined || isKnownAdviser(adviserId) ? [] : [problem('agreement.unknownDoctor', path, { name })]
  })
}

/** One doctor has one agreement with an enterprise at a time; two after another are two agreements. */
function overlapProblems(agreement: ServiceAgreement, { others }: AgreementFacts): Found {
  const last = lastDayOf(agreement)
  for (const other of others.filter(({ first, last: end }) => first <= last && agreement.validFrom <= end)) {
    const doctor = agreement.doctors.find((one) => other.doctors.some((theirs) => isSameDoctor(one, theirs)))
    if (doctor !== undefined) {
      const { no, id, first: from, last: to } = other
      return [problem('agreement.alreadyInForce', '/doctors', { no, id, doctor: doctor.name, from, to })]
    }
  }
  return []
}

function problemsOf(agreement: ServiceAgreement, facts: AgreementFacts): Found {
  const { no, region } = agreement
  const problems = [...termProblems(agreement, facts.today), ...endProblems(agreement), ...doctorProblems(agreement, facts)]
  if (facts.sameNumber !== null) problems.push(problem('agreement.numberTaken', '/no', { no, ...facts.sameNumber }))
  if (!facts.regionKnown) problems.push(problem('reference.unknownRegion', '/region', { region }))
  return [...problems, ...facts.enterpriseProblems, ...overlapProblems(agreement, facts)]
}

/** May this agreement be recorded? It is free of charge; who gives it, to whom, from when to when and how often must stand in it. */
export function decideAgreement(doc: DeepPartial<ServiceAgreement>, facts: AgreementFacts): Result<ServiceAgreement, AgreementRuleProblem> {
  const parsed = parseSealed<ServiceAgreement>(serviceAgreementKind, { doctors: [], ...doc })
  if (parsed.ok) return okUnless(problemsOf(parsed.value, facts), parsed.value)
  const [first, ...more] = sayUnchosen(parsed.problems).map((found) =>
    found.path === '/doctors' ? problem('agreement.noDoctor', '/doctors', {}) : found,
  )
  return first === undefined ? parsed : refuse<AgreementRuleProblem>(first, ...more)
}
