import type fc from 'fast-check'
import { canonical, type Json } from '#shared/kernel/canonical'
import { type Conflict, fieldsOf, type MergedView } from '#shared/kernel/view'
import { aHistory, judged, type Logged } from './a-history.ts'

/** Histories a property is tried on; those that hold the others up get the most. */
export const MANY = { numRuns: 2000 }
export const RUNS = { numRuns: 1000 }

export const same = (a: Json | undefined, b: Json | undefined): boolean => canonical({ value: a }) === canonical({ value: b })
export const valueIn = (doc: Json, field: string): Json | undefined => fieldsOf(doc).get(field)

export const conflictOn = (view: MergedView, field: string): Conflict | undefined =>
  view.conflicts.find((conflict) => conflict.field === field)
/** The candidates of a field, by id and sorted; empty when it is not in conflict. */
export const candidatesOf = (view: MergedView, field: string): string[] =>
  (conflictOn(view, field)?.candidates ?? []).map(({ id }) => id).toSorted()

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

export const aRecord: fc.Arbitrary<ARecord> = aHistory(14).map(recordOf)
export const aSealedRecord = aRecord.filter(({ effective }) => effective[0]?.op === 'submit')
export const withLine = ({ lines }: ARecord, ...more: readonly Logged[]): ARecord => recordOf([...lines, ...more])
