import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { LocalTime, Sha256 } from '../kernel/ids.ts'
import type { Problem } from '../kernel/result.ts'

const name = z.string().trim().min(1).max(60)
const user = z.string().trim().max(200).default('')
const https = z.url({ protocol: /^https?$/ }).max(500)

/** Storage that exists already: a folder (USB stick, shared folder, folder of a cloud drive), a WebDAV server, an S3-compatible store. */
export const TargetSettings = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('folder'), name, path: z.string().min(1).max(1000) }),
  z.strictObject({ kind: z.literal('webdav'), name, url: https, user, ca: z.string().max(20_000).optional() }),
  z.strictObject({
    kind: z.literal('s3'),
    name,
    endpoint: https,
    region: z.string().trim().max(60).default('us-east-1'),
    bucket: z.string().trim().min(1).max(200),
    prefix: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9._/-]*$/)
      .max(100)
      .default(''),
    accessKey: z.string().trim().min(1).max(200),
    pathStyle: z.boolean().default(true),
    ca: z.string().max(20_000).optional(),
  }),
])
export type TargetSettings = z.infer<typeof TargetSettings>

/** One thing the doctor tried, and what the storage did. */
export const Finding = z.object({
  probe: z.enum([
    'reachable',
    'signIn',
    'create',
    'readBack',
    'refusesOverwrite',
    'conditionalCreate',
    'ranges',
    'list',
    'caseSensitive',
    'clock',
    'space',
    'format',
  ]),
  /** ok: as we like it; harmless: otherwise, and nothing depends on it; wrong: this storage cannot be used until it is mended. */
  verdict: z.enum(['ok', 'harmless', 'wrong']),
  facts: z.record(z.string(), z.json()),
})
export type Finding = z.infer<typeof Finding>

export const TargetRow = z.object({
  id: z.string(),
  settings: TargetSettings,
  hasSecret: z.boolean(),
  findings: z.array(Finding),
  probedAt: LocalTime.nullable(),
  /** Own batches that are not on it yet; and the last time an exchange went to its end. */
  waiting: z.int(),
  lastExchange: LocalTime.nullable(),
})
export type TargetRow = z.infer<typeof TargetRow>

export type TargetProblem =
  | Problem<'target.unknown', { readonly id: string }>
  | Problem<'target.exists', { readonly name: string }>
  /** Cannot be reached now; everything stays in the outbox and the next exchange goes on where this one stopped. */
  | Problem<'target.unreachable', { readonly name: string; readonly reason: string }>
  | Problem<'target.signInRefused', { readonly name: string }>
  | Problem<'target.full', { readonly name: string }>
  /** It answers, but not as a storage does (a login page, a proxy, a wrong address). */
  | Problem<'target.notAStorage', { readonly name: string; readonly reason: string }>
  | Problem<'target.otherSpace', { readonly name: string; readonly space: string }>
  /** At a position of this device stands a batch it did not write: a copy of its disk is at work, or it was restored. Nothing was sent. */
  | Problem<'target.otherSelf', { readonly name: string; readonly part: string }>
  /** A name of ours is taken by other bytes, which nobody here wrote and nobody here touches. */
  | Problem<'target.differs', { readonly name: string; readonly part: string }>
  /** What is new could not be sealed here (a full disk, a file that is gone); nothing was sent. */
  | Problem<'target.cannotPack', { readonly name: string; readonly reason: string }>
  | Problem<'target.cancelled', { readonly published: number; readonly fetched: number }>

/** What went over and back. */
export const ExchangeReport = z.object({
  target: z.string(),
  /** Own batches published now, and the bytes sent; objects that were there already are not sent again. */
  published: z.int(),
  sentBytes: z.int(),
  /** Batches of others fetched and taken in; what they brought. */
  fetched: z.int(),
  receivedBytes: z.int(),
  new: z.int(),
  changed: z.int(),
  conflicts: z.int(),
  receipts: z.int(),
  /** Heads that are there while some object of theirs is not, or not yet. */
  unsettled: z.array(z.object({ device: z.string(), epoch: z.string(), seq: z.int(), part: z.string(), since: LocalTime })),
  /** Batches that were not taken, each with its reason. */
  refused: z.array(z.object({ device: z.string(), seq: z.int(), head: Sha256.nullable(), code: z.string() })),
  /** Names on it that no batch has, the first few: copies in conflict of a cloud drive, mostly. Nobody reads or removes them. */
  ignored: z.array(z.string()),
  /** Own batches that had been on it and were gone; they are on it again. */
  restored: z.int(),
})
export type ExchangeReport = z.infer<typeof ExchangeReport>

const id = z.string().min(1).max(60)

export const targetContract = {
  'target.list': query(z.object({}), z.array(TargetRow)),
  /** Probes the storage first; one that cannot be used is refused with what was found. */
  'target.add': command<TargetProblem>()(z.object({ settings: TargetSettings, secret: z.string().max(500).default('') }), TargetRow),
  'target.remove': command<TargetProblem>()(z.object({ id }), z.object({ id: z.string() })),
  /** The doctor: what this storage really does. Leaves nothing behind but one small probe folder's worth of files it may not delete. */
  'target.probe': command<TargetProblem>()(z.object({ id }), TargetRow),
  /**
   * Packs what is new, publishes, fetches, imports. Long: progress and cancel; whatever was cut goes on the
   * next time. What changes very much of what is here waits, and is named in `refused`, until `massChange` says yes.
   */
  'target.exchange': command<TargetProblem>()(
    z.object({ id, pack: z.boolean().default(true), massChange: z.boolean().default(false) }),
    ExchangeReport,
  ),
}
