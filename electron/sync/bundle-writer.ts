import { createReadStream, existsSync } from 'node:fs'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BatchPosition } from '#shared/kernel/batch-head'
import { ENTRY_NAME, LIMITS, signaturePath } from '#shared/kernel/batch-head'
import type { Result } from '#shared/kernel/result'
import { ok, problem, refuse } from '#shared/kernel/result'
import type { SyncProblem } from '#shared/sync/sync-contract'
import { verifyBundle } from '../intake/verify-bundle.ts'
import { countBytes, type Watching } from '../kernel/count-bytes.ts'
import { renameDurably } from '../kernel/durable-file.ts'
import { keyInSignature } from '../kernel/sshsig.ts'
import { zipBytes } from '../kernel/stored-zip.ts'
import type { TrustFile } from '../profile/trust-files.ts'
import { allowedSigners } from './allowed-signers.ts'
import { README } from './bundle-readme.ts'
import { stagedFiles } from './staging.ts'
import { BadCopyError, refusalOf, TooBigError } from './sync-refusal.ts'
import type { ZipSource } from './zip-writer.ts'
import { ZipWriter } from './zip-writer.ts'

export interface BundlePlan extends Watching {
  /** The bundle to be made; must not exist yet. */
  readonly file: string
  readonly staging: string
  readonly batches: readonly BatchPosition[]
  readonly trust?: readonly TrustFile[]
  /** Public keys of further devices for `allowed_signers`; those of the batches are always in it. */
  readonly signers?: readonly string[]
  /** 1.9 GB (LIMITS) when left out. */
  readonly maxBytes?: number
}

export interface MadeBundle {
  readonly file: string
  readonly bytes: number
  readonly entries: number
}

const fromBytes = (name: string, bytes: Uint8Array): ZipSource => ({ name, size: bytes.length, chunks: () => [bytes] })
const fromFile = (name: string, path: string, size: number): ZipSource => ({
  name,
  size,
  chunks: () => createReadStream(path, { highWaterMark: Math.min(1024 * 1024, size + 1) }) as AsyncIterable<Uint8Array>,
})

async function signersOf({ staging, batches, signers = [] }: BundlePlan): Promise<string[]> {
  const keys = await Promise.all(batches.map(async (at) => keyInSignature(await readFile(join(staging, signaturePath(at)), 'utf8'))))
  return [...keys.filter((key) => key !== null), ...signers]
}

async function sourcesOf(plan: BundlePlan): Promise<ZipSource[]> {
  const { maxBytes = LIMITS.bundleBytes } = plan
  const texts = [
    fromBytes('README.txt', Buffer.from(README)),
    fromBytes('allowed_signers', Buffer.from(allowedSigners(await signersOf(plan)))),
  ]
  const trust = (plan.trust ?? []).map(({ name, bytes }) => fromBytes(name, bytes))
  const files = (await Promise.all(plan.batches.map((at) => stagedFiles(plan.staging, at)))).flat()
  const sources = [...texts, ...trust, ...files.map(({ name, path, size }) => fromFile(name, path, size))]
  const stranger = sources.find(({ name }) => !ENTRY_NAME.test(name))
  if (stranger !== undefined) throw new Error(`no entry of a bundle is called ${stranger.name}`)
  if (sources.length > LIMITS.bundleEntries) throw new TooBigError('bundle entries', LIMITS.bundleEntries)
  if (zipBytes(sources) > maxBytes) throw new TooBigError('bundle bytes', maxBytes)
  return sources
}

async function writePart(part: string, sources: readonly ZipSource[], plan: BundlePlan): Promise<void> {
  const total = sources.reduce((sum, { size }) => sum + size, 0)
  const handle = await open(part, 'wx', 0o644)
  try {
    const zip = new ZipWriter(handle, countBytes('write', total, plan))
    for (const source of sources) await zip.add(source)
    await zip.end()
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Reads the finished file back and checks every hash, as its receiver will: a bad stick is noticed before it is pulled out. */
async function proofRead(part: string, plan: BundlePlan): Promise<void> {
  const verdict = await verifyBundle(part, plan)
  const [fault] = verdict.ok ? [] : verdict.faults
  if (fault !== undefined) throw new BadCopyError(`${fault.code} ${fault.part}`)
}

async function make(plan: BundlePlan, part: string): Promise<MadeBundle> {
  const sources = await sourcesOf(plan)
  await rm(part, { force: true }) // left by a process that was killed: it was never a bundle
  await writePart(part, sources, plan)
  await proofRead(part, plan)
  await renameDurably(part, plan.file)
  return { file: plan.file, bytes: zipBytes(sources), entries: sources.length }
}

/**
 * Puts sealed batches into one `.ibz` file. It is written as `FILE.part`, synced, read back and verified, and only then gets its name;
 * whatever happens before, no file that looks like a bundle is left. Answers sync.fileExists, sync.tooBig (more than 1.9 GB),
 * sync.cannotRead (a staged object was cut), sync.cannotWrite (also when what was read back is damaged), sync.cancelled.
 */
export async function writeBundle(plan: BundlePlan): Promise<Result<MadeBundle, SyncProblem>> {
  if (existsSync(plan.file)) return refuse(problem('sync.fileExists', '', { file: plan.file }))
  const part = `${plan.file}.part`
  try {
    return ok(await make(plan, part))
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined) // the stick may be gone; the first reason is the one to tell
    return refusalOf(error, plan.file, plan.signal)
  }
}
