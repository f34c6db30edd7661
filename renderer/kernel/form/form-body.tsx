import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { fieldUnder, nextField } from './form-keys'

interface BodyProps {
  readonly className?: string
  readonly onField: (pointer: string) => void
  readonly children: ReactNode
}

/** Enter leads from field to field, never submits, and belongs to the word while one is being composed. */
export function FormBody({ className = 'form-body', onField, children }: BodyProps) {
  const frame = useRef<HTMLDivElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing || event.keyCode === 229) return
    const next = frame.current === null ? null : nextField(frame.current, event.target)
    if (next === null) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
    if (next instanceof HTMLInputElement) next.select()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter bubbles up here from the fields, to lead to the next one
    <div className={className} ref={frame} onKeyDownCapture={onKeyDown} onFocus={(event) => onField(fieldUnder(event.target))}>
      {children}
    </div>
  )
}
