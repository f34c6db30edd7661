import type { ItemColumn } from './item-doc'

interface Cell {
  readonly row: number
  readonly column: ItemColumn
}

interface Key {
  readonly key: string
  readonly isComposing: boolean
  readonly keyCode: number
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly target: EventTarget | null
}

const atStart = (input: HTMLInputElement): boolean => input.selectionStart === 0 && input.selectionEnd === 0
const atEnd = (input: HTMLInputElement): boolean => input.selectionStart === input.value.length

/** Left and right leave a text only from its ends; a choice keeps its arrows up and down for itself. */
function sideways(key: string, target: HTMLElement): number {
  const text = target instanceof HTMLInputElement ? target : null
  if (key === 'ArrowLeft') return text === null || atStart(text) ? -1 : 0
  if (key === 'ArrowRight') return text === null || atEnd(text) ? 1 : 0
  return 0
}

function downwards({ key, shiftKey }: Key, target: HTMLElement): number {
  if (key === 'Enter') return shiftKey ? -1 : 1
  if (!(target instanceof HTMLInputElement)) return 0
  if (key === 'ArrowDown') return 1
  return key === 'ArrowUp' ? -1 : 0
}

/** Half a word being composed, or a shortcut. */
const isForOthers = ({ isComposing, keyCode, ctrlKey, metaKey }: Key): boolean => isComposing || keyCode === 229 || ctrlKey || metaKey

/** Where a cell says it stands: `data-cell="2-low"`; null for what is no cell, and while the key belongs to others. */
function cellUnder(
  event: Key,
  columns: readonly ItemColumn[],
): { readonly element: HTMLElement; readonly row: number; readonly at: number } | null {
  const { target: element } = event
  if (isForOthers(event) || !(element instanceof HTMLElement)) return null
  const [row, column] = element.dataset['cell']?.split('-') ?? []
  return row === undefined ? null : { element, row: Number(row), at: columns.indexOf(column as ItemColumn) }
}

/** The cell a key leads to, or null when the key stays in its cell. A row below the last one means a new row. */
export function gridTarget(event: Key, rows: number, columns: readonly ItemColumn[]): Cell | null {
  const here = cellUnder(event, columns)
  if (here === null) return null
  const down = downwards(event, here.element)
  const side = down === 0 ? sideways(event.key, here.element) : 0
  if (down === 0 && side === 0) return null
  const row = here.row + down
  const column = columns[here.at + side]
  const isInside = row >= 0 && (row < rows || event.key === 'Enter')
  return isInside && column !== undefined ? { row, column } : null
}
