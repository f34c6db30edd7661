import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { RecordId, Sha256 } from '../kernel/ids.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { Problem } from '../kernel/result.ts'
import { EnterpriseSnapshot } from './enterprise-snapshot.ts'
import { LikenessReason } from './lookalike.ts'
import { portraitContract } from './portrait-contract.ts'
import type { UsccProblem } from './uscc.ts'

export type EnterpriseProblem =
  | FieldProblem
  | UsccProblem
  | Problem<'enterprise.usccOrReason', Record<string, never>>
  | Problem<'enterprise.duplicateUscc', { readonly name: string; readonly id: string }>
  | Problem<'enterprise.notInDirectory', { readonly id: string }>
  | Problem<'reference.unknownRegion', { readonly region: string }>

export type MergeProblem =
  | FieldProblem
  | Problem<'enterprise.notInDirectory', { readonly id: string }>
  | Problem<'enterprise.mergeWithItself', Record<string, never>>
  | Problem<'enterprise.mergedAlready', { readonly from: string; readonly into: string }>

export const EnterpriseSummary = z.object({
  id: RecordId,
  name: z.string(),
  uscc: z.string(),
  region: z.string(),
  address: z.string(),
  contact: z.string(),
  phone: z.string(),
  legalRepresentative: z.string(),
  size: z.string(),
  demo: z.boolean(),
  /** How many sealed sampling sheets name it as inspected party, under whatever entry, and the day of the last one. */
  sheets: z.int(),
  lastSheet: z.string().nullable(),
})
export type EnterpriseSummary = z.infer<typeof EnterpriseSummary>

/** One entry of the directory that is read as this enterprise. */
export const EnterpriseMember = z.object({
  id: RecordId,
  name: z.string(),
  uscc: z.string(),
  region: z.string(),
  /** Its entry has arrived here. */
  here: z.boolean(),
  /** The merges by which it was merged away; voiding them parts it again. Empty where only the code is the same. */
  merges: z.array(z.object({ id: RecordId, on: z.string(), reason: z.string(), by: z.string(), mine: z.boolean() })),
})
export type EnterpriseMember = z.infer<typeof EnterpriseMember>

const LikeEntry = EnterpriseSummary.omit({ sheets: true, lastSheet: true, size: true }).extend({
  /** How many records name it: which of two stays is often the one that is known better. */
  records: z.int(),
  by: z.string(),
  at: z.string(),
})
export type LikeEntry = z.infer<typeof LikeEntry>

export const Lookalike = z.object({
  one: LikeEntry,
  other: LikeEntry,
  reasons: z.array(LikenessReason),
  percent: z.int(),
  /** Their code makes them one already; merging says which entry speaks. */
  oneAlready: z.boolean(),
})
export type Lookalike = z.infer<typeof Lookalike>

export const directoryContract = {
  /** Adds to the directory at once, sealed: there is no draft of an address. The code is normalised on the way in. */
  'enterprise.add': command<EnterpriseProblem>()(
    z.object({ id: RecordId, doc: z.unknown() }),
    z.object({ id: RecordId, revision: Sha256 }),
  ),
  /** Search while typing: name, address, any part of the code; from one character on. At most 50, each enterprise once. */
  'enterprise.search': query(
    z.object({ text: z.string().max(200).default(''), region: z.string().optional(), limit: z.int().min(1).max(50).default(20) }),
    z.array(EnterpriseSummary),
  ),
  /** An enterprise as a document that is begun now takes it over; null when the directory has it no more. */
  'enterprise.snapshot': query(z.object({ id: RecordId }), EnterpriseSnapshot.nullable()),
  /** By any of its entries: the entry that speaks for it, and all that are read as it. */
  'enterprise.get': query(
    z.object({ id: RecordId }),
    z
      .object({
        id: RecordId,
        doc: z.record(z.string(), z.json()),
        demo: z.boolean(),
        members: z.array(EnterpriseMember),
      })
      .nullable(),
  ),
  /** Entries that look like one enterprise, the strongest reasons first; of the whole directory, or of one. */
  'enterprise.listLookalikes': query(
    z.object({ enterprise: RecordId.optional(), after: z.string().max(400).optional(), limit: z.int().min(1).max(100).default(20) }),
    z.object({ items: z.array(Lookalike), next: z.string().nullable() }),
  ),
  /** Remembers on this laptop that two entries are two enterprises, or forgets it. */
  'enterprise.setNotSame': command()(z.object({ one: RecordId, other: RecordId, notSame: z.boolean() }), z.object({})),
  /** Joins two entries: whoever names `from` is read as naming `into`. Voiding the record parts them again. */
  'enterprise.merge': command<MergeProblem>()(
    z.object({ from: RecordId, into: RecordId, reason: z.string().max(500) }),
    z.object({ id: RecordId, identity: RecordId }),
  ),
}

/** The directory, and the page of one enterprise. */
export const enterpriseContract = { ...directoryContract, ...portraitContract }
