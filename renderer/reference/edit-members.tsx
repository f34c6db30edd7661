import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useId } from 'react'
import type { Problem } from '#shared/kernel/result'
import type { ReferenceTable } from '#shared/reference/reference-item'
import { useAnyWord, useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'
import type { Texts } from './item-form'
import { type Member, wordOf } from './item-shape'

interface MembersProps {
  readonly table: ReferenceTable
  readonly members: readonly Member[]
  readonly texts: Texts
  readonly problems: readonly Problem[]
  readonly onChange: (texts: Texts) => void
}

/** The members of an item, each a field; what was refused is said at its field. */
export function EditMembers({ table, members, texts, problems, onChange }: MembersProps) {
  const say = useAnyWord()
  const sayProblem = useSay()
  const id = useId()
  return (
    <div className="edit-fields">
      {members.map((member) => {
        const { path, form } = member
        const problem = problems.find((each) => each.path === path)
        const isLong = form === 'long' || path.startsWith('/article')
        return (
          <div key={path} className={isLong ? 'edit-field edit-field-long' : 'edit-field'}>
            <label htmlFor={`${id}${path}`}>{say(`reference.field.${table}.${wordOf(path)}`)}</label>
            <Value
              id={`${id}${path}`}
              field={path}
              member={member}
              value={texts[path] ?? ''}
              invalid={problem !== undefined}
              onChange={(value) => onChange({ ...texts, [path]: value })}
            />
            {problem !== undefined && <p className="edit-problem">{sayProblem(problem)}</p>}
          </div>
        )
      })}
    </div>
  )
}

interface ValueProps {
  readonly id?: string
  readonly label?: string
  readonly field: string
  readonly member: Member
  readonly value: string
  readonly invalid: boolean
  readonly onChange: (value: string) => void
}

function Value({ id, label, field, member: { choices, form }, value, invalid, onChange }: ValueProps) {
  const t = useWords()
  const say = useAnyWord()
  const common = { id, className: 'cell', 'aria-label': label, 'aria-invalid': invalid || undefined, 'data-field': field, value }
  const offered =
    form === 'bool'
      ? [
          ['true', t('reference.yes')],
          ['false', t('reference.no')],
        ]
      : choices?.map((choice) => [choice, say(`reference.field.choice.${choice}`)])
  if (offered === undefined)
    return (
      <input
        {...common}
        autoComplete="off"
        spellCheck={false}
        inputMode={form === 'int' ? 'numeric' : undefined}
        onChange={(event) => onChange(event.target.value)}
      />
    )
  return (
    <select {...common} value={form === 'bool' && value === '' ? 'false' : value} onChange={(event) => onChange(event.target.value)}>
      {form !== 'bool' && <option value="">{t('reference.none')}</option>}
      {offered.map(([choice, words]) => (
        <option key={choice} value={choice}>
          {words}
        </option>
      ))}
    </select>
  )
}

interface RowsProps {
  /** Pointer of the list in the item. */
  readonly path: string
  readonly members: readonly Member[]
  readonly rows: readonly Texts[]
  readonly problems: readonly Problem[]
  readonly onChange: (rows: readonly Texts[]) => void
}

/** The list of an item as a table of cells. */
export function EditRows({ path, members, rows, problems, onChange }: RowsProps) {
  const t = useWords()
  const say = useAnyWord()
  const sayProblem = useSay()
  const list = path.slice(1)
  const titleOf = (member: Member): string => say(`reference.field.${list}.${wordOf(member.path)}`)
  const change = (index: number, row: Texts): void => onChange(rows.map((old, at) => (at === index ? row : old)))
  const blank = Object.fromEntries(members.map((member) => [member.path, '']))
  return (
    <section className="item-rows">
      <h3>{list === 'items' ? t('reference.items', { n: rows.length }) : t('reference.holidays')}</h3>
      <div className="table-frame">
        <table className="table edit-rows">
          <thead>
            <tr>
              {members.map((member) => (
                <th key={member.path} scope="col">
                  {titleOf(member)}
                </th>
              ))}
              <th scope="col">
                <span className="unseen">{t('reference.remove')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr
                key={String(index)}
                title={
                  problems
                    .filter((each) => each.path === `${path}/${String(index)}`)
                    .map(sayProblem)
                    .join('; ') || undefined
                }
              >
                {members.map((member) => (
                  <td key={member.path} data-wide={['/name', '/method', '/workdays'].includes(member.path) || undefined}>
                    <Value
                      label={t('reference.row', { row: index + 1, column: titleOf(member) })}
                      field={`${path}/${String(index)}${member.path}`}
                      member={member}
                      value={row[member.path] ?? ''}
                      invalid={problems.some((each) => each.path.startsWith(`${path}/${String(index)}${member.path}`))}
                      onChange={(value) => change(index, { ...row, [member.path]: value })}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    size="small"
                    type="text"
                    icon={<DeleteOutlined />}
                    aria-label={t('reference.removeRow', { row: index + 1 })}
                    onClick={() => onChange(rows.filter((_row, at) => at !== index))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="small" icon={<PlusOutlined />} data-action="add-row" onClick={() => onChange([...rows, blank])}>
        {t('reference.addRow')}
      </Button>
    </section>
  )
}
