import type { Watching } from '../kernel/count-bytes.ts'
import { inspectBundle } from './inspect-bundle.ts'
import type { IntakeTask, VerifiedBatch } from './intake-task.ts'
import { openBundle } from './open-bundle.ts'
import { verifyBundle } from './verify-bundle.ts'

async function verify(file: string, watching: Watching): Promise<unknown> {
  const verdict = await verifyBundle(file, watching)
  if (!verdict.ok) return verdict
  const value = verdict.value.map(({ head, headHash, signer }): VerifiedBatch => {
    const { device, epoch, seq, prev, created } = head
    return { head: headHash, device, epoch, seq, prev, created, signer }
  })
  return { ok: true, value }
}

/** Does a task in this process; answers an InspectReply, VerifyReply or OpenReply. */
export async function runTask(task: IntakeTask, watching: Watching = {}): Promise<unknown> {
  switch (task.task) {
    case 'inspect':
      return inspectBundle(task.file)
    case 'verify':
      return verify(task.file, watching)
    case 'open':
      return openBundle({ ...task, ...watching })
  }
}
