import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { command, query } from '../kernel/contract.ts'
import { RecordId, Sha256 } from '../kernel/ids.ts'
import { AttachmentRef } from '../kernel/line.ts'
import type { RecordProblem } from '../kernel/record-contract.ts'
import type { Problem } from '../kernel/result.ts'
import { PaperModel } from './paper-model.ts'

export type PaperProblem =
  | Problem<'paper.noSuchLayout', { readonly layout: string }>
  | Problem<'paper.noSuchCopy', { readonly no: number }>
  | Problem<'paper.notFitting', { readonly title: Bilingual; readonly why: Bilingual }>

/** In which languages a paper is printed: the law's paper is Chinese, English may stand beside it. */
export const PaperLanguage = z.enum(['zh', 'zhEn'])
export type PaperLanguage = z.infer<typeof PaperLanguage>

const Copies = z.array(z.int().min(1).max(9)).min(1).max(9)
const AnyProblem = z.object({ code: z.string(), path: z.string(), facts: z.unknown() })

export const PaperEntry = z.object({
  name: z.string(),
  title: Bilingual,
  edition: z.string(),
  /** A layout of the bureau's own instead of the one that came with the program. */
  own: z.boolean(),
  copies: z.array(z.object({ no: z.int(), ...Bilingual.shape, forWhom: Bilingual, printed: z.int() })),
  available: z.boolean(),
  why: Bilingual.nullable(),
  /** What is wrong with a bureau's own layout, for which the one that came with the program stands in. */
  problems: z.array(AnyProblem),
})
export type PaperEntry = z.infer<typeof PaperEntry>

export const PaperPrint = z.object({
  record: RecordId,
  layout: z.object({ name: z.string(), edition: z.string() }),
  model: PaperModel,
  /** The copies wanted; `print` is the how manyth time each of them comes out of a printer now. */
  copies: z.array(z.object({ no: z.int(), ...Bilingual.shape, forWhom: Bilingual, print: z.int().positive() })),
  /** What is written across every page. */
  mark: z.enum(['none', 'draft', 'void']),
  demo: z.boolean(),
  language: PaperLanguage,
  /** null while there is no one sealed content: a draft, or a record with an open conflict. */
  verification: z.object({ no: z.string(), revision: Sha256, text: z.string() }).nullable(),
  /** The pictures of the record that are on this laptop. */
  photos: z.array(AttachmentRef),
})
export type PaperPrint = z.infer<typeof PaperPrint>

export const paperContract = {
  /** The papers that records of this kind can be printed on, and why one of them cannot be had of this record. */
  'paper.listLayouts': query(z.object({ record: RecordId }), z.array(PaperEntry)),
  /** One paper, filled: everything that stands on it. All copies when none are named. */
  'paper.get': query(
    z.object({ record: RecordId, layout: z.string().max(60), language: PaperLanguage.default('zh'), copies: Copies.optional() }),
    PaperPrint,
  ),
  /** After a paper was printed or written as PDF: leaves an audit line, so that a second print is known for what it is. */
  'paper.notePrinted': command<RecordProblem | PaperProblem>()(
    z.object({ record: RecordId, layout: z.string().max(60), copies: Copies }),
    z.object({ print: z.int() }),
  ),
}
