import type { ReactNode } from 'react'
import { AftercareOfCheck } from '../aftercare/aftercare-of-check'
import { FileCheck } from './file-check'

/** On the page of a check: the case that a failed batch leads to, and what a reviewer would say of the file so far. */
export const afterVerdict = (check: string, state: string): ReactNode => (
  <>
    <AftercareOfCheck check={check} state={state} />
    <FileCheck subject={check} />
  </>
)
