import { ok, okUnless, type Problem, problem, type Result, refuse } from '#shared/kernel/result'
import { csvShapes } from '#shared/reference/csv-columns'
import {
  type FileFormProblem,
  MAX_FILE_BYTES,
  MAX_FILE_ITEMS,
  type Position,
  type ReferenceFileProblem,
  storageProblems,
} from '#shared/reference/reference-file'
import type { ReferenceTable } from '#shared/reference/reference-item'
import { decideItem, type ItemOf, keyOfItem } from '#shared/reference/reference-tables'
import { readCsvRows } from './csv-rows.ts'
import { type LocatedItem, located } from './located.ts'
import { csvTableOf, readCsvItems } from './read-csv-items.ts'
import { readJsonItems } from './read-json-items.ts'

export interface FileItem {
  readonly key: string
  readonly item: ItemOf[ReferenceTable]
  /** Where in the file its values stand. */
  readonly source: LocatedItem
}
export interface ReferenceFile {
  readonly table: ReferenceTable
  readonly items: readonly FileItem[]
}

const START: Position = { line: 1, column: 1 }

/** The members by which a table is known, the most telling first. */
const SIGNS: readonly (readonly [ReferenceTable, readonly string[]])[] = [
  ['holidayCalendar', ['holidays']],
  ['samplingRule', ['testQuantity']],
  ['samplingRule', ['baseMinimum']],
  ['deadlineRule', ['key', 'amount']],
  ['lawNumber', ['key', 'value']],
  ['creditWeight', ['key', 'points']],
  ['lawArticle', ['key', 'article']],
  ['paperLayout', ['name']],
]

function jsonTableOf(first: LocatedItem | undefined): ReferenceTable | null {
  const { value } = first ?? {}
  if (value === null || typeof value !== 'object') return null
  return SIGNS.find(([, names]) => names.every((name) => Object.hasOwn(value, name)))?.[0] ?? null
}

interface Located {
  readonly table: ReferenceTable
  readonly items: readonly LocatedItem[]
}

function readJson(text: string, named: ReferenceTable | undefined): Result<Located, FileFormProblem> {
  const items = readJsonItems(text)
  if (!items.ok) return items
  const [first] = items.value
  if (first === undefined) return refuse(problem('reference.fileEmpty', '', START))
  const table = named ?? jsonTableOf(first)
  return table === null ? refuse(problem('reference.unknownTable', '', first.at(''))) : ok({ table, items: items.value })
}

function readCsv(text: string, named: ReferenceTable | undefined): Result<Located, FileFormProblem> {
  const rows = readCsvRows(text)
  if (!rows.ok) return rows
  const table = named ?? csvTableOf(rows.value[0] ?? [])
  if (table === null) return refuse(problem('reference.unknownTable', '', START))
  if (!(table in csvShapes)) return refuse(problem('reference.noCsv', '', { ...START, table }))
  const items = readCsvItems(text, table as keyof typeof csvShapes)
  return items.ok ? ok({ table, items: items.value }) : items
}

/** Two items of one key in one file contradict each other, or one is a slip. */
function twiceProblems(items: readonly FileItem[]): FileFormProblem[] {
  const first = new Map<string, number>()
  return items.flatMap(({ key, source }) => {
    const at = source.at('')
    const before = first.get(key)
    if (before === undefined) first.set(key, at.line)
    return before === undefined ? [] : [problem('reference.itemTwice', '', { ...at, key, first: before })]
  })
}

function decideAll({ table, items }: Located): Result<ReferenceFile, ReferenceFileProblem> {
  const problems: Problem[] = []
  const good: FileItem[] = []
  for (const item of items) {
    const decided = decideItem(table, item.value)
    const found: readonly Problem[] = decided.ok ? storageProblems(item.value) : decided.problems
    if (decided.ok && found.length === 0) good.push({ key: keyOfItem(table, decided.value), item: decided.value, source: item })
    else problems.push(...located(item, found))
  }
  problems.push(...twiceProblems(good))
  return okUnless(problems as ReferenceFileProblem[], { table, items: good })
}

/** A character that stands for bytes that were no UTF-8: the file was saved in another encoding. */
function notTextAt(text: string): Position | null {
  const before = text.split('\uFFFD', 1)[0] ?? ''
  if (before.length === text.length) return null
  const lines = before.split('\n')
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 }
}

function formProblem(text: string): FileFormProblem | null {
  const bytes = Buffer.byteLength(text)
  if (bytes > MAX_FILE_BYTES) return problem('reference.fileTooLarge', '', { bytes, maximum: MAX_FILE_BYTES })
  const broken = notTextAt(text)
  if (broken !== null) return problem('reference.notText', '', broken)
  return text.trim() === '' ? problem('reference.fileEmpty', '', START) : null
}

/** So many faults are told; the rest is found when these are mended. */
const TOLD = 100

/**
 * Reads a file of reference data: JSON, or CSV where its text begins with neither brace nor bracket. Answers all its items, or
 * refuses the whole with the line and column of every fault. docs/reference-files.md describes both forms.
 */
export function readReferenceFile(text: string, table: ReferenceTable | undefined): Result<ReferenceFile, ReferenceFileProblem> {
  const form = formProblem(text)
  if (form !== null) return refuse(form)
  const bare = text.replace(/^\uFEFF/, '')
  const read = /^\s*[[{]/.test(bare) ? readJson(bare, table) : readCsv(bare, table)
  if (!read.ok) return read
  const have = read.value.items.length
  if (have === 0) return refuse(problem('reference.fileEmpty', '', START))
  if (have > MAX_FILE_ITEMS) return refuse(problem('reference.tooManyItems', '', { have, maximum: MAX_FILE_ITEMS }))
  const decided = decideAll(read.value)
  if (decided.ok) return decided
  const [first, ...more] = decided.problems
  return refuse(first, ...more.slice(0, TOLD - 1))
}
