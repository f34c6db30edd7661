import { type KeyboardEvent, useRef } from 'react'
import type { TestItem } from '#shared/reference/test-item'
import { itemVerdict, sheetVerdict } from '#shared/reference/verdict'
import type { FieldControlProps } from '../kernel/form/form-frame'
import { useWords } from '../kernel/i18n'
import { useCaseFacts } from './case-context'
import { failedOf } from './case-head'

type Item = Partial<TestItem>

const itemsOf = (value: unknown): readonly Item[] => (Array.isArray(value) ? (value as readonly Item[]) : [])

const STEPS: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }

/** The disputed items with the limit and the first result; only the retest result is typed, Enter leads down. */
export function RetestGrid({ field, label, value, onChange }: FieldControlProps) {
  const t = useWords()
  const { doc } = useCaseFacts()
  const table = useRef<HTMLTableElement>(null)
  const items = itemsOf(value)
  const first = new Map(failedOf(doc).map((item) => [item.name, item]))
  if (items.length === 0) return <p className="quiet">{t('aftercare.items.none')}</p>
  const set = (row: number, result: string): void => onChange(items.map((item, index) => (index === row ? { ...item, result } : item)))
  const walk = (event: KeyboardEvent): void => {
    const by = STEPS[event.key]
    if (by === undefined || event.nativeEvent.isComposing) return
    const cells: EventTarget[] = [...(table.current?.querySelectorAll('input') ?? [])]
    const next = cells[cells.indexOf(event.target) + by]
    if (!(next instanceof HTMLInputElement)) return
    event.preventDefault()
    event.stopPropagation()
    next.focus()
  }
  const verdict = sheetVerdict(items)
  return (
    <div>
      <table className="retest-grid" aria-label={label} ref={table} {...{ onKeyDown: walk }}>
        <thead>
          <tr>
            {(['name', 'limit', 'first', 'result', 'verdict'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`aftercare.items.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, row) => (
            <tr key={item.name ?? row}>
              <td>{item.name}</td>
              <td>{first.get(item.name ?? '')?.limit}</td>
              <td>{first.get(item.name ?? '')?.result}</td>
              <td>
                <input
                  className="cell number"
                  aria-label={t('aftercare.items.resultOf', { name: item.name ?? '' })}
                  data-field={`${field}/${String(row)}/result`}
                  data-cell={`${String(row)}-result`}
                  value={item.result ?? ''}
                  autoComplete="off"
                  onChange={(event) => set(row, event.target.value)}
                />
              </td>
              <td data-verdict={itemVerdict(item)}>{t(`aftercare.items.${itemVerdict(item)}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {verdict !== 'undecided' && (
        <p className="quiet" data-suggested={verdict}>
          {t('aftercare.items.leads', { conclusion: t(`aftercare.choice.conclusion.${verdict}`) })}
        </p>
      )}
    </div>
  )
}
