import { type Problem, problem } from '../kernel/result.ts'
import { blank, type Lawful } from './lawful.ts'
import type { SheetDraft, SubmitFacts, TaskFacts } from './sheet-facts.ts'

export type TaskGuardProblem =
  | Problem<
      'spotCheck.quotaFull',
      Lawful & { readonly taskNo: string; readonly quota: number; readonly sealed: number; readonly asOf: string | null }
    >
  | Problem<'spotCheck.noSuchTarget', { readonly taskNo: string }>

interface Answers {
  readonly check?: string | undefined
  readonly taskId?: string | undefined
}

/** A sheet or site report that answers a check answers one of its task. What is not known here cannot be checked here. */
export function targetProblems({ check = '', taskId = '' }: Answers, task: TaskFacts | null, at: string): TaskGuardProblem[] {
  if (check === '' || (taskId !== '' && task === null)) return []
  return task?.targets.includes(check) === true ? [] : [problem('spotCheck.noSuchTarget', at, { taskNo: task?.no ?? '' })]
}

/** 任务量: more batches than were ordered are sampled only for a reason. Counted over the sheets that are known here. */
export function quotaProblems({ exceptions = {} }: SheetDraft, { task, asOf, articleOf }: SubmitFacts): TaskGuardProblem[] {
  if (task === null || task.sealed < task.quota || !blank(exceptions.quotaReason)) return []
  const { no: taskNo, quota, sealed } = task
  return [problem('spotCheck.quotaFull', '/exceptions/quotaReason', { taskNo, quota, sealed, asOf, article: articleOf('checkPlan') })]
}
