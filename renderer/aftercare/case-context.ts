import { createContext, useContext } from 'react'
import type { CourseDetail } from '#shared/kernel/course-contract'

/** The case whose step is being filled in: fields of a step ask it who is told, which laboratory was the first, which rungs were tried. */
export interface CaseFacts {
  readonly doc: Readonly<Record<string, unknown>>
  readonly course: CourseDetail
}

export const CaseContext = createContext<CaseFacts | null>(null)

export function useCaseFacts(): CaseFacts {
  const facts = useContext(CaseContext)
  if (facts === null) throw new Error('outside of a case')
  return facts
}
