import { z } from 'zod'
import { Decimal } from '../kernel/ids.ts'
import type { MergeShape } from '../kernel/merge-shape.ts'

/** 检验项目: one requirement of the sampling rule and, later, what the laboratory found. */
export const TestItem = z.strictObject({
  name: z.string().min(1).max(120),
  unit: z.string().max(30).optional(),
  requirement: z.enum(['atMost', 'atLeast', 'between', 'equals', 'qualitative']),
  /** Lower limit for atLeast and between. */
  low: Decimal.optional(),
  /** Upper limit for atMost and between; the value itself for equals. */
  high: Decimal.optional(),
  /** What must be found, for a qualitative item. */
  expected: z.string().max(120).optional(),
  /** A: a fail makes the batch seriously nonconforming (严重不合格). */
  weight: z.enum(['A', 'B']),
  method: z.string().max(120).optional(),
  /** 检出限 of the method, in `unit`. */
  lod: Decimal.optional(),
  /** GB/T 8170-2008, 4.3: compare the value as found (default), or rounded to the digits of the limit. */
  comparison: z.enum(['fullValue', 'rounded']).optional(),
  /** 强制性 or 推荐性: a looser claim never softens a mandatory limit; a recommended one binds only what is claimed. */
  standing: z.enum(['mandatory', 'recommended']).optional(),
  /** 明示: the limits that label or contract claim; the stricter of limit and claim decides. */
  claimLow: Decimal.optional(),
  claimHigh: Decimal.optional(),
  claimExpected: z.string().max(120).optional(),
  /** As the report writes it: a number, "<LOD" or words. */
  result: z.string().max(60).optional(),
  /** The unit of `result`, where it is another than `unit`. */
  resultUnit: z.string().max(30).optional(),
})
export type TestItem = z.infer<typeof TestItem>

/** What was found is judged by the limit, and both are numbers of a unit: none of them is shown with those of another hand. */
export const testItemRow: MergeShape = {
  groups: [
    ['/result', '/resultUnit', '/unit', '/requirement', '/low', '/high', '/expected', '/lod'],
    ['/claimLow', '/claimHigh', '/claimExpected'],
  ],
}
