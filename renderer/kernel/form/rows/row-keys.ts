import { takenByList } from '../form-keys'

export interface RowKey {
  readonly key: string
  readonly isComposing: boolean
  readonly keyCode: number
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
}

export interface RowPlace {
  readonly row: number
  readonly column: string
}

/** What a key asks for in a table of rows: a cell, a row less, one more below the last, or out of the table. */
export type RowMove =
  | { readonly is: 'go'; readonly to: RowPlace }
  | { readonly is: 'remove'; readonly row: number }
  | { readonly is: 'next' }
  | { readonly is: 'leave' }

export interface RowsShape {
  readonly columns: readonly string[]
  readonly rows: number
  /** Nothing stands in the last row. */
  readonly endsBlank: boolean
}

/** Where a cell stands: its frame says `data-cell="2-severity"`. */
function placeOf(target: HTMLElement): RowPlace | null {
  const [row, column] = target.closest<HTMLElement>('[data-cell]')?.dataset['cell']?.split('-') ?? []
  return row === undefined || column === undefined ? null : { row: Number(row), column }
}

/** Enter leads along the row, then to the next; a last row that stayed empty is the way out. */
function along({ row, column }: RowPlace, { columns, rows, endsBlank }: RowsShape, step: 1 | -1): RowMove {
  const at = row * columns.length + columns.indexOf(column)
  if (step === 1 && endsBlank && at === (rows - 1) * columns.length) return { is: 'leave' }
  if (at + step >= rows * columns.length) return { is: 'next' }
  const to = Math.max(0, at + step)
  return { is: 'go', to: { row: Math.floor(to / columns.length), column: columns[to % columns.length] ?? column } }
}

const UP_DOWN: Readonly<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** A choice, a text of several lines and a list of suggestions keep their arrows for themselves. */
const keepsArrows = (target: HTMLElement): boolean => !target.matches('input:not([list])')

function upOrDown({ row, column }: RowPlace, key: string, target: HTMLElement, rows: number): RowMove | null {
  const to = row + (UP_DOWN[key] ?? 0)
  return to === row || keepsArrows(target) || to < 0 || to >= rows ? null : { is: 'go', to: { row: to, column } }
}

/** What a key means in its cell; null when it stays there, or belongs to a word being composed, a list or a shortcut. */
export function rowMove(event: RowKey, target: HTMLElement, shape: RowsShape): RowMove | null {
  const here = placeOf(target)
  if (here === null || event.isComposing || event.keyCode === 229 || takenByList(target)) return null
  if (event.ctrlKey || event.metaKey) return event.key === 'Delete' ? { is: 'remove', row: here.row } : null
  if (event.key === 'Enter') return along(here, shape, event.shiftKey ? -1 : 1)
  return upOrDown(here, event.key, target, shape.rows)
}
