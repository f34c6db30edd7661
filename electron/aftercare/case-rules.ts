import { listActs } from '#db/kernel/courses'
import { getRecord } from '#db/kernel/records'
import { AFTERCARE, type AftercareCase, aftercareCaseKind } from '#shared/aftercare/aftercare-case'
import { aftercareProcedure } from '#shared/aftercare/aftercare-procedure'
import { type CaseStep, caseStepKind } from '#shared/aftercare/case-step'
import { decideCaseStep, type StepFacts } from '#shared/aftercare/decide-case-step'
import { caseFromCheck } from '#shared/aftercare/open-case'
import { untimelySteps } from '#shared/aftercare/untimely-steps'
import { type Loose, parseSealed, textAt } from '#shared/kernel/kind'
import { type Act, type Course, ruleOf, runProcedure } from '#shared/kernel/procedure'
import { type Problem, problem, type Result, refuse } from '#shared/kernel/result'
import { courseOf, problemsOfActs } from '../kernel/course.ts'
import type { KindRules, Sealing } from '../kernel/kind-rules.ts'
import { timeOf, type World } from '../kernel/world.ts'
import { buildCase, courseOfCheck } from './case-of-check.ts'
import { clockLaw } from './clock-law.ts'

/** What a correction may not touch, or the record would be about something else. */
function fixedProblems({ doc }: Sealing, before: Loose, ...fields: readonly string[]): Problem[] {
  return fields
    .filter((field) => textAt(doc, field) !== textAt(before, field))
    .map((field) => problem('aftercare.staysAsItIs', `/${field}`, { field }))
}

/** What a case takes from its check and nobody types; parties and product may be spelt better. */
const TAKEN = ['regime', 'sheet', 'sheetNo', 'reportNo', 'firstLab', 'verdict', 'failed', 'stage', 'backupSample']

/** A correction takes those again: from the check where it is here, else as they stood. */
function takenAgain(world: World, doc: Loose, before: Loose): Loose {
  const check = courseOfCheck(world, textAt(before, 'check'))
  const opening = { check: textAt(before, 'check'), no: textAt(before, 'no'), openedOn: textAt(doc, 'openedOn') }
  const source = check.states['main'] === 'fail' ? caseFromCheck(check, opening) : before
  return { ...doc, ...Object.fromEntries(TAKEN.map((name) => [name, source[name]])) }
}

function decideCase(world: World, sealing: Sealing): Result<AftercareCase> {
  const { id, doc, op } = sealing
  if (op === 'correct') {
    const before = getRecord(world.db, id)?.doc ?? {}
    const [first, ...more] = fixedProblems(sealing, before, 'check', 'no')
    return first === undefined ? parseSealed<AftercareCase>(aftercareCaseKind, takenAgain(world, doc, before)) : refuse(first, ...more)
  }
  const opening = { check: textAt(doc, 'check'), no: textAt(doc, 'no'), openedOn: textAt(doc, 'openedOn') }
  const built = buildCase(world, opening, id)
  return built.ok ? parseSealed<AftercareCase>(aftercareCaseKind, built.value) : built
}

export const aftercareCaseRules: KindRules = {
  kind: 'aftercareCase',
  normalize: (_world, doc) => doc,
  decide: decideCase,
}

/** The course as it was when the act was taken, and with it; without it where it does not count. */
function around(acts: readonly Act[], act: Act): { readonly before: Course; readonly after: Course } {
  const after = runProcedure(aftercareProcedure, [...acts.filter(({ id }) => id !== act.id), act])
  const at = after.taken.findIndex(({ id }) => id === act.id)
  return { before: at < 0 ? after : runProcedure(aftercareProcedure, after.taken.slice(0, at)), after }
}

function factsOf(world: World, { id, op }: Sealing, doc: CaseStep): StepFacts {
  const acts = listActs(world.db, doc.case)
  const at = acts.find((act) => act.id === id)?.at ?? timeOf(world)
  const before = op === 'correct' ? getRecord(world.db, id)?.doc : undefined
  const parsed = before === undefined ? null : parseSealed<CaseStep>(caseStepKind, before)
  const frozen = parsed?.ok === true && parsed.value.step === 'close' ? parsed.value.clocks : []
  return { ...around(acts, { id, step: doc.step, on: doc.on, at, doc }), frozen, law: clockLaw(world), articleOf: world.articleOf }
}

/** A correction moves the ground under no later step: a notice that was served later would make its lapse come too early. */
function untimelyByIt(world: World, { id, op }: Sealing, { after }: StepFacts): Problem[] {
  if (op !== 'correct') return []
  const law = clockLaw(world)
  const old = new Set(untimelySteps(courseOf(world, AFTERCARE, after.taken[0]?.id ?? ''), law, world.articleOf).map(({ act }) => act.id))
  const fresh = untimelySteps(after, law, world.articleOf).filter(({ act }) => act.id !== id && !old.has(act.id))
  if (fresh.length === 0) return []
  const said = (language: 'zh' | 'en'): string =>
    fresh.map(({ act: { step, on } }) => `${ruleOf(aftercareProcedure, step)?.name[language] ?? step} ${on}`).join(', ')
  return [problem('procedure.laterStepsStand', '/on', { steps: { zh: said('zh'), en: said('en') } })]
}

function decideStep(world: World, sealing: Sealing): Result<CaseStep> {
  const parsed = parseSealed<CaseStep>(caseStepKind, sealing.doc)
  if (!parsed.ok) return parsed
  const step = parsed.value
  const aftercareCase = getRecord(world.db, step.case)
  if (aftercareCase?.kind !== 'aftercareCase') return refuse(problem('aftercare.noSuchCase', '/case', { id: step.case }))
  const fixed = sealing.op === 'correct' ? fixedProblems(sealing, getRecord(world.db, sealing.id)?.doc ?? {}, 'case', 'step') : []
  const against = fixed.length > 0 ? fixed : problemsOfActs(world, { id: sealing.id, kind: 'caseStep', doc: step })
  const [first, ...more] = against // the table speaks before the calendar
  if (first !== undefined) return refuse(first, ...more)
  const facts = factsOf(world, sealing, step)
  const [late, ...others] = untimelyByIt(world, sealing, facts)
  return late === undefined ? decideCaseStep(step, facts) : refuse(late, ...others)
}

/** Region and number of a step are those of its case, and closing counts the clocks itself; who types a step need not know them. */
function ofItsCase(world: World, doc: Loose): Loose {
  const whole = doc['step'] === 'close' ? { clocks: [], ...doc } : doc
  const aftercareCase = getRecord(world.db, textAt(doc, 'case'))
  if (aftercareCase?.kind !== 'aftercareCase') return whole
  return { ...whole, region: aftercareCase.region, caseNo: aftercareCase.no }
}

export const caseStepRules: KindRules = {
  kind: 'caseStep',
  normalize: ofItsCase,
  decide: decideStep,
}
