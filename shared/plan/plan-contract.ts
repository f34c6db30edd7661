import { z } from 'zod'
import { EnterpriseSize } from '../enterprise/enterprise.ts'
import { command, query } from '../kernel/contract.ts'
import { LocalDate, RecordId, Sha256 } from '../kernel/ids.ts'
import { RecordState } from '../kernel/record-contract.ts'
import { DrawForm } from './draw-form.ts'
import { DrawOrder, EnterprisePool, SamplerPool } from './draw-order.ts'
import { Frame } from './random-draw.ts'

const AnyProblem = z.object({ code: z.string(), path: z.string(), facts: z.unknown() })
const Written = z.object({ file: z.string(), bytes: z.int(), sha256: Sha256 })

/** An enterprise of the directory as it may stand in a pool, with what speaks for or against drawing it again. */
export const PoolCandidate = z.object({
  id: RecordId,
  /** Its line in the pool. */
  line: z.string(),
  name: z.string(),
  uscc: z.string(),
  region: z.string(),
  size: z.string(),
  /** How often it was drawn on this device's records, and the day of the last sample taken there. */
  drawn: z.int(),
  lastSheet: z.string().nullable(),
})
export type PoolCandidate = z.infer<typeof PoolCandidate>

export const DrawSummary = z.object({
  id: RecordId,
  no: z.string(),
  title: z.string(),
  drawnOn: z.string(),
  state: RecordState,
  demo: z.boolean(),
  conflict: z.boolean(),
  poolSize: z.int(),
  taken: z.int(),
  samplers: z.int(),
  publicisedOn: z.string(),
  /** The number of the draw that this one repeats, '' when it repeats none. */
  redrawOf: z.string(),
  redrawReason: z.string(),
})
export type DrawSummary = z.infer<typeof DrawSummary>

const PreparedPool = z.object({ candidates: z.int(), size: z.int(), poolHash: Sha256 })

export const planContract = {
  /** Enterprises of the directory that a pool with this frame would hold; a page, and how many there are in all. */
  'plan.listPool': query(
    Frame.omit({ source: true }).extend({
      size: EnterpriseSize.optional(),
      notSampledSince: LocalDate.optional(),
      after: z.string().optional(),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.object({ total: z.int(), items: z.array(PoolCandidate), next: z.string().nullable() }),
  ),
  /** How large both pools are and what their hashes are, to be written down before the seed is made; and what is wrong with them. */
  'plan.preparePools': query(
    z.object({ enterprises: EnterprisePool, samplers: SamplerPool }),
    z.object({ enterprises: PreparedPool, samplers: PreparedPool, problems: z.array(AnyProblem) }),
  ),
  /** A draw of today with this pool of enterprises or for this task: then another one needs a reason. */
  'plan.getEarlierDraw': query(
    z.object({ poolHash: Sha256, title: z.string().max(200) }),
    z.object({ id: RecordId, no: z.string() }).nullable(),
  ),
  /** Draws and seals the record, at once: there is no draft of a draw. */
  'plan.draw': command()(DrawOrder, z.object({ id: RecordId, revision: Sha256, no: z.string() })),
  /** Draws again from the record and its kept pool, and says what differs. */
  'plan.verifyDraw': query(
    z.object({ id: RecordId }),
    z.object({
      reproduced: z.boolean(),
      differences: z.array(z.object({ what: z.string(), recorded: z.string(), found: z.string() })),
      problems: z.array(AnyProblem),
    }),
  ),
  'plan.listDraws': query(
    z.object({ after: z.string().optional(), limit: z.int().min(1).max(200).default(50) }),
    z.object({ total: z.int(), items: z.array(DrawSummary), next: z.string().nullable() }),
  ),
  /** Writes the list for publication as XLSX to a file the person chose. */
  'plan.exportDraw': command()(z.object({ id: RecordId, file: z.string(), language: z.enum(['zh', 'en']).default('zh') }), Written),
  /** Writes the pool of enterprises, a line each, as it was hashed. */
  'plan.exportPool': command()(z.object({ id: RecordId, file: z.string() }), Written),
  /** What is typed into the form of a new draw, kept on this device; after a draw, what the next one begins with. */
  'plan.keepForm': command()(z.object({ form: DrawForm }), z.null()),
  'plan.getForm': query(z.object({}), DrawForm),
  /** Which of the units 1 to N are drawn for a sample; writes nothing, the answer is the evidence. */
  'plan.drawUnits': query(
    z.object({ frame: z.int(), take: z.int(), seed: z.string().max(200) }),
    z.object({
      frame: z.int(),
      take: z.int(),
      seed: z.string(),
      picks: z.array(z.int()),
      algorithm: z.string(),
      poolHash: Sha256,
    }),
  ),
}
