import './items.css'
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type ClipboardEvent, type KeyboardEvent, useCallback, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useFormContext, useWatch } from 'react-hook-form'
import { useFeedback } from '../../kernel/feedback'
import { problemAt, useFormFrame } from '../../kernel/form/form-frame'
import { useWords } from '../../kernel/i18n'
import { gridTarget } from './grid-keys'
import { useItemAliases } from './item-aliases'
import type { ItemColumn, ItemForm } from './item-doc'
import { ItemRow } from './item-row'
import { parseTsv, pasteInto } from './paste-grid'

interface GridProps {
  readonly columns: readonly ItemColumn[]
  /** Says under each row with a result how its verdict came about. */
  readonly explains?: boolean
}

interface WithItems {
  items?: ItemForm[]
}

/** The table of test items (`items` of the form): a cell is typed as in a spreadsheet, arrows and Enter move, a block from Excel is pasted. */
export function ItemsGrid({ columns, explains = false }: GridProps) {
  const t = useWords()
  const { done } = useFeedback()
  const frame = useFormFrame()
  const { setValue, getValues } = useFormContext<WithItems>()
  const items = useWatch<WithItems, 'items'>({ name: 'items' }) ?? []
  const aliases = useItemAliases()
  const table = useRef<HTMLTableElement>(null)
  const change = useCallback((rows: ItemForm[]): void => flushSync(() => setValue('items', rows, { shouldDirty: true })), [setValue])
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
    const target = gridTarget(event.nativeEvent, items.length, columns)
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
    change(pasteInto(getValues('items') ?? [], { row: Number(row), column: column as ItemColumn, columns }, block, aliases))
    done(t('items.pasted', { rows: block.length }))
  }
  return (
    <>
      <p className="items-hint">{items.length === 0 ? t('items.empty') : t('items.hint')}</p>
      {items.length > 0 && (
        <div className="table-frame items-frame" {...{ onKeyDown, onPaste }}>
          <table className="items" aria-label={t('items.label')} ref={table}>
            <ItemsHead columns={columns} />
            <tbody>
              {items.map((item, row) => (
                <ItemRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the paper, and its name is being typed
                  key={row}
                  row={row}
                  item={item}
                  columns={columns}
                  problemAt={(pointer) => problemAt(frame, pointer)}
                  explains={explains}
                  onChange={set}
                  onRemove={remove}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Button size="small" icon={<PlusOutlined />} data-field={items.length === 0 ? '/items' : undefined} onClick={add}>
        {t('items.add')}
      </Button>
    </>
  )
}

function ItemsHead({ columns }: { readonly columns: readonly ItemColumn[] }) {
  const t = useWords()
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col" data-column={column}>
            {t(`items.column.${column}`)}
          </th>
        ))}
        {columns.includes('result') && (
          <th scope="col" data-column="verdict">
            {t('items.verdictColumn')}
          </th>
        )}
        <th scope="col" data-column="actions">
          <span className="unseen">{t('items.actions')}</span>
        </th>
      </tr>
    </thead>
  )
}
