import { type ItemColumn, itemColumns } from './paste-grid'

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

/** The cell a key leads to, or null when the key stays in its cell. A row below the last one means a new row. */
export function gridTarget(event: Key, rows: number): Cell | null {
  const { target } = event
  if (isForOthers(event) || !(target instanceof HTMLElement)) return null
  const [row, column] = target.dataset['cell']?.split('-') ?? []
  if (row === undefined || column === undefined) return null
  const at = itemColumns.indexOf(column as ItemColumn)
  const down = downwards(event, target)
  const side = down === 0 ? sideways(event.key, target) : 0
  const next = { row: Number(row) + down, column: itemColumns[at + side] }
  if ((down === 0 && side === 0) || next.row < 0 || next.column === undefined) return null
  if (next.row >= rows && event.key !== 'Enter') return null
  return { row: next.row, column: next.column }
}
