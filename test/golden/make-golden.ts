// `node test/golden/make-golden.ts`: makes the golden files of this version. Run once at a release; what is committed is never made again.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cp } from 'node:fs/promises'
import { syncBuiltinESMExports } from 'node:module'
import os, { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { stateDigest } from '#db/kernel/records'
import { type App, startApp } from '#electron/app/start'
import { runIntakeInChild } from '#electron/intake/run-intake'
import { APP_VERSION } from '#electron/kernel/app-version'
import { sha256Of } from '#electron/kernel/durable-file'
import { currentRuntime } from '#electron/kernel/runtime'
import { newRecordId } from '#electron/kernel/world'
import { createProfile } from '#electron/profile/create-profile'
import { readKeys } from '#electron/profile/profile-folder'
import { writeBundle } from '#electron/sync/bundle-writer'
import type { Answer, Input, MethodName } from '#shared/app/contract'
import type { BatchHead } from '#shared/kernel/batch-head'
import { canonical } from '#shared/kernel/canonical'
import type { RevisionLine } from '#shared/kernel/line'
import type { Result } from '#shared/kernel/result'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import { type ByHand, sealByHand } from './seal-by-hand.ts'

// The same from every machine, as far as can be: local time as in the tests, and no kernel version in the heads.
process.env['TZ'] = 'Asia/Shanghai'
os.release = () => 'any'
syncBuiltinESMExports()

const golden = join(import.meta.dirname, `v${APP_VERSION.split('.').slice(0, 2).join('.')}`)
const work = mkdtempSync(join(tmpdir(), 'xunzhi-golden-'))
const staging = join(work, 'staging')

let now = new Date('2026-11-22T09:00:00+08:00').getTime()
const clock = (): Date => {
  now += 1000
  return new Date(now)
}

async function must<T>(answer: Result<T> | Promise<Result<T>>): Promise<T> {
  const result = await answer
  if (!result.ok) throw new Error(JSON.stringify(result.problems, null, 2))
  return result.value
}

interface Desk extends App {
  readonly done: <N extends MethodName>(name: N, input: Input<N>) => Promise<Extract<Answer<N>, { ok: true }>['value']>
}

async function open(folder: string): Promise<Desk> {
  const keys = await must(readKeys(folder))
  const app = await must(startApp({ folder, ...keys, clock, runtime: currentRuntime(), intake: runIntakeInChild }))
  return {
    ...app,
    done: (async (name: MethodName, input: never) => must((await app.call(name, input)) as Result<unknown>)) as Desk['done'],
  }
}

async function aDesk(name: string, role: 'inspector' | 'supervisor'): Promise<Desk> {
  const folder = join(work, name)
  await must(createProfile({ folder, profile: { name, role, region: '500103', org: '市场监管局' }, demo: false, clock }))
  return open(folder)
}

const cardOf = async (desk: Desk): Promise<string> => JSON.stringify((await desk.done('profile.getCard', {})).card)

async function aSheet(desk: Desk, no: string): Promise<string> {
  const id = newRecordId()
  const doc = aCompleteSheet({ head: { no: `CQ-500103-20261122-gold-${no}` } })
  await desk.done('record.saveDraft', { id, kind: 'samplingSheet', doc })
  await desk.done('attachment.add', {
    record: id,
    kind: 'samplingSheet',
    slot: 'scene',
    name: '现场.jpg',
    bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, Number(no)]),
  })
  await desk.done('record.submit', { id })
  return id
}

type Sheet = { readonly product: object }
async function correct(desk: Desk, id: string, lotNo: string): Promise<void> {
  const doc = (await desk.done('record.get', { id }))?.doc as unknown as Sheet
  await desk.done('record.correct', { id, doc: { ...doc, product: { ...doc.product, lotNo } }, reason: '批号' })
}

/** A store as one file, as a backup would take it. */
async function keepStore(desk: Desk, name: string): Promise<void> {
  const file = join(work, name)
  desk.world.db.script(`VACUUM INTO '${file}'`)
  writeFileSync(join(golden, `${name}.gz`), gzipSync(readFileSync(file), { level: 9 }))
}

/** What the application makes: two sheets; then two corrections of one and the end of the other. */
async function byTheApplication(inspector: Desk): Promise<void> {
  const [first, second] = [await aSheet(inspector, '001'), await aSheet(inspector, '002')]
  await inspector.done('sync.makeBatch', { to: join(golden, '1-plain.ibz') })
  await correct(inspector, first, 'L-2026-002')
  await correct(inspector, first, 'L-2026-003')
  await inspector.done('record.void', { id: second, reason: '重复录入' })
  await inspector.done('sync.makeBatch', { to: join(golden, '2-corrections.ibz') })
  await cp(join(inspector.world.folder, 'outbox'), staging, { recursive: true })
}

const NONE = { att: [], par: [], w: [] }

/** A sealed sheet as this device writes it, to vary. */
async function aRevision(desk: Desk): Promise<RevisionLine> {
  await aSheet(desk, '009')
  const { db } = desk.world
  return JSON.parse(db.get<{ bytes: string }>("SELECT bytes FROM lines WHERE type = 'rev'")?.bytes ?? '') as RevisionLine
}

/** What the application would not make today: a fork in one record, a file in two small parts, lines of a later version. */
async function byOurHand(desk: Desk, to: ByHand['to']): Promise<BatchHead[]> {
  const line = await aRevision(desk)
  const sheet = (rid: string, changes: object): object => ({ ...line, ...NONE, n: undefined, rid, ...changes })
  const lot = (lotNo: string): object => ({ doc: { ...line.doc, product: { ...(line.doc['product'] as object), lotNo } } })
  const [split, photo, later] = [newRecordId(), newRecordId(), newRecordId()]
  const root = { ...sheet(split, {}), n: 'A'.repeat(22) } // parents are named by hash, so this one must be known before
  const correction = {
    op: 'correct',
    par: [sha256Of(canonical(root))],
    corrects: sha256Of(canonical(root)),
    why: '批号',
    w: ['/product/lotNo'],
  }
  const file = Buffer.from('\u00ff\u00d8\u00ff\u00e0 a picture in two parts', 'latin1')
  const ref = {
    id: newRecordId(),
    sha256: sha256Of(file),
    size: file.length,
    mime: 'image/jpeg',
    name: '封样.jpg',
    slot: 'afterSeal',
    addedAt: line.at,
  }
  const by: Omit<ByHand, 'seq' | 'prev' | 'lines' | 'files' | 'to'> = { key: desk.world.key, staging, at: line.at, by: line.by }
  const fork = [root, sheet(split, { ...correction, ...lot('L-A') }), sheet(split, { ...correction, ...lot('L-B') })]
  const newer = [
    sheet(later, { sch: 99, doc: { ...line.doc, inALaterVersion: true } }),
    {
      t: 'rev',
      v: 1,
      at: line.at,
      by: line.by,
      rid: newRecordId(),
      kind: 'droneFlight',
      sch: 1,
      op: 'submit',
      doc: { height: 120 },
      ...NONE,
    },
    { t: 'wish', v: 1, at: line.at, by: line.by, of: split },
  ]
  const first = await sealByHand({ ...by, to, seq: 1, prev: null, lines: fork, files: [] })
  const second = await sealByHand({
    ...by,
    to,
    seq: 2,
    prev: first.hash,
    lines: [sheet(photo, { att: [ref] })],
    files: [[file.subarray(0, 10), file.subarray(10)]],
  })
  const third = await sealByHand({ ...by, to, seq: 3, prev: second.hash, lines: newer, files: [] })
  return [first.head, second.head, third.head]
}

const HAND = ['3-conflict.ibz', '4-attachment.ibz', '5-newer.ibz']
const ALL = ['1-plain.ibz', '2-corrections.ibz', ...HAND]

const stateOf = (desk: Desk): object => ({
  ...stateDigest(desk.world.db),
  all: desk.world.db.get<{ n: number }>('SELECT count(*) AS n FROM lines')?.n,
})

/** What this version makes of them: the state after each, which every later version must reach. */
async function expected(supervisor: Desk): Promise<object> {
  const after: object[] = []
  for (const name of ALL) {
    await supervisor.done('sync.import', { file: join(golden, name) })
    after.push({ name, ...stateOf(supervisor) })
  }
  await keepStore(supervisor, 'store-after.db')
  await supervisor.done('sync.makeBatch', { to: join(golden, 'pack.ibz') }) // receipts, and the trust documents
  return { version: APP_VERSION, after }
}

async function make(): Promise<void> {
  mkdirSync(golden, { recursive: true })
  const supervisor = await aDesk('王主任', 'supervisor')
  const [app, hand] = [await aDesk('李芳', 'inspector'), await aDesk('赵强', 'inspector')]
  await supervisor.done('profile.initTrust', {})
  for (const inspector of [app, hand]) {
    await inspector.done('profile.admitCard', { text: await cardOf(supervisor) })
    await supervisor.done('profile.admitCard', { text: await cardOf(inspector) })
  }
  for (const name of ['profile.json', 'keys.json']) await cp(join(supervisor.world.folder, name), join(golden, name))
  await keepStore(supervisor, 'store-before.db')
  await byTheApplication(app)
  const { device } = supervisor.world.self
  const heads = await byOurHand(
    hand,
    [device, hand.world.self.device].map((id) => ({ id, box: id === device ? supervisor.world.recipient : hand.world.recipient })),
  )
  for (const [index, head] of heads.entries()) await must(writeBundle({ file: join(golden, HAND[index] ?? ''), staging, batches: [head] }))
  const ours = [1, 2].map((seq) => ({ ...positionOf(app), seq }))
  await must(writeBundle({ file: join(golden, 'all.ibz'), staging, batches: [...ours, ...heads] }))
  writeFileSync(join(golden, 'expected.json'), `${JSON.stringify(await expected(supervisor), null, 2)}\n`)
  for (const desk of [supervisor, app, hand]) desk.close()
}

function positionOf({ world: { db, self } }: Desk): { device: string; epoch: string } {
  const row = db.get<{ epoch: string }>('SELECT epoch FROM batches LIMIT 1')
  return { device: self.device, epoch: row?.epoch ?? '' }
}

if (existsSync(golden)) throw new Error(`${relative('.', golden)} exists; golden files are never made again`)
try {
  await make()
  const files = readdirSync(golden).sort()
  const sums = files.map((name) => `${sha256Of(readFileSync(join(golden, name)))}  ${name}\n`).join('')
  writeFileSync(join(golden, 'SHA256SUMS'), sums)
  process.stdout.write(`${sha256Of(sums)}  ${relative('.', join(golden, 'SHA256SUMS'))}\n`)
} finally {
  rmSync(work, { recursive: true, force: true })
}
