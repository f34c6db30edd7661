import { type CellStyle, type CellValue, type WriteSheet, writeXlsx } from 'hucre/xlsx'
import type { DrawList } from '#shared/plan/draw-list'

/** `@`: Excel keeps what is in the cell as text, whatever is typed over it; codes keep their zeros, `=…` stays words. */
const TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'center', wrapText: true } }
const BOLD: CellStyle = { ...TEXT, font: { bold: true } }
const EDGE = { style: 'thin' as const }
const BOXED: CellStyle = { ...TEXT, border: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE } }
const TITLE: CellStyle = { font: { bold: true, size: 16 }, alignment: { horizontal: 'center', vertical: 'center' } }

const WIDTHS = [8, 44, 26, 14, 26]

/** Which style a row is written in, and its texts. */
interface Row {
  readonly style: CellStyle
  readonly texts: readonly string[]
}

function rowsOf({ title, head, columns, rows }: DrawList): readonly Row[] {
  return [
    { style: TITLE, texts: [title] },
    ...head.map(([label, value]) => ({ style: TEXT, texts: [label, '', value] })),
    { style: TEXT, texts: [] },
    { style: { ...BOXED, font: { bold: true } }, texts: columns },
    ...rows.map((texts) => ({ style: BOXED, texts })),
  ]
}

/** Every cell is written as a text of its own, never as what it looks like. */
function sheetOf(list: DrawList, name: string): WriteSheet {
  const rows = rowsOf(list)
  const headEnd = list.head.length
  const cells = new Map(
    rows.flatMap(({ style, texts }, row) =>
      texts.map((value, column) => [
        `${String(row)},${String(column)}`,
        { value, type: 'string' as const, style: column === 0 && row > 0 && row <= headEnd ? BOLD : style },
      ]),
    ),
  )
  const last = WIDTHS.length - 1
  return {
    name,
    columns: WIDTHS.map((width) => ({ width })),
    rows: rows.map(({ texts }): CellValue[] => [...texts]),
    cells,
    merges: [
      { startRow: 0, startCol: 0, endRow: 0, endCol: last },
      ...list.head.flatMap((_fact, index) => [
        { startRow: index + 1, startCol: 0, endRow: index + 1, endCol: 1 },
        { startRow: index + 1, startCol: 2, endRow: index + 1, endCol: last },
      ]),
    ],
    pageSetup: { paperSize: 'a4', orientation: 'portrait', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  }
}

/** The list of a draw as an Excel workbook (Office Open XML). */
export const drawWorkbook = (list: DrawList, name: string): Promise<Uint8Array> => writeXlsx({ sheets: [sheetOf(list, name)] })
