import { z } from 'zod'

/** UUID version 7, lower case, made on the device (RFC 9562 §5.7). Its time is never trusted. */
export const RecordId = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
export type RecordId = z.infer<typeof RecordId>

/** sha256 of the exact bytes of a line, a file or a head; 64 hex digits. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
export type Sha256 = z.infer<typeof Sha256>

/** First 16 bytes of the sha256 of the SSH public key blob, base32 without padding, lower case. */
export const DeviceId = z.string().regex(/^[a-z2-7]{26}$/)
export type DeviceId = z.infer<typeof DeviceId>

/** A stretch of a device's history without a restore or a clone in it; 8 random bytes. */
export const Epoch = z.string().regex(/^[0-9a-f]{16}$/)

/** A calendar day as a person wrote it; never passes through UTC. */
export const LocalDate = z.iso.date()

/** Local time with its offset, as the device's clock claimed it. */
export const LocalTime = z.iso.datetime({ offset: true })

/** A decimal number as text: what was typed is what is kept. */
export const Decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,8})?$/)

export const Region = z.string().regex(/^\d{6}$/)

/** `prev` of the first batch of a stream, and `trust.hash` while there is no trust list. */
export const NO_HASH = '0'.repeat(64)

/** Which organisation a batch is for; empty while the device has not been admitted to one. */
export const Space = z.string().regex(/^[A-Za-z0-9._-]{0,64}$/)
