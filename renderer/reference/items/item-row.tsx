import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { memo, type ReactNode } from 'react'
import type { Problem } from '#shared/kernel/result'
import { useWords } from '../../kernel/i18n'
import { useSay } from '../../kernel/say'
import { Cell, type CellProps, ChoiceCell, ParsedCell } from './item-cells'
import { claimText, type ItemColumn, type ItemForm, withClaim } from './item-doc'
import { ItemSentence } from './item-sentence'
import { explainedItem } from './verdicts'

const requirements = ['atMost', 'atLeast', 'between', 'equals', 'qualitative'] as const

interface RowProps {
  readonly row: number
  readonly item: ItemForm
  readonly columns: readonly ItemColumn[]
  /** The problem shown at a pointer, if any. */
  readonly problemAt: (pointer: string) => Problem | undefined
  /** Says under the row how its verdict came about. */
  readonly explains: boolean
  readonly onChange: (row: number, changed: ItemForm) => void
  readonly onRemove: (row: number) => void
}

/** Which limit a requirement needs; the other cell stays shut. */
const needsLow = (requirement: string | undefined): boolean => requirement === 'atLeast' || requirement === 'between'
const needsHigh = (requirement: string | undefined): boolean => requirement !== 'atLeast' && requirement !== 'qualitative'

export const ItemRow = memo(function ItemRow(props: RowProps) {
  const { row, item, columns, problemAt, explains, onRemove } = props
  const t = useWords()
  const say = useSay()
  const problem = problemAt(`/items/${String(row)}`)
  const cells = useCells(props)
  const qualitative = item.requirement === 'qualitative'
  const explained = explainedItem(item)
  return (
    <>
      <tr data-invalid={problem !== undefined || undefined} title={problem && say(problem)}>
        {columns
          // What must be found takes the room of both limits.
          .filter((column) => !(qualitative && column === 'low'))
          .map((column) => (
            <td key={column} className={column === 'name' ? 'item-name' : undefined} colSpan={qualitative && column === 'high' ? 2 : 1}>
              {cells(column)}
            </td>
          ))}
        {columns.includes('result') && (
          <td className="item-verdict" data-verdict={explained.decidedBy === 'notJudged' ? 'notJudged' : explained.verdict}>
            {t(`items.itemVerdict.${explained.decidedBy === 'notJudged' ? 'notJudged' : explained.verdict}`)}
          </td>
        )}
        <td>
          <Button
            size="small"
            type="text"
            tabIndex={-1}
            icon={<DeleteOutlined />}
            aria-label={t('items.remove', { row: row + 1 })}
            onClick={() => onRemove(row)}
          />
        </td>
      </tr>
      {explains && (item.result ?? '') !== '' && (
        <tr className="item-sentence" data-verdict={explained.verdict}>
          <td colSpan={columns.length + 2}>
            <ItemSentence item={item} explained={explained} />
          </td>
        </tr>
      )}
    </>
  )
})

/** The cell of each column. */
function useCells({ row, item, problemAt, onChange }: RowProps): (column: ItemColumn) => ReactNode {
  const t = useWords()
  const say = useSay()
  const { requirement } = item
  const common = (column: ItemColumn | 'expected', value: string, change: (typed: string) => ItemForm): CellProps => {
    const found = problemAt(`/items/${String(row)}/${column}`)
    return {
      label: t('items.row', { row: row + 1, column: t(`items.column.${column}`) }),
      value,
      invalid: found !== undefined,
      title: found === undefined ? undefined : say(found),
      row,
      column,
      onChange: (typed) => onChange(row, change(typed)),
    }
  }
  const plain = (column: Exclude<ItemColumn, 'claim'> | 'expected'): CellProps =>
    common(column, item[column] ?? '', (typed) => ({ [column]: typed === '' ? undefined : typed }))
  const cells: Readonly<Record<ItemColumn, () => ReactNode>> = {
    name: () => <Cell {...plain('name')} />,
    requirement: () => (
      <ChoiceCell {...plain('requirement')} choices={requirements.map((code) => ({ code, label: t(`items.requirement.${code}`) }))} />
    ),
    low: () => <Cell {...plain('low')} number shut={!needsLow(requirement)} />,
    high: () =>
      requirement === 'qualitative' ? (
        <Cell {...plain('expected')} cell="high" />
      ) : (
        <Cell {...plain('high')} number shut={!needsHigh(requirement)} />
      ),
    unit: () => <Cell {...plain('unit')} />,
    weight: () => <ChoiceCell {...plain('weight')} choices={['A', 'B'].map((code) => ({ code, label: code }))} />,
    claim: () => <ParsedCell {...common('claim', claimText(item), (typed) => withClaim(item, typed))} />,
    method: () => <Cell {...plain('method')} />,
    result: () => <Cell {...plain('result')} />,
    resultUnit: () => <Cell {...plain('resultUnit')} />,
  }
  return (column) => cells[column]()
}
