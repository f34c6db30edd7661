import type { ReactNode } from 'react'
import { useWords } from '../i18n'

interface FrameProps {
  readonly id: string
  readonly label: string
  readonly span?: 'third' | 'half' | 'wide' | 'full'
  readonly required?: boolean
  readonly unit?: string | undefined
  /** What is wrong, in words; stands under the control. */
  readonly error?: string | undefined
  readonly hint?: ReactNode
  readonly children: ReactNode
}

/** A label above, the control, its unit beside it, and the words under it that say what is wrong. */
export function FieldFrame({ id, label, span = 'third', required = false, unit, error, hint, children }: FrameProps) {
  const t = useWords()
  return (
    <div className="field" data-span={span} data-invalid={error !== undefined || undefined}>
      <label htmlFor={id}>
        {label}
        {required && (
          <span className="field-required" title={t('kernel.required')} aria-hidden>
            *
          </span>
        )}
      </label>
      <div className="field-control">
        {children}
        {unit !== undefined && unit !== '' && <span className="field-unit">{unit}</span>}
      </div>
      <div className="field-help" id={`${id}-help`}>
        {error !== undefined && <span className="field-error">{error}</span>}
        {hint}
      </div>
    </div>
  )
}
