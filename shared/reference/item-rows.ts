import type { TestItem } from './test-item.ts'
import { type ItemVerdict, itemVerdict } from './verdict.ts'

type Loose = { readonly [K in keyof TestItem]?: TestItem[K] | undefined }

/** A test item as a paper lists it: in words but for the verdict. */
export interface ItemRow {
  readonly name: string | undefined
  readonly limit: string
  readonly claim: string | undefined
  readonly method: string | undefined
  readonly weight: string | undefined
  readonly result: string | undefined
  readonly verdict: ItemVerdict
}

/** A limit as a report writes it: `≤ 3.5 %`, `4.0–7.5`, or what must be found. */
export function limitText({ requirement, low = '', high = '', expected = '', unit = '' }: Loose): string {
  const limits: Readonly<Record<string, string>> = {
    atMost: `≤ ${high}`,
    atLeast: `≥ ${low}`,
    between: `${low}–${high}`,
    equals: high,
    qualitative: expected,
  }
  return `${limits[requirement ?? ''] ?? ''} ${unit}`.trim()
}

const claimText = ({ requirement, claimLow: low, claimHigh: high, claimExpected: expected, unit }: Loose): string | undefined =>
  low === undefined && high === undefined && expected === undefined ? undefined : limitText({ requirement, low, high, expected, unit })

export const isTested = (items: readonly Loose[]): boolean => items.some(({ result = '' }) => result.trim() !== '')

/** The test items as a paper lists them; verdicts only where there is a result. */
export const itemRows = (items: readonly Loose[]): ItemRow[] =>
  items.map((item) => ({
    name: item.name,
    limit: limitText(item),
    claim: claimText(item),
    method: item.method,
    weight: item.weight,
    result: item.result,
    verdict: itemVerdict(item),
  }))
