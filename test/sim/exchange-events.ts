import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BatchRow } from '#shared/sync/sync-contract'
import { type Event, NOT_FOR_ME } from './events.ts'
import type { Fleet, Member } from './fleet.ts'

const supervisorOf = (fleet: Fleet): Member => fleet.random.pick(fleet.supervisors)

async function someBatch(fleet: Fleet, member: Member, standing: BatchRow['standing']): Promise<string | null> {
  const batches = (await fleet.ask(member, 'sync.listBatches', { limit: 30 })) ?? []
  const heads = batches.filter((batch) => batch.direction === 'in' && batch.standing === standing).map(({ head }) => head)
  return heads.length === 0 ? null : fleet.random.pick(heads)
}

/** Leaves a batch out, or takes it in again. */
async function decide(fleet: Fleet, method: 'sync.undo' | 'sync.redo'): Promise<unknown> {
  const member = supervisorOf(fleet)
  const head = await someBatch(fleet, member, method === 'sync.undo' ? 'counted' : 'excluded')
  return head === null
    ? null
    : fleet.ask(member, method, { head, why: '核对' }, ['sync.ownBatch', 'sync.alreadyUndone', 'sync.notUndone', 'sync.noSuchBatch'])
}

/** A supervisor settles a conflict, each field by somebody's value. */
async function settle(fleet: Fleet): Promise<unknown> {
  const member = supervisorOf(fleet)
  const open = (await fleet.ask(member, 'conflict.list', {}))?.items ?? []
  const id = open.length === 0 ? null : fleet.random.pick(open).id
  const conflict = id === null ? null : await fleet.ask(member, 'conflict.get', { id })
  if (id === null || conflict === null) return null
  const choices = conflict.fields.map(({ field, candidates }) => ({ field, revision: fleet.random.pick(candidates).revision }))
  return fleet.ask(member, 'conflict.settle', { id, heads: conflict.heads, choices, why: '核实' })
}

/** Only some records of a bundle count. */
async function importPart(fleet: Fleet): Promise<unknown> {
  if (fleet.bundles.length === 0) return null
  const [bundle, member] = [fleet.random.pick(fleet.bundles.slice(-8)), supervisorOf(fleet)]
  const { file } = bundle
  const rehearsed = await fleet.ask(member, 'sync.rehearse', { file }, NOT_FOR_ME)
  const records = (rehearsed ?? []).flatMap(({ items }) => items.map(({ id }) => id))
  const leaveOut = records.filter(() => fleet.random.chance(0.2))
  if (rehearsed === null) return null
  bundle.kept = true
  return fleet.ask(member, 'sync.import', { file, leaveOut, massChange: true }, NOT_FOR_ME)
}

/** The folder of a cloud drive that everybody can see. */
const shared = (fleet: Fleet): string => join(fleet.folder, 'shared')
const backup = (fleet: Fleet): string => join(fleet.folder, 'shared-before')

export async function exchangeThroughFolder(fleet: Fleet, member: Pick<Member, 'app' | 'name'>): Promise<unknown> {
  mkdirSync(shared(fleet), { recursive: true })
  const known = await fleet.ask(member, 'target.list', {})
  const settings = { kind: 'folder', name: '共享', path: shared(fleet) } as const
  const target = known?.[0] ?? (await fleet.ask(member, 'target.add', { settings }))
  return target === null ? null : fleet.ask(member, 'target.exchange', { id: target.id }, ['sync.noRecipient'])
}

/** Adds to a folder what another holds; what is there already is the same, for nothing on a target ever changes. */
const merge = (from: string, to: string): void => cpSync(from, to, { recursive: true, force: false })
const lost = (fleet: Fleet): string => join(fleet.folder, 'shared-lost')

/** The storage is what it was some time ago: somebody restored it. */
function rollBack(fleet: Fleet): Promise<unknown> {
  if (!existsSync(shared(fleet))) return Promise.resolve(null)
  if (existsSync(backup(fleet))) {
    merge(shared(fleet), lost(fleet))
    rmSync(shared(fleet), { recursive: true })
    renameSync(backup(fleet), shared(fleet))
  } else cpSync(shared(fleet), backup(fleet), { recursive: true })
  return Promise.resolve('done')
}

/** What the storage once held is found again. */
export function mendStorage(fleet: Fleet): void {
  if (existsSync(lost(fleet))) merge(lost(fleet), shared(fleet))
}

/** A laptop is stolen: from the newest batch that arrived on, nothing of it counts. */
async function revoke(fleet: Fleet): Promise<unknown> {
  const trusted = fleet.inspectors.filter((member) => !member.revoked)
  if (trusted.length < 4) return null
  const thief = fleet.random.pick(trusted)
  const [founder] = fleet.supervisors
  if (founder === undefined) return null
  const revoked = await fleet.ask(founder, 'trust.revoke', { device: thief.app.world.self.device, state: 'lost', why: '丢失' })
  if (revoked !== null) thief.revoked = true
  return revoked
}

/** A careful person copies the folder of the profile. */
function copy(fleet: Fleet): Promise<unknown> {
  const member = fleet.random.pick(fleet.inspectors)
  const to = member.copy ?? join(fleet.folder, `copy-${String(fleet.next())}`)
  fleet.restart(member, () => {
    rmSync(to, { recursive: true, force: true })
    cpSync(member.folder, to, { recursive: true })
  })
  member.copy = to
  return Promise.resolve(to)
}

const copied = (fleet: Fleet): Member[] => fleet.inspectors.filter((member) => member.copy !== null)

/** The disk broke: an old copy of the folder goes on, and does not know what was done since. */
function restore(fleet: Fleet): Promise<unknown> {
  const some = copied(fleet)
  if (some.length === 0) return Promise.resolve(null)
  const member = fleet.random.pick(some)
  fleet.restart(member, () => {
    rmSync(member.folder, { recursive: true })
    cpSync(member.copy ?? '', member.folder, { recursive: true })
  })
  return Promise.resolve(member)
}

function clone(fleet: Fleet): Promise<unknown> {
  const some = copied(fleet)
  if (some.length === 0 || fleet.members.length >= 30) return Promise.resolve(null)
  const member = fleet.random.pick(some)
  return Promise.resolve(fleet.clone(member, member.copy ?? ''))
}

export const exchangeEvents: Readonly<Record<string, Event>> = {
  'undo a batch': { weight: 2, run: (fleet) => decide(fleet, 'sync.undo') },
  'redo a batch': { weight: 2, run: (fleet) => decide(fleet, 'sync.redo') },
  'settle a conflict': { weight: 3, run: settle },
  'import a part': { weight: 2, run: importPart },
  'exchange through a folder': { weight: 6, run: (fleet) => exchangeThroughFolder(fleet, fleet.random.pick(fleet.members)) },
  'the storage is rolled back': { weight: 1, run: rollBack },
  'a laptop is lost': { weight: 1, run: revoke },
  'copy a profile': { weight: 2, run: copy },
  'restore a profile from a copy': { weight: 1, run: restore },
  'clone a laptop': { weight: 1, run: clone },
}
