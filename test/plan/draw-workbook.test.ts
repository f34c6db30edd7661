import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { drawWorkbook } from '#electron/plan/draw-workbook'
import { aFolder, aWorld } from '../app/a-world.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { aDraw } from './a-draw.ts'

const readSheet = async (bytes: Uint8Array) => (await readXlsx(bytes, { readStyles: true })).sheets[0]!

test('the published list has the head and the rows of the record, in the columns bureaus use', async () => {
  const world = await aWorld()
  await addEnterprise(world, {})
  const list = '重庆示范水泥有限公司\t91500103MA0DEM013Q\n=HYPERLINK("http://x")厂\n重庆𠮷祥食品厂'
  const { id, doc } = await aDraw(world, { enterprises: { frame: { source: 'list' }, list, take: 3 } })
  const file = join(aFolder(), '名单.xlsx')
  expect(await world.done('plan.exportDraw', { id, file })).toMatchObject({ file })
  const { name, rows } = await readSheet(readFileSync(file))
  expect(name).toBe('抽取名单')
  expect(rows[0]?.[0]).toBe('“双随机、一公开”抽取结果')
  const head = new Map(rows.slice(1).map((row) => [row[0], row[2]]))
  expect(head.get('随机种子')).toBe(doc.seed)
  expect(head.get('企业名单哈希（SHA-256）')).toBe(doc.enterprises.poolHash)
  expect(head.get('见证人')).toBe('陈律师（示范律师事务所）')
  const start = rows.findIndex((row) => row[0] === '序号')
  expect(rows[start]?.slice(0, 5)).toEqual(['序号', '企业名称', '统一社会信用代码', '区县', '抽查人员'])
  expect(rows.slice(start + 1).map((row) => row.slice(0, 5).map((cell) => cell ?? ''))).toEqual(
    doc.enterprises.picks.map((pick, index) => [
      String(index + 1),
      pick.name,
      pick.uscc ?? '',
      pick.region === undefined ? '' : '渝中区',
      pick.samplers.map(({ name: sampler }) => sampler).join('、'),
    ]),
  )
})

test('whatever a cell looks like, it is a text: no formula, no number, no zero lost', async () => {
  const odd = [
    '=1+1',
    '+1',
    '-2',
    '@SUM(A1)',
    '003',
    '1e5',
    '2026-01-02',
    '0012345678901234567',
    'TRUE',
    "'",
    '\t=1',
    ' x ',
    '<b>&"',
    '𠮷㐂',
  ]
  const bytes = await drawWorkbook(
    { title: '=T()', head: odd.map((text) => [text, text]), columns: odd.slice(0, 5), rows: odd.map((text) => [text]) },
    '名单',
  )
  const { rows, cells } = await readSheet(bytes)
  expect(rows.slice(1, 1 + odd.length).map((row) => [row[0], row[2]])).toEqual(odd.map((text) => [text, text]))
  expect(rows.slice(-odd.length).map((row) => row[0])).toEqual(odd)
  expect([...(cells?.values() ?? [])].filter(({ formula }) => formula !== undefined)).toEqual([])
})

test('in English the same list speaks English, and the names stay as they are', async () => {
  const world = await aWorld()
  const { id } = await aDraw(world)
  const file = join(aFolder(), 'list.xlsx')
  await world.done('plan.exportDraw', { id, file, language: 'en' })
  const { rows } = await readSheet(readFileSync(file))
  expect(rows.find((row) => row[0] === 'No.')?.slice(0, 5)).toEqual(['No.', 'Enterprise', 'Credit code', 'District', 'Samplers'])
})

test('a file that cannot be written is told, and one that is not a draw is no list', async () => {
  const world = await aWorld()
  const { id } = await aDraw(world)
  expect(await world.call('plan.exportDraw', { id, file: '/there/is/no/such/list.xlsx' })).toMatchObject({
    ok: false,
    problems: [{ code: 'draw.cannotWrite' }],
  })
  const enterprise = await addEnterprise(world, {})
  expect(await world.call('plan.exportDraw', { id: enterprise, file: join(aFolder(), 'x.xlsx') })).toMatchObject({
    ok: false,
    problems: [{ code: 'record.noSuchRecord' }],
  })
})
