import { aftercareWords } from '../aftercare/aftercare-words.ts'
import { attachmentWords } from '../attachment/attachment-words.ts'
import { certificationWords } from '../certification/certification-words.ts'
import { enterpriseWords } from '../enterprise/enterprise-words.ts'
import { fieldWords, recordWords } from '../kernel/kernel-words.ts'
import { procedureWords } from '../kernel/procedure-words.ts'
import type { Problem } from '../kernel/result.ts'
import { nqiWords } from '../nqi/nqi-words.ts'
import { paperWords } from '../paper/paper-words.ts'
import { drawWords } from '../plan/draw-words.ts'
import { planWords } from '../plan/plan-words.ts'
import { randomDrawWords } from '../plan/random-draw-words.ts'
import { profileWords, trustWords } from '../profile/profile-words.ts'
import { trustListWords } from '../profile/trust-list-words.ts'
import { deadlineWords } from '../reference/deadline-words.ts'
import { referenceWords } from '../reference/reference-words.ts'
import { reportWords } from '../report/report-words.ts'
import { reviewWords } from '../review/review-words.ts'
import { spotCheckWords } from '../spot-check/spot-check-words.ts'
import { conflictWords, undoWords } from '../sync/conflict-words.ts'
import { lineWords, syncWords } from '../sync/sync-words.ts'
import { targetWords } from '../target/target-words.ts'
import { teamWords } from '../team/team-words.ts'
import { agreementWords } from '../visit/agreement-words.ts'
import { visitWords } from '../visit/visit-words.ts'
import { inputWords } from './input-words.ts'
import { seedWords } from './seed-words.ts'

const words = {
  ...fieldWords,
  ...recordWords,
  ...procedureWords,
  ...enterpriseWords,
  ...spotCheckWords,
  ...aftercareWords,
  ...reviewWords,
  ...deadlineWords,
  ...referenceWords,
  ...drawWords,
  ...randomDrawWords,
  ...attachmentWords,
  ...trustWords,
  ...profileWords,
  ...trustListWords,
  ...syncWords,
  ...conflictWords,
  ...undoWords,
  ...targetWords,
  ...lineWords,
  ...inputWords,
  ...seedWords,
  ...planWords,
  ...paperWords,
  ...reportWords,
  ...teamWords,
  ...agreementWords,
  ...nqiWords,
  ...visitWords,
  ...certificationWords,
}

type Say = (facts: unknown) => string

/** A problem in words. A code nobody has words for is shown as it is rather than hidden. */
export function say(problem: Problem, language: 'zh' | 'en'): string {
  const known = words[problem.code as keyof typeof words] as { readonly zh: Say; readonly en: Say } | undefined
  return known === undefined ? problem.code : known[language](problem.facts)
}
