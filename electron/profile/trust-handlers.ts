import { barReason, judgeTarget, listDecisions, listRecordsOf } from '#db/kernel/decisions'
import { projectRecord } from '#db/kernel/project-record'
import { listKeptBatches } from '#db/profile/trust'
import { countMissing, listLastHeads, listRevokedBatches } from '#db/profile/witnessed'
import { openDecisions } from '#shared/kernel/decisions'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { KeptBatch, TrustedDevice, TrustListProblem, trustContract } from '#shared/profile/trust-contract'
import type { TrustDocument } from '#shared/profile/trust-documents'
import type { LastTrusted, TrustList } from '#shared/profile/trust-list'
import { fingerprintOf } from '../kernel/device-key.ts'
import { appendLine } from '../kernel/log.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { stamp, timeOf, type World } from '../kernel/world.ts'
import { putTrustInForce, trustForkedAt } from './take-trust.ts'
import { getTrust, isAdmin, listKnown, type Trust } from './trust-store.ts'
import { nextList, withAdmin, withEnded } from './write-trust.ts'

const RECIPIENT = /^age1[02-9ac-hj-np-z]{58}$/

function devicesOf(world: World): TrustedDevice[] {
  const trust = getTrust(world)
  const lastSeen = new Map(listLastHeads(world.db).map(({ device, created }) => [device, created]))
  const missing = countMissing(world.db)
  return listKnown(world).map(({ device: id, card, state }) => ({
    id,
    name: card.name,
    role: card.role,
    region: card.region,
    state,
    until: trust?.list.devices.find((one) => one.id === id)?.until ?? [],
    admin: trust?.root.admins.includes(id) === true,
    fingerprint: fingerprintOf(id),
    lastSeen: lastSeen.get(id) ?? null,
    missing: missing.get(id) ?? 0,
  }))
}

const kept = (world: World): KeptBatch[] =>
  [...listKeptBatches(world.db), ...listRevokedBatches(world.db)].map((batch) => ({ ...batch, fingerprint: fingerprintOf(batch.device) }))

const NOTHING = { space: '', root: 0, list: 0, issued: null, expires: null, expired: false, recovery: [] }

/** What the documents in force say of themselves. */
function inForceNow(world: World) {
  const trust = getTrust(world)
  if (trust === null) return NOTHING
  const { space, ver, issued, expires, recovery } = trust.list
  return { space, root: trust.root.ver, list: ver, issued, expires, expired: Date.parse(expires) < world.clock().getTime(), recovery }
}

const show = (world: World) =>
  ok({ ...inForceNow(world), forked: trustForkedAt(world), admin: isAdmin(world), devices: devicesOf(world), kept: kept(world) })

/** The trust, if this device may write the next list of it. */
function ownTrust(world: World): Result<Trust, TrustListProblem> {
  const trust = getTrust(world)
  return trust === null || !isAdmin(world) ? refuse(problem('trust.notAdmin', '', {})) : ok(trust)
}

function inForce(world: World, documents: readonly TrustDocument[]): void {
  world.db.transaction(() => putTrustInForce(world, documents))
  world.changed('profile', 'sync', ...world.projections.kinds.keys())
}

async function writeList(world: World, trust: Trust, changes: Partial<TrustList>): Promise<number> {
  const list = await nextList(world, trust, changes)
  inForce(world, [list])
  return list.ver
}

/** As many as a list takes; a stretch that is not named does not count at all. */
const MOST_STRETCHES = 200

const lastHeadsOf = (world: World, device: string): LastTrusted[] =>
  listLastHeads(world.db)
    .filter((last) => last.device === device)
    .slice(0, MOST_STRETCHES)
    .map(({ epoch, seq, head }) => ({ epoch, seq, head }))

type Lost = { readonly device: string; readonly state: 'revoked' | 'lost'; readonly why: string }

/** From the newest batch that was witnessed here on, nothing of the device counts. */
async function revoke(world: World, { device, state, why }: Lost) {
  const trust = ownTrust(world)
  if (!trust.ok) return trust
  if (device === world.self.device) return refuse<TrustListProblem>(problem('trust.ownDevice', '', {}))
  if (why === '') return refuse<TrustListProblem>(problem('trust.whyMissing', '/why', {}))
  const listed = trust.value.devices.get(device)
  if (listed === undefined) return refuse<TrustListProblem>(problem('trust.noSuchDevice', '', { device }))
  const until = listed.until ?? lastHeadsOf(world, device)
  const documents = await withEnded(world, trust.value, { ...listed, state, until })
  world.db.transaction(() => {
    appendLine(world, { t: 'audit', ...stamp(world), ev: 'trust.revoked', data: { device, state, why } })
    putTrustInForce(world, documents)
  })
  world.changed('profile', 'sync', ...world.projections.kinds.keys())
  return ok({ list: getTrust(world)?.list.ver ?? 0, until })
}

async function addAdmin(world: World, device: string) {
  const trust = ownTrust(world)
  if (!trust.ok) return trust
  const { root, list, devices, supervisors } = trust.value
  const listed = devices.get(device)
  if (listed?.state !== 'active') return refuse<TrustListProblem>(problem('trust.noSuchDevice', '', { device }))
  if (!supervisors.has(device)) return refuse<TrustListProblem>(problem('trust.onlySupervisors', '', { device }))
  if (root.admins.includes(device)) return ok({ root: root.ver, list: list.ver })
  inForce(world, await withAdmin(world, trust.value, listed))
  return ok({ root: root.ver + 1, list: getTrust(world)?.list.ver ?? 0 })
}

/** Whoever takes a batch of a revoked device in says why, for good. */
function takeIn(world: World, { head, why }: { readonly head: string; readonly why: string }) {
  if (world.self.role !== 'supervisor') return refuse<TrustListProblem>(problem('trust.notSupervisorHere', '', {}))
  if (why === '') return refuse<TrustListProblem>(problem('trust.whyMissing', '/why', {}))
  if (barReason(world.db, head) !== 'revoked') return refuse<TrustListProblem>(problem('trust.noSuchKept', '', { head }))
  const par = openDecisions(listDecisions(world.db, world.projections, head))
  world.db.transaction(() => {
    appendLine(world, { t: 'decision', ...stamp(world), target: head, act: 'include', par, why })
    judgeTarget(world.db, world.projections, head)
    for (const rid of listRecordsOf(world.db, head)) projectRecord(world.db, world.projections, rid)
  })
  world.changed('profile', 'sync', ...world.projections.kinds.keys())
  return ok({ head, records: listRecordsOf(world.db, head).length })
}

export const trustHandlers: HandlersFor<typeof trustContract> = {
  'trust.show': show,
  'trust.revoke': revoke,
  'trust.addAdmin': (world, { device }) => addAdmin(world, device),
  'trust.setRecovery': async (world, { recipients }) => {
    const trust = ownTrust(world)
    if (!trust.ok) return trust
    const bad = recipients.find((recipient) => !RECIPIENT.test(recipient))
    if (bad !== undefined) return refuse(problem('trust.badRecipient', '', { recipient: bad }))
    return ok({ list: await writeList(world, trust.value, { recovery: [...new Set(recipients)].sort() }) })
  },
  'trust.renew': async (world) => {
    const trust = ownTrust(world)
    if (!trust.ok) return trust
    const list = await writeList(world, trust.value, {})
    return ok({ list, expires: getTrust(world)?.list.expires ?? timeOf(world) })
  },
  'trust.takeIn': takeIn,
}
