import { expect, test } from 'vitest'
import { rebuild } from '#db/kernel/project'
import { countPrints } from '#db/paper/print-queries'
import { PRINTED } from '#shared/paper/printed-event'
import { type AWorld, aWorld, reopened } from '../app/a-world.ts'
import { aDraft, aSealedSheet, codes } from '../record/a-record.ts'

const layout = 'samplingSheet'
const auditLines = ({ world }: AWorld) =>
  world.db.all<{ data: string }>("SELECT bytes ->> '$.data' AS data FROM lines WHERE type = 'audit'").map(({ data }) => JSON.parse(data))
const copiesOf = async ({ done }: AWorld, record: string) => {
  const { copies } = await done('paper.get', { record, layout })
  return copies.map(({ no, print }) => [no, print])
}

test('a sealed sheet can be printed on its papers; what does not fit says why', async () => {
  const inspector = await aWorld()
  const record = await aSealedSheet(inspector)
  const papers = await inspector.done('paper.listLayouts', { record })
  expect(papers.map(({ name, available, why }) => [name, available, why?.zh ?? ''])).toEqual([
    ['samplingSheet', true, ''],
    ['foodSamplingSheet', false, '这份抽样单不是食品抽样单。'],
    ['spotCheckNotice', true, ''],
    ['sealNotice', true, ''],
    ['workFeedback', true, ''],
  ])
  expect(codes(await inspector.call('paper.get', { record, layout: 'foodSamplingSheet' }))).toEqual(['paper.notFitting /layout'])
  expect(codes(await inspector.call('paper.get', { record, layout: 'resultNotice' }))).toEqual(['paper.noSuchLayout /layout'])
  expect(codes(await inspector.call('paper.get', { record, layout, copies: [7] }))).toEqual(['paper.noSuchCopy /copies'])
})

test('the code on a paper leads back to the sealed line', async () => {
  const inspector = await aWorld()
  const record = await aSealedSheet(inspector)
  const { revision } = await inspector.done('record.get', { id: record }).then((detail) => detail ?? { revision: null })
  const { verification, mark } = await inspector.done('paper.get', { record, layout })
  expect(mark).toBe('none')
  expect(verification).toEqual({
    no: 'CQ-500103-20261122-abcd-001',
    revision,
    text: `XUNZHI:1:CQ-500103-20261122-abcd-001:${String(revision)}:samplingSheet`,
  })
})

test('a draft is marked and has no code; only what is handed over before sealing is not', async () => {
  const inspector = await aWorld()
  const record = await aDraft(inspector)
  expect(await inspector.done('paper.get', { record, layout })).toMatchObject({ mark: 'draft', verification: null })
  expect(await inspector.done('paper.get', { record, layout: 'spotCheckNotice' })).toMatchObject({ mark: 'none', verification: null })
  expect(await inspector.done('paper.notePrinted', { record, layout, copies: [1] })).toEqual({ print: 0 })
  expect(auditLines(inspector)).toEqual([])
  expect(await inspector.done('paper.notePrinted', { record, layout: 'spotCheckNotice', copies: [1] })).toEqual({ print: 1 })
  expect(auditLines(inspector)).toMatchObject([{ layout: 'spotCheckNotice', revision: null }])
})

test('every print leaves a line, each copy is counted for itself, and a rebuild counts the same', async () => {
  const inspector = await aWorld()
  const record = await aSealedSheet(inspector)
  expect(await copiesOf(inspector, record)).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 1],
  ])
  await inspector.done('paper.notePrinted', { record, layout, copies: [1, 2] })
  expect(await inspector.done('paper.notePrinted', { record, layout, copies: [1] })).toEqual({ print: 2 })
  const wanted = [
    [1, 3],
    [2, 2],
    [3, 1],
    [4, 1],
  ]
  expect(await copiesOf(inspector, record)).toEqual(wanted)
  expect(auditLines(inspector)).toMatchObject([
    { record, layout, copies: [1, 2], print: 1 },
    { record, layout, copies: [1], print: 2 },
  ])
  inspector.world.db.transaction(() => rebuild(inspector.world.db, inspector.world.projections))
  expect(await copiesOf(inspector, record)).toEqual(wanted)
  inspector.close()
  expect(await copiesOf(await reopened(inspector.folder), record)).toEqual(wanted)
})

test('an audit line that is nonsense, or of another event, is counted nowhere', async () => {
  const inspector = await aWorld()
  const [paper] = inspector.world.projections.audits
  const line = { t: 'audit', v: 1, dev: inspector.world.self.device, n: 'a'.repeat(22), at: '2026-11-22T10:00:00+08:00', by: '甲' } as const
  const data = { record: 'no id', layout, revision: null, copies: [1], print: 1 }
  paper?.take(inspector.world.db, '0'.repeat(64), { ...line, ev: PRINTED, data })
  expect(inspector.world.db.all('SELECT * FROM paper_prints')).toEqual([])
  expect(countPrints(inspector.world.db, 'no id', layout)).toEqual(new Map())
})
