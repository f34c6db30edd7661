import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { listKeptBatches, putKeptBatch } from '#db/profile/trust'
import { timeOf, type World } from '../kernel/world.ts'
import type { LeftOut } from './opened-batch.ts'

/** What strangers may leave here: of one device, and of all together. Bytes. */
const MOST = { device: 200 * 1024 * 1024, all: 20 * 1024 * 1024 * 1024 } as const

export const keptFolder = (world: World, head: string): string => join(world.folder, 'kept', head)

const sumOf = (rows: readonly { readonly bytes: number }[]): number => rows.reduce((sum, { bytes }) => sum + bytes, 0)

/** True while strangers have not used up their room. */
function hasRoom(world: World, device: string, bytes: number): boolean {
  const rows = listKeptBatches(world.db)
  return sumOf(rows.filter((row) => row.device === device)) + bytes <= MOST.device && sumOf(rows) + bytes <= MOST.all
}

type Refused = LeftOut['refused'][number]

/** The folder first: a row never names what is not on the disk, and what a killed process left without a row is taken up here. */
function keep(world: World, { head, headHash }: Refused, { folder, bytes }: NonNullable<Refused['kept']>): void {
  const to = keptFolder(world, headHash)
  mkdirSync(join(world.folder, 'kept'), { recursive: true, mode: 0o700 })
  if (!existsSync(to)) renameSync(folder, to)
  const { device, epoch, seq, created } = head
  putKeptBatch(world.db, { head: headHash, device, epoch, seq, reason: 'notEnrolled', bytes, created, arrived: timeOf(world) })
}

function keepStranger(world: World, refused: Refused): Refused {
  const { head, headHash, kept, faults } = refused
  if (kept === undefined || listKeptBatches(world.db).some((row) => row.head === headHash)) return refused
  if (!hasRoom(world, head.device, kept.bytes)) return { ...refused, faults: faults.map(({ part }) => ({ code: 'strangerFull', part })) }
  keep(world, refused, kept)
  return refused
}

/**
 * Work first, trust later: sound batches of devices that nobody has admitted yet wait here, unopened, until somebody does. Answers what
 * is to be said of them.
 */
export const keepStrangers = (world: World, { refused, damaged }: LeftOut): LeftOut => ({
  refused: refused.map((one) => keepStranger(world, one)),
  damaged,
})
