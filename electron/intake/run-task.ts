import type { Kind } from '#shared/kernel/kind'
import type { Watching } from '../kernel/count-bytes.ts'
import { inspectBundle } from './inspect-bundle.ts'
import type { IntakeTask, VerifiedBatch } from './intake-task.ts'
import { judgeBy } from './judge-line.ts'
import { openBundle } from './open-bundle.ts'
import { openSnapshot } from './open-snapshot.ts'
import { withBundle } from './read-bundle.ts'
import { followTrust } from './read-trust.ts'
import { sound } from './verdict.ts'
import { verifyBundle } from './verify-bundle.ts'
import { verifyProof } from './verify-proof.ts'

type Kinds = ReadonlyMap<string, Kind>

/** Documents are judged where it is said what is expected. */
const judging = (kinds: Kinds, demo: boolean | undefined) => (demo === undefined ? {} : { judge: judgeBy(kinds, demo) })

async function verify(file: string, watching: Watching): Promise<unknown> {
  const verdict = await verifyBundle(file, watching)
  if (!verdict.ok) return verdict
  const value = verdict.value.map(({ head, headHash, signer }): VerifiedBatch => {
    const { device, epoch, seq, prev, created } = head
    return { head: headHash, device, epoch, seq, prev, created, signer }
  })
  return { ok: true, value }
}

type Telling = Watching & { readonly onPart?: ((part: unknown) => void) | undefined }
/** Does a task in this process; answers an InspectReply, VerifyReply, ProofReply or OpenReply. */
export async function runTask(task: IntakeTask, watching: Telling, kinds: Kinds): Promise<unknown> {
  switch (task.task) {
    case 'inspect':
      return inspectBundle(task.file)
    case 'verify':
      return verify(task.file, watching)
    case 'verifyProof':
      return verifyProof(task.file)
    case 'openSnapshot':
      return openSnapshot({ ...task, ...watching, ...judging(kinds, task.demo) })
    case 'open':
      return openBundle({
        ...task,
        ...watching,
        onBatch: watching.onPart,
        onTrust: (trust) => watching.onPart?.({ trust }),
        ...judging(kinds, task.demo),
      })
    case 'readTrust':
      return withBundle(task.file, async (bundle) => sound(await followTrust(bundle, task.trust)))
  }
}
