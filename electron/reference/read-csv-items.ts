import { okUnless, problem, type Result } from '#shared/kernel/result'
import { type CsvColumn, type CsvShape, csvShapes } from '#shared/reference/csv-columns'
import type { FileFormProblem, Position } from '#shared/reference/reference-file'
import { type Cell, type Row, readCsvRows } from './csv-rows.ts'
import { type LocatedItem, nearest } from './located.ts'

type CsvTable = keyof typeof csvShapes

const place = ({ line, column }: Position): Position => ({ line, column })
const nameOf = (cell: Cell): string => cell.text.replace(/^\uFEFF/, '')

/** Which table a header belongs to: the one that knows its first column; null when none does. */
export function csvTableOf([first]: Row): CsvTable | null {
  const name = first === undefined ? '' : nameOf(first)
  const tables = Object.keys(csvShapes) as CsvTable[]
  return tables.find((table) => csvShapes[table].groupBy.some((group) => [group, zhOf(csvShapes[table], group)].includes(name))) ?? null
}
const zhOf = (shape: CsvShape, name: string): string => shape.columns.find((column) => column.name === name)?.zh ?? ''

interface Header {
  readonly columns: readonly (CsvColumn | null)[]
  readonly problems: readonly FileFormProblem[]
}

function readHeader(row: Row, { columns }: CsvShape): Header {
  const found = row.map((cell) => columns.find(({ name, zh }) => [name, zh].includes(nameOf(cell))) ?? null)
  const unknown = row.filter((cell, index) => found[index] === null && cell.text !== '')
  const missing = columns.filter((column) => column.needed === true && !found.includes(column))
  const at = place(row[0] ?? { line: 1, column: 1 })
  return {
    columns: found,
    problems: [
      ...unknown.map((cell) => problem('reference.unknownColumn', '', { ...place(cell), name: cell.text })),
      ...missing.map(({ name, zh }) => problem('reference.columnMissing', '', { ...at, name: `${zh} ${name}` })),
    ],
  }
}

/** What a cell means: a whole number where it is one, a list, a word of the schema, or its text. */
function readCell({ form, words }: CsvColumn, text: string): unknown {
  if (form === 'list') return text.split(/[;；、\s]+/).filter((part) => part !== '')
  if (form === 'int' && /^\d{1,9}$/.test(text)) return Number(text)
  return words?.[text] ?? text
}

function put(target: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split('/').slice(1)
  const last = steps.pop() ?? ''
  let at = target
  for (const [index, step] of steps.entries()) {
    at[step] ??= /^\d+$/.test(steps[index + 1] ?? last) && !/^\d+$/.test(step) ? [] : {}
    at = at[step] as Record<string, unknown>
  }
  at[last] = value
}

class Group {
  readonly value: Record<string, unknown> = {}
  private readonly places = new Map<string, Position>()
  private readonly written = new Map<string, Cell>()
  private rows = 0

  constructor(start: Cell | undefined) {
    this.places.set('', place(start ?? { line: 1, column: 1 }))
  }

  /** Adds a row; a cell of the item itself may be empty or the same as before. */
  add(row: Row, columns: Header['columns']): FileFormProblem[] {
    const index = String(this.rows++)
    const problems: FileFormProblem[] = []
    for (const [position, cell] of row.entries()) {
      const column = columns[position]
      if (column === null || column === undefined) continue
      const fault = column.path.includes('*') ? this.addOwn(column, cell, index) : this.addCommon(column, cell)
      if (fault !== null) problems.push(fault)
    }
    return problems
  }

  private addOwn(column: CsvColumn, cell: Cell, index: string): null {
    const path = column.path.replace('*', index)
    const around = path.slice(0, path.lastIndexOf('/'))
    if (!this.places.has(around)) this.places.set(around, place(cell))
    this.places.set(path, place(cell))
    if (cell.text !== '' || column.form === 'list') put(this.value, path, readCell(column, cell.text))
    return null
  }

  private addCommon(column: CsvColumn, cell: Cell): FileFormProblem | null {
    if (cell.text === '') return null
    const before = this.written.get(column.path)
    if (before !== undefined && before.text !== cell.text)
      return problem('reference.cellDiffers', column.path, { ...place(cell), name: column.zh, first: before.line })
    if (before !== undefined) return null
    this.written.set(column.path, cell)
    this.places.set(column.path, place(cell))
    put(this.value, column.path, readCell(column, cell.text))
    return null
  }

  item(): LocatedItem {
    const at = (path: string): Position => nearest(this.places, path)
    return { value: this.value, at, nameAt: at }
  }
}

/** The rows of one item follow each other or not; those whose group cells are empty belong to the row above. */
function groupsOf(rows: readonly Row[], { groupBy }: CsvShape, { columns }: Header): { groups: Group[]; problems: FileFormProblem[] } {
  const groups = new Map<string, Group>()
  const problems: FileFormProblem[] = []
  let current = ''
  for (const row of rows) {
    const [, surplus] = [columns.length, row.slice(columns.length).find(({ text }) => text !== '')]
    if (surplus !== undefined) problems.push(problem('reference.cellTooMany', '', { ...place(surplus), columns: columns.length }))
    const texts = groupBy.map((name) => row[columns.findIndex((column) => column?.name === name)]?.text ?? '')
    if (texts.some((text) => text !== '')) current = JSON.stringify(texts)
    const group = groups.get(current) ?? new Group(row[0])
    groups.set(current, group)
    problems.push(...group.add(row, columns))
  }
  return { groups: [...groups.values()], problems }
}

/** The items of a CSV file of one table; refused with every fault of its form. What the values mean, the table's own rule decides. */
export function readCsvItems(text: string, table: CsvTable): Result<readonly LocatedItem[], FileFormProblem> {
  const rows = readCsvRows(text)
  if (!rows.ok) return rows
  const [first = [], ...rest] = rows.value
  const header = readHeader(first, csvShapes[table])
  const { groups, problems } = groupsOf(rest, csvShapes[table], header)
  return okUnless(
    [...header.problems, ...(header.problems.length > 0 ? [] : problems)],
    groups.map((group) => group.item()),
  )
}
