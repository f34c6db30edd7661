import { join } from 'node:path'
import { loadSqlite } from '#db/kernel/sqlite'
import type { App } from '#electron/app/start'
import { newRecordId } from '#electron/kernel/world'
import { asTyped, fillDirectory } from './directory.ts'
import { type Figure, quantile, rounded, times, timesInTurns } from './measure.ts'
import { aFolder, aProfile, introduce, must, synthetic } from './profiles.ts'
import { reporting } from './report-bench.ts'

/** A bare table on the same disk with the same durability: what SQLite itself costs here. */
function bareTable(): { readonly insert: (text: string) => void; readonly insertAll: (texts: readonly string[]) => void } {
  const database = loadSqlite().open(join(aFolder(), 'bare.db'))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE bare (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT')
  const statement = database.prepare('INSERT INTO bare (text) VALUES (?)')
  const insert = (text: string): void => void statement.run(text)
  const insertAll = database.transaction((texts: readonly string[]) => {
    for (const text of texts) insert(text)
  })
  return { insert, insertAll }
}

interface Sheet {
  readonly doc: Record<string, unknown>
}

async function aSheet(app: App): Promise<Sheet> {
  await synthetic(app, 0, 1)
  const page = must(await app.call('record.list', { kind: 'samplingSheet', limit: 1 }))
  const detail = must(await app.call('record.get', { id: page.items[0]?.id ?? '' }))
  const { signatures: _signatures, ...doc } = detail?.doc ?? {}
  return { doc }
}

const latency = (what: string, sorted: readonly number[], bare: readonly number[]): Figure => ({
  what,
  unit: 'ms',
  value: rounded(quantile(sorted, 0.5)),
  ratio: rounded(quantile(sorted, 0.5) / quantile(bare, 0.5)),
  more: { p95: rounded(quantile(sorted, 0.95)), p99: rounded(quantile(sorted, 0.99)) },
})

async function saving(): Promise<Figure> {
  const app = await aProfile('inspector')
  const { doc } = await aSheet(app)
  const bare = bareTable()
  const text = JSON.stringify(doc)
  const id = newRecordId()
  const [sorted, bareTimes] = await timesInTurns(
    300,
    async (run) => must(await app.call('record.saveDraft', { id, kind: 'samplingSheet', doc: { ...doc, remarks: `${run}` } })),
    () => bare.insert(text),
  )
  app.close()
  return latency('save a field (whole draft, durable)', sorted, bareTimes)
}

async function submitting(): Promise<Figure> {
  const app = await aProfile('inspector')
  const { doc } = await aSheet(app)
  const bare = bareTable()
  const signatures = [
    ...(doc['samplers'] as { name: string }[]).map(({ name }) => ({ role: 'sampler', name })),
    { role: 'inspectedParty', name: '演示·厂长' },
  ]
  const ids: string[] = []
  for (let run = 0; run < 200; run++) {
    const id = newRecordId()
    const product = { ...(doc['product'] as object), model: `合成-${String(run)}` } // the same goods may not be sampled again
    const signed = { ...doc, product, signatures: signatures.map((signature) => ({ ...signature, strokes: '100,100 200,150 300,100' })) }
    must(await app.call('record.saveDraft', { id, kind: 'samplingSheet', doc: signed }))
    ids.push(id)
  }
  const [sorted, bareTimes] = await timesInTurns(
    200,
    async (run) => must(await app.call('record.submit', { id: ids[run] ?? '' })),
    () => bare.insert(JSON.stringify(doc)),
  )
  app.close()
  return latency('submit a sheet (decide, seal, project)', sorted, bareTimes)
}

async function exchanging(): Promise<Figure[]> {
  const [inspector, supervisor] = [await aProfile('inspector'), await aProfile('supervisor')]
  await introduce(inspector, supervisor)
  await synthetic(inspector, 50, 1000)
  const file = join(aFolder(), 'thousand.ibz')
  const [make = 0] = await times(1, async () => must(await inspector.call('sync.makeBatch', { to: file })))
  const lines = inspector.world.db.all<{ bytes: string }>("SELECT bytes FROM lines WHERE type = 'rev'").map(({ bytes }) => bytes)
  const bare = bareTable()
  const [bareTime = 1] = await times(1, () => bare.insertAll(lines))
  const [rehearse = 0] = await times(1, async () => must(await supervisor.call('sync.rehearse', { file })))
  const [take = 0] = await times(1, async () => must(await supervisor.call('sync.import', { file })))
  inspector.close()
  supervisor.close()
  return [
    { what: 'make a batch of 1,000 sheets and 50 enterprises', unit: 's', value: rounded(make / 1000) },
    { what: 'rehearse its import', unit: 's', value: rounded(rehearse / 1000) },
    {
      what: 'import 1,000 sheets (verify, decrypt, merge, project, index)',
      unit: 's',
      value: rounded(take / 1000),
      ratio: rounded(take / bareTime),
    },
  ]
}

async function searching(): Promise<Figure> {
  const app = await aProfile('inspector')
  fillDirectory(app, 20_000)
  const words = asTyped()
  const sorted = await times(10 * words.length, async (run) =>
    must(await app.call('enterprise.search', { text: words[run % words.length] ?? '' })),
  )
  app.close()
  return {
    what: 'search while typing among 20,000 enterprises',
    unit: 'ms',
    value: rounded(quantile(sorted, 0.5)),
    more: { p95: rounded(quantile(sorted, 0.95)), p99: rounded(quantile(sorted, 0.99)), slowest: rounded(sorted.at(-1) ?? 0) },
  }
}

/** Everything that needs no window, one after the other: the disk is shared. */
export async function storeFigures(tell: (figure: Figure) => void): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const measure of [saving, submitting, exchanging, searching, reporting]) {
    const measured = await measure()
    for (const figure of Array.isArray(measured) ? measured : [measured]) {
      tell(figure)
      figures.push(figure)
    }
  }
  return figures
}
