import { getTrustDocument } from '#db/profile/trust'
import { getHeadAt } from '#db/sync/batches'
import { type Cursor, listCursors, listHeld, listStreams, putCursor } from '#db/target/cursors'
import { type BatchPosition, headPath, streamPath } from '#shared/kernel/batch-head'
import type { BundleFault, ImportReport } from '#shared/sync/sync-contract'
import type { ExchangeReport } from '#shared/target/target-contract'
import { TrustReply } from '../intake/intake-task.ts'
import { timeOf } from '../kernel/world.ts'
import { heldTrust, takeTrust } from '../profile/take-trust.ts'
import { listKnown } from '../profile/trust-store.ts'
import { importHandlers } from '../sync/import-handlers.ts'
import { recipientsOf } from '../sync/make-batch.ts'
import { spaceOf } from '../sync/space.ts'
import { FetchReply, type FetchTask, type StreamCursor } from '../target/courier-task.ts'
import type { Exchange } from './exchange.ts'
import { clearTrust, dropBatch, hasTrust, openInbox, sweepInbox } from './exchange-inbox.ts'

/** Faults that may be gone the next time: a copy that was not whole yet, a stranger who is admitted later, an app that is updated. */
const FOR_NOW: ReadonlySet<string> = new Set<BundleFault['code'] | 'massChange'>([
  'unreadable',
  'missingObject',
  'wrongHash',
  'badSignature',
  'badHead',
  'damaged',
  'notEnrolled',
  'gap',
  'needsNewerApp',
  'massChange',
])

type Stream = Pick<BatchPosition, 'device' | 'epoch'>
const same = (a: Stream, b: Stream): boolean => a.device === b.device && a.epoch === b.epoch

/** Everything before the first number that is not here is settled. */
function cursorOf({ world }: Exchange, stream: Stream, from: number): StreamCursor {
  const held = listHeld(world.db, stream.device, stream.epoch, from)
  let next = from
  for (const seq of held) if (seq === next) next += 1
  return { ...stream, next, skip: held.filter((seq) => seq > next) }
}

function cursors(exchange: Exchange): StreamCursor[] {
  const { world, target } = exchange
  const known = listCursors(world.db, target.id)
  const others = listStreams(world.db).filter((stream) => !known.some((cursor) => same(cursor, stream)))
  const streams = [...known, ...others.map((stream) => ({ ...stream, seq: 1 }))]
  return streams.map(({ device, epoch, seq }) => cursorOf(exchange, { device, epoch }, seq))
}

/** A supervisor follows everybody, strangers too; whoever else, those whose batches are for them. */
const wantedBy = ({ world }: Exchange): string[] | null =>
  world.self.role === 'supervisor' ? null : recipientsOf(world).map(({ device }) => device)

async function fetch(exchange: Exchange, folder: string, what: FetchTask['what']): Promise<FetchReply> {
  const { world, own } = exchange
  const versionOf = (kind: 'root' | 'list'): number => getTrustDocument(world.db, kind)?.ver ?? 0
  const task = {
    task: 'fetch',
    what,
    space: spaceOf(world),
    folder,
    cursors: cursors(exchange),
    own,
    wanted: wantedBy(exchange),
    trusted: [own.device, ...listKnown(world).map(({ device }) => device)],
    trust: { root: versionOf('root'), list: versionOf('list') },
  }
  return FetchReply.parse(await exchange.courier(task))
}

interface Imported {
  readonly reports: readonly ImportReport[]
  /** Why a batch did not come in, by the name of its head. */
  readonly faults: readonly BundleFault[]
  readonly massChange: boolean
}

const faultsIn = ({ refused }: ImportReport): BundleFault[] =>
  refused.flatMap(({ line, facts }) => (line === 0 ? ((facts as { readonly faults?: BundleFault[] }).faults ?? []) : []))

/** The same import as that of a bundle file: what was fetched lies there as it lay on the target. */
async function takeIn(exchange: Exchange, folder: string): Promise<Imported> {
  const { world, wishes, options } = exchange
  const answer = await importHandlers['sync.import'](world, { file: folder, leaveOut: [], massChange: wishes.massChange }, options)
  exchange.stopIfUnwanted()
  if (answer.ok) {
    const massChange = answer.value.some(({ refused }) => refused.some(({ code }) => code === 'sync.massChange'))
    return { reports: answer.value, faults: answer.value.flatMap(faultsIn), massChange }
  }
  const [refusal] = answer.problems
  if (refusal.code === 'sync.massChange') return { reports: [], faults: [], massChange: true }
  return {
    reports: [],
    faults: refusal.code === 'sync.bundleRefused' ? refusal.facts.faults : [{ code: 'unreadable', part: '' }],
    massChange: false,
  }
}

type Refused = ExchangeReport['refused'][number]

function whyNotIn({ faults, massChange }: Imported, at: BatchPosition): string {
  const part = `${streamPath(at)}/`
  const own = faults.find((fault) => fault.part.startsWith(headPath(at))) ?? faults.find((fault) => fault.part.startsWith(part))
  return own?.code ?? (massChange ? 'massChange' : (faults[0]?.code ?? 'damaged'))
}

/** Batches that came in, and those that never will, leave the inbox; the others lie there until the next time. */
function settle(exchange: Exchange, folder: string, imported: Imported, fetched: FetchReply['fetched']): readonly BatchPosition[] {
  const { world } = exchange
  const refused: Refused[] = []
  const forGood: BatchPosition[] = []
  for (const { device, epoch, seq, head } of fetched) {
    const held = listHeld(world.db, device, epoch, seq)[0] === seq && (getHeadAt(world.db, device, epoch, seq) ?? head) === head
    const code = held ? null : whyNotIn(imported, { device, epoch, seq })
    if (code !== null) refused.push({ device, seq, head, code })
    if (code === null || !FOR_NOW.has(code)) dropBatch(folder, { device, epoch, seq })
    if (code !== null && !FOR_NOW.has(code)) forGood.push({ device, epoch, seq })
  }
  exchange.add({ fetched: fetched.length - refused.length, refused, ...sums(imported.reports) })
  return forGood
}

function sums(reports: readonly ImportReport[]): Pick<ExchangeReport, 'new' | 'changed' | 'conflicts' | 'receipts'> {
  const total = (member: 'new' | 'changed' | 'conflicts' | 'receipts'): number => reports.reduce((sum, report) => sum + report[member], 0)
  return { new: total('new'), changed: total('changed'), conflicts: total('conflicts'), receipts: total('receipts') }
}

/** Moves the cursors on as far as everything is settled, and remembers since when something is wrong where they stand. */
function moveCursors(exchange: Exchange, folder: string, { fetched, unsettled }: FetchReply, forGood: readonly BatchPosition[]): void {
  const { world, target } = exchange
  const before = listCursors(world.db, target.id)
  const streams = [...before, ...fetched, ...unsettled].filter((one, index, all) => all.findIndex((other) => same(one, other)) === index)
  const moved = streams.map(({ device, epoch }): Cursor => {
    const old = before.find((cursor) => same(cursor, { device, epoch }))
    const seq = behind(exchange, { device, epoch, seq: old?.seq ?? 1 }, forGood)
    const trouble = unsettled.find((at) => same(at, { device, epoch }) && at.seq === seq)?.code ?? ''
    const goesOn = trouble !== '' && old?.seq === seq && old.trouble !== ''
    return { device, epoch, seq, trouble, since: goesOn ? old.since : timeOf(world) }
  })
  world.db.transaction(() => {
    for (const cursor of moved) putCursor(world.db, target.id, cursor)
  })
  for (const cursor of moved) sweepInbox(folder, cursor)
}

/** The first position from one on that is neither here nor settled for good. */
function behind(exchange: Exchange, { seq: from, ...stream }: BatchPosition, forGood: readonly BatchPosition[]): number {
  const skipped = forGood.filter((at) => same(at, stream)).map(({ seq }) => seq)
  let { next } = cursorOf(exchange, stream, from)
  while (skipped.includes(next)) next = cursorOf(exchange, stream, next + 1).next
  return next
}

function tellUnsettled(exchange: Exchange, { unsettled }: FetchReply): void {
  const now = timeOf(exchange.world)
  const known: readonly Cursor[] = listCursors(exchange.world.db, exchange.target.id)
  const told = unsettled.map(({ device, epoch, seq, part }) => {
    const cursor = known.find((one) => same(one, { device, epoch }) && one.seq === seq && one.trouble !== '')
    return { device, epoch, seq, part, since: cursor?.since ?? now }
  })
  exchange.add({ unsettled: told })
}

/** The documents are read and followed by the intake; whatever they are, they need not lie here afterwards. */
async function takeFetchedTrust({ world, options }: Exchange, folder: string): Promise<void> {
  const reply = TrustReply.parse(await world.intake({ task: 'readTrust', file: folder, trust: heldTrust(world) }, options))
  if (reply.ok && world.db.transaction(() => takeTrust(world, reply.value))) world.changed('profile')
  clearTrust(folder)
}

/** Who belongs to the organisation by now: what is sealed next is for all of them, and for nobody who left. */
export async function refreshTrust(exchange: Exchange): Promise<void> {
  const folder = openInbox(exchange.world, exchange.target.id)
  const reply = await fetch(exchange, folder, 'trust')
  exchange.add({ receivedBytes: reply.receivedBytes })
  if (hasTrust(folder)) await takeFetchedTrust(exchange, folder)
  exchange.heed(reply)
}

/** Brings and takes in what one round holds; true when there is more. */
export async function fetchRound(exchange: Exchange): Promise<boolean> {
  const folder = openInbox(exchange.world, exchange.target.id)
  const wanted = String(wantedBy(exchange))
  const reply = await fetch(exchange, folder, 'all')
  exchange.add({ receivedBytes: reply.receivedBytes })
  if (hasTrust(folder)) await takeFetchedTrust(exchange, folder)
  if (reply.fetched.length > 0) {
    const imported = await takeIn(exchange, folder)
    const forGood = settle(exchange, folder, imported, reply.fetched)
    moveCursors(exchange, folder, reply, forGood)
  } else moveCursors(exchange, folder, reply, [])
  if (!reply.more) tellUnsettled(exchange, reply)
  exchange.heed(reply)
  const newcomers = String(wantedBy(exchange)) !== wanted // a list that just came names another supervisor
  return newcomers || (reply.more && reply.fetched.length > 0)
}
