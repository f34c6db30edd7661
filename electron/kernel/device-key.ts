import { createHash, createPrivateKey, createPublicKey, randomBytes, sign } from 'node:crypto'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import type { Signer } from './sshsig.ts'
import { sshKeyBlob, sshPublicKey } from './sshsig.ts'

const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex') // DER in front of the 32 bytes of a seed (RFC 8410)
const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'
const DIGITS = 24

/** A device that can sign: its name follows from its key and cannot be claimed without it. */
export interface DeviceKey extends Signer {
  readonly device: string
  readonly sign: (bytes: Uint8Array) => Uint8Array
}

/** The key others encrypt to, and the secret that opens it (age X25519). */
export interface BoxKey {
  /** `AGE-SECRET-KEY-1…` */
  readonly identity: string
  /** `age1…` */
  readonly recipient: string
}

/** A fresh Ed25519 seed: 32 bytes, base64. */
export const newDeviceSeed = (): string => randomBytes(32).toString('base64')

/** Seed (32 bytes, base64) → signing key. Runs on OpenSSL and on Electron's BoringSSL. Throws when the seed is not 32 bytes. */
export function deviceKeyOf(seed: string): DeviceKey {
  const bytes = Buffer.from(seed, 'base64')
  if (bytes.length !== 32) throw new Error('a device seed has 32 bytes')
  const key = createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, bytes]), format: 'der', type: 'pkcs8' })
  const raw = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32)
  const publicKey = sshPublicKey(raw)
  return { device: deviceIdOf(publicKey), publicKey, sign: (message) => sign(null, message, key) }
}

export async function newBoxKey(): Promise<BoxKey> {
  const identity = await generateX25519Identity()
  return { identity, recipient: await identityToRecipient(identity) }
}

/** RFC 4648 base32, lower case, without padding: safe as a folder name on every file system. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => BASE32.charAt(Number.parseInt(group.padEnd(5, '0'), 2))).join('')
}

/** `ssh-ed25519 AAAA…` → device id: first 16 bytes of the sha256 of the key blob, 26 characters. Throws when it is no such key. */
export const deviceIdOf = (publicKey: string): string => base32(createHash('sha256').update(sshKeyBlob(publicKey)).digest().subarray(0, 16))

const inFours = (text: string): string => (text.match(/.{1,4}/g) ?? []).join(' ')

/**
 * What two people compare by phone: 24 digits from the first 80 bits of the device id (as a number modulo 10^24),
 * and the id itself, both in groups of four.
 */
export function fingerprintOf(device: string): { readonly digits: string; readonly grouped: string } {
  const value = Array.from(device.slice(0, 16)).reduce((sum, letter) => sum * 32n + BigInt(BASE32.indexOf(letter)), 0n)
  const digits = (value % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0')
  return { digits: inFours(digits), grouped: inFours(device) }
}
