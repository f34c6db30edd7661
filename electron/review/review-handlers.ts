import { ok, problem, refuse } from '#shared/kernel/result'
import { inspectFile } from '#shared/review/inspect-file'
import type { reviewContract } from '#shared/review/review-contract'
import type { HandlersFor } from '../kernel/router.ts'
import { gatherFile, type ReviewParts } from './gather-file.ts'

export const reviewHandlers = (parts: ReviewParts): HandlersFor<typeof reviewContract> => ({
  'review.inspectFile': (world, { subject }) => {
    const file = gatherFile(world, parts, subject)
    if (file === null) return refuse(problem('record.noSuchRecord', '', { id: subject }))
    return ok({ records: file.records.length, findings: inspectFile(file) })
  },
})
