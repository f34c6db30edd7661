import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { Sureness } from './reference.ts'

/** An article of law that a step rests on, as reference data: named by key in the tables of procedures, in words in a refusal. */
export const LawArticle = z.strictObject({
  key: z.string().regex(/^[a-z][A-Za-z0-9]*$/),
  /** What it is about. */
  zh: z.string().min(1),
  en: z.string().min(1),
  article: Bilingual,
  source: z.string().min(1),
  sure: Sureness,
})
export type LawArticle = z.infer<typeof LawArticle>
