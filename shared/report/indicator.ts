import { z } from 'zod'
import type { Bilingual } from '../kernel/bilingual.ts'

/** 家 ≠ 家次, 人 ≠ 人次, 企业 ≠ 证书: what a figure counts is part of it. */
export const Unit = z.enum([
  'enterprises',
  'visits',
  'persons',
  'personTimes',
  'problems',
  'places',
  'matters',
  'certificates',
  'teams',
  'activities',
  'laboratories',
  'yuan',
])
export type Unit = z.infer<typeof Unit>

/**
 * How the measures of a cell become its figure. `sum` adds up what happened in the period; `distinctEnterprises` and `distinctKeys` count
 * each enterprise or key once in it; the standing ones take what stands on its last day (期末数).
 */
export type Aggregate = 'sum' | 'distinctEnterprises' | 'distinctKeys' | 'standing' | 'standingEnterprises'

/** One cell of the report, as data: which measures, of which groups, and how they become one figure. */
export interface Indicator {
  readonly code: string
  /** Several figures of one indicator (家 and 张) are cells of their own; '' where it has one. */
  readonly cell: string
  readonly name: Bilingual
  readonly unit: Unit
  /** What is counted, distinct or not; whether in the period or at its end follows from `aggregate`. */
  readonly basis: Bilingual
  readonly measures: readonly string[]
  /** Left out: whatever the group. */
  readonly groups?: readonly string[]
  /** Where the same record states this measure too, the others it states are the same fact and count no second time. */
  readonly insteadOf?: string
  readonly aggregate: Aggregate
}

export const unitWords: Readonly<Record<Unit, Bilingual>> = {
  enterprises: { zh: '家', en: 'enterprises' },
  visits: { zh: '家次', en: 'visits' },
  persons: { zh: '人', en: 'persons' },
  personTimes: { zh: '人次', en: 'person-times' },
  problems: { zh: '条', en: 'problems' },
  places: { zh: '个', en: 'units' },
  matters: { zh: '个', en: 'problems' },
  certificates: { zh: '张', en: 'certificates' },
  teams: { zh: '支', en: 'teams' },
  activities: { zh: '场次', en: 'activities' },
  laboratories: { zh: '家', en: 'laboratories' },
  yuan: { zh: '元', en: 'yuan' },
}

const STANDS = { zh: '期末数', en: 'at the end of the period' }
const HAPPENED = { zh: '本期数', en: 'in the period' }

/** What a figure counts, led by whether it counts what happened in the period or what stands on its last day. */
export function wholeBasis({ aggregate, basis }: Pick<Indicator, 'aggregate' | 'basis'>): Bilingual {
  const when = aggregate.startsWith('standing') ? STANDS : HAPPENED
  return { zh: `${when.zh}：${basis.zh}`, en: `${when.en}: ${basis.en}` }
}

/** A figure in its unit: money is added up in fen and said in yuan. */
export const inUnit = (unit: Unit, counted: number): number => (unit === 'yuan' ? counted / 100 : counted)
