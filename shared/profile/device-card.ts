import { z } from 'zod'
import { DeviceId, LocalTime, Region } from '../kernel/ids.ts'

/**
 * A device introduces itself: public keys and claimed owner, signed with the device's own key (SSHSIG, namespace
 * `inspect-enroll@v1`) over the canonical JSON of everything but `signature`.
 */
export const DeviceCard = z.strictObject({
  type: z.literal('inspect-trust/card'),
  v: z.literal(1),
  device: DeviceId,
  /** `ssh-ed25519 AAAA…`, the device's verification key. */
  sign: z.string().regex(/^ssh-ed25519 [A-Za-z0-9+/]{68}$/),
  /** `age1…`, the X25519 recipient batches are encrypted to. */
  box: z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/),
  name: z.string().min(1).max(60),
  role: z.enum(['inspector', 'taskforce', 'supervisor']),
  region: Region,
  org: z.string().max(120),
  demo: z.literal(true).optional(),
  created: LocalTime,
  signature: z.string().max(2000),
})
export type DeviceCard = z.infer<typeof DeviceCard>
