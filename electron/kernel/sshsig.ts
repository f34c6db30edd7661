import { createHash, createPublicKey, verify } from 'node:crypto'

/**
 * SSHSIG (OpenSSH PROTOCOL.sshsig) with Ed25519 and sha512: what `ssh-keygen -Y sign` writes and `ssh-keygen -Y verify` reads,
 * so any Windows 10, macOS or Linux can check our signatures without us.
 */
const MAGIC = Buffer.from('SSHSIG')
const VERSION = Buffer.from([0, 0, 0, 1])
const HASH = 'sha512'
const KEY_TYPE = 'ssh-ed25519'
const ED25519_SPKI = Buffer.from('302a300506032b6570032100', 'hex') // DER in front of the 32 bytes of a public key (RFC 8410)
const BEGIN = '-----BEGIN SSH SIGNATURE-----'
const END = '-----END SSH SIGNATURE-----'

/** Whoever can sign raw bytes with a device's Ed25519 key; the key itself need not be in this process. */
export interface Signer {
  /** `ssh-ed25519 AAAA…` without a comment. */
  readonly publicKey: string
  readonly sign: (bytes: Uint8Array) => Uint8Array | Promise<Uint8Array>
}

const field = (bytes: Uint8Array | string): Buffer => {
  const body = Buffer.from(bytes)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(body.length)
  return Buffer.concat([length, body])
}

/** Reads the length-prefixed fields of an SSH blob; throws RangeError past its end. */
class Fields {
  private at = 0
  private readonly bytes: Buffer
  constructor(bytes: Buffer) {
    this.bytes = bytes
  }
  take(length: number): Buffer {
    if (this.at + length > this.bytes.length) throw new RangeError('an SSH blob ends too early')
    this.at += length
    return this.bytes.subarray(this.at - length, this.at)
  }
  next(): Buffer {
    return this.take(this.take(4).readUInt32BE())
  }
  get ended(): boolean {
    return this.at === this.bytes.length
  }
}

const publicKeyBlob = (raw: Uint8Array): Buffer => Buffer.concat([field(KEY_TYPE), field(raw)])

/** 32 bytes → `ssh-ed25519 AAAA…`. */
export const sshPublicKey = (raw: Uint8Array): string => `${KEY_TYPE} ${publicKeyBlob(raw).toString('base64')}`

/** `ssh-ed25519 AAAA…` → the blob whose sha256 names a device. Throws when it is anything else. */
export function sshKeyBlob(publicKey: string): Buffer {
  const [type, base64 = ''] = publicKey.split(' ')
  const blob = Buffer.from(base64, 'base64')
  if (type !== KEY_TYPE || blob.toString('base64') !== base64) throw new Error('not an ssh-ed25519 public key')
  rawKeyOf(blob)
  return blob
}

function rawKeyOf(blob: Buffer): Buffer {
  const fields = new Fields(blob)
  const type = fields.next().toString('latin1')
  const raw = fields.next()
  if (type !== KEY_TYPE || raw.length !== 32 || !fields.ended) throw new Error('not an ssh-ed25519 key blob')
  return raw
}

/** What is signed: not the message but its hash, bound to a namespace so that no signature serves two purposes. */
const signedBytes = (namespace: string, message: Uint8Array): Buffer =>
  Buffer.concat([MAGIC, field(namespace), field(''), field(HASH), field(createHash(HASH).update(message).digest())])

const armour = (blob: Buffer): string => `${[BEGIN, ...(blob.toString('base64').match(/.{1,70}/g) ?? []), END].join('\n')}\n`

/** Takes off the armour. One signature has one spelling: a text that ssh-keygen would not write is none. */
function unarmour(text: string): Buffer {
  const blob = Buffer.from(text.split('\n').slice(1, -2).join(''), 'base64')
  if (armour(blob) !== text) throw new Error('not an SSH signature')
  return blob
}

/** Signs a message for a namespace; answers the armoured text of a `.sig` file. */
export async function signSsh(signer: Signer, namespace: string, message: Uint8Array): Promise<string> {
  const signature = await signer.sign(signedBytes(namespace, message))
  const key = field(sshKeyBlob(signer.publicKey))
  const inner = field(Buffer.concat([field(KEY_TYPE), field(signature)]))
  return armour(Buffer.concat([MAGIC, VERSION, key, field(namespace), field(''), field(HASH), inner]))
}

function readSignature(text: string): { readonly key: Buffer; readonly namespace: string; readonly signature: Buffer } {
  const fields = new Fields(unarmour(text))
  if (!fields.take(MAGIC.length).equals(MAGIC) || !fields.take(VERSION.length).equals(VERSION))
    throw new Error('not an SSH signature of version 1')
  const [key, namespace, reserved, hash, signature] = [fields.next(), fields.next(), fields.next(), fields.next(), fields.next()]
  const inner = new Fields(signature)
  const type = inner.next().toString('latin1')
  const raw = inner.next()
  const plain = reserved.length === 0 && hash.toString('latin1') === HASH && type === KEY_TYPE && raw.length === 64
  if (!plain || !fields.ended || !inner.ended) throw new Error('not an ssh-ed25519 signature over sha512')
  return { key, namespace: namespace.toString('utf8'), signature: raw }
}

/**
 * Answers the public key (`ssh-ed25519 AAAA…`) that signed this message for this namespace, or null when the text is no
 * signature, is for another namespace, or does not match. Whether that key may be trusted is the caller's question.
 */
export function signerOf(signature: string, namespace: string, message: Uint8Array): string | null {
  try {
    const read = readSignature(signature)
    const raw = rawKeyOf(read.key)
    const key = createPublicKey({ key: Buffer.concat([ED25519_SPKI, raw]), format: 'der', type: 'spki' })
    const good = read.namespace === namespace && verify(null, signedBytes(namespace, message), key, read.signature)
    return good ? sshPublicKey(raw) : null
  } catch {
    return null
  }
}

/** The public key a signature carries, checked against nothing; null when the text is no signature. */
export function keyInSignature(signature: string): string | null {
  try {
    return sshPublicKey(rawKeyOf(readSignature(signature).key))
  } catch {
    return null
  }
}
