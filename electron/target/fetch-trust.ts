import { ENTRY_NAME, LIMITS } from '#shared/kernel/batch-head'
import { writeWhole } from '../kernel/durable-file.ts'
import type { FetchTask } from './courier-task.ts'
import { listAt, readAt, type Visit } from './transfer.ts'

/** Steps of a chain of roots, and versions of the list, that are taken at once. */
const MOST = 1024

const nameOf = (ver: number): string => `${String(ver).padStart(10, '0')}.json`

/** Brings the trust documents behind the newest here, with their signatures; whether they count is decided where they are taken in. */
export async function fetchTrust(visit: Visit, folder: string, have: FetchTask['trust']): Promise<number> {
  let received = 0
  for (const kind of ['root', 'list'] as const) {
    const names = await listAt(visit, `trust/${kind}`, `${nameOf(have[kind])}~`)
    for (const { name } of names.slice(0, MOST)) {
      const path = `trust/${kind}/${name}`
      const bytes = ENTRY_NAME.test(path) ? await readAt(visit, path, LIMITS.trustBytes) : null
      if (bytes === null || bytes === 'tooBig') continue
      await writeWhole(folder, path, bytes)
      received += bytes.length
    }
  }
  return received
}
