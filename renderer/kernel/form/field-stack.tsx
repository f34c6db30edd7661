import './field-stack.css'
import type { ReactNode } from 'react'

/** A control of several parts, one under the other, in the place of a single one. */
export const FieldStack = ({ children }: { readonly children: ReactNode }) => <div className="field-stack">{children}</div>
