import { type Draft, getDraft, listDrafts, saveDraft, setDraftDiscarded } from '#db/kernel/drafts'
import { getRecord } from '#db/kernel/records'
import { type Kind, parseDraft } from '#shared/kernel/kind'
import type { FieldProblem } from '#shared/kernel/parse-problems'
import type { RecordProblem, RecordSummary, recordContract } from '#shared/kernel/record-contract'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { HandlersFor } from './router.ts'
import { kindOf, timeOf, type World } from './world.ts'

interface DraftInput {
  readonly id: string
  readonly kind: string
  readonly doc: unknown
  readonly cursor: string
}

/** Saves unfinished work as it is; only what could not be shown again is refused. */
export function storeDraft(
  world: World,
  { id, kind: name, doc, cursor }: DraftInput,
): Result<{ readonly at: string; readonly doc: Draft['doc'] }, RecordProblem | FieldProblem> {
  const kind = kindOf(world, name)
  if (kind === undefined) return refuse(problem('record.unknownKind', '/kind', { kind: name }))
  if (getRecord(world.db, id) !== null) return refuse(problem('record.sealed', '', { id }))
  const before = getDraft(world.db, id)
  if (before !== null && before.kind !== name) return refuse(problem('record.otherKind', '/kind', { kind: before.kind }))
  const parsed = parseDraft(kind, doc)
  if (!parsed.ok) return parsed
  const at = timeOf(world)
  const normalized = world.rules.get(name)?.normalize(world, parsed.value as Draft['doc']) ?? (parsed.value as Draft['doc'])
  saveDraft(world.db, { id, kind: name, doc: normalized, cursor, at })
  return ok({ at, doc: normalized })
}

/** A draft as lists show it. */
export function draftSummary(world: World, draft: Draft): RecordSummary & { readonly cursor: string } {
  const { no, title, region } = (kindOf(world, draft.kind) as Kind).summarise(draft.doc)
  return {
    id: draft.id,
    kind: draft.kind,
    no,
    title,
    region,
    state: 'draft' as const,
    at: draft.savedAt,
    by: world.self.name,
    demo: world.self.demo,
    conflict: false,
    cursor: draft.cursor,
  }
}

function setDiscarded(world: World, id: string, discarded: boolean): Result<{ id: string }, RecordProblem> {
  if (getDraft(world.db, id) === null) return refuse(problem('record.noSuchDraft', '', { id }))
  setDraftDiscarded(world.db, id, discarded ? timeOf(world) : null)
  world.changed('draft')
  return ok({ id })
}

export const draftHandlers: HandlersFor<
  Pick<typeof recordContract, 'record.saveDraft' | 'record.discardDraft' | 'record.restoreDraft' | 'record.listDrafts'>
> = {
  'record.saveDraft': (world, input) => {
    const fresh = getDraft(world.db, input.id) === null
    const stored = storeDraft(world, input)
    if (!stored.ok) return stored
    if (fresh) world.changed('draft')
    return ok({ id: input.id, revision: null, state: 'draft', at: stored.value.at })
  },
  'record.discardDraft': (world, { id }) => setDiscarded(world, id, true),
  'record.restoreDraft': (world, { id }) => setDiscarded(world, id, false),
  'record.listDrafts': (world, { discarded }) => ok(listDrafts(world.db, discarded).map((draft) => draftSummary(world, draft))),
}
