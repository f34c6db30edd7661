import type { Indicator } from '#shared/report/indicator'
import type { Span } from '#shared/report/period'
import type { Place } from '#shared/report/report-contract'
import type { ReadDb, Value } from '../kernel/database.ts'

/** One cell, in one stretch of days, of one district (`5001`: every one that begins so) or of all. */
export interface Asked {
  readonly indicator: Pick<Indicator, 'measures' | 'groups' | 'insteadOf' | 'aggregate'>
  readonly span: Span
  readonly regions: string
}

interface Sql {
  readonly sql: string
  readonly values: readonly Value[]
}

const IDENTITY = 'COALESCE(i.identity, m.enterprise)'
const FROM = 'FROM measures m LEFT JOIN enterprise_identities i ON i.rid = m.enterprise'
const oneOf = (column: string, values: readonly string[]): Sql => ({ sql: `${column} IN (${values.map(() => '?').join(', ')})`, values })

/** By what a cell counts each thing once; '' where every measure counts. */
const BY: Readonly<Record<Indicator['aggregate'], string>> = {
  sum: "''",
  standing: "''",
  distinctKeys: 'm.key',
  distinctEnterprises: IDENTITY,
  standingEnterprises: IDENTITY,
}

/** What happened in the span, or what stands on its last day. */
const inSpan = (aggregate: Indicator['aggregate'], { from, to }: Span): Sql =>
  aggregate.startsWith('standing')
    ? { sql: 'm.day <= ? AND m.until >= ?', values: [to, to] }
    : { sql: 'm.day BETWEEN ? AND ?', values: [from, to] }

function whereOf({ indicator: { measures, groups, insteadOf, aggregate }, span, regions }: Asked): Sql {
  const parts: Sql[] = [oneOf('m.name', measures), inSpan(aggregate, span)]
  if (groups !== undefined) parts.push(oneOf('m.grp', groups))
  if (regions !== '') parts.push({ sql: 'substr(m.region, 1, ?) = ?', values: [regions.length, regions] })
  if (BY[aggregate] === IDENTITY) parts.push({ sql: "m.enterprise <> ''", values: [] })
  if (insteadOf !== undefined)
    parts.push({
      sql: '(m.name = ? OR NOT EXISTS (SELECT 1 FROM measures o WHERE o.source = m.source AND o.name = ?))',
      values: [insteadOf, insteadOf],
    })
  return { sql: parts.map(({ sql }) => sql).join(' AND '), values: parts.flatMap(({ values }) => values) }
}

export interface Counted {
  readonly value: number
  readonly cumulative: number
}

/** The figure of a cell from a day on, and the one of the whole span, in one reading; money in fen. */
export function countCell(db: ReadDb, asked: Asked, from: string): Counted {
  const { sql, values } = whereOf(asked)
  const { aggregate } = asked.indicator
  const by = BY[aggregate]
  const since = aggregate.startsWith('standing') ? '' : from // what stands is the same in both
  const count = (what: string): string => (by === "''" ? `COALESCE(sum(${what}), 0)` : `count(DISTINCT ${what})`)
  const what = by === "''" ? 'm.amount' : by
  const counted = db.get<Counted>(
    `SELECT ${count(`CASE WHEN m.day >= ? THEN ${what} END`)} AS value, ${count(what)} AS cumulative
     ${by === IDENTITY ? FROM : 'FROM measures m'} WHERE ${sql}`,
    since,
    ...values,
  )
  return counted ?? { value: 0, cumulative: 0 }
}

export interface CountedRow extends Place {
  readonly rid: string
  readonly amount: number
  /** The enterprise as it is counted: what it was merged into. */
  readonly enterprise: string
}

/** How many measures make up a cell. */
export function countRows(db: ReadDb, asked: Asked): number {
  const { sql, values } = whereOf(asked)
  return db.get<{ n: number }>(`SELECT count(*) AS n FROM measures m WHERE ${sql}`, ...values)?.n ?? 0
}

/** The measures behind a cell, what is counted once standing together, then in the order of their days. */
export function listRows(db: ReadDb, asked: Asked, { after, limit }: { after: Place | undefined; limit: number }): CountedRow[] {
  const { sql, values } = whereOf(asked)
  const by = BY[asked.indicator.aggregate]
  const order = by === "''" ? 'm.day, m.source, m.place' : `${by}, m.day, m.source, m.place`
  const places = after === undefined ? [] : [...(by === "''" ? [] : [after.by]), after.day, after.source, after.place]
  const later = after === undefined ? '' : ` AND (${order}) > (${places.map(() => '?').join(', ')})`
  return db.all<CountedRow>(
    `SELECT ${by} AS by, m.day, m.source, m.place, m.rid, m.amount, ${IDENTITY} AS enterprise
     ${FROM} WHERE ${sql}${later} ORDER BY ${order} LIMIT ?`,
    ...values,
    ...places,
    limit,
  )
}

/** Whether anything is known that these measures name. */
export function anyMeasure(db: ReadDb, names: readonly string[]): boolean {
  const { sql, values } = oneOf('name', names)
  return db.get(`SELECT 1 FROM measures WHERE ${sql} LIMIT 1`, ...values) !== undefined
}
