import { getRecord } from '#db/kernel/records'
import { type Carrier, getFirstCarrier, getRootLine, listPacksBefore, listReceiptsFor, type Witness } from '#db/sync/proven-time'
import { listSeenTimes } from '#db/sync/streams'
import type { OutputOf } from '#shared/kernel/contract'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { centreContract } from '#shared/sync/centre-contract'
import { earliestOf, latestOf } from '#shared/sync/clock'
import type { World } from '../kernel/world.ts'
import { clockOffsetOf } from './clock.ts'
import { nameBook } from './confirmation.ts'

type ProvenTime = OutputOf<(typeof centreContract)['sync.provenTime']>
const timeOf = ({ at }: Witness): string => at

/**
 * Supervisors' batches that the author had before writing a line: those that the head before the carrying batch had seen, and those confirmed
 * earlier in the same batch. What only the carrying head has seen may have come after the line, and proves nothing of it.
 */
function packsBefore(world: World, carrier: Carrier, line: string): Witness[] {
  const seen = listSeenTimes(world.db, carrier.prev).map(({ device, created }) => ({ device, at: created }))
  return [...seen, ...listPacksBefore(world.db, carrier.head, line)].filter(
    ({ device }) => device !== carrier.device && world.projections.isSupervisor(device),
  )
}

/** Brackets the time of a record: whatever its clock said, it was written after one signed time and before another. */
export function provenTime(world: World, id: string): Result<ProvenTime> {
  const record = getRecord(world.db, id)
  if (record === null) return refuse(problem('record.noSuchRecord', '', { id }))
  const { at: claimed, device } = record
  const line = getRootLine(world.db, id, device)
  const carrier = line === null ? null : getFirstCarrier(world.db, line, device)
  if (line === null || carrier === null) return ok({ claimed, notBefore: null, notAfter: null, clockOffset: null })
  const nameOf = nameBook(world)
  const told = (witness: Witness | null): ProvenTime['notAfter'] =>
    witness === null ? null : { at: witness.at, by: nameOf(witness.device) }
  const receipts = listReceiptsFor(world.db, line).filter(
    (receipt) => receipt.device !== device && world.projections.isSupervisor(receipt.device),
  )
  const received = earliestOf(receipts, timeOf)
  return ok({
    claimed,
    notBefore: told(latestOf(packsBefore(world, carrier, line), timeOf)),
    notAfter: told(received),
    clockOffset: clockOffsetOf(world, { ...carrier, receivedAt: received?.at ?? null }),
  })
}
