import type { z } from 'zod'
import { draftOf, withoutEmpty } from './draft-schema.ts'
import type { Measure } from './measure.ts'
import type { MergeShape } from './merge-shape.ts'
import type { FieldProblem } from './parse-problems.ts'
import { parseInput } from './parse-problems.ts'
import type { Result } from './result.ts'

/** What the log and the lists must know of a kind of record; the rules of the trade are in its feature. */
export interface Kind<Doc = unknown> {
  readonly name: string
  /** Version of the document's schema, written into every revision as `sch`. */
  readonly version: number
  /** What may be sealed. */
  readonly schema: z.ZodType<Doc>
  readonly draft: z.ZodType
  /** What of it means something only together, and which lists have rows with names: how revisions merge. */
  readonly merge?: MergeShape
  /** The few facts that lists show, from a draft as well as from a sealed document. */
  readonly summarise: (doc: Loose) => KindSummary
  /** The steps of a procedure that a sealed document of this kind takes; most kinds take none. */
  readonly acts?: (doc: Loose, id: string) => readonly ActRef[]
  /** The enterprises that a sealed document is about, and the day: its place on their timelines. */
  readonly mentions?: (doc: Loose, id: string) => Mention
  /** What a sealed document states that can be counted by itself; what follows from several records is a procedure's to state. */
  readonly measures?: (doc: Loose, id: string) => readonly Measure[]
}

export interface Mention {
  readonly enterprises: readonly string[]
  readonly on: string
}

/** A step, of which procedure, about what, on which day. */
export interface ActRef {
  readonly procedure: string
  readonly subject: string
  readonly step: string
  readonly on: string
}

export interface KindSummary {
  readonly no: string
  readonly title: string
  readonly region: string
  /** Further words a person would search for. */
  readonly words: readonly string[]
}

/** A document of unknown completeness: read with `textAt`. */
export type Loose = { readonly [key: string]: unknown }

export const textAt = (doc: unknown, ...path: readonly string[]): string => {
  let at = doc
  for (const step of path) at = at !== null && typeof at === 'object' ? (at as Loose)[step] : undefined
  return typeof at === 'string' ? at : ''
}

export const defineKind = <Doc>(kind: Omit<Kind<Doc>, 'draft'>): Kind<Doc> => ({ ...kind, draft: draftOf(kind.schema) })

/** What a person has so far; refused only when a field is unknown or of another type. */
export const parseDraft = (kind: Kind, doc: unknown): Result<unknown, FieldProblem> => parseInput(kind.draft, doc)

/** What a person wants to seal: emptied fields dropped, then everything the schema asks. */
export const parseSealed = <Doc>(kind: Kind<Doc>, doc: unknown): Result<Doc, FieldProblem> =>
  parseInput(kind.schema, withoutEmpty(doc) ?? {})
