import { type CourseRow, getCourseRow, listCourses } from '#db/kernel/courses'
import { getRecord } from '#db/kernel/records'
import { getTaskOfCheck, listPapersOf, listWaitingChecks } from '#db/spot-check/check-queries'
import type { OutputOf } from '#shared/kernel/contract'
import { lastOf } from '#shared/kernel/procedure'
import { explainVerdict } from '#shared/reference/verdict'
import { SPOT_CHECK } from '#shared/spot-check/check-step'
import { type CheckStepFacts, editionOf } from '#shared/spot-check/decide-check-step'
import type { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import type { CheckSummary, spotCheckContract } from '#shared/spot-check/spot-check-contract'
import { courseOf } from '../kernel/course.ts'
import { courseDetail } from '../kernel/course-detail.ts'
import type { World } from '../kernel/world.ts'
import { type KnownTask, targetOf, taskOf } from './known.ts'

type CheckDetail = OutputOf<(typeof spotCheckContract)['spotCheck.getCheck']>
type Page = OutputOf<(typeof spotCheckContract)['spotCheck.listChecks']>
type Waiting = OutputOf<(typeof spotCheckContract)['spotCheck.listMine']>

type Course = Pick<CourseRow, 'subject' | 'main' | 'aside' | 'day'>

/** A check as lists show it: by its sheet, else its site report, else what its task says of it. */
function summaryOf(world: World, { subject, main, aside, day }: Course): CheckSummary {
  const [paper] = listPapersOf(world.db, subject)
  const record = paper === undefined ? null : getRecord(world.db, paper.rid)
  if (record === null) throw new Error(`a check without a record: ${subject}`)
  const { rid, kind, no, title, region, demo } = record
  const common = { check: subject, state: main, day, aside, record: rid, kind, demo, no, region }
  const target = kind === 'spotCheckTask' ? targetOf(taskOf(world, rid), subject) : null
  return { ...common, title: target === null ? title : `${taskOf(world, rid)?.doc.productKind ?? ''} · ${target.name}` }
}

export function listChecks(world: World, filter: { state?: string | undefined; after?: string | undefined; limit: number }): Page {
  const { state: main, after, limit } = filter
  const rows = listCourses(world.db, { procedure: SPOT_CHECK, main, after, limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return { items: shown.map((row) => summaryOf(world, row)), next: last === undefined ? null : `${last.day}~${last.subject}` }
}

export const listMine = (world: World, limit: number): Waiting =>
  listWaitingChecks(world.db, world.self.name, limit).map((row) => ({
    ...summaryOf(world, row),
    task: row.task,
    dueOn: row.due === '' ? null : row.due,
  }))

function explained(world: World, check: string): NonNullable<CheckDetail>['explained'] {
  const course = courseOf(world, SPOT_CHECK, check)
  const items = (lastOf(course, 'report')?.doc as CheckStepFacts['report'] | undefined)?.items
  const sheet = lastOf(course, 'seal')?.doc as SamplingSheet | undefined
  if (items === undefined || sheet === undefined) return null
  const edition = editionOf(sheet)
  const { verdict, sentence } = explainVerdict(items, edition)
  return { verdict, sentence, edition }
}

/** The task that names a check, or the one its sheet or site report belongs to. */
function taskOfCheck(world: World, check: string, papers: readonly { readonly rid: string }[]): KnownTask | null {
  const named = taskOf(world, getTaskOfCheck(world.db, check) ?? '')
  if (named !== null) return named
  const ids = papers.map(({ rid }) => getRecord(world.db, rid)?.doc as { taskId?: string; head?: { taskId?: string } } | undefined)
  return ids.map((doc) => taskOf(world, doc?.head?.taskId ?? doc?.taskId ?? '')).find((task) => task !== null) ?? null
}

export function getCheck(world: World, check: string): CheckDetail {
  const row = getCourseRow(world.db, check)
  const course = row === null ? null : courseDetail(world, SPOT_CHECK, check)
  if (row === null || course?.procedure !== SPOT_CHECK) return null
  const papers = listPapersOf(world.db, check)
  const paper = (step: string): string | null => papers.find((one) => one.step === step)?.rid ?? null
  const task = taskOfCheck(world, check, papers)
  return {
    summary: summaryOf(world, row),
    course,
    sheet: paper('seal'),
    siteReport: paper('outcome'),
    task: task === null ? null : { id: task.id, no: task.doc.no, title: task.doc.title },
    explained: explained(world, check),
  }
}
