import { countDrafts } from '#db/kernel/drafts'
import { countByState } from '#db/kernel/records'
import { listAdmittedCards, putAdmittedCard } from '#db/profile/trust'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { DeviceCard } from '#shared/profile/device-card'
import type { KnownDevice, profileContract, TrustProblem } from '#shared/profile/profile-contract'
import { fingerprintOf } from '../kernel/device-key.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { timeOf, type World } from '../kernel/world.ts'
import { makeCard, readCard } from './card.ts'
import { foundTrust, getTrust, prepareEnrolment } from './trust-store.ts'

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
  const others = listAdmittedCards(world.db).map(({ card, standing, admittedAt }) => ({
    id: card.device,
    name: card.name,
    role: card.role,
    region: card.region,
    org: card.org,
    fingerprint: fingerprintOf(card.device),
    standing,
    since: admittedAt,
  }))
  return [self, ...others]
}

/** Why this device cannot admit that card; the card itself is genuine by now. */
function whyNot(world: World, card: DeviceCard): TrustProblem | null {
  if (card.device === world.self.device) return problem('trust.ownCard', '', {})
  if ((card.demo === true) !== world.self.demo) return problem('trust.demo', '', {})
  if (world.self.role === 'supervisor') return getTrust(world) === null ? problem('trust.notInitialised', '', {}) : null
  return card.role === 'supervisor' ? null : problem('trust.wrongRole', '', { role: card.role })
}

/** Supervisor: a new version of the list that names the device. Inspector: the supervisor is pinned as recipient. */
async function admit(world: World, text: string): Promise<Result<KnownDevice, TrustProblem>> {
  const read = readCard(text)
  if (!read.ok) return read
  const card = read.value
  const reason = whyNot(world, card)
  if (reason !== null) return refuse(reason)
  const enrolment = world.self.role === 'supervisor' ? await prepareEnrolment(world, card) : null
  world.db.transaction(() => {
    enrolment?.keep()
    putAdmittedCard(world.db, { card, standing: enrolment === null ? 'pinned' : 'listed', admittedAt: timeOf(world) })
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
