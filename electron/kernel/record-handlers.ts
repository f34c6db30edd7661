import { countDraftsOf, getDraft } from '#db/kernel/drafts'
import type { RecordRow } from '#db/kernel/record-row'
import { countKindByState, getRecord, getRevision, listHistory, listRecords } from '#db/kernel/records'
import { type RecordDetail, RecordState, type recordContract } from '#shared/kernel/record-contract'
import { ok } from '#shared/kernel/result'
import { draftHandlers, draftSummary } from './draft-handlers.ts'
import type { HandlersFor } from './router.ts'
import { sealHandlers } from './seal-handlers.ts'
import type { World } from './world.ts'

function draftDetail(world: World, id: string): RecordDetail | null {
  const draft = getDraft(world.db, id)
  if (draft === null) return null
  const { kind, state, at, by, demo, cursor } = draftSummary(world, draft)
  const doc = draft.doc as RecordDetail['doc']
  return {
    id,
    kind,
    state,
    revision: null,
    doc,
    attachments: [...draft.attachments],
    review: null,
    conflicts: [],
    cursor,
    at,
    by,
    demo,
    history: [],
  }
}

/** Who put each candidate of a conflict there, and when they say they did. */
function conflictsOf(world: World, record: RecordRow): RecordDetail['conflicts'] {
  return record.conflicts.map(({ field, candidates }) => ({
    field,
    candidates: candidates.map(({ id, value }) => {
      const revision = getRevision(world.db, id)
      return { id, ...(value === undefined ? {} : { value: value as never }), by: revision?.by ?? '', at: revision?.at ?? record.at }
    }),
  }))
}

function recordDetail(world: World, record: RecordRow, history: boolean): RecordDetail {
  const { rid: id, kind, state, heads, attachments, review, at, by, demo } = record
  return {
    id,
    kind,
    state,
    revision: heads.length === 1 ? (heads[0] ?? null) : null,
    doc: record.doc as RecordDetail['doc'],
    attachments: [...attachments],
    review,
    conflicts: conflictsOf(world, record),
    cursor: '',
    at,
    by,
    demo,
    history: history ? listHistory(world.db, id) : [],
  }
}

export const recordHandlers: HandlersFor<typeof recordContract> = {
  ...draftHandlers,
  ...sealHandlers,
  'record.get': (world, { id, history }) => {
    const record = getRecord(world.db, id)
    return ok(record === null ? draftDetail(world, id) : recordDetail(world, record, history))
  },
  'record.countStates': (world, { kind }) => {
    const counts = countKindByState(world.db, kind)
    const states = RecordState.options.map((state) => [state, state === 'draft' ? countDraftsOf(world.db, kind) : (counts.get(state) ?? 0)])
    return ok(Object.fromEntries(states) as Record<RecordState, number>)
  },
  'record.list': (world, filter) => ok(listRecords(world.db, filter)),
}
