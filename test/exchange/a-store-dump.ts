import { stateDigest } from '#db/kernel/records'
import type { AWorld } from '../app/a-world.ts'

/** How many rows every table has, and the digest of all records: two dumps are equal when nothing was written in between. */
export function dumpOf({ world: { db } }: AWorld): Readonly<Record<string, number | string>> {
  const tables = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").map(({ name }) => name)
  const counts = tables.map((name) => [name, db.get<{ n: number }>(`SELECT count(*) AS n FROM "${name}"`)?.n ?? -1] as const)
  return { ...Object.fromEntries(counts), digest: stateDigest(db).digest }
}
