import { checkUscc, normalizeUscc } from '../enterprise/uscc.ts'
import { type Problem, problem } from '../kernel/result.ts'
import { asLine, type PoolEnterprise, type PoolSampler } from './pool-line.ts'

export type ReadPoolProblem =
  | Problem<'draw.badCode', { readonly line: number; readonly code: string }>
  | Problem<'draw.nameless', { readonly line: number }>

/** What was understood of a pasted list, and the rows that were not. */
export interface ReadPool<Entry> {
  readonly entries: readonly Entry[]
  readonly problems: readonly ReadPoolProblem[]
}

interface Row {
  /** From 1, as pasted. */
  readonly line: number
  readonly cells: readonly string[]
}

const HEADERS = new Set(['企业名称', '单位名称', '名称', '统一社会信用代码', '信用代码', '姓名', '抽样人员', '序号', 'name', 'uscc'])
/** A running number in front of a row is no name. */
const isNumber = (cell: string): boolean => /^\d{1,6}$/.test(cell)

/** Rows of a column or range pasted from a table; blank rows and a row of headings are left out. */
function rowsOf(text: string, between: RegExp): readonly Row[] {
  const rows = text
    .split(/\r\n|\n|\r/)
    .map((row, index) => ({ line: index + 1, cells: row.split(between).map(asLine) }))
    .map(({ line, cells }) => ({
      line,
      cells: cells.filter((cell, at) => cell !== '' && !(at === 0 && cells.length > 1 && isNumber(cell))),
    }))
    .filter(({ cells }) => cells.length > 0)
  return rows[0]?.cells.some((cell) => HEADERS.has(cell.toLowerCase())) === true ? rows.slice(1) : rows
}

/** Long enough for a credit code and nothing but its letters and digits: meant as a code, right or wrong. */
const isMeantAsCode = (cell: string): boolean => /^[0-9A-Z]{15,20}$/.test(normalizeUscc(cell))

function enterpriseOf({ line, cells }: Row): PoolEnterprise | ReadPoolProblem {
  const code = cells.find(isMeantAsCode)
  const name = cells.find((cell) => !isMeantAsCode(cell))
  if (code !== undefined && !checkUscc(code).valid) return problem('draw.badCode', `/enterprises/list/${String(line)}`, { line, code })
  if (name === undefined || name.length < 2) return problem('draw.nameless', `/enterprises/list/${String(line)}`, { line })
  return { name, ...(code === undefined ? {} : { uscc: normalizeUscc(code) }) }
}

/**
 * Enterprises pasted from a table, in whatever order its columns stand: a text in the shape of a credit code is the code, the
 * first other text is the name. A wrong code is told, not drawn from.
 */
export function readEnterprises(text: string): ReadPool<PoolEnterprise> {
  const read = rowsOf(text, /\t/).map(enterpriseOf)
  return {
    entries: read.filter((entry): entry is PoolEnterprise => !('code' in entry)),
    problems: read.filter((entry): entry is ReadPoolProblem => 'code' in entry),
  }
}

/** People, one a row: name, organisation, number of the certificate, in columns or between commas. */
export function readSamplers(text: string): readonly PoolSampler[] {
  return rowsOf(text, /[\t,，]/).map(({ cells: [name = '', org = '', certificateNo = ''] }) => ({
    name,
    ...(org === '' ? {} : { org }),
    ...(certificateNo === '' ? {} : { certificateNo }),
  }))
}
