import { ok, type Result } from '#shared/kernel/result'
import { countingRules, helpIndicators } from '#shared/report/help-indicators'
import type { Indicator } from '#shared/report/indicator'
import type { CountedRecord } from '#shared/report/report-contract'
import {
  csvText,
  figureRows,
  type ReportDocument,
  type ReportLanguage,
  reportedIndicators,
  reportFileWords,
} from '#shared/report/report-document'
import type { World } from '../kernel/world.ts'
import { getDistricts } from '../reference/reference-data.ts'
import { everyRecord, figuresOf, scopeOf } from './figures.ts'
import { workbookOf } from './report-workbook.ts'

export interface WantedReport {
  readonly period: string
  readonly region?: string | undefined
  readonly language: ReportLanguage
}

interface Gathered {
  readonly document: ReportDocument
  readonly records: ReadonlyMap<Indicator, readonly CountedRecord[]>
}

function gather(world: World, { period, region = '', language }: WantedReport): Result<Gathered> {
  const scope = scopeOf({ period, region })
  if (!scope.ok) return scope
  const records = new Map(helpIndicators.map((indicator) => [indicator, everyRecord(world, indicator, scope.value)]))
  const { from, to } = scope.value.period
  const indicators = reportedIndicators(figuresOf(world, scope.value), language, (one) => (records.get(one) ?? []).map(({ id }) => id))
  const notes = [...(world.self.demo ? [reportFileWords[language].demo] : []), ...countingRules[language]]
  return ok({ document: { period, from, to, region, demo: world.self.demo, indicators, notes }, records })
}

/** The report with the ids of the records behind each figure. */
export function reportDocument(world: World, wanted: WantedReport): Result<ReportDocument> {
  const gathered = gather(world, wanted)
  return gathered.ok ? ok(gathered.value.document) : gathered
}

function placeName(language: ReportLanguage): (code: string) => string {
  const names = new Map(getDistricts().map(({ code, name, en }) => [code, language === 'zh' ? name : en]))
  return (code) => names.get(code) ?? ''
}

function recordRows(records: Gathered['records'], language: ReportLanguage): (string | number)[][] {
  const words = reportFileWords[language]
  const rows = [...records].flatMap(([{ code, cell, name }, behind]) =>
    behind.map(({ id, kind, no, title, on, enterprise, adds }) => [
      code,
      cell,
      name[language],
      adds,
      on,
      enterprise,
      words.kinds[kind] ?? kind,
      no,
      title,
      id,
    ]),
  )
  return [[...words.records], ...rows]
}

const FIGURE_WIDTHS = [12, 14, 10, 13, 32, 16, 16, 8, 70]
const RECORD_WIDTHS = [10, 13, 28, 14, 12, 32, 14, 22, 40, 38]

function workbook({ document, records }: Gathered, language: ReportLanguage): Promise<Uint8Array> {
  const { sheets } = reportFileWords[language]
  return workbookOf([
    { name: sheets.figures, widths: FIGURE_WIDTHS, rows: figureRows(document, language, placeName(language)) },
    { name: sheets.records, widths: RECORD_WIDTHS, rows: recordRows(records, language) },
    { name: sheets.notes, widths: [100], rows: [[sheets.notes], ...document.notes.map((note) => [note])] },
  ])
}

export type ReportFormat = 'json' | 'csv' | 'xlsx'

/** The bytes of a report as a file. */
export async function reportFile(world: World, wanted: WantedReport, format: ReportFormat): Promise<Result<Uint8Array>> {
  const gathered = gather(world, wanted)
  if (!gathered.ok) return gathered
  const { document } = gathered.value
  if (format === 'json') return ok(Buffer.from(`${JSON.stringify(document, null, 2)}\n`))
  if (format === 'csv') return ok(Buffer.from(csvText(figureRows(document, wanted.language, placeName(wanted.language)))))
  return ok(await workbook(gathered.value, wanted.language))
}
