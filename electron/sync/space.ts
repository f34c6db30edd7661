import { getSetting, putSetting } from '#db/kernel/settings'
import type { World } from '../kernel/world.ts'
import { getTrust } from '../profile/trust-store.ts'

/** The organisation this device works for: from its own trust list, or learned from the first pack of its supervisor. */
export const spaceOf = (world: World): string =>
  getTrust(world)?.list.space ?? getSetting(world.db, 'space') ?? (world.self.demo ? 'demo' : '')

export function learnSpace(world: World, space: string): void {
  if (space !== '' && spaceOf(world) === '') putSetting(world.db, 'space', space)
}
