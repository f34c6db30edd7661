import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { DeviceId, Epoch, LocalTime, Sha256 } from '../kernel/ids.ts'
import type { Problem } from '../kernel/result.ts'
import { Fingerprint } from './profile-contract.ts'

/** Only a device that the root names among the admins writes lists. */
export type NotAdmin = Problem<'trust.notAdmin', Record<string, never>>

export type TrustListProblem =
  | NotAdmin
  | Problem<'trust.noSuchDevice', { readonly device: string }>
  | Problem<'trust.ownDevice', Record<string, never>>
  | Problem<'trust.whyMissing', Record<string, never>>
  | Problem<'trust.badRecipient', { readonly recipient: string }>
  | Problem<'trust.noSuchKept', { readonly head: string }>
  | Problem<'trust.onlySupervisors', { readonly device: string }>
  | Problem<'trust.notSupervisorHere', Record<string, never>>

/** A batch whose bytes are kept and not taken in: from nobody we know yet, or from behind the point up to which its device is trusted. */
export const KeptBatch = z.object({
  head: Sha256,
  device: DeviceId,
  epoch: Epoch,
  seq: z.int(),
  reason: z.enum(['notEnrolled', 'revoked', 'forked']),
  bytes: z.int(),
  created: LocalTime,
  arrived: LocalTime,
  fingerprint: Fingerprint,
})
export type KeptBatch = z.infer<typeof KeptBatch>

export const TrustedDevice = z.object({
  id: DeviceId,
  name: z.string(),
  role: z.string(),
  region: z.string(),
  state: z.enum(['active', 'revoked', 'lost']),
  /** Up to where its batches count; empty for a device that is trusted without end. */
  until: z.array(z.object({ epoch: Epoch, seq: z.int(), head: Sha256 })),
  admin: z.boolean(),
  fingerprint: Fingerprint,
  /** When the newest batch of it that arrived here was made, and how many before that are known to exist and never arrived. */
  lastSeen: LocalTime.nullable(),
  missing: z.int(),
})
export type TrustedDevice = z.infer<typeof TrustedDevice>

export const trustContract = {
  'trust.show': query(
    z.object({}),
    z.object({
      space: z.string(),
      root: z.int(),
      list: z.int(),
      issued: LocalTime.nullable(),
      expires: LocalTime.nullable(),
      /** When two lists of one version were seen; the one that was here first is in force. */
      forked: LocalTime.nullable(),
      /** Passed: a yellow banner, never a lock-out. */
      expired: z.boolean(),
      admin: z.boolean(),
      devices: z.array(TrustedDevice),
      recovery: z.array(z.string()),
      kept: z.array(KeptBatch),
    }),
  ),
  /** Admin: from the newest batch that arrived here on, nothing of this device counts any more. */
  'trust.revoke': command<TrustListProblem>()(
    z.object({ device: DeviceId, state: z.enum(['revoked', 'lost']), why: z.string().trim().max(500) }),
    z.object({ list: z.int(), until: z.array(z.object({ epoch: Epoch, seq: z.int(), head: Sha256 })) }),
  ),
  /** Admin: a supervisor of the list may write lists too, from a new root on. */
  'trust.addAdmin': command<TrustListProblem>()(z.object({ device: DeviceId }), z.object({ root: z.int(), list: z.int() })),
  /** Admin: keys that can open every batch from now on, kept offline against the loss of all supervisors' laptops. */
  'trust.setRecovery': command<TrustListProblem>()(z.object({ recipients: z.array(z.string()).max(10) }), z.object({ list: z.int() })),
  /** Admin: the same list, valid for another year. */
  'trust.renew': command<TrustListProblem>()(z.object({}), z.object({ list: z.int(), expires: LocalTime })),
  /** A person has looked at a kept batch of a revoked device and takes it in, with a reason that goes into the log. */
  'trust.takeIn': command<TrustListProblem>()(
    z.object({ head: Sha256, why: z.string().trim().max(500) }),
    z.object({ head: Sha256, records: z.int() }),
  ),
}
