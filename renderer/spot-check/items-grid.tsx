import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext, useWatch } from 'react-hook-form'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { gridTarget } from './grid-keys'
import { useItemAliases } from './item-aliases'
import { ItemRow } from './item-row'
import { type ItemColumn, itemColumns, parseTsv, pasteInto } from './paste-grid'
import { useSheet } from './sheet-context'
import type { ItemForm, SheetForm } from './sheet-doc'

/** ⑥ The table of test items: a cell is typed as in a spreadsheet, arrows and Enter move, a block from Excel is pasted. */
export function ItemsGrid() {
  const t = useWords()
  const { done } = useFeedback()
  const { problems, strict } = useSheet()
  const { setValue, getValues } = useFormContext<SheetForm>()
  const items = useWatch<SheetForm, 'items'>({ name: 'items' }) ?? []
  const aliases = useItemAliases()
  const table = useRef<HTMLTableElement>(null)
  const change = (rows: ItemForm[]): void => flushSync(() => setValue('items', rows, { shouldDirty: true }))
  // At once, not a moment later: the next stroke belongs to the next cell.
  const focus = (row: number, column: ItemColumn): void =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${String(row)}-${column}"]`)?.focus()

  const set = (row: number, changed: ItemForm): void =>
    change((getValues('items') ?? []).map((item, index) => (index === row ? { ...item, ...changed } : item)))
  const remove = (row: number): void => {
    change((getValues('items') ?? []).filter((_, index) => index !== row))
    focus(Math.max(0, row - 1), 'name')
  }
  const add = (): void => {
    change([...(getValues('items') ?? []), { requirement: 'atMost', weight: 'B' }])
    focus(items.length, 'name')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = gridTarget(event.nativeEvent, items.length)
    if (target === null) return
    event.preventDefault()
    event.stopPropagation()
    if (target.row >= items.length) add()
    else focus(target.row, target.column)
  }
  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    const [row, column] = (event.target as HTMLElement).dataset['cell']?.split('-') ?? []
    if (column === undefined || !/[\t\n]/.test(text.trim())) return
    event.preventDefault()
    const block = parseTsv(text)
    change(pasteInto(getValues('items') ?? [], { row: Number(row), column: column as ItemColumn }, block, aliases))
    done(t('spotCheck.items.pasted', { rows: block.length }))
  }
  return (
    <>
      <p className="items-hint">{items.length === 0 ? t('spotCheck.items.empty') : t('spotCheck.items.hint')}</p>
      {items.length > 0 && (
        <div className="table-frame items-frame" {...{ onKeyDown, onPaste }}>
          <table className="items" aria-label={t('spotCheck.items.label')} ref={table}>
            <ItemsHead />
            <tbody>
              {items.map((item, row) => (
                <ItemRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the paper, and its name is being typed
                  key={row}
                  row={row}
                  item={item}
                  problems={problems}
                  strict={strict}
                  onChange={set}
                  onRemove={remove}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button size="small" icon={<PlusOutlined />} data-field={items.length === 0 ? '/items' : undefined} onClick={add}>
        {t('spotCheck.items.add')}
      </Button>
    </>
  )
}

function ItemsHead() {
  const t = useWords()
  return (
    <thead>
      <tr>
        {itemColumns.map((column) => (
          <th key={column} scope="col">
            {t(`spotCheck.items.${column}`)}
          </th>
        ))}
        <th scope="col">{t('spotCheck.items.verdict')}</th>
        <th scope="col">
          <span className="unseen">{t('spotCheck.items.actions')}</span>
        </th>
      </tr>
    </thead>
  )
}
