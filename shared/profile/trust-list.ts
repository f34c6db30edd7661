import { z } from 'zod'
import { DeviceId, Epoch, LocalTime, Sha256, Space } from '../kernel/ids.ts'

/** SSHSIG namespace of the signatures over root and list. */
export const TRUST_NAMESPACE = 'inspect-trust@v1'

const common = { v: z.literal(1), space: Space, ver: z.int().positive(), prev: Sha256, issued: LocalTime, expires: LocalTime }

/** Who may sign trust lists. Signed by at least `threshold` keys of the root before and of this one (TUF specification 5.3). */
export const TrustRoot = z.strictObject({
  type: z.literal('inspect-trust/root'),
  ...common,
  keys: z.array(z.strictObject({ id: DeviceId, sig: z.string() })).min(1),
  threshold: z.int().positive(),
  admins: z.array(DeviceId).min(1),
  adminThreshold: z.int().positive(),
})
export type TrustRoot = z.infer<typeof TrustRoot>

/** A position in the stream of a device: everything up to this head was witnessed while the device was trusted. */
export const LastTrusted = z.strictObject({ epoch: Epoch, seq: z.int().positive(), head: Sha256 })
export type LastTrusted = z.infer<typeof LastTrusted>

/** Whose devices count, by version; a lower version than one seen before is never accepted. Expiry warns, it never locks out. */
export const TrustList = z.strictObject({
  type: z.literal('inspect-trust/list'),
  ...common,
  root: z.int().positive(),
  people: z.array(z.strictObject({ id: z.string(), name: z.string(), roles: z.array(z.string()), scope: z.string() })),
  devices: z.array(
    z.strictObject({
      id: DeviceId,
      sig: z.string(),
      box: z.string(),
      owner: z.string(),
      label: z.string(),
      state: z.enum(['active', 'revoked', 'lost']),
      org: z.string().max(120).optional(),
      /** Of a device that is not active: up to where its batches count; nothing of a stretch that is not named does. */
      until: z.array(LastTrusted).max(200).optional(),
    }),
  ),
  recovery: z.array(z.string()),
  policy: z.strictObject({ quorumAck: z.int().positive() }),
})
export type TrustList = z.infer<typeof TrustList>
