import type { ReadDb } from '#db/kernel/database'
import { getTrustDocument, getTrustMark, listAdmittedCards } from '#db/profile/trust'
import type { DeviceCard } from '#shared/profile/device-card'
import { TrustList, TrustRoot } from '#shared/profile/trust-list'
import { sha256Of } from '../kernel/durable-file.ts'
import type { World } from '../kernel/world.ts'

/** The trust of an organisation as this device holds it. */
export interface Trust {
  readonly root: TrustRoot
  readonly rootHash: string
  readonly list: TrustList
  readonly listHash: string
  readonly devices: ReadonlyMap<string, Listed>
  readonly supervisors: ReadonlySet<string>
}

type Listed = TrustList['devices'][number]

function read(rootBytes: string, listBytes: string): Trust {
  const list = TrustList.parse(JSON.parse(listBytes))
  const supervisors = new Set(list.people.flatMap(({ id, roles }) => (roles.includes('supervisor') ? [id] : [])))
  return {
    root: TrustRoot.parse(JSON.parse(rootBytes)),
    rootHash: sha256Of(rootBytes),
    list,
    listHash: sha256Of(listBytes),
    devices: new Map(list.devices.map((device) => [device.id, device])),
    supervisors: new Set(list.devices.flatMap(({ id, owner }) => (supervisors.has(owner) ? [id] : []))),
  }
}

const lastRead = new WeakMap<ReadDb, { readonly mark: string; readonly trust: Trust }>()

/** Root and list in force; null where no organisation has been founded or joined. Read once for as long as it is the same. */
export function getTrust({ db }: { readonly db: ReadDb }): Trust | null {
  const mark = getTrustMark(db)
  if (mark === null) return null
  const before = lastRead.get(db)
  if (before?.mark === mark) return before.trust
  const [root, list] = [getTrustDocument(db, 'root'), getTrustDocument(db, 'list')]
  const trust = read(root?.bytes ?? '', list?.bytes ?? '')
  lastRead.set(db, { mark, trust })
  return trust
}

/** A device other than this one, as its card or the list introduces it. */
export interface KnownKeys {
  readonly device: string
  readonly publicKey: string
  readonly box: string
  readonly card: Pick<DeviceCard, 'name' | 'role' | 'region' | 'org' | 'demo'>
  readonly state: Listed['state']
}

const ROLES = ['inspector', 'taskforce', 'supervisor'] as const

function fromList({ list }: Trust, { id, sig, box, label, owner, state, org = '' }: Listed): KnownKeys {
  const person = list.people.find((one) => one.id === owner)
  const role = ROLES.find((one) => person?.roles.includes(one)) ?? 'inspector'
  const demo = list.space === 'demo' ? { demo: true as const } : {}
  return { device: id, publicKey: sig, box, state, card: { name: label, role, region: person?.scope ?? '', org, ...demo } }
}

/** Every device whose signature means something here: those of the list, and those pinned by hand that it does not name. */
export function listKnown(world: Pick<World, 'db' | 'self'>): KnownKeys[] {
  const trust = getTrust(world)
  const listed = trust === null ? [] : trust.list.devices.map((device) => fromList(trust, device))
  const named = new Set(listed.map(({ device }) => device))
  const pinned = listAdmittedCards(world.db)
    .filter(({ card }) => !named.has(card.device))
    .map(({ card }): KnownKeys => ({ device: card.device, publicKey: card.sign, box: card.box, card, state: 'active' }))
  return [...listed, ...pinned].filter(({ device }) => device !== world.self.device)
}

/** The devices that new batches may be for. */
export const listTrusted = (world: Pick<World, 'db' | 'self'>): KnownKeys[] => listKnown(world).filter(({ state }) => state === 'active')

/** Whose device it is, as its card or the list says; the id of a stranger. */
export const deviceName = (world: Pick<World, 'db' | 'self'>, device: string): string =>
  device === world.self.device ? world.self.name : (listKnown(world).find((known) => known.device === device)?.card.name ?? device)

/** Who keeps the list here: the device itself, when the root names it among the admins. */
export const isAdmin = (world: Pick<World, 'db' | 'self'>): boolean => getTrust(world)?.root.admins.includes(world.self.device) === true

/** Devices whose word counts: those of the list in force, and while there is none, those whose card a person compared. */
export function supervisorsOf({ db }: { readonly db: ReadDb }): ReadonlySet<string> {
  const pinned = (): string[] => listAdmittedCards(db).flatMap(({ card }) => (card.role === 'supervisor' ? [card.device] : []))
  return getTrust({ db })?.supervisors ?? new Set(pinned())
}

/**
 * Whether a device writes as a supervisor. A device has one role for good (docs/decisions/012), so that what it wrote is judged by lines
 * and list alone; what a revoked one wrote before its end goes on counting.
 */
export function isSupervisorDevice(world: Pick<World, 'db' | 'self'>, device: string): boolean {
  if (device === world.self.device) return world.self.role === 'supervisor'
  return supervisorsOf(world).has(device)
}

interface Position {
  readonly device: string
  readonly epoch: string
  readonly seq: number
  readonly head: string
}

/** True for a batch behind the last one that was witnessed before its device lost its trust. No clock is asked: a thief has it in hand. */
export function isRevokedBatch(world: { readonly db: ReadDb }, { device, epoch, seq, head }: Position): boolean {
  const listed = getTrust(world)?.devices.get(device)
  if (listed === undefined || listed.state === 'active') return false
  const last = listed.until?.find((one) => one.epoch === epoch)
  if (last === undefined || seq > last.seq) return true
  return seq === last.seq && head !== last.head
}
