import { addMonths } from 'date-fns/addMonths'
import { format } from 'date-fns/format'
import { parseISO } from 'date-fns/parseISO'
import type { CreditKey, CreditWeight } from '../reference/credit-weight.ts'
import type { Credit, CreditGrade, CreditItem, RecordRef } from './portrait-contract.ts'

/** Something that happened and bears on the grade; its weight is looked up. */
export interface CreditFound {
  readonly key: CreditKey
  readonly on: string
  /** The last day on which it counts, where the record itself says so. */
  readonly until?: string | undefined
  readonly record: RecordRef
}

const GREATEST = 100

const untilOf = ({ on, until }: CreditFound, { validMonths }: CreditWeight): string | null =>
  until ?? (validMonths === undefined ? null : format(addMonths(parseISO(on), validMonths), 'yyyy-MM-dd'))

function itemOf(found: CreditFound, weight: CreditWeight, today: string): CreditItem {
  const until = untilOf(found, weight)
  const standing = until !== null && until < today ? 'lapsed' : 'counts'
  const { key, on, record } = found
  const { zh, en, points } = weight
  return { key, name: { zh, en }, on, until, points: standing === 'counts' ? points : 0, weight: points, standing, record }
}

/** The newest count first, until all of one key together have reached what they may; the rest counts no more. */
function capped(items: readonly CreditItem[], weights: ReadonlyMap<string, CreditWeight>): CreditItem[] {
  const used = new Map<CreditKey, number>()
  return items.map((item) => {
    const most = weights.get(item.key)?.most ?? Number.POSITIVE_INFINITY
    const room = Math.max(0, most - (used.get(item.key) ?? 0))
    const points = Math.sign(item.points) * Math.min(Math.abs(item.points), room)
    used.set(item.key, (used.get(item.key) ?? 0) + Math.abs(points))
    return points === item.points ? item : { ...item, points, standing: 'capped' as const }
  })
}

const gradeOf = (score: number, { A, B, C }: Credit['from']): CreditGrade => (score >= A ? 'A' : score >= B ? 'B' : score >= C ? 'C' : 'D')

/**
 * 质量信用 as the bureau's weights add it up: every event with its points, the newest first. Where nothing that counts is known there is
 * no grade.
 */
export function creditOf(found: readonly CreditFound[], weights: readonly CreditWeight[], today: string): Credit {
  const byKey = new Map<string, CreditWeight>(weights.map((weight) => [weight.key, weight]))
  const pointsOf = (key: CreditWeight['key']): number => byKey.get(key)?.points ?? 0
  const items = found
    .toSorted((one, other) => other.on.localeCompare(one.on) || other.record.id.localeCompare(one.record.id))
    .flatMap((event) => {
      const weight = byKey.get(event.key)
      return weight === undefined || event.on > today ? [] : [itemOf(event, weight, today)]
    })
  const counted = capped(items, byKey)
  const [start, from] = [pointsOf('start'), { A: pointsOf('gradeA'), B: pointsOf('gradeB'), C: pointsOf('gradeC') }]
  const sum = counted.reduce((total, { points }) => total + points, start)
  const score = Math.min(GREATEST, Math.max(0, sum))
  return {
    grade: counted.some(({ standing }) => standing !== 'lapsed') ? gradeOf(score, from) : null,
    score,
    start,
    from,
    items: counted,
    weights: [...weights],
    confirmed: weights.length > 0 && weights.every(({ sure }) => sure === 'verified'),
  }
}
