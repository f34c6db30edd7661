import { countDrafts } from '#db/kernel/drafts'
import { countByState } from '#db/kernel/records'
import { listAdmittedCards, putAdmittedCard } from '#db/profile/trust'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { DeviceCard } from '#shared/profile/device-card'
import type { KnownDevice, profileContract, TrustProblem } from '#shared/profile/profile-contract'
import type { NotAdmin } from '#shared/profile/trust-contract'
import { fingerprintOf } from '../kernel/device-key.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { timeOf, type World } from '../kernel/world.ts'
import { makeCard, readCard } from './card.ts'
import { putTrustInForce } from './take-trust.ts'
import { getTrust, isAdmin, listKnown } from './trust-store.ts'
import { foundTrust, listWith } from './write-trust.ts'

const cardOf = (world: World): Promise<DeviceCard> =>
  makeCard(
    {
      type: 'inspect-trust/card',
      v: 1,
      device: world.self.device,
      sign: world.key.publicKey,
      box: world.recipient,
      name: world.self.name,
      role: world.self.role,
      region: world.self.region,
      org: world.self.org,
      created: timeOf(world),
      ...(world.self.demo ? { demo: true as const } : {}),
    },
    world.key,
  )

function knownDevices(world: World): KnownDevice[] {
  const { device: id, name, role, region, org, created } = world.self
  const self: KnownDevice = { id, name, role, region, org, fingerprint: fingerprintOf(id), standing: 'self', since: created }
  const cards = new Map(listAdmittedCards(world.db).map((admitted) => [admitted.card.device, admitted]))
  const issued = getTrust(world)?.list.issued ?? created
  const others = listKnown(world).map(({ device, card }): KnownDevice => {
    const admitted = cards.get(device)
    const standing = admitted?.standing ?? 'listed'
    return { id: device, ...card, fingerprint: fingerprintOf(device), standing, since: admitted?.admittedAt ?? issued }
  })
  return [self, ...others]
}

/** Why this device cannot admit that card; the card itself is genuine by now. */
function whyNot(world: World, card: DeviceCard): TrustProblem | NotAdmin | null {
  if (card.device === world.self.device) return problem('trust.ownCard', '', {})
  if ((card.demo === true) !== world.self.demo) return problem('trust.demo', '', {})
  if (card.role === 'supervisor') return null // whoever has no organisation yet joins that of this supervisor
  if (world.self.role !== 'supervisor') return problem('trust.wrongRole', '', { role: card.role })
  if (getTrust(world) === null) return problem('trust.notInitialised', '', {})
  return isAdmin(world) ? null : problem('trust.notAdmin', '', {})
}

/** Who keeps a list: a new version of it that names the device. Everybody else pins the supervisor, whose word counts from then on. */
async function admit(world: World, text: string): Promise<Result<KnownDevice, TrustProblem | NotAdmin>> {
  const read = readCard(text)
  if (!read.ok) return read
  const card = read.value
  const reason = whyNot(world, card)
  if (reason !== null) return refuse(reason)
  const list = isAdmin(world) ? await listWith(world, card) : null
  world.db.transaction(() => {
    if (list !== null) putTrustInForce(world, [list])
    putAdmittedCard(world.db, { card, standing: list === null ? 'pinned' : 'listed', admittedAt: timeOf(world) })
  })
  world.changed('profile')
  return ok(knownDevices(world).find(({ id }) => id === card.device) as KnownDevice)
}

export const profileHandlers: HandlersFor<typeof profileContract> = {
  'profile.info': (world) => {
    const states = countByState(world.db)
    const count = (state: string): number => states.get(state) ?? 0
    const counts = { submitted: count('submitted'), packed: count('packed'), received: count('received'), returned: count('returned') }
    const { self, folder, protection, runtime } = world
    return ok({ ...self, folder, keys: protection, runtime, counts: { draft: countDrafts(world.db), ...counts } })
  },
  'profile.getCard': async (world) => {
    const card = await cardOf(world)
    return ok({ card, fingerprint: fingerprintOf(card.device), fileName: `${card.name}-${card.device.slice(0, 8)}.xzcard` })
  },
  'profile.readCard': (world, { text }) => {
    const read = readCard(text)
    if (!read.ok) return read
    const known = listAdmittedCards(world.db).some(({ card }) => card.device === read.value.device)
    return ok({ card: read.value, fingerprint: fingerprintOf(read.value.device), known })
  },
  'profile.admitCard': (world, { text }) => admit(world, text),
  'profile.listDevices': (world) => ok(knownDevices(world)),
  'profile.initTrust': async (world) => {
    if (world.self.role !== 'supervisor') return refuse(problem('trust.notSupervisor', '', {}))
    if (getTrust(world) !== null) return refuse(problem('trust.alreadyInitialised', '', {}))
    await foundTrust(world)
    world.changed('profile')
    return ok({ root: 1, list: 1 })
  },
  'profile.getTrust': (world) => {
    const trust = getTrust(world)
    const devices = knownDevices(world)
    if (trust === null) return ok({ initialised: false, space: '', root: 0, list: 0, devices })
    return ok({ initialised: true, space: trust.list.space, root: trust.root.ver, list: trust.list.ver, devices })
  },
}
