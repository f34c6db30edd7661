import { getSummary } from '#db/kernel/records'
import { anyMeasure, type CountedRow, countCell, listRows } from '#db/report/indicator-queries'
import { okUnless, problem, type Result } from '#shared/kernel/result'
import { helpIndicators } from '#shared/report/help-indicators'
import { type Indicator, inUnit } from '#shared/report/indicator'
import { decidePeriod, type Period, type Span } from '#shared/report/period'
import type { CountedRecord, Figure, Place } from '#shared/report/report-contract'
import type { World } from '../kernel/world.ts'
import { isKnownRegion } from '../reference/reference-data.ts'

/** What a report is about, decided: days, and the first digits of the districts it takes in ('' for all). */
export interface Scope {
  readonly period: Period
  readonly regions: string
}

const CITY = /^\d\d0000$/

export function scopeOf({ period, region = '' }: { readonly period: string; readonly region?: string | undefined }): Result<Scope> {
  const decided = decidePeriod(period)
  if (!decided.ok) return decided
  const known = region === '' || CITY.test(region) || isKnownRegion(region)
  const scope = { period: decided.value, regions: region.replace(/0000$/, '') }
  return okUnless(known ? [] : [problem('reference.unknownRegion', '/region', { region })], scope)
}

export function figuresOf({ db }: World, { period, regions }: Scope): Figure[] {
  return helpIndicators.map((indicator) => {
    const { code, cell, unit } = indicator
    const { value, cumulative } = countCell(db, { indicator, span: period.cumulative, regions }, period.from)
    return { code, cell, value: inUnit(unit, value), cumulative: inUnit(unit, cumulative) }
  })
}

export const isEmpty = ({ db }: World): boolean => !anyMeasure(db, [...new Set(helpIndicators.flatMap(({ measures }) => measures))])

/** A page of the records behind a cell, each with what it adds to the figure. */
export function recordsOf(
  world: World,
  indicator: Indicator,
  { span, regions, after, limit }: { span: Span; regions: string; after: Place | undefined; limit: number },
): { readonly items: CountedRecord[]; readonly next: Place | null } {
  const rows = listRows(world.db, { indicator, span, regions }, { after, limit })
  const items = rows.map((row, index) => countedRecord(world, indicator, row, rows[index - 1]?.by ?? after?.by))
  const last = rows.at(-1)
  return { items, next: last === undefined || rows.length < limit ? null : placeOf(last) }
}

const placeOf = ({ by, day, source, place }: CountedRow): Place => ({ by, day, source, place })

/** What was counted by an enterprise or a key counts with its first record: `before` is the one of the row above. */
function addsOf({ aggregate, unit }: Indicator, { by, amount }: CountedRow, before: string | undefined): number {
  if (aggregate === 'sum' || aggregate === 'standing') return inUnit(unit, amount)
  return by === before ? 0 : 1
}

function countedRecord({ db }: World, indicator: Indicator, row: CountedRow, before: string | undefined): CountedRecord {
  const summary = getSummary(db, row.rid)
  const { kind = '', no = '', title = '', state = 'submitted' } = summary ?? {}
  return {
    id: row.rid,
    kind,
    no,
    title,
    state,
    on: row.day,
    enterpriseId: row.enterprise,
    enterprise: row.enterprise === '' ? '' : (getSummary(db, row.enterprise)?.title ?? ''),
    adds: addsOf(indicator, row, before),
  }
}

/** Every record behind a cell; pages keep the memory of one question small. */
export function everyRecord(world: World, indicator: Indicator, { period, regions }: Scope): CountedRecord[] {
  const all: CountedRecord[] = []
  for (let after: Place | undefined; ; ) {
    const { items, next } = recordsOf(world, indicator, { span: period, regions, after, limit: 5000 })
    all.push(...items)
    if (next === null) return all
    after = next
  }
}
