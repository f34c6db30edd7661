import { SearchOutlined } from '@ant-design/icons'
import { Input, type InputRef, Modal } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { comboboxAria, Suggestions } from '../kernel/controls/suggestions'
import { useDebounced } from '../kernel/debounced'
import { useWords } from '../kernel/i18n'
import { type Entry, useEntries } from './palette-entries'

interface PaletteProps {
  readonly onClose: () => void
  readonly onHelp: () => void
}

/** Ctrl+K: anything by a few letters of its name. */
export function Palette({ onClose, onHelp }: PaletteProps) {
  const t = useWords()
  const [text, setText] = useState('')
  const place = useRef<InputRef>(null)
  const [active, setActive] = useState(0)
  const asked = useDebounced(text.trim(), 60)
  const entries = useEntries(asked, onHelp)
  const at = Math.min(active, Math.max(0, entries.length - 1))
  const choose = (entry: Entry | undefined): void => {
    if (entry === undefined) return
    onClose()
    void entry.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(1, entries.length))
    else if (event.key === 'ArrowUp') setActive((at - 1 + entries.length) % Math.max(1, entries.length))
    else if (event.key === 'Enter') choose(entries[at])
    else return
    event.preventDefault()
  }
  useEffect(() => place.current?.focus(), [])
  useEffect(() => document.getElementById(`palette-${String(at)}`)?.scrollIntoView({ block: 'nearest' }), [at])
  return (
    <Modal
      open
      width={640}
      footer={null}
      closable={false}
      title={<span className="unseen">{t('app.palette.title')}</span>}
      className="palette"
      onCancel={onClose}
      style={{ top: 80 }}
    >
      <Input
        ref={place}
        size="large"
        prefix={<SearchOutlined aria-hidden />}
        value={text}
        {...comboboxAria('palette', entries.length > 0, at)}
        aria-label={t('app.palette.label')}
        placeholder={t('app.palette.label')}
        data-field="/palette"
        onChange={(event) => {
          setText(event.target.value)
          setActive(0)
        }}
        onKeyDown={onKeyDown}
      />
      <Suggestions
        id="palette"
        label={t('app.palette.title')}
        className="palette-list"
        suggestions={entries}
        active={at}
        onPick={(key) => choose(entries.find((entry) => entry.key === key))}
        renderSuggestion={({ key, title, detail }) => (
          <span className="palette-entry">
            <span className="palette-group">{t(`app.palette.${entries.find((entry) => entry.key === key)?.group ?? 'actions'}`)}</span>
            <span className="palette-title">{title}</span>
            <span className="quiet">{detail}</span>
          </span>
        )}
      />
      <p className="quiet palette-hint">{entries.length === 0 ? t('app.palette.nothing') : t('app.palette.hint')}</p>
    </Modal>
  )
}
