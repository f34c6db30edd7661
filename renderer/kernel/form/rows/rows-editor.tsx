import './rows.css'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Fragment, type KeyboardEvent, useRef } from 'react'
import { flushSync } from 'react-dom'
import { type FieldValues, useFormContext, useWatch } from 'react-hook-form'
import { useAnyWord, useWords } from '../../i18n'
import { useSay } from '../../say'
import { type FormFrame, problemAt, useFormFrame } from '../form-frame'
import { fieldAfter } from '../form-keys'
import { RowCell, type RowColumn } from './row-cells'
import { type RowMove, rowMove } from './row-keys'

export type Row = Readonly<Record<string, unknown>>

export interface RowsProps {
  /** The field of the form that is the list of rows; its words are `<words>.field.<name>.<column>`. */
  readonly name: string
  readonly columns: readonly RowColumn[]
  readonly most?: number
  /** What belongs to a row as soon as something is typed into it: an id, the usual value. */
  readonly begin?: (rows: readonly Row[]) => Row
  /** What follows in a row from a change of one of its cells. */
  readonly follow?: (row: Row, changed: Row) => Row
  readonly onRemove?: (row: Row) => void
}

/** Nothing was typed into it. */
export const isBlank = (row: Row): boolean => Object.values(row).every((value) => value === undefined || value === '')

/** A list of the form as a table: a row stands ready, Enter leads along it and adds the next, an empty row is left by Enter. */
export function RowsEditor(props: RowsProps) {
  const { name, columns } = props
  const t = useWords()
  const word = useAnyWord()
  const frame = useFormFrame()
  const table = useRef<HTMLTableElement>(null)
  const { rows, set, remove, add, onKeyDown } = useRows(props, table)
  return (
    <>
      <div className="table-frame rows-frame" {...{ onKeyDownCapture: onKeyDown }}>
        <table className="rows" ref={table} aria-label={word(`${frame.words}.section.${name}`)}>
          <RowsHead {...props} />
          <tbody>
            {rows.map((row, index) => (
              <RowLine
                // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the paper while it is typed
                key={index}
                {...props}
                index={index}
                row={row}
                onSet={(changed) => set(index, changed)}
                onRemove={() => remove(index)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <ListProblem pointer={`/${name}`} frame={frame} />
      <Button size="small" icon={<PlusOutlined />} data-action={`add-${name}`} onClick={() => add(columns[0]?.key ?? '')}>
        {t('kernel.form.addLine')}
      </Button>
    </>
  )
}

/** The rows as they stand, and the ways to change them. One row stands ready even while the list is empty. */
function useRows({ name, columns, most = 50, begin, follow, onRemove }: RowsProps, table: React.RefObject<HTMLTableElement | null>) {
  const { getValues, setValue } = useFormContext<FieldValues>()
  const kept = (useWatch({ name }) as readonly Row[] | undefined) ?? []
  const rows = kept.length === 0 ? [{}] : kept
  const now = (): readonly Row[] => (getValues(name) as readonly Row[] | undefined) ?? []
  // At once, not a moment later: the next stroke belongs to the next cell.
  const change = (next: readonly Row[]): void => flushSync(() => setValue(name, [...next], { shouldDirty: true }))
  const focus = (row: number, column: string): void =>
    table.current?.querySelector<HTMLElement>(`[data-cell="${String(row)}-${column}"] [data-field]`)?.focus()
  const set = (index: number, changed: Row): void => {
    const all = now().length === 0 ? [{}] : now()
    const before = all[index] ?? {}
    const row = { ...(isBlank(before) ? begin?.(now()) : {}), ...before, ...changed }
    change(all.map((old, at) => (at === index ? { ...row, ...follow?.(row, changed) } : old)))
  }
  const remove = (index: number): void => {
    const gone = now()[index]
    change(now().filter((_, at) => at !== index))
    if (gone !== undefined) onRemove?.(gone)
    focus(Math.max(0, index - 1), columns[0]?.key ?? '')
  }
  const add = (column: string): void => {
    const last = rows.at(-1)
    if (last !== undefined && !isBlank(last) && rows.length < most) change([...rows, {}])
    focus(Math.max(now().length - 1, 0), column)
  }
  const leave = (): void => {
    if (isBlank(now().at(-1) ?? {})) change(now().slice(0, -1))
    if (table.current !== null) fieldAfter(table.current)?.focus()
  }
  const isOpen = rows.length < most && !isBlank(rows.at(-1) ?? {})
  const go = (move: RowMove): void => {
    if (move.is === 'go') focus(move.to.row, move.to.column)
    else if (move.is === 'remove') remove(move.row)
    else if (move.is === 'leave' || !isOpen) leave()
    else add(columns[0]?.key ?? '')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const blank = rows.findLastIndex((row) => !isBlank(row)) < rows.length - 1
    const shape = { columns: columns.map(({ key }) => key), rows: rows.length, endsBlank: blank }
    const move = event.target instanceof HTMLElement ? rowMove(event.nativeEvent, event.target, shape) : null
    if (move === null) return
    event.preventDefault()
    event.stopPropagation()
    go(move)
  }
  return { rows, set, remove, add, onKeyDown }
}

function RowsHead({ name, columns }: RowsProps) {
  const t = useWords()
  const word = useAnyWord()
  const { words } = useFormFrame()
  return (
    <thead>
      <tr>
        <th scope="col" className="row-no">
          <span className="unseen">{t('kernel.form.rowNo')}</span>
        </th>
        {columns.map(({ key, width, required }) => (
          <th key={key} scope="col" style={width === undefined ? undefined : { width }}>
            {word(`${words}.field.${name}.${key}`)}
            {required === true && (
              <span className="field-required" aria-hidden>
                *
              </span>
            )}
          </th>
        ))}
        <th scope="col" className="row-tools">
          <span className="unseen">{t('kernel.form.rowTools')}</span>
        </th>
      </tr>
    </thead>
  )
}

interface LineProps extends RowsProps {
  readonly index: number
  readonly row: Row
  readonly onSet: (changed: Row) => void
  readonly onRemove: () => void
}

function RowLine({ name, columns, index, row, onSet, onRemove }: LineProps) {
  const t = useWords()
  const word = useAnyWord()
  const frame = useFormFrame()
  const at = (column: string): string => `/${name}/${String(index)}/${column}`
  const labelOf = (column: string): string => t('kernel.form.line', { label: word(`${frame.words}.field.${name}.${column}`), n: index + 1 })
  return (
    <Fragment>
      <tr data-row-of={name}>
        <td className="row-no number">{index + 1}</td>
        {columns.map((column) => (
          <td key={column.key} data-cell={`${String(index)}-${column.key}`}>
            <RowCell
              column={column}
              field={at(column.key)}
              label={labelOf(column.key)}
              value={row[column.key]}
              invalid={problemAt(frame, at(column.key)) !== undefined}
              onChange={(value) => onSet({ [column.key]: value })}
            />
          </td>
        ))}
        <td className="row-tools">
          <Button
            size="small"
            type="text"
            tabIndex={-1}
            icon={<DeleteOutlined />}
            disabled={isBlank(row)}
            aria-label={t('kernel.form.removeLine', { label: word(`${frame.words}.section.${name}`), n: index + 1 })}
            onClick={onRemove}
          />
        </td>
      </tr>
      <RowProblems {...{ name, columns, index, frame, labelOf }} />
    </Fragment>
  )
}

interface SaidProps extends Pick<LineProps, 'name' | 'columns' | 'index'> {
  readonly frame: FormFrame
  readonly labelOf: (column: string) => string
}

/** What is wrong in a row, in words under it. */
function RowProblems({ name, columns, index, frame, labelOf }: SaidProps) {
  const say = useSay()
  const row = `/${name}/${String(index)}`
  const whole = problemAt(frame, row)
  const cells = columns.flatMap(({ key }) => {
    const found = problemAt(frame, `${row}/${key}`)
    return found === undefined ? [] : [`${labelOf(key)} ${say(found)}`]
  })
  const said = [...(whole === undefined ? [] : [say(whole)]), ...cells]
  if (said.length === 0) return null
  return (
    <tr className="row-said">
      <td aria-hidden />
      <td colSpan={columns.length + 1} className="field-error">
        {said.map((words) => (
          <span key={words}>{words}</span>
        ))}
      </td>
    </tr>
  )
}

function ListProblem({ pointer, frame }: { readonly pointer: string; readonly frame: FormFrame }) {
  const say = useSay()
  const found = problemAt(frame, pointer)
  return found === undefined ? null : <p className="field-error">{say(found)}</p>
}
