import { z } from 'zod'

/** A root or a list as it travels and lies in the store: the signed bytes, and the armoured signatures over them. */
export const TrustDocument = z.object({
  kind: z.enum(['root', 'list']),
  ver: z.int().positive(),
  bytes: z.string(),
  signatures: z.array(z.string().max(4096)).min(1).max(64),
})
export type TrustDocument = z.infer<typeof TrustDocument>

/** What a device goes by when it is offered other documents. */
export const HeldTrust = z.object({
  root: z.string().nullable(),
  list: z.string().nullable(),
  /** Devices whose word counts because a person compared their fingerprint; only asked while there is no root. */
  pinned: z.array(z.string()),
})
export type HeldTrust = z.infer<typeof HeldTrust>

/** What follows on what is held, the oldest first; every step of it verified. */
export const NewerTrust = z.object({
  roots: z.array(TrustDocument),
  lists: z.array(TrustDocument),
  /** Two lists of one version, both rightly signed, with other bytes: the one that is held stays. */
  forked: z.boolean(),
})
export type NewerTrust = z.infer<typeof NewerTrust>

/** `trust/list/0000000042.json`, with `.sig.<device>` for a signature over it. */
export const trustPath = (kind: TrustDocument['kind'], ver: number): string => `trust/${kind}/${String(ver).padStart(10, '0')}.json`
