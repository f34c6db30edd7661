import { createReadStream } from 'node:fs'
import { setImmediate as turn } from 'node:timers/promises'
import { headPath } from '#shared/kernel/batch-head'
import type { BundleFault, ImportReport } from '#shared/sync/sync-contract'
import { hasOriginal, keepOriginal } from '../attachment/blob-store.ts'
import type { CallOptions, World } from '../kernel/world.ts'
import { takeTrust } from '../profile/take-trust.ts'
import { Import, isForked, type Wishes } from './import-batch.ts'
import { type BatchReport, leftOutLine } from './import-report.ts'
import { keepFork } from './keep-fork.ts'
import type { OpenedBatch } from './opened-batch.ts'
import type { OpenedStream } from './opened-stream.ts'
import { learnSpace } from './space.ts'

/** So many batches share a transaction at most: the store answers others again within a second or two. */
const TOGETHER = 5

export interface Taking extends Wishes {
  /** A person has said yes to a change of very much. */
  readonly massChange?: boolean | undefined
}

/** Why an import ended before its end; what was taken until then stays, each batch whole. */
export type Stop = { readonly code: 'cancelled' } | { readonly code: 'massChange'; readonly changed: number; readonly of: number }

class StopError extends Error {
  override readonly name = 'StopError'
  readonly stop: Stop
  constructor(stop: Stop) {
    super(stop.code)
    this.stop = stop
  }
}

/** Demonstration and real work never mix, whatever else is right with the batch. */
export const demoFaults = (world: World, { head }: Pick<OpenedBatch, 'head'>): BundleFault[] =>
  (head.space === 'demo') !== world.self.demo && (head.space !== '' || world.self.demo) ? [{ code: 'demo', part: headPath(head) }] : []

/** What speaks against a batch here, although it is sound: another kind of work, or a second history of its device. */
export function faultsHere(world: World, batch: Pick<OpenedBatch, 'head' | 'headHash'>): BundleFault[] {
  const demo = demoFaults(world, batch)
  if (demo.length > 0) return demo
  return isForked(world, batch) ? [{ code: 'forked', part: headPath(batch.head) }] : []
}

/** Originals first: a row never names bytes that are not on the disk. Orphans of a failed import are harmless, they bear their hash. */
async function keepAttachments(world: World, { attachments }: OpenedBatch): Promise<void> {
  for (const { sha256, path } of attachments)
    if (!hasOriginal(world.folder, sha256)) await keepOriginal(world.folder, createReadStream(path) as AsyncIterable<Buffer>)
}

export interface Taken {
  readonly reports: ImportReport[]
  /** Batches that were opened and may not come in here. */
  readonly unfit: { readonly seq: number; readonly faults: readonly BundleFault[] }[]
  readonly stopped: Stop | null
}

/** Takes batches as they are opened, some in each transaction; between two of them others are served and cancelling counts. */
export class ImportRun {
  private readonly world: World
  private readonly work: Import
  private readonly taking: Taking
  private readonly options: CallOptions
  private readonly taken: Taken = { reports: [], unfit: [], stopped: null }

  constructor(world: World, taking: Taking, options: CallOptions) {
    this.world = world
    this.work = new Import(world, taking)
    this.taking = taking
    this.options = options
  }

  private stopIfUnwanted(): void {
    if (this.options.signal?.aborted === true) throw new StopError({ code: 'cancelled' })
  }

  private *fit(batches: readonly OpenedBatch[]): Generator<OpenedBatch, void, undefined> {
    for (const batch of batches) {
      const faults = faultsHere(this.world, batch)
      if (faults.length === 0) yield batch
      else this.taken.unfit.push({ seq: batch.head.seq, faults })
      if (faults.some(({ code }) => code === 'forked')) keepFork(this.world, batch)
    }
  }

  private commit(batches: readonly OpenedBatch[]): BatchReport[] {
    const { world, work, taking } = this
    return world.db.transaction(() => {
      const reports = [...work.steps(this.fit(batches))]
      const { pulled } = work.brake
      if (pulled !== null && taking.massChange !== true) throw new StopError({ code: 'massChange', ...pulled })
      for (const { head } of batches) learnSpace(world, head.space)
      return reports
    })
  }

  /** The list that came along is in force before the first batch is judged by it. */
  private async takeTrust(stream: OpenedStream): Promise<void> {
    const newer = await stream.trust()
    if (newer !== null && this.world.db.transaction(() => takeTrust(this.world, newer))) this.world.changed('profile')
  }

  private async takeAll(stream: OpenedStream): Promise<void> {
    await this.takeTrust(stream)
    for (let group = await stream.next(TOGETHER); group.length > 0; group = await stream.next(TOGETHER)) {
      for (const batch of group) {
        await keepAttachments(this.world, batch)
        this.stopIfUnwanted()
      }
      const done = this.taken.reports.length
      this.options.onProgress?.({ stage: 'import', done, total: done + group.length + stream.queued })
      this.taken.reports.push(...this.commit(group).map((report) => ({ ...report, applied: !report.alreadyImported })))
      await turn()
    }
  }

  async end(stream: OpenedStream): Promise<Taken> {
    try {
      await this.takeAll(stream)
      return this.taken
    } catch (error) {
      if (error instanceof StopError) return { ...this.taken, stopped: error.stop }
      throw error
    }
  }
}

/** What a bundle holds besides and is not taken is told with the first report. */
export function withLeftOut(
  reports: readonly ImportReport[],
  leftOut: readonly { readonly seq: number; readonly faults: readonly BundleFault[] }[],
): ImportReport[] {
  const lines = leftOut.map(({ seq, faults }) => leftOutLine(seq, faults))
  return reports.map((report, index) => (index === 0 ? { ...report, refused: [...lines, ...report.refused] } : report))
}
