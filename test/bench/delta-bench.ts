import { copyFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { plainNode } from '#electron/app/cli/session'
import type { App } from '#electron/app/start'
import { warmIntake } from '#electron/intake/run-intake'
import { appendRevision } from '#electron/kernel/log'
import type { RevisionLine } from '#shared/kernel/line'
import { type Figure, quantile, rounded } from './measure.ts'
import { aFolder, aProfile, introduce, must } from './profiles.ts'
import { aSheetDoc, bundler } from './sealed-data.ts'

const CHANGED = 10
const RUNS = 15

/** Ten corrections of records of this device, sealed line by line as a person does. */
function correctTen({ world }: App, records: readonly string[], run: number): void {
  world.db.transaction(() => {
    for (const rid of records) {
      const row = world.db.get<{ doc: string; heads: string }>('SELECT doc, heads FROM records WHERE rid = ?', rid)
      const doc = JSON.parse(row?.doc ?? '{}') as { readonly product: object }
      const [head = ''] = JSON.parse(row?.heads ?? '[]') as string[]
      const changed = { ...doc, product: { ...doc.product, lotNo: `D-${String(run)}` } } as never
      const w = ['/product/lotNo']
      appendRevision(world, {
        rid,
        kind: 'samplingSheet',
        sch: 2,
        par: [head],
        op: 'correct',
        corrects: head,
        why: '批号',
        w,
        doc: changed,
        att: [],
      })
    }
  })
}

function ownRecords({ world }: App, doc: RevisionLine['doc']): string[] {
  return Array.from({ length: CHANGED }, (_none, index) => {
    const rid = `01a2055f-bde0-73f1-9c7e-f417c19800${String(index).padStart(2, '0')}`
    world.db.transaction(() => appendRevision(world, { rid, kind: 'samplingSheet', sch: 2, par: [], op: 'submit', w: [], doc, att: [] }))
    return rid
  })
}

/** Ten changed records between two stores that already hold so many: sealed, carried as a file, verified, applied. */
async function oneSize(records: number): Promise<Figure> {
  const home = aFolder()
  const warm = warmIntake(home)
  const [from, to] = [await aProfile('inspector'), await aProfile('supervisor', { ...plainNode, intake: warm.run }, home)]
  await introduce(from, to)
  const doc = await aSheetDoc(from)
  const make = bundler(from, to, doc)
  for (let done = 0; done < records; done += 10_000)
    must(await to.call('sync.import', { file: (await make(Math.min(10_000, records - done))).file }))
  const own = ownRecords(from, doc)
  const [here, stick] = [aFolder(), aFolder()]
  const carry = async (run: number): Promise<{ seal: number; move: number; apply: number; bytes: number }> => {
    if (run > 0) correctTen(from, own, run)
    await pause(700) // a process is ready again, as it is between two sticks
    const [file, there] = [join(here, `${String(run)}.ibz`), join(stick, `${String(run)}.ibz`)]
    const at = [performance.now()]
    must(await from.call('sync.makeBatch', { to: file }))
    at.push(performance.now())
    copyFileSync(file, there)
    at.push(performance.now())
    must(await to.call('sync.import', { file: there }))
    at.push(performance.now())
    const [began = 0, sealed = 0, moved = 0, applied = 0] = at
    return { seal: sealed - began, move: moved - sealed, apply: applied - moved, bytes: statSync(there).size }
  }
  await carry(0)
  const runs: Awaited<ReturnType<typeof carry>>[] = []
  for (let run = 1; run <= RUNS; run++) runs.push(await carry(run))
  warm.close()
  for (const app of [from, to]) app.close()
  const median = (of: (run: (typeof runs)[number]) => number): number =>
    rounded(
      quantile(
        runs.map(of).toSorted((a, b) => a - b),
        0.5,
      ),
    )
  return {
    what: `ten changed of ${String(records)}: sealed, moved by file, verified, applied (a process stands ready)`,
    unit: 'ms',
    value: median(({ seal, move, apply }) => seal + move + apply),
    more: {
      seal: median(({ seal }) => seal),
      move: median(({ move }) => move),
      'verify and apply': median(({ apply }) => apply),
      bytes: median(({ bytes }) => bytes),
    },
  }
}

/** With a small and a large store, to show that its size does not matter. */
export async function deltas(records: number): Promise<Figure[]> {
  return [await oneSize(1000), await oneSize(records)]
}
