import { z } from 'zod'
import { Finding, TargetSettings } from '#shared/target/target-contract'
import type { ReadDb, WriteDb } from '../kernel/database.ts'

export interface StoredTarget {
  readonly id: string
  readonly settings: TargetSettings
  /** age, to this device itself, base64; '' when it needs none. */
  readonly secret: string
  readonly findings: readonly Finding[]
  readonly probedAt: string | null
  readonly exchangedAt: string | null
}

interface Row {
  readonly id: string
  readonly settings: string
  readonly secret: string
  readonly findings: string
  readonly probed_at: string | null
  readonly exchanged_at: string | null
}

const rowToTarget = ({ id, settings, secret, findings, probed_at, exchanged_at }: Row): StoredTarget => ({
  id,
  settings: TargetSettings.parse(JSON.parse(settings)),
  secret,
  findings: z.array(Finding).parse(JSON.parse(findings === '' ? '[]' : findings)),
  probedAt: probed_at,
  exchangedAt: exchanged_at,
})

export const listTargets = (db: ReadDb): StoredTarget[] =>
  db.all<Row>("SELECT * FROM targets ORDER BY settings ->> '$.name', id").map(rowToTarget)

/** By its id, or by the name a person gave it. */
export const getTarget = (db: ReadDb, id: string): StoredTarget | null => {
  const row = db.get<Row>("SELECT * FROM targets WHERE id = ? OR settings ->> '$.name' = ?", id, id)
  return row === undefined ? null : rowToTarget(row)
}

export function insertTarget(db: WriteDb, { id, settings, secret, findings, probedAt, exchangedAt }: StoredTarget): void {
  db.run(
    'INSERT INTO targets (id, settings, secret, findings, probed_at, exchanged_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    JSON.stringify(settings),
    secret,
    JSON.stringify(findings),
    probedAt,
    exchangedAt,
  )
}

/** Forgets the way to it, and what was known of it; what lies there stays. */
export function removeTarget(db: WriteDb, id: string): void {
  for (const table of ['published', 'cursors', 'target_alarms']) db.run(`DELETE FROM ${table} WHERE target = ?`, id)
  db.run('DELETE FROM targets WHERE id = ?', id)
}

export function setFindings(db: WriteDb, id: string, findings: readonly Finding[], at: string): void {
  db.run('UPDATE targets SET findings = ?, probed_at = ? WHERE id = ?', JSON.stringify(findings), at, id)
}

export function setExchanged(db: WriteDb, id: string, at: string): void {
  db.run('UPDATE targets SET exchanged_at = ? WHERE id = ?', at, id)
}

export interface TargetAlarm {
  /** The name of the target. */
  readonly name: string
  /** emptied: own batches were gone from it; otherSelf, differs: as the problems of these names. */
  readonly what: string
  readonly facts: { readonly [key: string]: z.core.util.JSONType }
  readonly at: string
}

/** What a person must look at; the newest of each sort. */
export function putTargetAlarm(db: WriteDb, target: string, { what, facts, at }: Omit<TargetAlarm, 'name'>): void {
  db.run(
    'INSERT INTO target_alarms (target, what, facts, at) VALUES (?, ?, ?, ?) ON CONFLICT (target, what) DO UPDATE SET facts = excluded.facts, at = excluded.at',
    target,
    what,
    JSON.stringify(facts),
    at,
  )
}

export function clearTargetAlarm(db: WriteDb, target: string, what: string): void {
  db.run('DELETE FROM target_alarms WHERE target = ? AND what = ?', target, what)
}

export const listTargetAlarms = (db: ReadDb): TargetAlarm[] =>
  db
    .all<Omit<TargetAlarm, 'facts'> & { readonly facts: string }>(
      "SELECT t.settings ->> '$.name' AS name, a.what, a.facts, a.at FROM target_alarms a JOIN targets t ON t.id = a.target ORDER BY a.at DESC",
    )
    .map(({ facts, ...rest }) => ({ ...rest, facts: z.record(z.string(), z.json()).parse(JSON.parse(facts)) }))
