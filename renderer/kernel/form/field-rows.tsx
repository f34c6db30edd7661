import type { ReactNode } from 'react'
import { toPointer } from '../pointer'
import { useSay } from '../say'
import { FieldRow } from './field-row'
import type { FormField } from './field-spec'
import { problemAt, useFormFrame } from './form-frame'

interface RowsProps {
  readonly fields: readonly FormField[]
  /** What to say under a field that has no problem, by its key. */
  readonly hints?: Readonly<Record<string, ReactNode>>
}

/** Fields in the order of the list, which is the order of Tab and of the paper. */
export function FieldRows({ fields, hints = {} }: RowsProps) {
  const say = useSay()
  const frame = useFormFrame()
  return (
    <div className="fields">
      {fields.map((field) => {
        const problem = problemAt(frame, toPointer(field.key))
        return (
          <FieldRow
            key={field.key}
            field={field}
            error={problem && say(problem)}
            hint={problem === undefined ? hints[field.key] : undefined}
          />
        )
      })}
    </div>
  )
}
