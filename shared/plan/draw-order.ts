import { z } from 'zod'
import { RecordId } from '../kernel/ids.ts'
import { Excluded, Frame, SeedSource } from './random-draw.ts'

const text = (maximum: number) => z.string().max(maximum).default('')
/** As typed: what is wrong with it is for `decideDraw` to say. */
const count = z.int().min(0).max(1_000_000)

/** The enterprises that may be drawn: a filter over the directory, or a pasted list. */
export const EnterprisePool = z.object({
  frame: Frame,
  /** As pasted, a row an enterprise; only with `source: 'list'`. */
  list: text(12_000_000),
  excluded: z.array(Excluded.extend({ reason: z.string().max(200) })).default([]),
})

/** The samplers who may be drawn, one a line. */
export const SamplerPool = z.object({
  list: text(40_000),
  excluded: z.array(Excluded.extend({ reason: z.string().max(200) })).default([]),
})

/** Everything a person decides before a draw. */
export const DrawOrder = z.object({
  id: RecordId,
  title: text(200),
  planNo: text(200),
  enterprises: EnterprisePool.extend({ take: count }),
  samplers: SamplerPool.extend({ take: count }),
  samplersEach: count,
  seed: text(300),
  seedSource: SeedSource.extend({ note: text(200) }),
  witness: z.object({ name: text(60), org: text(120) }),
  host: z.object({ name: text(60), org: text(120) }),
  redrawReason: text(500),
  remarks: text(2000),
})
export type DrawOrder = z.output<typeof DrawOrder>
