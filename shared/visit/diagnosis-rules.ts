import { LocalDate } from '../kernel/ids.ts'
import { problem } from '../kernel/result.ts'
import type { VisitDraft } from './decide-visit.ts'
import type { ControlName, VisitProblem } from './visit-problems.ts'

type Found = readonly VisitProblem[]

const CONTROLS: readonly ControlName[] = ['daily', 'weekly', 'monthly']
const isDay = (text: string | undefined): text is string => LocalDate.safeParse(text).success

/** A day that can be compared; what is no day is told by the schema. */
const after = (a: string | undefined, b: string | undefined): boolean => isDay(a) && isDay(b) && a > b

function scoreProblem(score: number | undefined, path: string, minimum: number, maximum: number): Found {
  return score === undefined || (score >= minimum && score <= maximum)
    ? []
    : [problem('visit.scoreOutOfRange', path, { score, minimum, maximum })]
}

/** Each dimension once, with a score of the scale or none. */
export function diagnosisProblems({ diagnosis = [], satisfaction }: VisitDraft): Found {
  const dimensions = diagnosis.map(({ dimension }) => dimension)
  const findings = diagnosis.flatMap(({ dimension, score }, index) => {
    const path = `/diagnosis/${String(index)}`
    const twice = dimension !== undefined && dimensions.indexOf(dimension) < index
    return [
      ...(twice ? [problem('visit.dimensionTwice', `${path}/dimension`, { dimension })] : []),
      ...scoreProblem(score, `${path}/score`, 1, 5),
    ]
  })
  return [...findings, ...scoreProblem(satisfaction?.score, '/satisfaction/score', 0, 100)]
}

/** Days and times that cannot have been. */
export function timeProblems({ on, arrivedAt = '', leftAt = '', controls = {} }: VisitDraft, today: string): Found {
  const unlived = after(on, today) ? [problem('visit.inFuture', '/on', { on: on ?? '', today })] : []
  const backwards =
    arrivedAt !== '' && leftAt !== '' && leftAt < arrivedAt ? [problem('visit.leftBeforeArrived', '/leftAt', { arrivedAt, leftAt })] : []
  const carried = CONTROLS.flatMap((control) => {
    const lastOn = controls[control]?.lastOn
    return after(lastOn, on)
      ? [problem('visit.controlAfterVisit', `/controls/${control}/lastOn`, { control, lastOn: lastOn ?? '', on: on ?? '' })]
      : []
  })
  return [...unlived, ...backwards, ...carried]
}

/** 处方: for a problem of this visit, and not due before it. */
export function prescriptionProblems({ on, problems = [], prescriptions = [] }: VisitDraft): Found {
  const ids = problems.map(({ id }) => id)
  const alike = problems.flatMap(({ id, description = '' }, index) =>
    id !== undefined && ids.indexOf(id) < index
      ? [problem('visit.problemTwice', `/problems/${String(index)}/description`, { description })]
      : [],
  )
  const loose = prescriptions.flatMap(({ problem: about, measure = '', due }, index) => {
    const path = `/prescriptions/${String(index)}`
    return [
      ...(about !== undefined && about !== '' && !ids.includes(about)
        ? [problem('visit.prescriptionWithoutProblem', `${path}/problem`, { measure })]
        : []),
      ...(after(on, due) ? [problem('visit.dueBeforeVisit', `${path}/due`, { due: due ?? '', on: on ?? '' })] : []),
    ]
  })
  return [...alike, ...loose]
}
