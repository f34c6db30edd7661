import { listRecordsOf } from '#db/kernel/decisions'
import { projectRecord } from '#db/kernel/project-record'
import { getFileOf, setBatchFile } from '#db/sync/batches'
import { listPublished, listWaiting, type OwnBatch, putPublished, removePublished } from '#db/target/published'
import { putTargetAlarm } from '#db/target/targets'
import { timeOf } from '../kernel/world.ts'
import { trustFiles } from '../profile/trust-files.ts'
import { stagingOf } from '../sync/seal-batch.ts'
import { spaceOf } from '../sync/space.ts'
import { isWhole, stagedFiles } from '../sync/staging.ts'
import { type OutgoingBatch, PublishReply } from '../target/courier-task.ts'
import type { Exchange } from './exchange.ts'

/** So many go in one task: what is published is noted after each. */
const AT_ONCE = 50

/** The files of a batch as they are written, the head last; null when the outbox has let go of some after they were confirmed. */
async function outgoing({ world, own }: Exchange, { epoch, seq, head }: OwnBatch): Promise<OutgoingBatch | null> {
  const at = { device: own.device, epoch, seq }
  if (!(await isWhole(stagingOf(world), at))) return null
  const files = await stagedFiles(stagingOf(world), at)
  return { epoch, seq, head, files: files.toReversed() }
}

/** A record on a target is no longer only here; a batch that never was in a file bears the name of the place it went to. */
function markPublished({ world, target }: Exchange, heads: readonly string[]): void {
  world.db.transaction(() => {
    for (const head of heads) {
      putPublished(world.db, target.id, head, timeOf(world))
      if (getFileOf(world.db, head) === '') setBatchFile(world.db, head, target.settings.name)
      for (const rid of listRecordsOf(world.db, head)) projectRecord(world.db, world.projections, rid)
    }
  })
}

/** Somebody emptied the target, or put an old copy of it back: what is gone is published again, and a person is told. */
function markGone({ world, target, own }: Exchange, known: readonly OwnBatch[], gone: PublishReply['gone']): void {
  world.db.transaction(() => {
    for (const { epoch, seq } of gone) {
      const batch = known.find((one) => one.epoch === epoch && one.seq === seq)
      if (batch !== undefined) removePublished(world.db, target.id, batch.head)
    }
    putTargetAlarm(world.db, target.id, { what: 'emptied', facts: { batches: gone.length, device: own.device }, at: timeOf(world) })
  })
}

async function publishSome(exchange: Exchange, batches: readonly OutgoingBatch[]): Promise<PublishReply['gone']> {
  const { world, own, end, target } = exchange
  const known = listPublished(world.db, target.id)
  const trust = trustFiles(world).map(({ name, bytes }) => ({ name, bytes: Buffer.from(bytes).toString('base64') }))
  const task = {
    task: 'publish',
    space: spaceOf(world),
    device: own.device,
    batches,
    trust,
    known: known.map(({ epoch, seq }) => ({ epoch, seq })),
    next: { epoch: own.epoch, seq: end + 1 },
  }
  const reply = PublishReply.parse(await exchange.courier(task))
  markPublished(exchange, reply.published)
  if (reply.gone.length > 0) markGone(exchange, known, reply.gone)
  exchange.add({ published: reply.published.length, sentBytes: reply.sentBytes, restored: reply.gone.length })
  exchange.heed(reply)
  return reply.gone
}

async function nextBatches(exchange: Exchange): Promise<OutgoingBatch[]> {
  const batches: OutgoingBatch[] = []
  for (const batch of listWaiting(exchange.world.db, exchange.target.id)) {
    const ready = await outgoing(exchange, batch)
    if (ready !== null) batches.push(ready)
    if (batches.length === AT_ONCE) break
  }
  return batches
}

/** Publishes what is sealed and not on the target, stretch by stretch without holes; `always` looks in any case whether somebody else is this device. */
export async function publishWaiting(exchange: Exchange, look: 'always' | 'ifWaiting'): Promise<void> {
  for (let first = look === 'always'; ; first = false) {
    const batches = await nextBatches(exchange)
    if (batches.length === 0 && !first) return
    const before = exchange.report.published
    const gone = await publishSome(exchange, batches)
    if (gone.length === 0 && exchange.report.published === before) return
  }
}
