import type { Watching } from '../kernel/count-bytes.ts'
import type { CourierTask } from './courier-task.ts'
import { fetchBatches } from './fetch-batches.ts'
import { type OpenOptions, openTarget } from './open-target.ts'
import { PATIENCE, type Patience } from './persist.ts'
import { probeTarget } from './probe-target.ts'
import { publish } from './publish.ts'

export interface CourierOptions extends Watching, Pick<OpenOptions, 'pace'> {
  readonly patience?: Patience
}

/** Does a task in this process; answers a ProbeReply, PublishReply or FetchReply. */
export async function runCourierTask(task: CourierTask, { patience = PATIENCE, pace, ...watching }: CourierOptions = {}): Promise<unknown> {
  const target = openTarget(task.settings, task.secret, { signal: watching.signal, pace, patience })
  const visit = { target, patience, signal: watching.signal }
  switch (task.task) {
    case 'probe':
      return probeTarget(visit, task)
    case 'publish':
      return publish(visit, task, watching)
    case 'fetch':
      return fetchBatches(visit, task, watching)
  }
}
