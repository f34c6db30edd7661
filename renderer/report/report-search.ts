/** What the address of the report says, so that going back from a record shows the list it was opened from. */
export interface ReportSearch {
  /** `2026-10`, `2026-Q4`, `2026`; the present month when left out. */
  readonly period?: string
  readonly region?: string
  /** The cell whose records are listed: `R13`, `R05 certificates`. */
  readonly open?: string
  readonly span?: 'cumulative'
}

/** A year or a district alone arrives as a number. */
const written = (value: unknown): string => (typeof value === 'number' || typeof value === 'string' ? String(value) : '')
const PERIOD = /^\d{4}(-(Q[1-4]|0[1-9]|1[0-2]))?$/

export function reportSearch(search: Readonly<Record<string, unknown>>): ReportSearch {
  const { open, span } = search
  const [period, region] = [written(search['period']), written(search['region'])]
  return {
    ...(PERIOD.test(period) ? { period } : {}),
    ...(/^\d{6}$/.test(region) ? { region } : {}),
    ...(typeof open === 'string' ? { open } : {}),
    ...(span === 'cumulative' ? { span } : {}),
  }
}
