import { z } from 'zod'
import { command, query } from '../kernel/contract.ts'
import { RecordId } from '../kernel/ids.ts'
import type { FieldProblem } from '../kernel/parse-problems.ts'
import type { RecordProblem } from '../kernel/record-contract.ts'
import { Signature } from './sampling-sheet.ts'

const Doc = z.record(z.string(), z.json())
const AnyProblem = z.object({ code: z.string(), path: z.string(), facts: z.unknown() })

export const spotCheckContract = {
  /**
   * The document a new sheet starts from: its number, region, day, and from this person's last sheet the samplers and the
   * sampling body. Writes nothing: a sheet that was only opened leaves no draft behind.
   */
  'spotCheck.newSheet': query(z.object({ enterpriseId: RecordId.optional() }), z.object({ id: RecordId, doc: Doc })),
  /** Everything that stands between this draft and its sealing; empty when it may be sealed. */
  'spotCheck.checkSheet': query(z.object({ id: RecordId }), z.array(AnyProblem)),
  /** Signs the given content as it stands: saves it as the draft and answers with the document that carries the signature. */
  'spotCheck.signSheet': command<RecordProblem | FieldProblem>()(
    z.object({ id: RecordId, doc: z.unknown(), signature: Signature.omit({ at: true, over: true }) }),
    z.object({ doc: Doc }),
  ),
  /** What was written at this enterprise the last time, for "repeat last": the newest sealed sheet, or null. */
  'spotCheck.lastSheet': query(z.object({ enterpriseId: RecordId.optional(), kind: z.string().optional() }), Doc.nullable()),
}
