import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { LocalDate, Region } from '../kernel/ids.ts'
import { TestItem } from './test-item.ts'

/** How sure a piece of reference data is: read in the source, computed, or remembered and still to be confirmed. */
export const Sureness = z.enum(['verified', 'derived', 'memory'])

/** GB/T 2260 district, effective-dated: districts are abolished and founded. */
export const District = z.object({
  code: Region,
  name: z.string(),
  en: z.string(),
  validTo: z.iso.date().optional(),
  source: z.string(),
})
export type District = z.infer<typeof District>

/** 实施细则 as data: how much to draw of one product kind, from how large a stock, and what is tested. */
export const SamplingRule = z.strictObject({
  kind: z.string().min(1).max(60),
  en: z.string(),
  /** Which sheet, and which order, the sampling follows: Order 18 for products (when left out), Order 15 for food. */
  variant: z.enum(['industrial', 'food']).optional(),
  unit: z.string().min(1).max(20),
  testQuantity: z.int().positive(),
  backupQuantity: z.int().min(0),
  baseMinimum: z.int().positive(),
  /** How the units are drawn where they are packed: so many `packages` (boxes, coils), out of all, at random. */
  drawUnits: z.strictObject({ unit: z.string(), count: z.int().positive() }).optional(),
  items: z.array(TestItem.omit({ result: true, resultUnit: true })),
  edition: z.string().min(1),
  /** In force from this day (always, when left out) until and with `validTo`. */
  validFrom: LocalDate.optional(),
  validTo: LocalDate.optional(),
  source: z.string(),
  sure: Sureness,
})
export type SamplingRule = z.infer<typeof SamplingRule>

/** A number that a law fixes, with the article that fixes it. */
export const LawNumber = z.strictObject({
  key: z.enum(['minimumSamplers', 'baseRequired', 'sealsRequired', 'signaturesRequired', 'repeatMonths']),
  value: z.int(),
  article: Bilingual,
  source: z.string(),
  sure: Sureness,
})
export type LawNumber = z.infer<typeof LawNumber>
export type Law = Readonly<Record<LawNumber['key'], LawNumber>>
