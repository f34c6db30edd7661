import { problem } from '../kernel/result.ts'
import type { VisitDraft } from './decide-visit.ts'
import type { TraineeGroup, VisitProblem } from './visit-problems.ts'

type Training = NonNullable<VisitDraft['trainings']>[number]
type Found = readonly VisitProblem[]

const GROUPS: readonly { readonly group: TraineeGroup; readonly field: 'managers' | 'workers' }[] = [
  { group: 'manager', field: 'managers' },
  { group: 'worker', field: 'workers' },
]

interface Helper {
  readonly adviserId?: string | undefined
  readonly name?: string | undefined
}

/** The same adviser, or the same name unless both are advisers of their own. */
function isSamePerson(a: Helper, b: Helper): boolean {
  if ((a.adviserId ?? '') !== '' && (b.adviserId ?? '') !== '') return a.adviserId === b.adviserId
  return (a.name ?? '').trim() !== '' && a.name?.trim() === b.name?.trim()
}

/** 人次 of experts: who came, came once. */
export function helperProblems({ helpers = [] }: VisitDraft): Found {
  if (helpers.length === 0) return [problem('visit.helperMissing', '/helpers', {})]
  return helpers.flatMap((helper, index) =>
    helpers.slice(0, index).some((other) => isSamePerson(other, helper))
      ? [problem('visit.helperTwice', `/helpers/${String(index)}/name`, { name: helper.name ?? '' })]
      : [],
  )
}

function signInProblems({ topic = '', trainees = [], ...counts }: Training, path: string): Found {
  const names = trainees.map(({ name }) => (name ?? '').trim())
  const twice = names.flatMap((name, index) =>
    name !== '' && names.indexOf(name) < index
      ? [problem('visit.traineeTwice', `${path}/trainees/${String(index)}/name`, { name, topic })]
      : [],
  )
  if (names.length === 0) return twice
  const unlike = GROUPS.flatMap(({ group, field }) => {
    const [named, counted] = [trainees.filter((trainee) => trainee.group === group).length, counts[field] ?? 0]
    return named === counted ? [] : [problem('visit.traineesDontFit', `${path}/${field}`, { group, named, counted, topic })]
  })
  return [...twice, ...unlike]
}

/** 培训: somebody took part; names, where they were typed, are as many as were counted, and each is there once. */
export const trainingProblems = ({ trainings = [] }: VisitDraft): Found =>
  trainings.flatMap((training, index) => {
    const path = `/trainings/${String(index)}`
    const nobody = (training.managers ?? 0) === 0 && (training.workers ?? 0) === 0
    const problems = nobody ? [problem('visit.trainingOfNobody', `${path}/managers`, { topic: training.topic ?? '' })] : []
    return [...problems, ...signInProblems(training, path)]
  })
