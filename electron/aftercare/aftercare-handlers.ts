import { type CaseRow, getCaseOfCheck, getCaseRow, listCaseRows } from '#db/aftercare/case-queries'
import { listClockChanges } from '#db/aftercare/clock-change-projection'
import { countCourses } from '#db/kernel/courses'
import { AFTERCARE } from '#shared/aftercare/aftercare-case'
import type { aftercareContract, CaseSummary } from '#shared/aftercare/aftercare-contract'
import { ok } from '#shared/kernel/result'
import type { HandlersFor } from '../kernel/router.ts'
import { submitDocument } from '../kernel/seal-handlers.ts'
import { dayOf, newRecordId, type World } from '../kernel/world.ts'
import { caseDetail } from './case-detail.ts'
import { buildCase, nextCaseNumber } from './case-of-check.ts'
import { listDue } from './due-clocks.ts'
import { newStep } from './new-step.ts'

const summaryOf = (row: CaseRow): CaseSummary => ({ ...row, states: { ...row.states } })

function caseOfCheck(world: World, check: string): CaseSummary | null {
  const found = getCaseOfCheck(world.db, check)
  const row = found === null ? null : getCaseRow(world.db, found.rid)
  return row === null ? null : summaryOf(row)
}

export const aftercareHandlers: HandlersFor<typeof aftercareContract> = {
  'aftercare.openCase': (world, { check, on }) => {
    const built = buildCase(world, { check, no: nextCaseNumber(world), openedOn: on ?? dayOf(world) })
    return built.ok ? submitDocument(world, { kind: 'aftercareCase', id: newRecordId(), doc: built.value, attachments: [] }) : built
  },
  'aftercare.findCase': (world, { check }) => ok(caseOfCheck(world, check)),
  'aftercare.getCase': (world, { id }) => ok(caseDetail(world, id)),
  'aftercare.newStep': (world, { case: id, step }) => newStep(world, id, step) as never,
  'aftercare.listCases': (world, filter) => {
    const items = listCaseRows(world.db, filter).map(summaryOf)
    const last = items.at(-1)
    return ok({ items, next: last === undefined || items.length < filter.limit ? null : `${last.day}~${last.id}` })
  },
  'aftercare.countCases': (world) => ok(Object.fromEntries(countCourses(world.db, AFTERCARE))),
  'aftercare.listDue': (world, asked) => ok(listDue(world, asked)),
  'aftercare.listClockChanges': (world, { limit }) => ok(listClockChanges(world.db, limit)),
}
