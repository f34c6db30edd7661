import { type Act, type Course, type Procedure, ruleOf, type StartedClock } from '../kernel/procedure.ts'
import { type Stage, stageOf } from './stages.ts'

/** A stretch of time in one state of the main track; `until` null while it lasts. */
interface Stay {
  readonly state: string
  readonly from: string
  readonly until: string | null
}

const mainAfter = (procedure: Procedure, course: Course, act: Act): string => {
  const rule = ruleOf(procedure, act.step)
  const lands = rule?.to?.(act.doc, course) ?? rule?.lands[0]
  return lands?.['main'] ?? course.states['main'] ?? ''
}

/** Every state of the main track in the order of time. */
export function staysOf(procedure: Procedure, { taken }: Course): readonly Stay[] {
  const found: Stay[] = []
  let course: Course = { states: { main: procedure.tracks['main']?.start ?? '' }, taken: [] }
  for (const act of taken) {
    const main = mainAfter(procedure, course, act)
    if (main !== course.states['main']) {
      const last = found.pop()
      found.push(...(last === undefined ? [] : [{ ...last, until: act.on }]), { state: main, from: act.on, until: null })
    }
    course = { states: { ...course.states, main }, taken: [...course.taken, act] }
  }
  return found
}

/** Where a stage is passed after several steps, its clock begins anew with each of them. */
function roundsOf({ step: name, times = 1 }: Stage, { from, until }: Stay, { taken }: Course): readonly string[] {
  if (times === 1) return [from]
  const days = taken.filter(({ step, on }) => step === name && on > from && (until === null || on < until)).map(({ on }) => on)
  return [from, ...new Set(days)]
}

/** `stage` tells since when a case stands in a stage; beside it runs the deadline rule of that stage. */
export function certificationClocks(procedure: Procedure, course: Course): readonly StartedClock[] {
  return staysOf(procedure, course).flatMap((stay): StartedClock[] => {
    const stage = stageOf(stay.state)
    if (stage === undefined) return []
    const { state: about, from, until } = stay
    const age = { rule: 'stage', about, from, endedOn: until }
    const { clock } = stage
    if (clock === undefined) return [age]
    const rounds = roundsOf(stage, stay, course)
    return [age, ...rounds.map((start, at) => ({ rule: clock, about, from: start, endedOn: rounds[at + 1] ?? until }))]
  })
}
