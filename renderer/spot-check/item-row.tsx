import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { memo } from 'react'
import type { Problem } from '#shared/kernel/result'
import { useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'
import { problemAt } from './field-problems'
import type { ItemColumn } from './paste-grid'
import type { ItemForm } from './sheet-doc'
import { verdictOfItem } from './verdicts'

const requirements = ['atMost', 'atLeast', 'between', 'equals', 'qualitative'] as const

interface RowProps {
  readonly row: number
  readonly item: ItemForm
  readonly problems: readonly Problem[]
  readonly strict: boolean
  readonly onChange: (row: number, changed: ItemForm) => void
  readonly onRemove: (row: number) => void
}

/** Which limit a requirement needs; the other cell stays shut. */
const needsLow = (requirement: string | undefined): boolean => requirement === 'atLeast' || requirement === 'between'
const needsHigh = (requirement: string | undefined): boolean => requirement !== 'atLeast' && requirement !== 'qualitative'

export const ItemRow = memo(function ItemRow({ row, item, problems, strict, onChange, onRemove }: RowProps) {
  const t = useWords()
  const say = useSay()
  const problem = problemAt(problems, `/items/${String(row)}`, strict)
  const verdict = verdictOfItem(item)
  const cell = (column: ItemColumn | 'expected') => {
    const found = problemAt(problems, `/items/${String(row)}/${column}`, strict)
    return {
      label: t('spotCheck.items.row', { row: row + 1, column: t(`spotCheck.items.${column}`) }),
      value: item[column] ?? '',
      invalid: found !== undefined,
      title: found === undefined ? undefined : say(found),
      row,
      column,
      onChange: (value: string) => onChange(row, { [column]: value === '' ? undefined : value }),
    }
  }
  const { requirement } = item
  return (
    <tr data-invalid={problem !== undefined || undefined} title={problem && say(problem)}>
      <td className="item-name">
        <Cell {...cell('name')} />
      </td>
      <td>
        <ChoiceCell {...cell('requirement')} choices={requirements.map((code) => ({ code, label: t(`spotCheck.requirement.${code}`) }))} />
      </td>
      {requirement === 'qualitative' ? (
        <td colSpan={2}>
          <Cell {...cell('expected')} cell="high" />
        </td>
      ) : (
        <>
          <td>
            <Cell {...cell('low')} number shut={!needsLow(requirement)} />
          </td>
          <td>
            <Cell {...cell('high')} number shut={!needsHigh(requirement)} />
          </td>
        </>
      )}
      <td>
        <Cell {...cell('unit')} />
      </td>
      <td>
        <ChoiceCell {...cell('weight')} choices={['A', 'B'].map((code) => ({ code, label: code }))} />
      </td>
      <td>
        <Cell {...cell('method')} />
      </td>
      <td>
        <Cell {...cell('result')} />
      </td>
      <td className="item-verdict" data-verdict={verdict}>
        {t(`spotCheck.itemVerdict.${verdict}`)}
      </td>
      <td>
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<DeleteOutlined />}
          aria-label={t('spotCheck.items.remove', { row: row + 1 })}
          onClick={() => onRemove(row)}
        />
      </td>
    </tr>
  )
})

interface CellProps {
  readonly label: string
  readonly value: string
  readonly row: number
  readonly column: string
  readonly invalid: boolean
  readonly title: string | undefined
  readonly onChange: (value: string) => void
}

interface TextCellProps extends CellProps {
  readonly number?: boolean
  readonly shut?: boolean
  /** The column it stands in when that is not its field. */
  readonly cell?: ItemColumn
}

function Cell({ label, value, row, column, invalid, title, onChange, number = false, shut = false, cell }: TextCellProps) {
  return (
    <input
      className={number ? 'cell number' : 'cell'}
      aria-label={label}
      aria-invalid={invalid || undefined}
      title={title}
      data-field={`/items/${String(row)}/${column}`}
      data-cell={`${String(row)}-${cell ?? column}`}
      value={value}
      // A limit that the requirement does not ask for is passed over, but what stands in it is never hidden.
      tabIndex={shut && value === '' ? -1 : 0}
      data-shut={shut || undefined}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function ChoiceCell({
  label,
  value,
  row,
  column,
  invalid,
  onChange,
  choices,
}: CellProps & { readonly choices: readonly { code: string; label: string }[] }) {
  return (
    <select
      className="cell"
      aria-label={label}
      aria-invalid={invalid || undefined}
      data-field={`/items/${String(row)}/${column}`}
      data-cell={`${String(row)}-${column}`}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="" aria-label={label} />
      {choices.map(({ code, label: words }) => (
        <option key={code} value={code}>
          {words}
        </option>
      ))}
    </select>
  )
}
