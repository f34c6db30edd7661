import { newRecordId } from '#electron/kernel/world'
import type { Answer } from '#shared/app/contract'
import type { Problem, Result } from '#shared/kernel/result'
import type { ProblemStepName } from '#shared/visit/problem-step'
import { moveTo, seal } from '../aftercare/a-case.ts'
import type { AWorld } from '../app/a-world.ts'
import { aCement, addEnterprise } from '../enterprise/an-enterprise.ts'

export type Doc = { readonly [key: string]: unknown }

export const TODAY = '2026-11-22'

/** A visit that may be sealed, of an enterprise of the directory. */
export const aVisitDoc = (enterpriseId: string, changes: Doc = {}): Doc => ({
  no: 'CQ-500103-20261122-abcd-V001',
  region: '500103',
  kind: 'qualityDoctor',
  on: TODAY,
  follow: 'first',
  enterprise: { enterpriseId, name: aCement.name, uscc: aCement.uscc, region: '500103' },
  helpers: [{ name: '李芳' }],
  diagnosis: [],
  problems: [],
  prescriptions: [],
  trainings: [],
  ...changes,
})

export const aProblem = (changes: Doc = {}): Doc => ({
  id: newRecordId(),
  dimension: 'metrology',
  type: 'technical',
  severity: 'ordinary',
  description: '压力表超过检定有效期',
  element: 'metrology',
  ...changes,
})

/** The enterprise that most tests visit, in the directory of this laptop. */
export const anEnterprise = (world: AWorld, changes: object = {}): Promise<string> => addEnterprise(world, changes)

/** Logs a visit as a person does: draft, then submit. */
export const logVisit = (world: AWorld, doc: Doc): Promise<Result<{ readonly id: string }>> => seal(world, 'visit', doc)

export async function aVisit(world: AWorld, enterprise: string, changes: Doc = {}): Promise<string> {
  const answer = await logVisit(world, aVisitDoc(enterprise, changes))
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems, null, 2))
  return answer.value.id
}

interface Raised {
  readonly enterprise: string
  readonly visit: string
  readonly problem: string
}

/** A visit on a day that raised one problem. */
export async function aRaisedProblem(world: AWorld, on = TODAY, changes: Doc = {}): Promise<Raised> {
  moveTo(world, on)
  const problem = newRecordId()
  const enterprise = await anEnterprise(world)
  const visit = await aVisit(world, enterprise, { on, problems: [aProblem({ id: problem })], ...changes })
  return { enterprise, visit, problem }
}

export async function aStation(world: AWorld, changes: Doc = {}): Promise<string> {
  const doc = { type: 'platform', name: '演示平台', region: '500103', elements: ['metrology'], openedOn: '2024-01-01', ...changes }
  const answer = await seal(world, 'facility', doc)
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems, null, 2))
  return answer.value.id
}

export const aBenefit = { yuan: '12000.50', basis: '返工减少，按上季度用料核算' }
export const confirmed = (on: string): Doc => ({ ...aBenefit, confirmedBy: '周厂长', confirmedOn: on })

/** What a person adds to each step that the program fills in. */
export const SAID: Readonly<Record<ProblemStepName, Doc>> = {
  refer: { facilityName: '演示平台', element: 'metrology', question: '哪里可以检定压力表' },
  answer: { answer: '可到区计量所检定' },
  followUp: { state: 'inProgress' },
  confirmBenefit: { benefit: { ...aBenefit, confirmedBy: '周厂长', confirmedOn: TODAY } },
  transfer: { to: '渝中区市场监管综合执法支队', reason: '涉嫌使用未经检定的强制检定计量器具' },
}
export const solvedBy = { state: 'solved', evidence: '检定证书 JD-2026-001 已核对' }

interface InProblem {
  readonly world: AWorld
  readonly problem: string
}

/** Tries a step on a day, filled in by the program as far as it can be. */
export async function tryStep(
  { world, problem }: InProblem,
  step: ProblemStepName,
  on: string,
  changes: Doc = {},
): Promise<Result<{ readonly id: string }>> {
  moveTo(world, on)
  const { id, doc } = await world.done('visit.newStep', { problem, step })
  return seal(world, 'problemStep', { ...doc, ...SAID[step], on, ...changes }, id)
}

export async function took(about: InProblem, step: ProblemStepName, on: string, changes: Doc = {}): Promise<string> {
  const answer = await tryStep(about, step, on, changes)
  if (!answer.ok) throw new Error(`${step} ${on}: ${JSON.stringify(answer.problems, null, 2)}`)
  return answer.value.id
}

type Detail = NonNullable<Extract<Answer<'visit.getProblem'>, { ok: true }>['value']>

export async function problemOf({ done }: AWorld, id: string): Promise<Detail> {
  const detail = await done('visit.getProblem', { id })
  if (detail === null) throw new Error('no such problem')
  return detail
}

export const problemsOf = (answer: Result<unknown>): readonly Problem[] => (answer.ok ? [] : answer.problems)
export const codes = (answer: Result<unknown>): string[] => problemsOf(answer).map(({ code }) => code)

interface Stated {
  readonly name: string
  readonly grp: string
  readonly day: string
  readonly amount: number
  readonly rid: string
}

/** What is counted at present, of some names. */
export const measured = ({ world: { db } }: AWorld, ...names: readonly string[]): Stated[] =>
  db.all<Stated>(
    `SELECT name, grp, day, amount, rid FROM measures WHERE name IN (${names.map(() => '?').join(', ')}) ORDER BY name, day, rid`,
    ...names,
  )
