import type { RecordRow } from '#db/kernel/record-row'
import { getRecord, getRevision, getSummary } from '#db/kernel/records'
import { listConflicts, listCounted } from '#db/sync/conflicts'
import { parseSealed } from '#shared/kernel/kind'
import type { RevisionLine } from '#shared/kernel/line'
import type { Revision } from '#shared/kernel/merge'
import type { FieldProblem } from '#shared/kernel/parse-problems'
import type { RecordProblem } from '#shared/kernel/record-contract'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { ConflictField, ConflictProblem, conflictContract, Side } from '#shared/sync/conflict-contract'
import { ConflictFile } from '#shared/sync/explain-conflict'
import type { HandlersFor } from '../kernel/router.ts'
import { seal } from '../kernel/seal-handlers.ts'
import { kindOf, type World } from '../kernel/world.ts'
import { nameBook } from './confirmation.ts'

interface Opened {
  readonly record: RecordRow
  readonly lines: ReadonlyMap<string, RevisionLine>
  readonly file: ConflictFile
}

/** The record with all revisions of it that count; null when it has no open conflict. */
function openConflict(world: World, id: string): Opened | null {
  const record = getRecord(world.db, id)
  if (record === null || record.conflicts.length === 0) return null
  const counted = listCounted(world.db, id, record.heads)
  const generations = new Map<string, number>()
  const revisions = counted.map(({ id: revision, line }): Revision => {
    const gen = 1 + Math.max(0, ...line.par.map((parent) => generations.get(parent) ?? 0))
    generations.set(revision, gen)
    return { ...line, id: revision, gen }
  })
  const lines = new Map(counted.map(({ id: revision, line }) => [revision, line]))
  return { record, lines, file: new ConflictFile(revisions, record.heads, kindOf(world, record.kind)?.merge) }
}

function sidesOf(world: World, lines: Opened['lines'], named: readonly string[]): Side[] {
  const nameOf = nameBook(world)
  return [...new Set(named)].flatMap((revision) => {
    const line = lines.get(revision)
    if (line === undefined) return []
    const { dev: device, by, at, op, why } = line
    return [{ revision, device, name: nameOf(device), by, at, op, ...(why === undefined ? {} : { why }) }]
  })
}

type Choices = readonly { readonly field: string; readonly revision: string }[]

const sameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item) => other.includes(item))

/** What was chosen, field by field; refused when something is open still, or when the person looked at something else. */
function decide(id: string, fields: readonly ConflictField[], choices: Choices): Result<ReadonlyMap<string, string>, ConflictProblem> {
  const chosen = new Map(choices.map(({ field, revision }) => [field, revision]))
  const isOffered = ({ field, candidates }: ConflictField): boolean => candidates.some(({ revision }) => revision === chosen.get(field))
  const known = fields.filter(({ field }) => chosen.has(field))
  if (known.length < chosen.size || !known.every(isOffered)) return refuse(problem('conflict.moved', '', { id }))
  const unsettled = fields.flatMap(({ field }) => (chosen.has(field) ? [] : [field]))
  return unsettled.length > 0 ? refuse(problem('conflict.unsettled', '', { fields: unsettled })) : ok(chosen)
}

/** A merge of all heads; a lone head, under which the conflict lies, is corrected. */
function write(
  world: World,
  { record, file }: Opened,
  chosen: ReadonlyMap<string, string>,
  why: string,
): Result<{ readonly revision: string }, RecordProblem | FieldProblem> {
  const { rid: id, kind, heads } = record
  const { doc, att } = file.settled(chosen)
  const { review: _review, ...own } = doc
  const known = kindOf(world, kind)
  const sealable = known === undefined ? ok(own) : parseSealed(known, own)
  if (!sealable.ok) return sealable // nobody would take it in
  const settled = [...chosen.keys()].sort()
  if (heads.length > 1) return seal(world, { id, kind, op: 'merge', doc, att, upon: record, settled, ...(why === '' ? {} : { why }) })
  return seal(world, { id, kind, op: 'correct', doc, att, upon: record, settled, why: why || settled.join(' ') })
}

export const conflictHandlers: HandlersFor<typeof conflictContract> = {
  'conflict.list': (world, page) => {
    const { total, rows, next } = listConflicts(world.db, page)
    const items = rows.flatMap(({ rid, fields, revisions }) => {
      const summary = getSummary(world.db, rid)
      const devices = new Set(revisions.map((revision) => getRevision(world.db, revision)?.dev ?? ''))
      return summary === null ? [] : [{ ...summary, fields, devices: [...devices].sort() }]
    })
    return ok({ total, items, next })
  },
  'conflict.get': (world, { id }) => {
    const opened = openConflict(world, id)
    const summary = getSummary(world.db, id)
    if (opened === null || summary === null) return ok(null)
    const { record, lines, file } = opened
    const [fields, parallel] = [file.fields(), file.parallel()]
    const named = [...fields.flatMap(({ candidates }) => candidates), ...parallel].map(({ revision }) => revision)
    return ok({ record: summary, heads: [...record.heads], sides: sidesOf(world, lines, named), fields, parallel })
  },
  'conflict.settle': (world, { id, heads, choices, why }) => {
    if (world.self.role !== 'supervisor') return refuse(problem('conflict.notSupervisor', '', {}))
    const opened = openConflict(world, id)
    if (opened === null) return refuse(problem('conflict.none', '', { id }))
    if (!sameSet(heads, opened.record.heads)) return refuse(problem('conflict.moved', '', { id }))
    const chosen = decide(id, opened.file.fields(), choices)
    if (!chosen.ok) return chosen
    const sealed = write(world, opened, chosen.value, why)
    return sealed.ok ? ok({ id, revision: sealed.value.revision }) : sealed
  },
}
