import type { CountedRecord, Place } from '#shared/report/report-contract'
import type { AWorld } from '../app/a-world.ts'

export interface About {
  readonly period: string
  readonly region?: string
}

export const OCTOBER: About = { period: '2026-10' }
export const nameOf = ({ code, cell }: { readonly code: string; readonly cell: string }): string => `${code} ${cell}`.trim()

/** Every cell by its name (`R05 certificates`), of the period or of the year so far. */
export async function figuresOf({ done }: AWorld, about: About = OCTOBER, span: 'value' | 'cumulative' = 'value') {
  const { figures } = await done('report.indicators', about)
  return Object.fromEntries(figures.map((figure) => [nameOf(figure), figure[span]]))
}

/** Every record behind a cell, page by page. */
export async function behind({ done }: AWorld, name: string, about: About = OCTOBER, limit = 500): Promise<readonly CountedRecord[]> {
  const [code = '', cell = ''] = name.split(' ')
  const all: CountedRecord[] = []
  for (let after: Place | null | undefined; after !== null; ) {
    const page = await done('report.records', { ...about, code, cell, limit, ...(after === undefined ? {} : { after }) })
    all.push(...page.items)
    after = page.next
  }
  return all
}

export const added = (records: readonly CountedRecord[]): number => records.reduce((sum, { adds }) => sum + Math.round(adds * 100), 0) / 100
