import type { ReadDb } from '../kernel/database.ts'

/** The newest sealed sheet, of an enterprise or of a product kind when one is named. */
export function getLastSheetId(
  db: ReadDb,
  by: { readonly enterpriseId?: string | undefined; readonly kind?: string | undefined },
): string | null {
  const newest = (where: string, ...values: string[]): { rid: string } | undefined =>
    db.get<{ rid: string }>(`SELECT rid FROM sampling_sheets ${where} ORDER BY sealed_at DESC LIMIT 1`, ...values)
  if (by.enterpriseId !== undefined) return newest('WHERE enterprise = ?', by.enterpriseId)?.rid ?? null
  if (by.kind !== undefined) return newest('WHERE product_kind = ?', by.kind)?.rid ?? null
  return newest('')?.rid ?? null
}

/** The greatest running number under a prefix, over drafts and sealed sheets alike; 0 when there is none. */
export function lastRunningNumber(db: ReadDb, prefix: string): number {
  const longest = 'ORDER BY length(no) DESC, no DESC LIMIT 1'
  const range = [prefix, `${prefix}~`]
  const sealed = db.get<{ no: string }>(`SELECT no FROM sampling_sheets WHERE no > ? AND no < ? ${longest}`, ...range)
  const drafted = db.get<{ no: string }>(
    `SELECT no FROM (SELECT doc ->> '$.head.no' AS no FROM drafts WHERE kind = 'samplingSheet') WHERE no > ? AND no < ? ${longest}`,
    ...range,
  )
  const running = (row: { no: string } | undefined): number => Number((row?.no ?? '').slice(prefix.length)) || 0
  return Math.max(running(sealed), running(drafted))
}
