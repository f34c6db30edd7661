import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'

/** `@`: what looks like a formula or a number stays the text it is. */
const TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'center', wrapText: true } }
const HEAD: CellStyle = { ...TEXT, font: { bold: true } }
const NUMBER: CellStyle = { numFmt: '#,##0.##', alignment: { vertical: 'center' } }

export interface Table {
  readonly name: string
  readonly widths: readonly number[]
  /** The first is the heading. Texts are written as texts and numbers as numbers. */
  readonly rows: readonly (readonly (string | number)[])[]
}

/** Every cell is written as a text or a number of its own, never as what it looks like. */
function sheetOf({ name, widths, rows }: Table): WriteSheet {
  const cells = new Map(
    rows.flatMap((row, at) =>
      row.map((value, column) => {
        const style = at === 0 ? HEAD : typeof value === 'number' ? NUMBER : TEXT
        const type = typeof value === 'number' ? ('number' as const) : ('string' as const)
        return [`${String(at)},${String(column)}`, { value, type, style }] as const
      }),
    ),
  )
  return {
    name,
    columns: widths.map((width) => ({ width })),
    rows: rows.map((row): CellValue[] => [...row]),
    cells,
    freezePane: { rows: 1 },
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

export const workbookOf = (tables: readonly Table[]): Promise<Uint8Array> => writeXlsx({ sheets: tables.map(sheetOf) })
