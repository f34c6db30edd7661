import { z } from 'zod'
import type { BatchHead } from '#shared/kernel/batch-head'
import { keyPath } from '#shared/kernel/batch-head'
import { DeviceId, Epoch, LocalTime, Sha256 } from '#shared/kernel/ids'
import type { BundleFault } from '#shared/sync/sync-contract'
import { countRecipients } from '../kernel/age.ts'
import { sha256Of } from '../kernel/durable-file.ts'
import type { Bundle } from './bundle.ts'
import { withBundle } from './read-bundle.ts'
import type { Verdict } from './verdict.ts'
import { soundUnless } from './verdict.ts'
import { parseHead } from './verify-head.ts'

/** What a batch says of itself to everybody. Nothing of it has been verified: that is `verifyBundle`. */
export const Inspected = z.object({
  head: Sha256,
  device: DeviceId,
  epoch: Epoch,
  seq: z.int(),
  prev: Sha256,
  created: LocalTime,
  space: z.string(),
  lines: z.int(),
  /** Attachment objects; a file of more than 8 MiB is several. */
  attachments: z.int(),
  recipients: z.int(),
  encrypted: z.literal(true),
  /** Bytes of its objects. */
  bytes: z.int(),
})
export type Inspected = z.infer<typeof Inspected>

async function recipientsOf(bundle: Bundle, head: BatchHead): Promise<number> {
  let most = 0
  for (const { ct } of head.keys) {
    const entry = bundle.entries.get(keyPath(head, ct))
    if (entry !== undefined) most += countRecipients(await bundle.bytes(entry))
  }
  return most
}

async function inspected(bundle: Bundle, head: BatchHead, bytes: Buffer): Promise<Inspected> {
  const { device, epoch, seq, prev, created, space, body, blobs, keys } = head
  return {
    head: sha256Of(bytes),
    device,
    epoch,
    seq,
    prev,
    created,
    space,
    lines: body.lines,
    attachments: blobs.length,
    recipients: await recipientsOf(bundle, head),
    encrypted: true,
    bytes: [body, ...blobs, ...keys].reduce((sum, { size }) => sum + size, 0),
  }
}

async function inspectHeads(bundle: Bundle): Promise<Verdict<readonly Inspected[]>> {
  const found: Inspected[] = []
  const faults: BundleFault[] = []
  for (const entry of bundle.entries.values()) {
    if (!/\/h\/\d{10}\.json$/.test(entry.name)) continue
    const bytes = await bundle.bytes(entry)
    const head = parseHead(entry.name, bytes)
    if (head.ok) found.push(await inspected(bundle, head.value, bytes))
    else faults.push(...head.faults)
  }
  if (found.length + faults.length === 0) faults.push({ code: 'noHead', part: '' })
  return soundUnless(faults, found)
}

/** Reads what the batches in a bundle say of themselves; needs no key, and reads neither bodies nor attachments. */
export const inspectBundle = (file: string): Promise<Verdict<readonly Inspected[]>> => withBundle(file, inspectHeads)
