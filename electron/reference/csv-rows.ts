import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { FileFormProblem, Position } from '#shared/reference/reference-file'

export interface Cell extends Position {
  readonly text: string
}
export type Row = readonly Cell[]

/** RFC 4180, and what Excel makes of it: tabs when a table is pasted, CRLF or LF. Walks a text and remembers where it is. */
class Reader {
  private offset = 0
  private line = 1
  private lineStart = 0
  private readonly text: string
  private readonly separator: string

  constructor(text: string) {
    this.text = text
    const [header = ''] = text.split('\n', 1)
    this.separator = !header.includes(',') && header.includes('\t') ? '\t' : ','
  }

  get atEnd(): boolean {
    return this.offset >= this.text.length
  }

  private get here(): Position {
    return { line: this.line, column: this.offset - this.lineStart + 1 }
  }

  private passLine(): void {
    this.line += 1
    this.lineStart = this.offset
  }

  /** The next cell, and whether it is the last of its row; null when its quotation mark does not end. */
  cell(): { readonly cell: Cell; readonly last: boolean; readonly whole: boolean } {
    const at = this.here
    const quoted = this.text[this.offset] === '"'
    const inside = quoted ? this.quoted() : ''
    const rest = this.plain()
    return { cell: { ...at, text: `${inside ?? ''}${rest}`.trim() }, last: this.endOfCell(), whole: inside !== null }
  }

  private quoted(): string | null {
    let value = ''
    for (this.offset += 1; !this.atEnd; this.offset += 1) {
      const character = this.text[this.offset] ?? ''
      if (character === '"' && this.text[this.offset + 1] !== '"') {
        this.offset += 1
        return value
      }
      if (character === '"') this.offset += 1
      value += character
      if (character === '\n') {
        this.line += 1
        this.lineStart = this.offset + 1
      }
    }
    return null
  }

  private plain(): string {
    const from = this.offset
    while (!this.atEnd && this.text[this.offset] !== this.separator && this.text[this.offset] !== '\n') this.offset += 1
    return this.text.slice(from, this.offset)
  }

  private endOfCell(): boolean {
    const end = this.text[this.offset]
    this.offset += 1
    if (end === '\n') this.passLine()
    return end !== this.separator
  }
}

/** The rows of a CSV text with the place of every cell, blank lines left out. */
export function readCsvRows(text: string): Result<readonly Row[], FileFormProblem> {
  const reader = new Reader(text.replaceAll('\r\n', '\n'))
  const rows: Row[] = []
  let row: Cell[] = []
  while (!reader.atEnd) {
    const { cell, last, whole } = reader.cell()
    if (!whole) return refuse(problem('reference.quoteOpen', '', { line: cell.line, column: cell.column }))
    row.push(cell)
    if (!last) continue
    if (row.some((each) => each.text !== '')) rows.push(row)
    row = []
  }
  if (row.some((each) => each.text !== '')) rows.push(row)
  return ok(rows)
}
