import { listCertificatesOfCase } from '#db/certification/certificate-queries'
import { getRecord } from '#db/kernel/records'
import { type CertificationCase, certificationCaseKind } from '#shared/certification/certification-case'
import { type CertificationStep, certificationStepKind } from '#shared/certification/certification-step'
import { decideCase, decideStep } from '#shared/certification/decide-certification'
import { type Loose, parseSealed, textAt } from '#shared/kernel/kind'
import { okUnless, type Problem, problem, type Result, refuse } from '#shared/kernel/result'
import { enterpriseProblems } from '../enterprise/snapshot.ts'
import { problemsOfActs } from '../kernel/course.ts'
import type { KindRules, Sealing } from '../kernel/kind-rules.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { dueOf, ruleOn } from './certification-law.ts'

/** What a correction may not touch, or the record would be about something else. */
export function fixedProblems(world: World, { id, doc, op }: Sealing, ...paths: readonly (readonly string[])[]): Problem[] {
  const before = op === 'correct' ? getRecord(world.db, id)?.doc : undefined
  if (before === undefined) return []
  return paths
    .filter((path) => textAt(doc, ...path) !== textAt(before, ...path))
    .map((path) => problem('certification.staysAsItIs', `/${path[0] ?? ''}`, { field: path[0] ?? '' }))
}

/** A case is counted where its enterprise stands. */
function withRegion(doc: Loose): Loose {
  const region = textAt(doc, 'enterprise', 'region')
  return region === '' ? doc : { ...doc, region }
}

function sealCase(world: World, sealing: Sealing): Result<CertificationCase> {
  const parsed = parseSealed<CertificationCase>(certificationCaseKind, sealing.doc)
  if (!parsed.ok) return parsed
  const found = [
    ...fixedProblems(
      world,
      sealing,
      ['no'],
      ...(listCertificatesOfCase(world.db, sealing.id).length > 0 ? [['enterprise', 'enterpriseId']] : []),
    ),
    ...enterpriseProblems(world, parsed.value.enterprise.enterpriseId, '/enterprise'),
    ...decideCase(parsed.value, dayOf(world)),
  ]
  return okUnless(found.length > 0 ? found : problemsOfActs(world, { ...sealing, kind: 'certificationCase' }), parsed.value)
}

export const certificationCaseRules: KindRules = {
  kind: 'certificationCase',
  normalize: (_world, doc) => withRegion(doc),
  decide: sealCase,
}

/** Region, number and enterprise of a step are those of its case; who types a step need not know them. */
function ofItsCase(world: World, doc: Loose): Loose {
  const found = getRecord(world.db, textAt(doc, 'case'))
  if (found?.kind !== 'certificationCase') return doc
  const enterprise = {
    enterpriseId: textAt(found.doc, 'enterprise', 'enterpriseId'),
    enterpriseName: textAt(found.doc, 'enterprise', 'name'),
  }
  return { ...doc, region: found.region, caseNo: found.no, ...enterprise }
}

/** 试运行: how long is reference data, so it is asked at the door, and what was lawful then stays so. */
function trialProblems(world: World, step: CertificationStep): Problem[] {
  if (step.step !== 'trialRun' || step.startedOn === undefined) return []
  const until = dueOf(world, 'trialRun', step.startedOn)
  const rule = ruleOn(world, 'trialRun', step.startedOn)
  if (until === null || rule === null || step.on >= until) return []
  const { article } = rule
  return [problem('certification.trialTooShort', '/on', { from: step.startedOn, until, on: step.on, article })]
}

function sealStep(world: World, sealing: Sealing): Result<CertificationStep> {
  const parsed = parseSealed<CertificationStep>(certificationStepKind, sealing.doc)
  if (!parsed.ok) return parsed
  const step = parsed.value
  if (getRecord(world.db, step.case)?.kind !== 'certificationCase')
    return refuse(problem('certification.noSuchCase', '/case', { id: step.case }))
  const fixed = fixedProblems(world, sealing, ['case'], ['step'])
  const [first, ...more] = fixed.length > 0 ? fixed : problemsOfActs(world, { id: sealing.id, kind: 'certificationStep', doc: step })
  if (first !== undefined) return refuse(first, ...more) // the gate speaks first
  return okUnless([...decideStep(step), ...trialProblems(world, step)], step)
}

export const certificationStepRules: KindRules = {
  kind: 'certificationStep',
  normalize: ofItsCase,
  decide: sealStep,
}
