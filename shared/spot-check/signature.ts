import { z } from 'zod'
import { LocalTime, Sha256 } from '../kernel/ids.ts'
import type { Loose } from '../kernel/kind.ts'

/** A signature drawn in the window, bound to the content it was drawn under. */
export const Signature = z.strictObject({
  role: z.enum(['sampler', 'inspectedParty', 'producer', 'witness']),
  name: z.string().min(1).max(60),
  at: LocalTime,
  /** Strokes: points "x,y" in a box 1000 wide and 400 high, joined by spaces; strokes joined by ";". */
  strokes: z
    .string()
    .min(3)
    .max(12_000)
    .regex(/^\d{1,4},\d{1,4}( \d{1,4},\d{1,4})*(;\d{1,4},\d{1,4}( \d{1,4},\d{1,4})*)*$/),
  /** sha256 of the canonical content (everything but the signatures) that was signed. */
  over: Sha256,
})
export type Signature = z.infer<typeof Signature>

/** What a signature is put under: everything but the signatures themselves; a list that is empty is the same as one never begun. */
export function signedContent(doc: Loose, lists: readonly string[]): Loose {
  const { signatures: _signatures, ...content } = doc
  return { ...Object.fromEntries(lists.map((list) => [list, []])), ...content }
}
