import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from '#db/kernel/backup'
import { migrations } from '#db/kernel/migrate'
import { openStore } from '#db/kernel/open-store'
import { rebuild } from '#db/kernel/project'
import { getRecord, stateDigest } from '#db/kernel/records'
import { loadSqlite } from '#db/kernel/sqlite'
import type { App } from '#electron/app/start'
import { storePath } from '#electron/profile/profile-folder'
import type { Result } from '#shared/kernel/result'
import { cardOf, done, must, openDevice } from '../sim/device.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'

/** A command that is killed at every step. It works in a folder that holds two profiles and a stick. */
export interface Operation {
  readonly who: 'inspector' | 'supervisor'
  readonly prepare: (inspector: App, supervisor: App, folder: string) => Promise<void>
  /** After everybody has closed. */
  readonly age?: (profile: string) => void
  /** Opening the store is part of the command. */
  readonly fromStart?: boolean
  /** The command, and the same again after a kill: what is done already is no failure. */
  readonly run: (app: App, folder: string) => Promise<void> | void
  /** How far it got, in a word of its own; `done` when it is whole. Throws when it is neither here nor there. */
  readonly standing: (app: App, folder: string) => Promise<string> | string
  /** What must hold at the end besides; throws. */
  readonly settled?: (app: App, folder: string) => Promise<void>
}

export const now = (): Date => new Date('2026-11-22T10:00:00+08:00')
const kind = 'samplingSheet'
const id = (n: number): string => `0193a000-0000-7000-8000-${String(n).padStart(12, '0')}`
const sheet = (n: number, remarks = ''): ReturnType<typeof aCompleteSheet> =>
  aCompleteSheet({ head: { no: `CQ-500103-20261122-abcd-${String(n).padStart(3, '0')}` }, remarks })
const photo = (n: number): Uint8Array<ArrayBuffer> => new Uint8Array(20_000).map((_, at) => [0xff, 0xd8, 0xff][at] ?? (at * n) % 251)
const record = id(1)

async function aDraft(app: App, n = 1): Promise<void> {
  await done(app, 'record.saveDraft', { id: id(n), kind, doc: sheet(n, 'before') })
}
const addPhoto = (app: App, n = 1): Promise<unknown> =>
  done(app, 'attachment.add', { record: id(n), kind, slot: 'scene', name: '现场.jpg', bytes: photo(n) })

async function sealed(app: App, ...numbers: readonly number[]): Promise<void> {
  for (const n of numbers) {
    await aDraft(app, n)
    await addPhoto(app, n)
    await done(app, 'record.submit', { id: id(n) })
  }
}

/** Goes well, or is refused because it was done before the kill. */
async function doneOrDoneBefore(answer: Promise<Result<unknown>>, ...codes: readonly string[]): Promise<void> {
  const result = await answer
  if (!result.ok && !codes.includes(result.problems[0].code)) must(result)
}

const one = (app: App, sql: string): number => app.world.db.get<{ n: number }>(`SELECT count(*) AS n ${sql}`)?.n ?? -1

/** The word for where a count stands; throws at any other number. */
function word(have: number, words: Readonly<Record<number, string>>): string {
  const found = words[have]
  if (found === undefined) throw new Error(`neither here nor there: ${String(have)}`)
  return found
}

const digestOf = (app: App): string => stateDigest(app.world.db).digest

/** Everybody closed, a profile is opened by itself, asked, and closed. */
async function asking<T>(profile: string, ask: (app: App) => T | Promise<T>): Promise<T> {
  const app = openDevice(profile, now)
  try {
    return await ask(app)
  } finally {
    app.close()
  }
}

function mustBe<T>(what: string, found: T, wanted: T): void {
  if (found !== wanted) throw new Error(`${what}: ${String(found)}, not ${String(wanted)}`)
}

const bundle = (folder: string, name = 'a.ibz'): string => join(folder, 'stick', name)

async function pack(app: App, folder: string): Promise<void> {
  const to = existsSync(bundle(folder)) ? bundle(folder, 'b.ibz') : bundle(folder)
  await doneOrDoneBefore(app.call('sync.makeBatch', { to }), 'sync.nothingToPack')
}

/** What the supervisor sees of all the bundles on the stick is what the inspector has. */
async function arrives(app: App, folder: string): Promise<void> {
  const files = readdirSync(join(folder, 'stick'))
  const there = await asking(join(folder, 'supervisor'), async (supervisor) => {
    for (const file of files) await done(supervisor, 'sync.import', { file: bundle(folder, file) })
    return digestOf(supervisor)
  })
  mustBe('the digest at the supervisor', there, digestOf(app))
  mustBe(
    'something beside the bundles',
    files.find((file) => !file.endsWith('.ibz')),
    undefined,
  )
}

const shared = (folder: string): string => join(folder, 'shared')

async function exchange(app: App): Promise<void> {
  const [target] = await done(app, 'target.list', {})
  await done(app, 'target.exchange', { id: target?.id ?? '' })
}

/** A store as the first release left it: without the tables of the second. */
function age(profile: string): void {
  const store = loadSqlite().open(storePath(profile))
  const [, second = ''] = migrations
  for (const [, table = ''] of second.matchAll(/CREATE TABLE (\w+)/g)) store.exec(`DROP TABLE IF EXISTS ${table}`)
  store.pragma('user_version = 1')
  store.close()
}

const imported = (app: App): string => word(one(app, "FROM batches WHERE direction = 'in'"), { 0: 'untouched', 1: 'done' })

export const operations: Readonly<Record<string, Operation>> = {
  start: { who: 'inspector', prepare: (app) => sealed(app, 1), fromStart: true, run: () => undefined, standing: () => 'done' },
  'autosave of a draft': {
    who: 'inspector',
    prepare: (app) => aDraft(app),
    run: async (app) => void (await done(app, 'record.saveDraft', { id: record, kind, doc: sheet(1, 'after') })),
    standing: async (app) => {
      mustBe('drafts', (await done(app, 'record.listDrafts', {})).length, 1)
      const remarks = (await done(app, 'record.get', { id: record }))?.doc['remarks']
      return remarks === 'before' ? 'untouched' : remarks === 'after' ? 'done' : word(-1, {})
    },
  },
  'photo attached': {
    who: 'inspector',
    prepare: (app) => aDraft(app),
    run: async (app) => void (await addPhoto(app)),
    standing: async (app) => word((await done(app, 'attachment.list', { record })).length, { 0: 'untouched', 1: 'done' }),
  },
  submit: {
    who: 'inspector',
    prepare: async (app) => {
      await aDraft(app)
      await addPhoto(app)
    },
    run: (app) => doneOrDoneBefore(app.call('record.submit', { id: record }), 'record.sealed'),
    standing: (app) => {
      const [drafts, lines, rows] = [one(app, 'FROM drafts'), one(app, 'FROM journal'), one(app, 'FROM records')]
      return word(drafts * 100 + lines * 10 + rows, { 100: 'untouched', 11: 'done' })
    },
  },
  'pack to a stick': {
    who: 'inspector',
    prepare: (app) => sealed(app, 1, 2),
    run: pack,
    standing: (app, folder) => {
      const [batches, open] = [one(app, 'FROM batches'), one(app, "FROM batches WHERE file = ''")]
      const file = existsSync(bundle(folder)) ? 1 : 0
      return word(batches * 100 + open * 10 + file, {
        0: 'untouched',
        110: 'sealed, in no file yet',
        111: 'in a file, not yet noted',
        101: 'done',
      })
    },
    settled: arrives,
  },
  'import by the supervisor': {
    who: 'supervisor',
    prepare: async (inspector, _supervisor, folder) => {
      await sealed(inspector, 1, 2)
      await pack(inspector, folder)
    },
    run: async (app, folder) => void (await done(app, 'sync.import', { file: bundle(folder) })),
    standing: (app) => {
      mustBe('receipts', one(app, 'FROM journal'), one(app, 'FROM batches'))
      return imported(app)
    },
    settled: async (app, folder) => mustBe('digest', digestOf(app), await asking(join(folder, 'inspector'), digestOf)),
  },
  'import of receipts': {
    who: 'inspector',
    prepare: async (inspector, supervisor, folder) => {
      await sealed(inspector, 1)
      await done(inspector, 'sync.makeBatch', { to: bundle(folder, 'up.ibz') })
      await done(supervisor, 'sync.import', { file: bundle(folder, 'up.ibz') })
      await done(supervisor, 'record.review', { id: record, verdict: 'approved', remarks: '' })
      await pack(supervisor, folder)
    },
    run: async (app, folder) => void (await done(app, 'sync.import', { file: bundle(folder) })),
    standing: imported,
    settled: async (app) => mustBe('state', getRecord(app.world.db, record)?.state, 'approved'),
  },
  'undo of a batch': {
    who: 'supervisor',
    prepare: async (inspector, supervisor, folder) => {
      await sealed(inspector, 1, 2)
      await pack(inspector, folder)
      await done(supervisor, 'sync.import', { file: bundle(folder) })
    },
    run: async (app) => {
      const [batch] = await done(app, 'sync.listBatches', {})
      await doneOrDoneBefore(app.call('sync.undo', { head: batch?.head ?? '', why: '核对' }), 'sync.alreadyUndone')
    },
    standing: (app) => word(one(app, "FROM lines WHERE type = 'decision'") * 10 + one(app, 'FROM records'), { 2: 'untouched', 10: 'done' }),
  },
  'exchange with a folder': {
    who: 'inspector',
    prepare: async (inspector, supervisor, folder) => {
      const settings = { kind: 'folder', name: '共享', path: shared(folder) } as const
      mkdirSync(shared(folder))
      await done(supervisor, 'target.add', { settings })
      await done(inspector, 'target.add', { settings })
      await sealed(inspector, 1, 2)
    },
    run: exchange,
    standing: (app) => word(one(app, 'FROM published'), { 0: 'untouched', 1: 'done' }),
    settled: async (app, folder) => {
      const there = await asking(join(folder, 'supervisor'), async (supervisor) => {
        await exchange(supervisor)
        return digestOf(supervisor)
      })
      mustBe('the digest at the supervisor', there, digestOf(app))
    },
  },
  'enrolment (trust list)': {
    who: 'supervisor',
    prepare: async (inspector, _supervisor, folder) => writeFileSync(join(folder, 'stick', 'card'), await cardOf(inspector)),
    run: async (app, folder) => void (await done(app, 'profile.admitCard', { text: readFileSync(join(folder, 'stick', 'card'), 'utf8') })),
    standing: (app) => {
      const list = app.world.db.get<{ ver: number }>("SELECT max(ver) AS ver FROM trust_documents WHERE kind = 'list'")?.ver ?? 0
      return list >= 2 ? (list > 2 ? 'done' : 'untouched') : word(-1, {})
    },
  },
  'revocation (trust list)': {
    who: 'supervisor',
    prepare: async (inspector, supervisor, folder) => {
      await sealed(inspector, 1)
      await pack(inspector, folder)
      await done(supervisor, 'sync.import', { file: bundle(folder) })
    },
    run: async (app) => {
      const [device] = (await done(app, 'trust.show', {})).devices
      await done(app, 'trust.revoke', { device: device?.id ?? '', state: 'lost', why: '丢失' })
    },
    standing: async (app) => {
      const [device] = (await done(app, 'trust.show', {})).devices
      mustBe('records that had arrived before', one(app, 'FROM records'), 1)
      return device?.state === 'lost' ? 'done' : 'untouched'
    },
  },
  'a conflict settled': {
    who: 'supervisor',
    prepare: async (inspector, supervisor, folder) => {
      await sealed(inspector, 1)
      await pack(inspector, folder)
      await done(supervisor, 'sync.import', { file: bundle(folder) })
      for (const [app, remarks] of [
        [inspector, '甲'],
        [supervisor, '乙'],
      ] as const)
        await done(app, 'record.correct', {
          id: record,
          doc: { ...(await done(app, 'record.get', { id: record }))?.doc, remarks },
          reason: '更正',
        })
      await pack(inspector, folder)
      await done(supervisor, 'sync.import', { file: bundle(folder, 'b.ibz') })
    },
    run: async (app) => {
      const conflict = await done(app, 'conflict.get', { id: record })
      if (conflict === null) return
      const choices = conflict.fields.map(({ field, shown }) => ({ field, revision: shown }))
      await done(app, 'conflict.settle', { id: record, heads: conflict.heads, choices, why: '核实' })
    },
    standing: async (app) =>
      word((await done(app, 'conflict.list', {})).total * 10 + one(app, "FROM lines WHERE bytes ->> '$.op' = 'merge'"), {
        10: 'untouched',
        1: 'done',
      }),
  },
  backup: {
    who: 'inspector',
    prepare: (app) => sealed(app, 1),
    run: (app, folder) => void backUp(app.world.db, bundle(folder, 'backup.db')),
    standing: (_app, folder) => {
      if (!existsSync(bundle(folder, 'backup.db'))) return 'untouched'
      const copy = openStore(bundle(folder, 'backup.db'))
      const lines = copy.get<{ n: number }>('SELECT count(*) AS n FROM lines')?.n
      copy.close()
      mustBe('lines in the backup', lines, 1)
      return 'done'
    },
  },
  migration: {
    who: 'inspector',
    prepare: (app) => sealed(app, 1),
    age,
    fromStart: true,
    run: () => undefined,
    standing: (app) => {
      const copy = loadSqlite().open(join(app.world.folder, 'backups', 'store-v1.db'), { readonly: true })
      mustBe('version of the backup', copy.pragma('user_version', { simple: true }), 1)
      copy.close()
      return 'done'
    },
  },
  rebuild: {
    who: 'inspector',
    prepare: (app) => sealed(app, 1, 2),
    run: ({ world: { db, projections } }) => db.transaction(() => rebuild(db, projections)),
    standing: (app) => word(one(app, 'FROM records'), { 2: 'done' }),
  },
}
