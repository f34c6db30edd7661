import type { Bilingual } from '../kernel/bilingual.ts'
import { helpIndicators } from './help-indicators.ts'
import { type Indicator, unitWords, wholeBasis } from './indicator.ts'
import type { Figure } from './report-contract.ts'

export type ReportLanguage = keyof Bilingual

/** One cell of the report as it leaves the program: in JSON, as a row of a table, in a workbook. */
export interface ReportedIndicator {
  readonly code: string
  readonly cell: string
  readonly name: string
  readonly value: number
  readonly cumulative: number
  readonly unit: string
  readonly basis: string
  /** Ids of the records behind `value`, each once. */
  readonly records: readonly string[]
}

export interface ReportDocument {
  readonly period: string
  readonly from: string
  readonly to: string
  /** '' for all districts. */
  readonly region: string
  /** Of a training profile: everything in it is invented. */
  readonly demo: boolean
  readonly indicators: readonly ReportedIndicator[]
  readonly notes: readonly string[]
}

export function reportedIndicators(
  figures: readonly Figure[],
  language: ReportLanguage,
  recordsOf: (indicator: Indicator) => readonly string[],
): ReportedIndicator[] {
  return figures.flatMap(({ code, cell, value, cumulative }) => {
    const indicator = helpIndicators.find((other) => other.code === code && other.cell === cell)
    if (indicator === undefined) return []
    const { name, unit } = indicator
    const records = [...new Set(recordsOf(indicator))]
    return [
      {
        code,
        cell,
        name: name[language],
        value,
        cumulative,
        unit: unitWords[unit][language],
        basis: wholeBasis(indicator)[language],
        records,
      },
    ]
  })
}

interface FileWords {
  readonly sheets: { readonly figures: string; readonly records: string; readonly notes: string }
  readonly figures: readonly string[]
  readonly records: readonly string[]
  readonly everywhere: string
  readonly demo: string
  readonly kinds: Readonly<Record<string, string>>
}

/** What stands in exported files; the first row of each table is its heading, so that it can be read in again. */
export const reportFileWords: Readonly<Record<ReportLanguage, FileWords>> = {
  zh: {
    sheets: { figures: '统计指标', records: '记录清单', notes: '说明' },
    figures: ['期间', '区县', '指标编号', '分项', '指标', '本期', '累计', '单位', '统计口径'],
    records: ['指标编号', '分项', '指标', '计入', '日期', '企业', '记录类型', '记录编号', '记录名称', '记录标识'],
    everywhere: '全部',
    demo: '演示数据，不得上报',
    kinds: {
      taskForce: '突击队',
      visit: '巡诊',
      problemStep: '问题处置',
      serviceAgreement: '服务协议',
      facility: '平台、站点、实验室',
      facilityUse: '服务与使用',
      certificate: '证书',
    },
  },
  en: {
    sheets: { figures: 'Indicators', records: 'Records', notes: 'Notes' },
    figures: ['Period', 'District', 'Code', 'Cell', 'Indicator', 'Value', 'Cumulative', 'Unit', 'Basis'],
    records: ['Code', 'Cell', 'Indicator', 'Adds', 'Day', 'Enterprise', 'Kind', 'Number', 'Record', 'Record id'],
    everywhere: 'all',
    demo: 'Demonstration data, not to be reported',
    kinds: {
      taskForce: 'Task force',
      visit: 'Visit',
      problemStep: 'Problem step',
      serviceAgreement: 'Service agreement',
      facility: 'Platform, station, laboratory',
      facilityUse: 'Service and use',
      certificate: 'Certificate',
    },
  },
}

type Cell = string | number

/** The table of figures: a heading, then a row a cell; each row says what it is of, and whether it is invented. Values are numbers. */
export function figureRows(
  { period, region, demo, indicators }: ReportDocument,
  language: ReportLanguage,
  place: (code: string) => string,
): Cell[][] {
  const words = reportFileWords[language]
  const district = region === '' ? words.everywhere : `${region} ${place(region)}`.trim()
  const where = demo ? `${district} (${words.demo})` : district
  const rows = indicators.map(({ code, cell, name, value, cumulative, unit, basis }) => [
    period,
    where,
    code,
    cell,
    name,
    value,
    cumulative,
    unit,
    basis,
  ])
  return [[...words.figures], ...rows]
}

/** A text that a spreadsheet would take for a formula is led by an apostrophe (OWASP, CSV Injection). */
const harmless = (text: string): string => (/^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) ? `'${text}` : text)

/** RFC 4180, with the byte order mark by which Excel knows UTF-8. */
export function csvText(rows: readonly (readonly Cell[])[]): string {
  const said = (cell: Cell): string => (typeof cell === 'number' ? String(cell) : harmless(cell))
  const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  return `\uFEFF${rows.map((row) => `${row.map((cell) => quoted(said(cell))).join(',')}\r\n`).join('')}`
}
