import { canonical } from '#shared/kernel/canonical'
import { withoutEmpty } from '#shared/kernel/draft-schema'
import { type Kind, parseDraft } from '#shared/kernel/kind'
import type { FieldProblem } from '#shared/kernel/parse-problems'
import type { RecordProblem } from '#shared/kernel/record-contract'
import { ok, type Result } from '#shared/kernel/result'
import { type Signature, signedContent } from '#shared/spot-check/signature'
import type { Signed } from '#shared/spot-check/signature-rules'
import { storeDraft } from '../kernel/draft-handlers.ts'
import { sha256Of } from '../kernel/durable-file.ts'
import { timeOf, type World } from '../kernel/world.ts'

type Doc = { readonly [key: string]: unknown }

const SHEET_LISTS = ['items', 'samplers'] as const

/** sha256 of the canonical content without signatures, emptied fields dropped: what a signature is put under. */
export const contentHash = (doc: Doc, lists: readonly string[] = SHEET_LISTS): string =>
  sha256Of(canonical(withoutEmpty(signedContent(doc, lists)) ?? {}))

export const reportHash = (doc: Doc): string => contentHash(doc, ['samplers'])

/** A signature that comes without a stamp is put under the content it comes with. */
export function stampSignatures<D extends Signed>(world: World, doc: D, hash: (doc: D) => string): D {
  const { signatures } = doc
  if (signatures === undefined || signatures.every(({ over, at }) => over !== undefined && at !== undefined)) return doc
  const over = hash(doc)
  return { ...doc, signatures: signatures.map((signature) => ({ over, at: timeOf(world), ...signature })) }
}

interface Signing {
  readonly id: string
  readonly doc: unknown
  readonly signature: Pick<Signature, 'role' | 'name' | 'strokes'>
}

/** Signs the content as it stands; who signs again replaces their own signature. */
export function signDocument(
  world: World,
  kind: Kind,
  { id, doc, signature }: Signing,
): Result<{ doc: never }, FieldProblem | RecordProblem> {
  const read = parseDraft(kind, doc)
  if (!read.ok) return read
  const content = read.value as Signed
  const kept = (content.signatures ?? []).filter((old) => old.role !== signature.role || old.name !== signature.name)
  const stored = storeDraft(world, { id, kind: kind.name, doc: { ...content, signatures: [...kept, signature] }, cursor: '/signatures' })
  if (!stored.ok) return stored
  world.changed('draft')
  return ok({ doc: stored.value.doc as never })
}
