import type { WorkItem } from '#shared/kernel/work-contract'
import type { World } from './world.ts'

export interface WorkAsked {
  /** Today, and the last day looked ahead to. */
  readonly today: string
  readonly until: string
  readonly enterpriseId: string | undefined
  /** At most so many; the most pressing first. */
  readonly limit: number
}

/** What one feature has promised by a day; `total` before the limit, by type. */
export type WorkSource = (world: World, asked: WorkAsked) => readonly Omit<WorkItem, 'daysLeft'>[]
