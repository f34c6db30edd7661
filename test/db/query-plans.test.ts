import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Value } from '#db/kernel/database'
import { seedSynthetic } from '#electron/app/seed-synthetic'
import type { App } from '#electron/app/start'
import { newRecordId } from '#electron/kernel/world'
import { aCase, checkOf, took } from '../aftercare/a-case.ts'
import { type AWorld, aFolder, aWorld, must } from '../app/a-world.ts'
import { aCertificationCase, anEnterprise } from '../certification/a-certification.ts'
import { acquainted } from '../exchange/acquainted.ts'
import { aSiteReport, aTask, sealSheetFor, takeStep } from '../spot-check/a-check.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import { everyHelpList } from './every-help-list.ts'
import { everyVisitList } from './every-visit-list.ts'

type Plans = Map<string, string[]>

/** Writes down how SQLite would answer every statement the program runs from now on. */
function watched({ world: { db } }: App): Plans {
  const plans: Plans = new Map()
  const note = (sql: string, values: readonly Value[]): void => {
    if (plans.has(sql) || !/^\s*(WITH|SELECT|UPDATE|DELETE|INSERT)/.test(sql)) return
    plans.set(sql, []) // asking for the plan is a statement too
    plans.set(
      sql,
      all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, ...values).map(({ detail }) => detail),
    )
  }
  const { get, all, run, each } = db
  const noting =
    <Answer>(ask: (sql: string, ...values: Value[]) => Answer) =>
    (sql: string, ...values: Value[]): Answer => {
      note(sql, values)
      return ask(sql, ...values)
    }
  db.get = noting(get) as typeof get
  db.all = noting(all) as typeof all
  db.run = noting(run)
  db.each = noting(each) as typeof each
  return plans
}

/** A day's work on one laptop, and every list it looks at. */
async function aDay({ done, call, folder }: AWorld): Promise<void> {
  const id = newRecordId()
  const party = newRecordId()
  await done('enterprise.add', {
    id: party,
    doc: { name: '重庆示范水泥有限公司', uscc: '91500103MA0DEM013Q', region: '500103', address: '民族路 1 号' },
  })
  for (const text of ['', '水', '水泥', '水泥有限', '0103', '示范 民族'])
    for (const region of [undefined, '500103']) await done('enterprise.search', { text, ...(region === undefined ? {} : { region }) })
  const { doc } = await done('spotCheck.newSheet', { enterpriseId: party })
  await done('record.saveDraft', { id, kind: 'samplingSheet', doc: aCompleteSheet({ head: { no: (doc['head'] as { no: string }).no } }) })
  await done('attachment.add', { record: id, kind: 'samplingSheet', name: 'a.jpg', bytes: new Uint8Array([1, 2, 3]) })
  await done('attachment.list', { record: id })
  await done('spotCheck.checkSheet', { id })
  await done('record.discardDraft', { id })
  await done('record.listDrafts', { discarded: true })
  await done('record.restoreDraft', { id })
  await done('record.listDrafts', {})
  await done('record.submit', { id })
  await done('record.correct', { id, doc: aCompleteSheet({ remarks: '补充' }), reason: '补充' })
  await done('sync.makeBatch', { to: join(folder, 'day.ibz') })
  await call('record.void', { id, reason: '重复' })
  for (const by of [{}, { enterpriseId: party }, { kind: '水泥' }]) await done('spotCheck.lastSheet', by)
}

/** A task from its sealing to a verdict, and every list of checks. */
async function aCheck(world: AWorld): Promise<void> {
  const { done } = world
  const { id, checks } = await aTask(world, 3)
  const [check = '', other = ''] = checks
  for (const step of ['assign', 'arrive']) for (const about of [check, other]) await takeStep(world, about, step)
  await sealSheetFor(world, check)
  await done('record.submit', { id: await aSiteReport(world, 'notFound', {}, other) })
  for (const step of ['dispatch', 'receive', 'report', 'judge']) await takeStep(world, check, step)
  for (const about of checks) await done('spotCheck.getCheck', { check: about })
  const page = await done('spotCheck.listChecks', { limit: 2 })
  await done('spotCheck.listChecks', { limit: 2, after: page.next ?? '' })
  await done('spotCheck.listChecks', { limit: 2, state: 'noFail' })
  await done('spotCheck.listChecks', { limit: 2, state: 'noFail', after: page.next ?? '' })
  await done('spotCheck.countChecks', {})
  await done('spotCheck.taskProgress', { id })
  await done('spotCheck.listMine', {})
  await done('spotCheck.newTask', {})
}

/** Two entries of one firm, the page of one of them, and what looks like it. */
async function anEnterprisePage(world: AWorld): Promise<void> {
  const { done } = world
  const add = async (name: string): Promise<string> => {
    const id = newRecordId()
    const doc = { name, noUsccReason: '换证中', region: '500103', address: '民族路 8 号', phone: '13800000001' }
    await done('enterprise.add', { id, doc })
    return id
  }
  const [one, other] = [await add('重庆山城电缆有限公司'), await add('山城电缆厂')]
  const page = await done('enterprise.listLookalikes', { limit: 1 })
  await done('enterprise.listLookalikes', { limit: 1, after: page.next ?? '' })
  await done('enterprise.listLookalikes', { enterprise: one })
  await done('enterprise.setNotSame', { one, other, notSame: true })
  const { id } = await done('enterprise.merge', { from: other, into: one, reason: '同一家' })
  await done('enterprise.search', { text: '山城' })
  for (const about of [one, other]) await done('enterprise.get', { id: about })
  const timeline = await done('enterprise.timeline', { id: one, limit: 1 })
  await done('enterprise.timeline', { id: one, limit: 1, after: timeline.next ?? '' })
  await done('enterprise.timeline', { id: one, group: 'checks' })
  await done('enterprise.portrait', { id: one })
  await done('enterprise.credit', { id: one })
  await done('enterprise.doorCard', { id: one })
  await done('record.void', { id, reason: '两家' })
}

/** Every way a person can narrow the list of records. */
async function everyList({ done }: AWorld): Promise<void> {
  const filters = [
    {},
    { state: 'submitted' as const },
    { region: '500103' },
    { from: '2026-01-01', to: '2026-12-31' },
    { search: '水泥' },
    { search: '水' },
    { search: '0103 水泥' },
    { state: 'packed' as const, region: '500103', from: '2026-01-01', search: '水泥' },
  ]
  for (const filter of filters) {
    const page = await done('record.list', { kind: 'samplingSheet', limit: 5, ...filter })
    if (page.next !== null) await done('record.list', { kind: 'samplingSheet', limit: 5, ...filter, after: page.next })
    for (const { id } of page.items) await done('record.get', { id, history: true })
  }
  await done('record.countStates', { kind: 'samplingSheet' })
  for (const after of [undefined, '1~0']) await done('conflict.list', after === undefined ? {} : { after })
  await done('sync.status', {})
  await done('sync.listBatches', {})
  await done('profile.info', {})
}

/** A case from its opening to a look through its file, and every list of cases. */
async function aCaseOfToday(world: AWorld): Promise<void> {
  const id = await aCase(world, '2026-11-22')
  await took({ world, id }, 'notice', '2026-11-22')
  const { done } = world
  await done('aftercare.findCase', { check: await checkOf(world, id) })
  for (const filter of [{}, { main: 'notified' }, { search: '水泥' }, { search: '水' }, { main: 'notified', search: '0103 水泥' }]) {
    const page = await done('aftercare.listCases', { limit: 1, ...filter })
    if (page.next !== null) await done('aftercare.listCases', { limit: 1, ...filter, after: page.next })
  }
  await done('aftercare.countCases', {})
  await done('aftercare.listDue', {})
  await done('aftercare.listClockChanges', {})
  await done('review.inspectFile', { subject: id })
}

/** Every figure of the report, and the records behind one of each sort. */
async function aReport({ done }: AWorld): Promise<void> {
  for (const about of [{ period: '2026-11' }, { period: '2026', region: '500103' }]) {
    await done('report.indicators', about)
    for (const [code, cell] of [['R01'], ['R02'], ['R07'], ['R08', 'trained'], ['R10'], ['R13'], ['R15']] as const) {
      const asked = { ...about, code, ...(cell === undefined ? {} : { cell }), limit: 2 }
      const { next } = await done('report.records', asked)
      await done('report.records', { ...asked, after: next ?? { by: '', day: '', source: '', place: 0 } })
    }
  }
}

/** A certification case, a certificate, and every list of them. */
async function aCertification(world: AWorld): Promise<void> {
  const { done } = world
  const enterprise = await anEnterprise(world, '重庆示范齿轮有限公司')
  const id = await aCertificationCase(world, '2026-11-22', enterprise)
  const { id: certificate, doc } = await done('certification.newCertificate', { enterprise })
  const own = { number: '2016010901123456', body: '示范认证有限公司', issuedOn: '2026-01-01', expiresOn: '2026-12-01' }
  await done('record.saveDraft', { id: certificate, kind: 'certificate', doc: { ...doc, ...own } })
  await done('record.submit', { id: certificate })
  await done('certification.getCase', { id })
  for (const filter of [{}, { stage: 'screening' }, { enterprise }, { search: '齿轮' }, { stage: 'screening', search: '齿' }]) {
    const page = await done('certification.listCases', { limit: 1, ...filter })
    if (page.next !== null) await done('certification.listCases', { limit: 1, ...filter, after: page.next })
  }
  for (const filter of [{}, { show: 'expiring' as const }, { show: 'unverified' as const }, { enterprise }, { search: '齿轮' }]) {
    const page = await done('certification.listCertificates', { limit: 1, ...filter })
    if (page.next !== null) await done('certification.listCertificates', { limit: 1, ...filter, after: page.next })
  }
  await done('certification.similarCases', { enterprise, certificationKind: 'qms', scope: '阀门' })
  await done('certification.board', {})
  await done('certification.countCertificates', {})
  await done('work.list', { enterpriseId: enterprise })
  await done('work.list', {})
}

/** Every question of the sync centre, on both sides; what a batch brings is left out and taken in again. */
async function theCentre(inspector: AWorld, supervisor: AWorld): Promise<void> {
  const { done } = inspector
  for (const filter of [{}, ...(['here', 'packed', 'confirmed'] as const).map((place) => ({ place }))]) {
    const page = await done('sync.where', { limit: 1, ...filter })
    if (page.next !== null) await done('sync.where', { limit: 1, ...filter, after: page.next })
  }
  await done('sync.centre', {})
  const [head = ''] = (await supervisor.done('sync.listBatches', {})).flatMap((row) => (row.direction === 'in' ? [row.head] : []))
  await supervisor.done('sync.rehearseUndo', { head })
  await supervisor.done('sync.undo', { head, why: '存疑' })
  const aside = await supervisor.done('sync.aside', { limit: 2 })
  await supervisor.done('sync.aside', { limit: 2, after: aside.next ?? '' })
  await supervisor.done('sync.centre', {})
  await supervisor.done('sync.redo', { head, why: '核对无误' })
  const file = join(aFolder(), 'back.ibz')
  await supervisor.done('sync.makeBatch', { to: file, unconfirmed: true })
  await done('sync.import', { file })
  await done('sync.where', { place: 'confirmed' })
  const { items } = await done('record.list', { kind: 'samplingSheet', limit: 1 })
  await done('sync.provenTime', { id: items[0]?.id ?? '' })
  await done('sync.makeBatch', { to: join(aFolder(), 'again.ibz'), unconfirmed: true })
}

/** What is read from end to end, and why that may be. */
const MAY_BE_SCANNED: readonly (readonly [RegExp, string])[] = [
  [/^SCAN (json_each|CONSTANT ROW|asked)/, 'the ids that were handed in with the question'],
  [/^SCAN (counted|waiting|unsettled|acked)$/, 'what nobody has confirmed yet, and the batches of this device: a few a day'],
  [
    /^SCAN (barred|x|kept_batches|restored_devices|targets|cursors|a)$/,
    'decisions, strangers, restores, targets and their alarms: a handful each',
  ],
  [/^SCAN (ends|heads|\(subquery-\d+\))$/, 'the newest heads of each stream: a few a device'],
  [/^SCAN decisions USING COVERING INDEX/, 'decisions, when another trust list is in force: a handful'],
  [/^SCAN (s|json_each) VIRTUAL TABLE/, 'what one head has seen: 64 at most'],
  [/^SCAN newest$/, 'one row'],
  [/^SCAN revisions USING COVERING INDEX revisions_by_status/, 'only lines that do not count are in that index'],
  [/^SCAN records USING INDEX records_in_conflict/, 'only records in conflict are in that index'],
  [/^SCAN record_files USING COVERING INDEX/, 'which files are missing: the index only, no row'],
  [
    /^SCAN records USING COVERING INDEX (records_by_number|sqlite_autoindex)/,
    'how many records, and ids chosen twice: the index only, no row',
  ],
  [/^SCAN found$/, 'the rows that a narrower question within has found'],
  [/^SCAN drafts/, 'as many as one person has unfinished, and those in the bin'],
  [/^SCAN batches/, 'a few a day'],
  [/^SCAN admitted_cards/, 'the devices of one organisation'],
  [/^SCAN k USING INDEX clocks_running/, 'the clocks that run, of open cases only: looked through together, most urgent first'],
  [/^SCAN f USING INDEX certificates_/, 'certificates in the order of that index, a page at a time'],
  [/^SCAN certificates USING COVERING INDEX/, 'counts of certificates: the index only, no row'],
  [/^SCAN r USING (COVERING )?INDEX records_in_conflict/, 'the records in conflict and no others'],
  [/^SCAN records_fts VIRTUAL TABLE INDEX/, 'the search index itself'],
  [/^SCAN records USING COVERING INDEX records_by_state/, 'counts by state: the index only, no row'],
]

/** In the order of an index and without a condition: SQLite stops when the page is full. */
const readsOnlyItsPage = (sql: string, plan: readonly string[]): boolean =>
  /ORDER BY [^()]+ LIMIT/.test(sql) && !/\bWHERE\b/.test(sql) && !plan.some((step) => step.includes('TEMP B-TREE'))

test('no question a person waits for reads a growing table from end to end', async () => {
  const inspector = await aWorld()
  const supervisor = await aWorld({ role: 'supervisor', name: '王主任' })
  await acquainted(inspector, supervisor)
  await must(seedSynthetic(inspector, { enterprises: 40, checks: 60, visits: 0, rngSeed: 3, now: inspector.clock.now() }))
  const plans = [watched(inspector), watched(supervisor)]
  await aDay(inspector)
  await aCheck(inspector)
  await aCaseOfToday(inspector)
  await anEnterprisePage(inspector)
  await everyHelpList(inspector)
  await everyVisitList(inspector)
  await everyList(inspector)
  await aCertification(inspector)
  await aReport(inspector)
  const file = join(aFolder(), 'all.ibz')
  await inspector.done('sync.makeBatch', { to: file, everything: true })
  await supervisor.done('sync.rehearse', { file })
  await supervisor.done('sync.import', { file })
  await everyList(supervisor)
  await theCentre(inspector, supervisor)

  const all = new Map(plans.flatMap((some) => [...some]))
  const scans = [...all].flatMap(([sql, plan]) =>
    plan.filter((step) => step.startsWith('SCAN ') && !readsOnlyItsPage(sql, plan)).map((step) => ({ step, sql })),
  )
  const unused = MAY_BE_SCANNED.filter(([allowed]) => !scans.some(({ step }) => allowed.test(step)))
  expect(all.size).toBeGreaterThan(60)
  expect(scans.filter(({ step }) => !MAY_BE_SCANNED.some(([allowed]) => allowed.test(step)))).toEqual([])
  expect(unused).toEqual([])
})

test('the list of records comes in its order from the index: no sorting of everything for the first page', async () => {
  const world = await aWorld()
  const plans = watched(world)
  await everyList(world)
  const pages = [...plans].filter(([sql]) => /FROM records WHERE kind = \?.*ORDER BY sort_at/.test(sql) && !sql.includes('MATCH'))
  expect(pages.length).toBeGreaterThan(4)
  expect(pages.filter(([, plan]) => plan.some((step) => step.includes('TEMP B-TREE')))).toEqual([])
})
