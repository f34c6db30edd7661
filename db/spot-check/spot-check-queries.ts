import type { EarlierSheet } from '#shared/spot-check/sheet-facts'
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

export interface NumberPlace {
  readonly kind: string
  /** Where a draft of this kind keeps its number, as a JSON path. */
  readonly at: string
  readonly prefix: string
}

/** The greatest running number under a prefix, over drafts and sealed records alike; 0 when there is none. */
export function lastRunningNumber(db: ReadDb, { kind, at, prefix }: NumberPlace): number {
  const longest = 'ORDER BY length(no) DESC, no DESC LIMIT 1'
  const range = [kind, prefix, `${prefix}~`]
  const sealed = db.get<{ no: string }>(`SELECT no FROM records WHERE kind = ? AND no > ? AND no < ? ${longest}`, ...range)
  const drafted = db.get<{ no: string }>(
    `SELECT no FROM (SELECT doc ->> ? AS no FROM drafts WHERE kind = ?) WHERE no > ? AND no < ? ${longest}`,
    at,
    ...range,
  )
  const running = (row: { no: string } | undefined): number => Number((row?.no ?? '').slice(prefix.length)) || 0
  return Math.max(running(sealed), running(drafted))
}

export interface SameGoods {
  readonly goods: string
  /** After this day, until and with that one. */
  readonly after: string
  readonly until: string
  /** The sheet that asks. */
  readonly except: string
}

const MANY = 50

/** Sealed sheets of the same goods in a stretch of time, the newest first. */
export const listSameGoods = (db: ReadDb, { goods, after, until, except }: SameGoods): EarlierSheet[] =>
  db.all<EarlierSheet>(
    `SELECT no, day, level, region, authority FROM sampling_sheets WHERE goods = ? AND day > ? AND day <= ? AND rid <> ?
     ORDER BY day DESC LIMIT ${String(MANY)}`,
    goods,
    after,
    until,
    except,
  )

/** Sealed sheets of a task, but for one. */
export const countSheetsOfTask = (db: ReadDb, task: string, except = ''): number =>
  db.get<{ n: number }>('SELECT count(*) AS n FROM sampling_sheets WHERE task = ? AND rid <> ?', task, except)?.n ?? 0

/** When the newest batch that was imported here was made; null when this device never imported anything. */
export const getNewestImport = (db: ReadDb): string | null =>
  db.get<{ created: string }>("SELECT created FROM batches WHERE direction = 'in' ORDER BY created DESC LIMIT 1")?.created ?? null
