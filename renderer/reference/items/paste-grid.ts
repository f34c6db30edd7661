import { type ItemColumn, type ItemForm, withClaim } from './item-doc'

/** Words a cell may hold instead of a code, in either language: `不大于` → `atMost`. */
export type Aliases = Readonly<Record<string, string>>

const SIGNS: Aliases = { '≤': 'atMost', '<=': 'atMost', '≥': 'atLeast', '>=': 'atLeast', '=': 'equals', '~': 'between', '-': 'between' }
const REQUIREMENTS = ['atMost', 'atLeast', 'between', 'equals', 'qualitative']

/** Rows and cells of what Excel puts on the clipboard: tabs, line ends, quotes around cells with line ends in them. */
export function parseTsv(text: string): string[][] {
  const rows: string[][] = [[]]
  const cells = text.replaceAll(/\r\n?/g, '\n').replace(/\n$/, '')
  for (const [, quoted, plain, end] of cells.matchAll(/(?:"((?:[^"]|"")*)"(?=\t|\n|$)|([^\t\n]*))(\t|\n|$)/g)) {
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? plain ?? '').trim())
    if (end === '\n') rows.push([])
    if (end === '') break
  }
  return rows
}

const bareNumber = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/^[≤≥<>=]+/, '')
    .replaceAll(',', '')

type Reading = (cell: string, aliases: Aliases) => string | undefined

/** How a column reads a cell; the others take it as it is. */
const readings: Partial<Record<ItemColumn, Reading>> = {
  requirement: (cell, aliases) => REQUIREMENTS.find((code) => code === (SIGNS[cell] ?? aliases[cell] ?? cell)),
  weight: (cell) => (cell.toUpperCase().startsWith('A') ? 'A' : 'B'),
  low: bareNumber,
  high: bareNumber,
}

function cellValue(column: ItemColumn, cell: string, aliases: Aliases): string | undefined {
  if (cell === '' || cell === '/') return undefined
  const reading = readings[column]
  return reading === undefined ? cell : reading(cell, aliases)
}

export interface PasteAt {
  readonly row: number
  readonly column: ItemColumn
  /** The columns of the table, in their order. */
  readonly columns: readonly ItemColumn[]
}

/** Puts a pasted block into the table with its upper left corner at the given cell; the table grows as far as it must. */
export function pasteInto(rows: readonly ItemForm[], at: PasteAt, block: readonly (readonly string[])[], aliases: Aliases): ItemForm[] {
  const first = at.columns.indexOf(at.column)
  const result = rows.map((row) => ({ ...row }))
  for (const [offset, cells] of block.entries()) {
    const index = at.row + offset
    while (result.length <= index) result.push({})
    const changed: Record<string, string | undefined> = {}
    for (const [step, cell] of cells.entries()) {
      const column = at.columns[first + step]
      if (column !== undefined) changed[column] = cellValue(column, cell, aliases)
    }
    result[index] = inItsPlace({ ...result[index], ...changed })
  }
  return result
}

type Pasted = ItemForm & { readonly claim?: string | undefined }

/** What a qualitative item must be stands in the limit's column of a paper table; 明示 is one column for several fields. */
function inItsPlace({ claim, ...pasted }: Pasted): ItemForm {
  const { high, ...row } = claim === undefined ? pasted : { ...pasted, ...withClaim(pasted, claim) }
  if (row.requirement !== 'qualitative' || high === undefined) return high === undefined ? row : { ...row, high }
  return { ...row, expected: high }
}
