import { randomBytes } from 'node:crypto'
import { addYears } from 'date-fns/addYears'
import { formatISO } from 'date-fns/formatISO'
import { putTrustDocument } from '#db/profile/trust'
import { canonical } from '#shared/kernel/canonical'
import { NO_HASH } from '#shared/kernel/ids'
import type { DeviceCard } from '#shared/profile/device-card'
import type { TrustDocument } from '#shared/profile/trust-documents'
import { TRUST_NAMESPACE, type TrustList, type TrustRoot } from '#shared/profile/trust-list'
import { signSsh } from '../kernel/sshsig.ts'
import { timeOf, type World } from '../kernel/world.ts'
import { trustForkedAt } from './take-trust.ts'
import { getTrust, type Trust } from './trust-store.ts'

type Person = TrustList['people'][number]
type Listed = TrustList['devices'][number]

async function signed(world: World, document: TrustRoot | TrustList): Promise<TrustDocument> {
  const bytes = `${canonical(document)}\n`
  const kind = document.type === 'inspect-trust/root' ? 'root' : 'list'
  return { kind, ver: document.ver, bytes, signatures: [await signSsh(world.key, TRUST_NAMESPACE, Buffer.from(bytes))] }
}

const validity = (world: World): { issued: string; expires: string } => ({
  issued: timeOf(world),
  expires: formatISO(addYears(world.clock(), 1)),
})

/** Root and first list, both signed by this device; the organisation gets its name here. */
export async function foundTrust(world: World): Promise<void> {
  const { device: id, name, role, region, org } = world.self
  const space = world.self.demo ? 'demo' : `xz-${randomBytes(8).toString('hex')}`
  const first = { v: 1 as const, space, ver: 1, prev: NO_HASH, ...validity(world) }
  const root: TrustRoot = {
    type: 'inspect-trust/root',
    ...first,
    keys: [{ id, sig: world.key.publicKey }],
    threshold: 1,
    admins: [id],
    adminThreshold: 1,
  }
  const list: TrustList = {
    type: 'inspect-trust/list',
    ...first,
    root: 1,
    people: [{ id, name, roles: [role], scope: region }],
    devices: [{ id, sig: world.key.publicKey, box: world.recipient, owner: id, label: name, state: 'active', org }],
    recovery: [],
    policy: { quorumAck: 1 },
  }
  const documents = [await signed(world, root), await signed(world, list)]
  world.db.transaction(() => {
    for (const document of documents) putTrustDocument(world.db, document)
  })
}

/**
 * The next version of the list, signed by this device. Where two lists of the present version were seen, one number is passed over, so that
 * it follows on either of them.
 */
export function nextList(
  world: World,
  { list, listHash, root }: Pick<Trust, 'list' | 'listHash' | 'root'>,
  changes: Partial<TrustList>,
): Promise<TrustDocument> {
  const ver = list.ver + (trustForkedAt(world) === null ? 1 : 2)
  return signed(world, { ...list, ...validity(world), root: root.ver, ver, prev: listHash, ...changes })
}

const nextRoot = (world: World, { root, rootHash }: Trust, changes: Pick<TrustRoot, 'keys' | 'admins'>): TrustRoot => ({
  ...root,
  ...validity(world),
  ver: root.ver + 1,
  prev: rootHash,
  ...changes,
})

const without = <T extends { readonly id: string }>(all: readonly T[], id: string): T[] => all.filter((one) => one.id !== id)

/** The next root with one more admin, who may also write roots, lest all hang on one laptop; and the list that goes by it. */
export async function withAdmin(world: World, trust: Trust, { id, sig }: Pick<Listed, 'id' | 'sig'>): Promise<TrustDocument[]> {
  const root = nextRoot(world, trust, { keys: [...trust.root.keys, { id, sig }], admins: [...trust.root.admins, id] })
  return [await signed(world, root), await nextList(world, { ...trust, root }, {})]
}

/** The list in which a device has come to its end; of an admin, with a root that no longer names it. */
export async function withEnded(world: World, trust: Trust, ended: Listed): Promise<TrustDocument[]> {
  const devices = trust.list.devices.map((device) => (device.id === ended.id ? ended : device))
  if (!trust.root.admins.includes(ended.id)) return [await nextList(world, trust, { devices })]
  const admins = trust.root.admins.filter((id) => id !== ended.id)
  const root = nextRoot(world, trust, { keys: without(trust.root.keys, ended.id), admins })
  return [await signed(world, root), await nextList(world, { ...trust, root }, { devices })]
}

/** The list with one more device; null where this device holds none. */
export async function listWith(
  world: World,
  { device: id, name, role, region, org, sign: sig, box }: DeviceCard,
): Promise<TrustDocument | null> {
  const trust = getTrust(world)
  if (trust === null) return null
  const person: Person = { id, name, roles: [role], scope: region }
  const device: Listed = { id, sig, box, owner: id, label: name, state: 'active', org }
  return nextList(world, trust, {
    people: [...without(trust.list.people, id), person],
    devices: [...without(trust.list.devices, id), device],
  })
}
