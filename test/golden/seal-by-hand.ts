import { randomBytes } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { encryptBytes } from '#electron/kernel/age'
import { type DeviceKey, newBoxKey } from '#electron/kernel/device-key'
import { sha256Of, type Written, writeByHash, writeWhole } from '#electron/kernel/durable-file'
import { signSsh } from '#electron/kernel/sshsig'
import type { Addressee } from '#electron/sync/batch-writer'
import { leafHash, merkleRoot } from '#electron/sync/merkle'
import {
  BATCH_NAMESPACE,
  type BatchHead,
  blobPath,
  bodyPath,
  headPath,
  keyPath,
  type StoredObject,
  signaturePath,
} from '#shared/kernel/batch-head'
import { canonical } from '#shared/kernel/canonical'
import { NO_HASH } from '#shared/kernel/ids'

export interface ByHand {
  readonly key: DeviceKey
  readonly staging: string
  readonly at: string
  readonly by: string
  readonly seq: number
  /** The batch before it. */
  readonly prev: string | null
  /** Lines without `dev`, and without `n` where any will do. */
  readonly lines: readonly object[]
  /** Files, each as its parts. */
  readonly files: readonly (readonly Uint8Array[])[]
  readonly to: readonly Addressee[]
}

const EPOCH = '00000000600d600d'
const object = ({ sha256, size }: Written): StoredObject => ({ ct: sha256, size })

/** A batch as docs/batch-format.md describes it, also where the application would not write one: small parts, lines of a later version. */
export async function sealByHand(plan: ByHand): Promise<{ readonly head: BatchHead; readonly hash: string }> {
  const { key, staging, at, by, seq, to } = plan
  const place = { device: key.device, epoch: EPOCH, seq }
  const batchKey = await newBoxKey()
  const encrypted = (bytes: Uint8Array): Promise<Uint8Array> => encryptBytes([batchKey.recipient], bytes)
  const line = (value: object): string =>
    canonical({ v: 1, n: randomBytes(16).toString('base64url'), at, by, ...clean(value), dev: key.device })
  const ids = to.map(({ id }) => id).sort()
  const lines = [line({ t: 'env', to: ids })]
  const blobs: StoredObject[] = []
  for (const parts of plan.files) {
    const stored: StoredObject[] = []
    for (const part of parts) stored.push(object(await writeByHash(staging, (hash) => blobPath(place, hash), [await encrypted(part)])))
    const whole = Buffer.concat(parts)
    lines.push(line({ t: 'att', sha256: sha256Of(whole), size: whole.length, parts: stored }))
    blobs.push(...stored)
  }
  lines.push(...plan.lines.map(line))
  const plain = Buffer.from(lines.map((text) => `${text}\n`).join(''))
  const body = object(await writeByHash(staging, (hash) => bodyPath(place, hash), [await encrypted(gzipSync(plain))]))
  const wrapped = await encryptBytes(
    to.map(({ box }) => box),
    Buffer.from(`${batchKey.identity}\n`),
  )
  const head: BatchHead = {
    type: 'inspect-batch/head',
    v: 1,
    space: '',
    ...place,
    prev: plan.prev ?? NO_HASH,
    created: at,
    app: { ver: '0.1.0', build: 'golden', os: 'any' },
    trust: { ver: 0, hash: NO_HASH },
    seen: [],
    journal: { from: seq, to: seq, chain: NO_HASH },
    aud: sha256Of(canonical(ids)),
    keys: [object(await writeByHash(staging, (hash) => keyPath(place, hash), [wrapped]))],
    body: {
      ...body,
      pt: sha256Of(plain),
      ptSize: plain.length,
      enc: 'gzip',
      lines: lines.length,
      root: merkleRoot(lines.map(leafHash)).toString('hex'),
    },
    blobs,
    min: 1,
    crit: [],
  }
  const bytes = Buffer.from(`${canonical(head)}\n`)
  await writeWhole(staging, signaturePath(head), Buffer.from(await signSsh(key, BATCH_NAMESPACE, bytes)))
  const { sha256 } = await writeWhole(staging, headPath(head), bytes)
  return { head, hash: sha256 }
}

/** Without members that are undefined, which would stand in the way of the common ones. */
const clean = (value: object): object => Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined))
