import { listCasesOfCheck } from '#db/aftercare/case-queries'
import { getRecord } from '#db/kernel/records'
import { AFTERCARE } from '#shared/aftercare/aftercare-case'
import { untimelySteps } from '#shared/aftercare/untimely-steps'
import { type Loose, textAt } from '#shared/kernel/kind'
import { clockLaw } from '../aftercare/clock-law.ts'
import { courseOf } from '../kernel/course.ts'
import type { ReviewParts } from '../review/gather-file.ts'
import { contentHash, reportHash } from '../spot-check/signing.ts'

const hashes: Readonly<Record<string, (doc: Loose) => string>> = { samplingSheet: contentHash, siteReport: reportHash }

/** What the review of a case file asks of the features. */
export const reviewParts: ReviewParts = {
  contentHash: (kind, doc) => hashes[kind]?.(doc) ?? null,
  casesOf: (world, check) => listCasesOfCheck(world.db, check),
  untimely: (world, id) => {
    const course = courseOf(world, AFTERCARE, id)
    return new Map(untimelySteps(course, clockLaw(world), world.articleOf).map(({ act, problems }) => [act.id, problems]))
  },
  checkOf: ({ db }, subject) => {
    const record = getRecord(db, subject)
    return record?.kind === 'aftercareCase' ? textAt(record.doc, 'check') : null
  },
}
