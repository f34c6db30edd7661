import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { hex } from '#db/kernel/lines'
import { openStore } from '#db/kernel/open-store'
import { stateDigest } from '#db/kernel/records'
import type { App } from '#electron/app/start'
import { sha256Of } from '#electron/kernel/durable-file'
import { storePath } from '#electron/profile/profile-folder'
import { insertRows, type Row } from './copy-rows.ts'
import { openDevice } from './device.ts'
import { deliver, pack } from './events.ts'
import { exchangeThroughFolder, mendStorage } from './exchange-events.ts'
import type { Fleet, Member } from './fleet.ts'
import { brokenInvariants } from './invariants.ts'

/** Exchanges everything until nobody has anything to say any more; what was lost on the way is packed again. */
export async function heal(fleet: Fleet): Promise<void> {
  const MOST = 12
  fleet.bundles.push(...fleet.archive.splice(0))
  mendStorage(fleet)
  for (const bundle of fleet.bundles) for (const supervisor of fleet.supervisors) await deliver(fleet, bundle, supervisor)
  for (const again of [{ unconfirmed: true }, { everything: true }])
    for (const member of fleet.members) await exchange(fleet, member, again)
  for (const member of [...fleet.members, ...fleet.supervisors]) await exchangeThroughFolder(fleet, member)
  for (let round = 0; round < MOST; round++) {
    let moved = 0
    for (const member of fleet.members) moved += await exchange(fleet, member, {})
    if (moved === 0) return
  }
  fleet.complaints.push(`not quiet after ${String(MOST)} rounds`)
}

/** A new stick goes from one laptop to all the others. */
async function exchange(fleet: Fleet, from: Member, again: object): Promise<number> {
  const bundle = await pack(fleet, from, again)
  if (bundle === null) return 0
  for (const to of fleet.members)
    if (to !== from && (to.role === 'supervisor' || from.role === 'supervisor')) await deliver(fleet, bundle, to)
  return 1
}

const idsOf = ({ app }: Member, sql: string): string[] => app.world.db.all<{ id: Buffer }>(sql).map(({ id }) => hex(id))

/** Every line that anybody sealed is at every supervisor: nothing is lost, whatever sticks were. */
function unaccounted(fleet: Fleet): string[] {
  return fleet.supervisors.flatMap((supervisor) => {
    const there = new Set(idsOf(supervisor, 'SELECT id FROM lines'))
    const honest = fleet.members.filter((member) => !member.revoked)
    return honest.flatMap((member) => {
      const missing = idsOf(
        member,
        "SELECT j.line AS id FROM journal j JOIN lines l ON l.id = j.line WHERE l.type IN ('rev', 'decision')",
      ).filter((id) => !there.has(id))
      return missing.length === 0
        ? []
        : [`${String(missing.length)} lines of ${member.name} never reached ${supervisor.name}: ${missing[0] ?? ''}`]
    })
  })
}

const digestOf = (app: App): string => stateDigest(app.world.db).digest
/** Which batches a laptop has: what counts follows from lines and from the batches that carry them. */
const batchesOf = ({ world }: App): string =>
  sha256Of(
    world.db
      .all<{ id: string }>('SELECT hex(head) AS id FROM batches ORDER BY head')
      .map(({ id }) => id)
      .join(),
  )

/** The first record in which two laptops differ. */
function difference(one: App, other: App): string {
  const rows = ({ world }: App): Map<string, string> => {
    const records = world.db.all<{ rid: string; device: string; digest: Buffer }>('SELECT rid, device, digest FROM records')
    return new Map(records.map((row) => [`${row.rid} ${row.device}`, hex(row.digest)]))
  }
  const [a, b] = [rows(one), rows(other)]
  const different = [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key))
  return `${String(different.length)} of ${String(b.size)} records, as ${different[0] ?? ''}`
}

/** Which lines a laptop has, and which of them are left out. */
const linesOf = ({ world: { db } }: App): string =>
  sha256Of(
    db
      .all<{ id: string }>(
        `SELECT hex(l.id) || (coalesce(r.status, '') = 'excluded') AS id FROM lines l LEFT JOIN revisions r ON r.line = l.id
         WHERE l.type IN ('rev', 'decision') ORDER BY 1`,
      )
      .map(({ id }) => id)
      .join(),
  )

const held = (one: App, other: App): string =>
  batchesOf(one) === batchesOf(other) ? 'the same batches' : linesOf(one) === linesOf(other) ? 'the same lines' : 'not the same lines'

/**
 * The same must give the same. Where a laptop went on from an old copy, somebody may have lines that nobody can send any more: then
 * there is nothing to compare, and it is counted.
 */
function alike(fleet: Fleet, what: string, one: App, other: App): string[] {
  const both = held(one, other)
  fleet.count(`${what}: ${both}`)
  if (both === 'not the same lines' || digestOf(one) === digestOf(other)) return []
  return [`${what}, ${both}, differ in ${difference(one, other)}`]
}

/** What a laptop must know before it can believe anybody, and what was said; everything else is derived. */
const TRUST = ['trust_documents', 'admitted_cards', 'settings']
const SAID = ['lines', 'batches', 'batch_lines']

const isKnown = ({ key }: Row): boolean => key === undefined || key === 'space'
/** Lines are numbered as they arrive. */
const unnumbered = ({ seq: _arrived, ...row }: Row): Row => row

/** The same person with a store of his own, and the rows of some tables in it, in whatever order. */
function twinOf(fleet: Fleet, { app, folder }: Member, tables: readonly string[]): string {
  const twin = join(fleet.folder, `twin-${String(fleet.next())}`)
  mkdirSync(twin)
  for (const file of ['profile.json', 'keys.json']) cpSync(join(folder, file), join(twin, file))
  const store = openStore(storePath(twin))
  store.transaction(() => {
    store.run('PRAGMA defer_foreign_keys = ON')
    for (const table of tables) {
      const rows = shuffled(fleet, app.world.db.all<Row>(`SELECT * FROM ${table}`).filter(isKnown))
      insertRows(store, table, table === 'lines' ? rows.map(unnumbered) : rows)
    }
  })
  store.close()
  return twin
}

const shuffled = <T>({ random }: Fleet, list: readonly T[]): T[] =>
  list
    .map((one) => ({ one, at: random.next() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one)

async function asTwin(fleet: Fleet, member: Member, tables: readonly string[], check: (twin: App) => Promise<string[]>): Promise<string[]> {
  const app = openDevice(twinOf(fleet, member, tables), () => new Date())
  try {
    return await check(app)
  } finally {
    app.close()
  }
}

/** What was said, heard in another order, comes to the same: once as rows, once as bundles that a laptop reads. */
async function otherOrders(fleet: Fleet, member: Member): Promise<string[]> {
  const rows = await asTwin(fleet, member, [...TRUST, ...SAID], (twin) =>
    Promise.resolve(alike(fleet, 'lines in another order', twin, member.app)),
  )
  const files = await asTwin(fleet, member, TRUST, async (twin) => {
    for (const { file } of shuffled(fleet, fleet.bundles)) await twin.call('sync.import', { file, massChange: true })
    await exchangeThroughFolder(fleet, { app: twin, name: 'twin' })
    return alike(fleet, 'bundles in another order', twin, member.app)
  })
  return [...rows, ...files]
}

/** What must hold once everybody has heard everything. */
export async function judge(fleet: Fleet): Promise<string[]> {
  const [first, ...others] = fleet.supervisors
  if (first === undefined) return []
  const broken = [...unaccounted(fleet), ...(await otherOrders(fleet, first))]
  for (const other of others) broken.push(...alike(fleet, 'two supervisors', other.app, first.app))
  for (const member of fleet.members)
    for (const complaint of await brokenInvariants(member.app)) broken.push(`at ${member.name}: ${complaint}`)
  return broken
}
