import { getCourseRow } from '#db/kernel/courses'
import { getRecord } from '#db/kernel/records'
import { listPapersOf } from '#db/spot-check/check-queries'
import { countSheetsOfTask, getNewestImport } from '#db/spot-check/spot-check-queries'
import type { TaskProgress } from '#shared/spot-check/spot-check-contract'
import type { Target } from '#shared/spot-check/task'
import type { World } from '../kernel/world.ts'
import { taskOf } from './known.ts'

type Shown = TaskProgress['targets'][number]

/** Where one target of a task stands, with the sheet or site report that answers it. */
function shownTarget(world: World, { check, name, uscc, address }: Target): Shown {
  const course = getCourseRow(world.db, check) ?? { main: 'none', day: '' }
  const paper = listPapersOf(world.db, check).find(({ step }) => step === 'seal' || step === 'outcome')
  const record = paper === undefined ? null : getRecord(world.db, paper.rid)
  const known = { ...(uscc === undefined ? {} : { uscc }), ...(address === undefined ? {} : { address }) }
  const opened = { record: record?.rid ?? null, kind: record?.kind ?? null }
  return { check, name, ...known, state: course.main, day: course.day, ...opened }
}

/** How far a task is, by what this device knows; null when it knows no such task. */
export function taskProgress(world: World, id: string): TaskProgress | null {
  const task = taskOf(world, id)
  if (task === null) return null
  const targets = task.doc.targets.map((target) => shownTarget(world, target))
  const counts: Record<string, number> = {}
  for (const { state } of targets) counts[state] = (counts[state] ?? 0) + 1
  const sealed = countSheetsOfTask(world.db, id)
  return { quota: task.doc.quota, counts, sealed, targets, asOf: getNewestImport(world.db) }
}
