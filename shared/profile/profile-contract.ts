import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { DeviceId, LocalTime, Region } from '../kernel/ids.ts'
import type { Problem } from '../kernel/result.ts'
import { Role, Runtime } from '../kernel/self.ts'
import { DeviceCard } from './device-card.ts'
import type { NotAdmin } from './trust-contract.ts'

/** Who works here, as typed once when the profile is made. */
export const NewProfile = z.strictObject({
  name: z.string().trim().min(1).max(60),
  role: Role,
  region: Region,
  org: z.string().trim().max(120).optional(),
})
export type NewProfile = z.infer<typeof NewProfile>

export const ProfileInfo = z.object({
  device: DeviceId,
  name: z.string(),
  role: Role,
  region: Region,
  org: z.string(),
  demo: z.boolean(),
  created: LocalTime,
  folder: z.string(),
  /** How the private keys lie on the disk: sealed by the operating system, or a file that only its owner may read. */
  keys: z.enum(['sealed', 'file']),
  runtime: Runtime,
  counts: z.object({ draft: z.int(), submitted: z.int(), packed: z.int(), received: z.int(), returned: z.int() }),
})
export type ProfileInfo = z.infer<typeof ProfileInfo>

/** Six words in place of 66 bits of the device id, read aloud over the phone; and the id itself, in groups. */
export const Fingerprint = z.object({ digits: z.string(), grouped: z.string() })

export const KnownDevice = z.object({
  id: DeviceId,
  name: z.string(),
  role: Role,
  region: z.string(),
  org: z.string(),
  fingerprint: Fingerprint,
  /** pinned: recipient chosen on this device; listed: enrolled in the trust list; self. */
  standing: z.enum(['self', 'pinned', 'listed']),
  since: LocalTime,
})
export type KnownDevice = z.infer<typeof KnownDevice>

export type TrustProblem =
  | Problem<'trust.cardUnreadable', { readonly file: string }>
  | Problem<'trust.cardForged', Record<string, never>>
  | Problem<'trust.ownCard', Record<string, never>>
  | Problem<'trust.wrongRole', { readonly role: string }>
  | Problem<'trust.notSupervisor', Record<string, never>>
  | Problem<'trust.notInitialised', Record<string, never>>
  | Problem<'trust.alreadyInitialised', Record<string, never>>
  | Problem<'trust.demo', Record<string, never>>

export type ProfileProblem =
  | Problem<'profile.exists', { readonly folder: string }>
  | Problem<'profile.notFound', { readonly folder: string }>
  | Problem<'profile.notWritable', { readonly folder: string }>
  | Problem<'profile.inUse', { readonly folder: string }>
  | Problem<'profile.fromTheFuture', { readonly folder: string }>
  | Problem<'profile.keysSealed', { readonly folder: string }>
  | Problem<'profile.damaged', { readonly folder: string; readonly reason: string }>
  | Problem<'profile.diskFull', { readonly folder: string }>
  | Problem<'profile.readOnly', { readonly folder: string }>

const CardPreview = z.object({ card: DeviceCard, fingerprint: Fingerprint, known: z.boolean() })

export const profileContract = {
  'profile.info': query(z.object({}), ProfileInfo),
  /** This device's card: its public keys, self-signed. */
  'profile.getCard': query(z.object({}), z.object({ card: DeviceCard, fingerprint: Fingerprint, fileName: z.string() })),
  /** Reads a card without trusting it, so that a person can compare the fingerprint first. */
  'profile.readCard': command<TrustProblem>()(z.object({ text: z.string().max(20_000) }), CardPreview),
  /** Supervisor: enrols the device in the trust list. Inspector: pins a supervisor as recipient. */
  'profile.admitCard': command<TrustProblem | NotAdmin>()(z.object({ text: z.string().max(20_000) }), KnownDevice),
  'profile.listDevices': query(z.object({}), z.array(KnownDevice)),
  /** Founds the organisation's trust on this supervisor's device: root and first list. */
  'profile.initTrust': command<TrustProblem>()(z.object({}), z.object({ root: z.int(), list: z.int() })),
  'profile.getTrust': query(
    z.object({}),
    z.object({ initialised: z.boolean(), space: z.string(), root: z.int(), list: z.int(), devices: z.array(KnownDevice) }),
  ),
}
