import { setTimeout as pause } from 'node:timers/promises'
import { indexNext } from '#db/kernel/search-index'
import { plainNode } from '#electron/app/cli/session'
import type { App } from '#electron/app/start'
import { warmIntake } from '#electron/intake/run-intake'
import { type Figure, rounded, times } from './measure.ts'
import { aFolder, aProfile, introduce, must } from './profiles.ts'
import { rawStore } from './raw-store.ts'
import { aSheetDoc, bundler } from './sealed-data.ts'

/** Records of one bundle; its batches hold a thousand lines each. */
const BUNDLE = 5000

const bytesOf = ({ world: { db } }: App): number =>
  db.get<{ n: number }>('SELECT page_count * page_size AS n FROM pragma_page_count, pragma_page_size')?.n ?? 0

/** The highest resident memory of this process from now on, sampled while others are served. */
function memoryWatch(): () => number {
  let most = 0
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const timer = setInterval(look, 20)
  return () => {
    look()
    clearInterval(timer)
    return Math.round(most / 2 ** 20)
  }
}

interface Sums {
  raw: number
  sealed: number
  indexed: number
  lines: number
}

/** In turns, so that a slow second of the machine slows both: bare rows, then the same lines sealed, by the product's own code. */
async function inTurns(records: number, from: App, to: App, sums: Sums): Promise<{ rawBytes: number; before: number }> {
  const make = bundler(from, to, await aSheetDoc(from))
  const raw = rawStore()
  const before = bytesOf(to)
  for (let done = 0; done < records; done += BUNDLE) {
    const { file, lines } = await make(Math.min(BUNDLE, records - done))
    sums.raw += raw.write(lines)
    sums.lines += lines.length
    const [taken = 0] = await times(1, async () => must(await to.call('sync.import', { file })))
    const index = (): void => {
      let more = true
      while (more) more = to.world.db.transaction(() => indexNext(to.world.db, 1000))
    }
    const [behind = 0] = await times(1, index)
    sums.sealed += taken
    sums.indexed += taken + behind
    await pause(500) // the next process gets ready
  }
  sums.raw += raw.commit()
  return { rawBytes: raw.bytes(), before }
}

/** Sealed import against bare better-sqlite3: the same lines, one run, one disk. */
export async function importing(records: number): Promise<Figure[]> {
  const home = aFolder()
  const warm = warmIntake(home)
  const [from, to] = [await aProfile('inspector'), await aProfile('supervisor', { ...plainNode, intake: warm.run }, home)]
  await introduce(from, to)
  const watch = memoryWatch()
  const sums: Sums = { raw: 0, sealed: 0, indexed: 0, lines: 0 }
  const { rawBytes, before } = await inTurns(records, from, to, sums)
  to.world.db.get('PRAGMA wal_checkpoint(TRUNCATE)')
  const bytes = bytesOf(to) - before
  const memory = watch()
  warm.close()
  for (const app of [from, to]) app.close()
  const perSecond = (ms: number): number => Math.round((sums.lines * 1000) / ms)
  return [
    {
      what: `RAW: ${String(sums.lines)} lines of ${String(records)} records, rows + index of pairs + sha256, one transaction`,
      unit: 'rows/s',
      value: perSecond(sums.raw),
      more: { 'bytes/row': Math.round(rawBytes / sums.lines), 'µs/row': rounded((sums.raw * 1000) / sums.lines) },
    },
    {
      what: 'sealed import of the same: verify, decrypt, check, merge, project; found by search at once, indexed behind',
      unit: 'rows/s',
      value: perSecond(sums.sealed),
      more: {
        'of RAW': rounded(sums.raw / sums.sealed),
        'of RAW with the index filled too': rounded(sums.raw / sums.indexed),
        'µs/row': rounded((sums.sealed * 1000) / sums.lines),
        'bytes/row': Math.round(bytes / sums.lines),
        'MB of memory at most': memory,
      },
    },
  ]
}
