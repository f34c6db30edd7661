import type { ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  readonly render: (row: Row) => ReactNode
  readonly align?: 'right'
  /** Grows to take the room that is left; the others stay as narrow as their content. */
  readonly grow?: boolean
  /** Long names may take a second line. */
  readonly wrap?: boolean
}

interface TableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

type Look = Pick<Column<never>, 'align' | 'grow' | 'wrap'>

const cellClass = ({ align, grow = false, wrap = false }: Look): string =>
  [align ?? '', grow ? 'grow' : '', wrap ? 'wrap' : ''].filter((name) => name !== '').join(' ')

/** A plain table: semantic, dense, fast. What can be opened is a link in a cell, so that the keyboard reaches it. */
export function DataTable<Row>({ label, columns, rows, keyOf }: TableProps<Row>) {
  return (
    <div className="table-frame">
      <table className="table" aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cellClass(column)}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-row={keyOf(row)}>
              {columns.map((column) => (
                <td key={column.key} className={cellClass(column)}>
                  {column.render(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
