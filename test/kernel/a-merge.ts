import fc from 'fast-check'
import type { Json } from '#shared/kernel/canonical'
import type { Conflict, MergedView } from '#shared/kernel/view'
import { aHistory, judged, type Logged } from './a-history.ts'
import { alike } from './a-model.ts'
import { type Said, TARGETS, type Target } from './a-shape.ts'

export const conflictOn = (view: MergedView, field: string): Conflict | undefined =>
  view.conflicts.find((conflict) => conflict.field === field)
/** The candidates of a field, by id and sorted; empty when it is not in conflict. */
export const candidatesOf = (view: MergedView, field: string): string[] =>
  (conflictOn(view, field)?.candidates ?? []).map(({ id }) => id).toSorted()

/** What a document and its files say of a field. */
export const says = (of: Pick<MergedView, 'doc' | 'att'>, target: Target): Json | undefined => target.read(of as unknown as Said)

/** A record as its readers hold it: all lines, those that count, and the view of them. */
export interface ARecord {
  readonly lines: readonly Logged[]
  readonly effective: readonly Logged[]
  readonly view: MergedView
}

function recordOf(lines: readonly Logged[]): ARecord {
  const { status, view } = judged(lines)
  if (view === null) throw new Error('the first line always counts')
  return { lines, view, effective: lines.filter(({ id }) => status.get(id) === 'effective') }
}

export const aRecord: fc.Arbitrary<ARecord> = aHistory(12).map(recordOf)
export const aSealedRecord = aRecord.filter(({ effective }) => effective[0]?.op === 'submit')
export const withLine = ({ lines }: ARecord, ...more: readonly Logged[]): ARecord => recordOf([...lines, ...more])

/** The fields in which two documents say different things. */
export const differing = (one: Pick<MergedView, 'doc' | 'att'>, other: Pick<MergedView, 'doc' | 'att'>): Target[] =>
  TARGETS.filter((target) => !alike(says(one, target), says(other, target)))

/** Fields that a person can be asked about. */
export const anAsked = fc.constantFrom(...TARGETS.filter(({ name, join }) => join === undefined && name !== '/review'))
