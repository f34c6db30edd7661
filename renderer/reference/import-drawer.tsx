import { FolderOpenOutlined, InboxOutlined } from '@ant-design/icons'
import { Button, Drawer, Input } from 'antd'
import { type ClipboardEvent, useId, useRef, useState } from 'react'
import type { Problem } from '#shared/kernel/result'
import type { ReferenceTable } from '#shared/reference/reference-item'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { useDrop } from '../kernel/use-drop'
import { ImportFaults, ImportRehearsal, type Rehearsed } from './import-outcome'
import { store } from './store'

interface ImportProps {
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: (table: ReferenceTable) => void
}

/** Brings a file in: by button, drop or paste; first what it would do, then, when accepted, for good. */
export function ImportDrawer({ open, onClose, onDone }: ImportProps) {
  const t = useWords()
  return (
    <Drawer open={open} size={900} onClose={onClose} destroyOnHidden title={t('reference.import.title')} data-screen="import-reference">
      <ImportWork onClose={onClose} onDone={onDone} />
    </Drawer>
  )
}

interface Chosen {
  readonly name: string
  readonly text: string
}
type Outcome = Chosen & ({ readonly rehearsed: Rehearsed } | { readonly problems: readonly Problem[] })

function ImportWork({ onClose, onDone }: Omit<ImportProps, 'open'>) {
  const t = useWords()
  const { done } = useFeedback()
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const rehearse = async (chosen: Chosen): Promise<void> => {
    const answer = await store.call('reference.importFile', { ...chosen, dryRun: true })
    setOutcome(answer.ok ? { ...chosen, rehearsed: answer.value } : { ...chosen, problems: answer.problems })
  }
  const accept = async ({ name, text }: Chosen, { table, items }: Rehearsed): Promise<void> => {
    const answer = await store.call('reference.importFile', { name, text, table, dryRun: false })
    if (!answer.ok) return setOutcome({ name, text, problems: answer.problems })
    const n = items.filter(({ standing }) => standing !== 'same').length
    done(t('reference.import.done', { n, table: t(`reference.tables.${table}`) }))
    onDone(table)
    onClose()
  }
  return (
    <div className="import-work">
      <p>{t('reference.import.lead')}</p>
      {outcome !== null && 'problems' in outcome && <ImportFaults file={outcome.name} problems={outcome.problems} />}
      {outcome !== null && 'rehearsed' in outcome && (
        <ImportRehearsal file={outcome.name} rehearsed={outcome.rehearsed} onAccept={() => void accept(outcome, outcome.rehearsed)} />
      )}
      <FileSource onText={(chosen) => void rehearse(chosen)} />
    </div>
  )
}

function FileSource({ onText }: { readonly onText: (chosen: Chosen) => void }) {
  const t = useWords()
  const input = useRef<HTMLInputElement>(null)
  const take = async (file: File | undefined): Promise<void> => {
    if (file !== undefined) onText({ name: file.name, text: await file.text() })
  }
  const { over, handlers } = useDrop(([file]) => void take(file))
  return (
    <>
      <section className="file-place" aria-label={t('reference.import.drop')} data-over={over} {...handlers}>
        <InboxOutlined className="file-place-icon" aria-hidden />
        <p className="empty-title">{t('reference.import.drop')}</p>
        <p className="empty-text">{t('reference.import.dropText')}</p>
        <Button icon={<FolderOpenOutlined />} data-action="choose-reference" onClick={() => input.current?.click()}>
          {t('reference.import.choose')}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          accept=".json,.csv,.txt"
          data-field="/file"
          onChange={(event) => {
            void take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </section>
      <PasteSource onText={onText} />
    </>
  )
}

/** What is pasted is rehearsed at once; what is typed, by the button. */
function PasteSource({ onText }: { readonly onText: (chosen: Chosen) => void }) {
  const t = useWords()
  const id = useId()
  const [text, setText] = useState('')
  const rehearse = (whole: string): void => onText({ name: t('reference.import.pasted'), text: whole })
  const paste = (event: ClipboardEvent): void => {
    const pasted = event.clipboardData.getData('text/plain')
    if (text !== '' || pasted === '') return
    event.preventDefault()
    setText(pasted)
    rehearse(pasted)
  }
  return (
    <div className="paste-source">
      <label htmlFor={id}>{t('reference.import.paste')}</label>
      <Input.TextArea
        id={id}
        className="item-json"
        data-field="/paste"
        autoSize={{ minRows: 4, maxRows: 12 }}
        spellCheck={false}
        placeholder={t('reference.import.pasteHint')}
        value={text}
        onPaste={paste}
        onChange={(event) => setText(event.target.value)}
      />
      <Button disabled={text.trim() === ''} data-action="rehearse-paste" onClick={() => rehearse(text)}>
        {t('reference.import.check')}
      </Button>
    </div>
  )
}
