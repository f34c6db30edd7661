import { judgeAll } from '#db/kernel/decisions'
import { projectRecord } from '#db/kernel/project-record'
import { getSetting, putSetting } from '#db/kernel/settings'
import { getTrustDocument, listAdmittedCards, putTrustDocument } from '#db/profile/trust'
import type { HeldTrust, NewerTrust, TrustDocument } from '#shared/profile/trust-documents'
import { timeOf, type World } from '../kernel/world.ts'
import { getTrust, supervisorsOf } from './trust-store.ts'

/** What the intake needs to judge documents that it is offered. */
export const heldTrust = (world: World): HeldTrust => ({
  root: getTrustDocument(world.db, 'root')?.bytes ?? null,
  list: getTrustDocument(world.db, 'list')?.bytes ?? null,
  pinned: listAdmittedCards(world.db).flatMap(({ card }) => (card.role === 'supervisor' ? [card.device] : [])),
})

/** The records that somebody wrote upon whose word counts now and did not before, or the other way round. */
function recordsBy(world: World, devices: readonly string[]): string[] {
  const sql = 'SELECT DISTINCT rid FROM revisions WHERE device = ?'
  return devices.flatMap((device) => world.db.all<{ rid: string }>(sql, device).map(({ rid }) => rid))
}

const FORKED = 'trust.forked'

/** When two lists of one version were seen; null while nobody saw any, and again when a later version settled it. */
export const trustForkedAt = (world: Pick<World, 'db'>): string | null => getSetting(world.db, FORKED) || null

/** Puts documents in force that have been verified, and judges again what depends on them. Call it in a transaction. */
export function putTrustInForce(world: World, documents: readonly TrustDocument[]): void {
  if (documents.length === 0) return
  const before = supervisorsOf(world)
  for (const document of documents) putTrustDocument(world.db, document)
  if (trustForkedAt(world) !== null && documents.some(({ kind }) => kind === 'list')) putSetting(world.db, FORKED, '')
  const after = supervisorsOf(world)
  const changed = [...new Set([...before, ...after])].filter((device) => before.has(device) !== after.has(device))
  const records = new Set([...judgeAll(world.db, world.projections), ...recordsBy(world, changed)])
  for (const rid of records) projectRecord(world.db, world.projections, rid)
}

/** Takes over what the intake found to follow on what is held. A list of an organisation that is not ours never gets here. Call it in a transaction. */
export function takeTrust(world: World, { roots, lists, forked }: NewerTrust): boolean {
  const newest = lists.at(-1)
  const held = getTrust(world)
  if (forked && trustForkedAt(world) === null) putSetting(world.db, FORKED, timeOf(world))
  if (held === null && newest === undefined) return false // a root without its list says of nobody who they are
  putTrustInForce(world, [...roots, ...lists])
  return roots.length + lists.length > 0
}
