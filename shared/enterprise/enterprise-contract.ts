import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { RecordId, Sha256 } from '../kernel/ids.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { Problem } from '../kernel/result.ts'
import type { UsccProblem } from './uscc.ts'

export type EnterpriseProblem =
  | FieldProblem
  | UsccProblem
  | Problem<'enterprise.usccOrReason', Record<string, never>>
  | Problem<'enterprise.duplicateUscc', { readonly name: string; readonly id: string }>
  | Problem<'enterprise.notInDirectory', { readonly id: string }>
  | Problem<'reference.unknownRegion', { readonly region: string }>

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
  /** How many sealed sampling sheets name it as inspected party, and the day of the last one. */
  sheets: z.int(),
  lastSheet: z.string().nullable(),
})
export type EnterpriseSummary = z.infer<typeof EnterpriseSummary>

export const enterpriseContract = {
  /** Adds to the directory at once, sealed: there is no draft of an address. The code is normalised on the way in. */
  'enterprise.add': command<EnterpriseProblem>()(
    z.object({ id: RecordId, doc: z.unknown() }),
    z.object({ id: RecordId, revision: Sha256 }),
  ),
  /** Search while typing: name, address, any part of the code; from one character on. At most 50. */
  'enterprise.search': query(
    z.object({ text: z.string().max(200).default(''), region: z.string().optional(), limit: z.int().min(1).max(50).default(20) }),
    z.array(EnterpriseSummary),
  ),
}
