import type { TrustListProblem } from '#shared/profile/trust-contract'
import type { UndoProblem } from '#shared/sync/centre-contract'
import type { ConflictProblem } from '#shared/sync/conflict-contract'
import type { TargetProblem } from '#shared/target/target-contract'

export type ExchangeProblem = TrustListProblem | UndoProblem | ConflictProblem | TargetProblem
type Facts = { readonly [C in ExchangeProblem['code']]: Extract<ExchangeProblem, { code: C }>['facts'] }

const head = 'a'.repeat(64)
const name = '单位网盘'

/** One example of every problem of conflicts, undoing, trust and the places where batches go. */
export const exchangeExamples: Facts = {
  'trust.notAdmin': {},
  'trust.noSuchDevice': { device: 'a'.repeat(26) },
  'trust.ownDevice': {},
  'trust.whyMissing': {},
  'trust.badRecipient': { recipient: 'age2xyz' },
  'trust.noSuchKept': { head },
  'trust.onlySupervisors': { device: 'a'.repeat(26) },
  'trust.notSupervisorHere': {},
  'sync.noSuchBatch': { head },
  'sync.ownBatch': { head },
  'sync.alreadyUndone': { head },
  'sync.notUndone': { head },
  'sync.notSupervisor': {},
  'sync.whyMissing': {},
  'conflict.none': { id: '01a2b3c4-0000-7000-8000-000000000001' },
  'conflict.moved': { id: '01a2b3c4-0000-7000-8000-000000000001' },
  'conflict.unsettled': { fields: ['/product/lotNo'] },
  'conflict.notSupervisor': {},
  'target.unknown': { id: 'nas' },
  'target.exists': { name },
  'target.unreachable': { name, reason: 'ECONNREFUSED' },
  'target.signInRefused': { name },
  'target.full': { name },
  'target.notAStorage': { name, reason: 'text/html' },
  'target.otherSpace': { name, space: 'xz-0011223344556677' },
  'target.otherSelf': { name, part: `s/${'a'.repeat(26)}/0011223344556677/h/0000000007.json` },
  'target.differs': { name, part: `s/${'a'.repeat(26)}/0011223344556677/b/${head}.age` },
  'target.cannotPack': { name, reason: 'ENOSPC' },
  'target.cancelled': { published: 2, fetched: 1 },
}
