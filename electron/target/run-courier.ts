import { existsSync } from 'node:fs'
import { entryBeside, give, start } from '../intake/run-intake.ts'
import type { IntakeCall } from '../kernel/intake-port.ts'
import { CourierTask } from './courier-task.ts'

/** Where it may write: in the folder it fetches into, and on a target that is a folder. */
const writable = (task: CourierTask): string[] =>
  [...(task.task === 'fetch' ? [task.folder] : []), ...(task.settings.kind === 'folder' ? [task.settings.path] : [])].filter(existsSync)

/**
 * Does a CourierTask in a process of its own on plain Node; answers its reply as it came (parse it with ProbeReply, PublishReply or
 * FetchReply). Rejects when the process dies or the system refuses (`code` is then ENOSPC and the like); aborting kills it.
 */
export async function runCourierInChild(input: object, call: IntakeCall): Promise<unknown> {
  call.signal?.throwIfAborted()
  const task = CourierTask.parse(input)
  return give(start(entryBeside('courier'), writable(task)), task, call)
}
