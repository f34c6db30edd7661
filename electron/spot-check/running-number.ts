import { lastRunningNumber, type NumberPlace } from '#db/spot-check/spot-check-queries'
import { dayOf, type World } from '../kernel/world.ts'

/** CQ-<region>-<day>-<4 of the device>-<letter and running number>: unique without a network, never changed on merge. */
function nextNumber(world: World, place: Omit<NumberPlace, 'prefix'>, letter: '' | 'P' | 'N' | 'R' | 'T'): string {
  const { region, device } = world.self
  const prefix = `CQ-${region}-${dayOf(world).replaceAll('-', '')}-${device.slice(0, 4)}-${letter}`
  return `${prefix}${String(lastRunningNumber(world.db, { ...place, prefix }) + 1).padStart(3, '0')}`
}

export const nextSheetNumber = (world: World): string => nextNumber(world, { kind: 'samplingSheet', at: '$.head.no' }, '')
/** P: 计划. */
export const nextTaskNumber = (world: World): string => nextNumber(world, { kind: 'spotCheckTask', at: '$.no' }, 'P')

const LETTERS = { notFound: 'N', refused: 'R', terminated: 'T' } as const
export const nextReportNumber = (world: World, outcome: keyof typeof LETTERS): string =>
  nextNumber(world, { kind: 'siteReport', at: '$.no' }, LETTERS[outcome])
