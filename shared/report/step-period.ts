/** The stretches that are reported: monthly by the district, by quarter and year by the city. */
export type PeriodUnit = 'month' | 'quarter' | 'year'

const MONTHS: Readonly<Record<PeriodUnit, number>> = { month: 1, quarter: 3, year: 12 }

/** Of `2026-10`, `2026-Q4`, `2026`; any other stretch of days is shown as a month's would be. */
export const unitOf = (period: string): PeriodUnit => {
  if (/^\d{4}$/.test(period)) return 'year'
  return /^\d{4}-Q[1-4]$/.test(period) ? 'quarter' : 'month'
}

/** The month, quarter or year in which a day lies. */
export function periodAt(unit: PeriodUnit, day: string): string {
  const [year = '', month = '01'] = day.split('-')
  if (unit === 'year') return year
  return unit === 'quarter' ? `${year}-Q${String(Math.ceil(Number(month) / 3))}` : `${year}-${month}`
}

/** The first day of a period. */
export function firstDayOf(period: string): string {
  const [year = '', part = '01'] = period.split('-')
  const month = part.startsWith('Q') ? String(Number(part.slice(1)) * 3 - 2).padStart(2, '0') : part
  return `${year}-${month}-01`
}

/** The period so many before (negative) or after. */
export function stepPeriod(period: string, by: number): string {
  const unit = unitOf(period)
  const [year = '0', month = '1'] = firstDayOf(period).split('-')
  const months = Number(year) * 12 + Number(month) - 1 + by * MONTHS[unit]
  const day = `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}-01`
  return periodAt(unit, day)
}
