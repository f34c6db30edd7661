import { randomBytes } from 'node:crypto'
import { addYears } from 'date-fns/addYears'
import { formatISO } from 'date-fns/formatISO'
import { getTrustDocument, listAdmittedCards, putTrustDocument } from '#db/profile/trust'
import { canonical } from '#shared/kernel/canonical'
import { NO_HASH } from '#shared/kernel/ids'
import type { DeviceCard } from '#shared/profile/device-card'
import { TRUST_NAMESPACE, TrustList, TrustRoot } from '#shared/profile/trust-list'
import { sha256Of } from '../kernel/durable-file.ts'
import { signSsh } from '../kernel/sshsig.ts'
import { timeOf, type World } from '../kernel/world.ts'

/** The trust of an organisation as this device holds it; null where it was never founded here. */
export function getTrust(world: World): { readonly root: TrustRoot; readonly list: TrustList; readonly listHash: string } | null {
  const [root, list] = [getTrustDocument(world.db, 'root'), getTrustDocument(world.db, 'list')]
  if (root === null || list === null) return null
  return { root: TrustRoot.parse(JSON.parse(root.bytes)), list: TrustList.parse(JSON.parse(list.bytes)), listHash: sha256Of(list.bytes) }
}

const bytesOf = (document: TrustRoot | TrustList): string => `${canonical(document)}\n`

async function signed(world: World, document: TrustRoot | TrustList): Promise<{ bytes: string; signature: string; ver: number }> {
  const bytes = bytesOf(document)
  return { bytes, ver: document.ver, signature: await signSsh(world.key, TRUST_NAMESPACE, Buffer.from(bytes)) }
}

const validity = (world: World): { issued: string; expires: string } => ({
  issued: timeOf(world),
  expires: formatISO(addYears(world.clock(), 1)),
})

/** Root and first list, both signed by this device; the organisation gets its name here. */
export async function foundTrust(world: World): Promise<void> {
  const { device, name } = world.self
  const space = world.self.demo ? 'demo' : `xz-${randomBytes(8).toString('hex')}`
  const root: TrustRoot = {
    type: 'inspect-trust/root',
    v: 1,
    space,
    ver: 1,
    prev: NO_HASH,
    ...validity(world),
    keys: [
      {
        id: device,
        sig: world.key.publicKey,
      },
    ],
    threshold: 1,
    admins: [device],
    adminThreshold: 1,
  }
  const list: TrustList = {
    type: 'inspect-trust/list',
    v: 1,
    space,
    ver: 1,
    prev: NO_HASH,
    root: 1,
    ...validity(world),
    people: [
      {
        id: device,
        name,
        roles: [world.self.role],
        scope: world.self.region,
      },
    ],
    devices: [
      {
        id: device,
        sig: world.key.publicKey,
        box: world.recipient,
        owner: device,
        label: name,
        state: 'active',
      },
    ],
    recovery: [],
    policy: { quorumAck: 1 },
  }
  const [signedRoot, signedList] = [await signed(world, root), await signed(world, list)]
  world.db.transaction(() => {
    putTrustDocument(world.db, { kind: 'root', ...signedRoot })
    putTrustDocument(world.db, { kind: 'list', ...signedList })
  })
}

/** The next version of the list, with one more device. Call `keep` in the transaction that admits the card. */
export async function prepareEnrolment(world: World, card: DeviceCard): Promise<{ readonly keep: () => void } | null> {
  const trust = getTrust(world)
  if (trust === null) return null
  const { device: id, name, role, region } = card
  const list: TrustList = {
    ...trust.list,
    ...validity(world),
    ver: trust.list.ver + 1,
    prev: trust.listHash,
    people: [
      ...trust.list.people.filter((person) => person.id !== id),
      {
        id,
        name,
        roles: [role],
        scope: region,
      },
    ],
    devices: [
      ...trust.list.devices.filter((other) => other.id !== id),
      {
        id,
        sig: card.sign,
        box: card.box,
        owner: id,
        label: name,
        state: 'active',
      },
    ],
  }
  const document = await signed(world, list)
  return {
    keep: () => {
      putTrustDocument(world.db, { kind: 'list', ...document })
    },
  }
}

/** Devices whose batches count here: enrolled by list, or pinned by hand. */
export function listTrusted(
  world: World,
): { readonly device: string; readonly publicKey: string; readonly box: string; readonly card: DeviceCard }[] {
  return listAdmittedCards(world.db).map(({ card }) => ({ device: card.device, publicKey: card.sign, box: card.box, card }))
}

/** Whose device it is, as its card says; the id of a stranger. */
export const deviceName = (world: World, device: string): string =>
  device === world.self.device
    ? world.self.name
    : (listAdmittedCards(world.db).find(({ card }) => card.device === device)?.card.name ?? device)
