import { Button, Drawer, Input } from 'antd'
import { useId, useState } from 'react'
import type { Problem } from '#shared/kernel/result'
import type { ListedItem } from '#shared/reference/reference-contract'
import type { ReferenceTable } from '#shared/reference/reference-item'
import { Refused, useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { EditMembers, EditRows } from './edit-members'
import { fromTexts, type ItemTexts, toTexts } from './item-form'
import { shapes } from './item-shape'
import { useItemName } from './key-facts'
import { store } from './store'

export interface Editing {
  readonly table: ReferenceTable
  /** null: a new one. */
  readonly item: ListedItem | null
}

interface EditProps {
  readonly editing: Editing | null
  readonly onClose: () => void
}

/** One item in fields; a layout, which is a tree, as JSON. */
export function EditItem({ editing, onClose }: EditProps) {
  const t = useWords()
  const nameOf = useItemName()
  const { table = 'samplingRule', item = null } = editing ?? {}
  const title =
    item === null
      ? t('reference.addTitle', { table: t(`reference.tables.${table}`) })
      : t('reference.editTitle', { name: nameOf(table, item) })
  return (
    <Drawer open={editing !== null} size={1120} onClose={onClose} destroyOnHidden title={title} data-screen="edit-reference">
      {editing !== null && <EditForm editing={editing} onClose={onClose} />}
    </Drawer>
  )
}

function readJson(text: string): Record<string, never> | null {
  try {
    const value = JSON.parse(text) as unknown
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, never>) : null
  } catch {
    return null
  }
}

function EditForm({ editing: { table, item }, onClose }: { readonly editing: Editing; readonly onClose: () => void }) {
  const t = useWords()
  const { done } = useFeedback()
  const shape = table === 'paperLayout' ? null : shapes[table]
  const [texts, setTexts] = useState<ItemTexts>(() => (shape === null ? { members: {}, rows: [] } : toTexts(item?.item, shape)))
  const [json, setJson] = useState(() => JSON.stringify(item?.item ?? {}, null, 2))
  const [reason, setReason] = useState('')
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const save = async (): Promise<void> => {
    const wanted = shape === null ? readJson(json) : fromTexts(texts, shape, item?.item)
    if (wanted === null) return setProblems([{ code: 'input.notJson', path: '', facts: { reason: t('reference.json') } }])
    const answer = await store.call('reference.saveItem', { table, item: wanted as ListedItem['item'], reason })
    if (!answer.ok) return setProblems(answer.problems)
    done(t('reference.saved', { name: answer.value.key }))
    onClose()
  }
  return (
    <form
      className="drawer-form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <p>{t(shape === null ? 'reference.jsonHint' : 'reference.editText')}</p>
      {shape === null || table === 'paperLayout' ? (
        <JsonField value={json} onChange={setJson} />
      ) : (
        <>
          <EditMembers
            table={table}
            members={shape.members}
            texts={texts.members}
            problems={problems}
            onChange={(members) => setTexts({ ...texts, members })}
          />
          {shape.rows !== undefined && (
            <EditRows
              path={shape.rows.path}
              members={shape.rows.members}
              rows={texts.rows}
              problems={problems}
              onChange={(rows) => setTexts({ ...texts, rows })}
            />
          )}
        </>
      )}
      <ReasonField value={reason} onChange={setReason} />
      <Refused problems={problems} />
      <div className="drawer-buttons">
        <Button type="primary" htmlType="submit" data-action="save-item" disabled={reason.trim() === ''}>
          {t('reference.save')}
        </Button>
        <Button onClick={onClose}>{t('kernel.cancel')}</Button>
      </div>
    </form>
  )
}

interface TextProps {
  readonly value: string
  readonly onChange: (text: string) => void
}

function JsonField({ value, onChange }: TextProps) {
  const t = useWords()
  return (
    <Input.TextArea
      className="item-json"
      data-field="/item"
      aria-label={t('reference.json')}
      autoSize={{ minRows: 12, maxRows: 28 }}
      spellCheck={false}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function ReasonField({ value, onChange }: TextProps) {
  const t = useWords()
  const id = useId()
  return (
    <div className="edit-field edit-field-long">
      <label htmlFor={id}>{t('reference.reason')}</label>
      <Input
        id={id}
        data-field="/reason"
        autoComplete="off"
        placeholder={t('reference.reasonHint')}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
