import type { Confirmation } from '#db/sync/places'
import type { World } from '../kernel/world.ts'
import { getTrust, listTrusted } from '../profile/trust-store.ts'

/** An inspector's work is safe with supervisors; what a supervisor sends out, with whoever it was for. */
export function confirmationOf(world: World): Confirmation {
  const { device: self, role } = world.self
  const confirmers = listTrusted(world).filter(({ card }) => role === 'supervisor' || card.role === 'supervisor')
  return { self, confirmers: confirmers.map(({ device }) => device), quorum: getTrust(world)?.list.policy.quorumAck ?? 1 }
}

/** Names of all known devices, for a whole list at once; a stranger is called by the id. */
export function nameBook(world: World): (device: string) => string {
  const names = new Map(listTrusted(world).map(({ device, card }) => [device, card.name]))
  names.set(world.self.device, world.self.name)
  return (device) => names.get(device) ?? device
}
