import type { OutputOf } from '#shared/kernel/contract'
import type { centreContract } from '#shared/sync/centre-contract'

export type Centre = OutputOf<(typeof centreContract)['sync.centre']>

/** The one thing that matters now; its words stand under the same name. */
export type Move = 'noRecipient' | 'exchange' | 'waiting' | 'pack' | 'conflicts' | 'fetch' | 'done'

interface Situation {
  readonly centre: Centre
  readonly recipients: number
  /** Lines that are in no batch yet. */
  readonly linesToPack: number
  readonly targets: number
  readonly isSupervisor: boolean
}

/** Whether something of this device lies nowhere else yet. */
const isOnlyHere = ({ centre: { records }, linesToPack }: Situation): boolean =>
  linesToPack > 0 || (records.here ?? 0) + (records.packed ?? 0) > 0

/** Own work that nobody holds yet comes first, then what waits for a decision, then what others may have left. */
export function nextMove(situation: Situation): Move {
  const { centre, recipients, targets, isSupervisor } = situation
  const { unconfirmed, conflicts } = centre
  if (recipients === 0) return 'noRecipient'
  if (unconfirmed.lines > 0 && targets === 0) return 'pack'
  if (unconfirmed.lines > 0 && isOnlyHere(situation)) return 'exchange'
  if (conflicts > 0 && isSupervisor) return 'conflicts'
  if (unconfirmed.lines > 0) return 'waiting'
  return targets > 0 ? 'fetch' : 'done'
}
