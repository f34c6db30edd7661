import { headPath, LIMITS, streamPath } from '#shared/kernel/batch-head'
import { countBytes, type Watching } from '../kernel/count-bytes.ts'
import { sha256Of } from '../kernel/durable-file.ts'
import type { OutgoingBatch, PublishReply, PublishTask, Trouble } from './courier-task.ts'
import { claim } from './format-file.ts'

import type { ProbedTarget } from './target.ts'
import { listAt, putBytes, putFile, readAt, statAt, type Visit } from './transfer.ts'
import { TroubleError, troubleOf } from './trouble.ts'

/** Another one at a position of this device: a copy of its disk, or the device before a restore, is at work. */
async function needFree(visit: Visit, name: string, own: string | null): Promise<void> {
  const found = await readAt(visit, name, LIMITS.headBytes)
  if (found === null) return
  if (found === 'tooBig' || sha256Of(found) !== own) throw new TroubleError({ kind: 'otherSelf', part: name })
}

class Publisher {
  readonly published: string[] = []
  readonly ignored: string[] = []
  gone: PublishReply['gone'] = []
  sentBytes = 0
  private readonly visit: Visit
  private readonly task: PublishTask
  private readonly watching: Watching

  constructor(visit: Visit, task: PublishTask, watching: Watching) {
    this.visit = visit
    this.task = task
    this.watching = watching
  }

  async run(): Promise<void> {
    const { space, device, next, batches, trust } = this.task
    const theirs = await claim(this.visit, space)
    if (space !== '' && theirs !== space) throw new TroubleError({ kind: 'otherSpace', space: theirs })
    await needFree(this.visit, headPath({ device, ...next }), null)
    await this.lookForKnown()
    for (const { name, bytes } of trust) await this.putTrust(name, Buffer.from(bytes, 'base64'))
    const total = batches.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0)
    const onBytes = countBytes('publish', total, this.watching)
    for (const batch of batches) await this.publish(batch, onBytes)
  }

  /** Trust documents are the same wherever they come from; another one in the place of one is for their readers to refuse. */
  private async putTrust(name: string, bytes: Buffer): Promise<void> {
    if ((await putBytes(this.visit, name, bytes)) === 'different') this.ignored.push(name)
  }

  private async lookForKnown(): Promise<void> {
    const { device, known } = this.task
    const newest = known.at(-1)
    if (newest === undefined || (await statAt(this.visit, headPath({ device, ...newest }))) !== null) return
    const epochs = [...new Set(known.map(({ epoch }) => epoch))]
    const there = new Set<string>()
    for (const epoch of epochs) {
      const folder = `${streamPath({ device, epoch })}/h`
      for (const { name } of await listAt(this.visit, folder)) there.add(`${folder}/${name}`)
    }
    const missing = known.filter((at) => !there.has(headPath({ device, ...at })))
    for (const at of missing) if ((await statAt(this.visit, headPath({ device, ...at }))) === null) this.gone.push(at) // a listing may be old
  }

  private async publish({ epoch, seq, head, files }: OutgoingBatch, onBytes: (bytes: number) => void): Promise<void> {
    const { device } = this.task
    await needFree(this.visit, headPath({ device, epoch, seq }), head)
    for (const file of files) {
      let sent = 0
      const outcome = await putFile(this.visit, file, (bytes) => {
        sent += bytes
        onBytes(bytes)
      })
      if (outcome === 'different') throw new TroubleError({ kind: 'differs', part: file.name })
      this.sentBytes += sent
      onBytes(file.size - sent)
    }
    this.published.push(head)
    this.watching.onProgress?.({ stage: 'published', done: this.published.length, total: this.task.batches.length })
  }
}

/** Puts sealed batches on a target, each file once; what is there already with its bytes is not sent again. Goes on where a cut left off. */
export async function publish(
  visit: Visit & { readonly target: ProbedTarget },
  task: PublishTask,
  watching: Watching,
): Promise<PublishReply> {
  const publisher = new Publisher(visit, task, watching)
  const trouble = await publisher.run().then((): Trouble | null => null, troubleOf)
  const { published, sentBytes, gone, ignored } = publisher
  return { published, sentBytes, gone, ignored, trouble, clockOffset: visit.target.clockOffset() }
}
