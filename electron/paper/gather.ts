import { getDraft } from '#db/kernel/drafts'
import { getRecord } from '#db/kernel/records'
import type { AttachmentRef } from '#shared/kernel/line'
import type { GatheredFacts, PaperFacts } from '#shared/paper/paper-facts'
import { hasOriginal } from '../attachment/blob-store.ts'
import { isPicture } from '../attachment/sniff.ts'
import { draftSummary } from '../kernel/draft-handlers.ts'
import { kindOf, type World } from '../kernel/world.ts'

/** A record as a paper sees it, sealed or not. */
export interface Printable {
  readonly id: string
  readonly kind: string
  readonly doc: { readonly [key: string]: unknown }
  readonly no: string
  readonly state: PaperFacts['state']
  readonly demo: boolean
  readonly by: string
  readonly at: string
  readonly region: string
  /** The one sealed content; null for a draft, or while a conflict is open. */
  readonly revision: string | null
  readonly attachments: readonly AttachmentRef[]
}

/** What a feature tells a paper of its kind of record, beyond the document itself. */
export type GatherFacts = (world: World, record: Printable) => GatheredFacts

export function getPrintable(world: World, id: string): Printable | null {
  const record = getRecord(world.db, id)
  if (record !== null) return { ...record, id, revision: record.heads.length === 1 ? (record.heads[0] ?? null) : null }
  const draft = getDraft(world.db, id)
  if (draft === null || kindOf(world, draft.kind) === undefined) return null
  return { ...draftSummary(world, draft), doc: draft.doc, attachments: draft.attachments, revision: null }
}

/** Everything that a layout may point at. */
export function factsOf(world: World, record: Printable, gather: GatherFacts | undefined): PaperFacts {
  const { doc, no, kind, state, demo, by, at, region } = record
  const common = { record: doc as PaperFacts['record'], no, kind, state, demo, by, at, region, bureau: { name: world.self.org } }
  return { ...common, ...gather?.(world, record) }
}

/** The pictures that are on this laptop; others cannot be printed. */
export const picturesOf = (world: World, { attachments }: Printable): AttachmentRef[] =>
  attachments.filter(({ mime, sha256 }) => isPicture(mime) && hasOriginal(world.folder, sha256))
