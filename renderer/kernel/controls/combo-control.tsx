import { Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { type ControlProps, described } from './control'
import { comboboxAria, type Suggestion, Suggestions, stepThrough } from './suggestions'

interface ComboProps extends ControlProps<string> {
  readonly suggestions: readonly Suggestion[]
  readonly onPick: (key: string) => void
  /** Also offered before anything is typed. */
  readonly eager?: boolean
}

const by: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }

function useCombo({ suggestions, onPick, eager = false, value }: ComboProps) {
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const shown = open && suggestions.length > 0 && (eager || (value ?? '') !== '')
  const close = (): void => {
    setOpen(false)
    setActive(-1)
  }
  const pick = (key: string): void => {
    onPick(key)
    close()
  }
  const walk = (step: number): void => {
    setOpen(true)
    setActive(stepThrough(active, step, suggestions.length))
  }
  const reopen = (): void => {
    setOpen(true)
    setActive(-1)
  }
  return { shown, active, close, pick, walk, reopen, chosen: shown ? suggestions[active] : undefined }
}

/** Free text with suggestions: arrows choose, Enter takes, Escape closes; without a choice the typed text stands. */
export function ComboControl(props: ComboProps) {
  const { id, field, label, value = '', onChange, onBlur, invalid, suggestions, eager = false } = props
  const { shown, active, close, pick, walk, reopen, chosen } = useCombo(props)
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    const step = by[event.key]
    if (step !== undefined) walk(step)
    else if (event.key === 'Enter' && chosen !== undefined) pick(chosen.key)
    else if (event.key === 'Escape' && shown) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="combo">
      <Input
        id={id}
        data-field={field}
        {...comboboxAria(id, shown, active)}
        autoComplete="off"
        spellCheck={false}
        value={value}
        disabled={props.disabled ?? false}
        placeholder={props.placeholder ?? ''}
        status={invalid === true ? 'error' : ''}
        onChange={(event) => {
          onChange(event.target.value)
          reopen()
        }}
        onClick={() => eager && reopen()}
        onKeyDown={onKeyDown}
        onBlur={() => {
          close()
          onBlur?.()
        }}
        {...described(id, invalid)}
      />
      <Suggestions
        id={id}
        label={label}
        className="combo-list"
        suggestions={suggestions}
        active={active}
        hidden={!shown}
        onPick={pick}
        renderSuggestion={({ title, detail }) => (
          <span className="combo-option">
            <span>{title}</span>
            {detail !== undefined && <span className="combo-detail">{detail}</span>}
          </span>
        )}
      />
    </div>
  )
}
