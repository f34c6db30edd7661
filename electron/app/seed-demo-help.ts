import { addDays } from 'date-fns/addDays'
import { format } from 'date-fns/format'
import { v7 } from 'uuid'
import type { DemoDirectory } from './seed-demo-checks.ts'
import { type DemoRecord, getDemoHelp } from './seed-demo-data.ts'
import { must, type SeedApp } from './seed-problems.ts'

/** What stands in seeds/demo/help.json instead of a value that is known only when the demonstration begins: `@day:-12`, `@id:team1`. */
const MARK = /^@(day|id|enterprise|enterpriseId|region|name):(.+)$/

interface Filling extends DemoDirectory {
  /** Key of a record, or of a problem within one → its id; given when it is first named. */
  readonly ids: Map<string, string>
}

function idOf({ ids }: Filling, key: string): string {
  const id = ids.get(key) ?? v7()
  ids.set(key, id)
  return id
}

const SNAPSHOT = ['name', 'uscc', 'region', 'address', 'contact', 'phone', 'industry', 'size', 'employees', 'mainProducts']

function snapshot({ enterprise }: Filling, key: string): object {
  const { id, doc } = enterprise(key)
  return { enterpriseId: id, ...Object.fromEntries(Object.entries(doc).filter(([name]) => SNAPSHOT.includes(name))) }
}

const values: Readonly<Record<string, (filling: Filling, argument: string) => unknown>> = {
  day: ({ now }, days) => format(addDays(now, Number(days)), 'yyyy-MM-dd'),
  id: idOf,
  enterprise: snapshot,
  enterpriseId: ({ enterprise }, key) => enterprise(key).id,
  region: ({ enterprise }, key) => enterprise(key).doc.region,
  name: ({ enterprise }, key) => enterprise(key).doc.name,
}

/** A document with every mark replaced by what it stands for. */
function fill(value: unknown, filling: Filling): unknown {
  if (typeof value === 'string') {
    const [, mark = '', argument = ''] = MARK.exec(value) ?? []
    return values[mark]?.(filling, argument) ?? value
  }
  if (Array.isArray(value)) return value.map((item) => fill(item, filling))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member, filling)]))
}

async function addRecord(app: SeedApp, { key, kind, doc, draft }: DemoRecord, filling: Filling): Promise<void> {
  const id = idOf(filling, key)
  await must(app.call('record.saveDraft', { id, kind, doc: fill(doc, filling) }))
  if (!draft) await must(app.call('record.submit', { id }))
}

/** Teams, people, agreements, visits with their problems, certification, one-stop help: each as a person would have entered it, in order. */
export async function addHelp(app: SeedApp, directory: DemoDirectory, tick: (stage: string) => void): Promise<void> {
  const filling: Filling = { ...directory, ids: new Map() }
  for (const record of getDemoHelp()) {
    await addRecord(app, record, filling)
    tick('help')
  }
}
