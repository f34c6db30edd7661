import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { readCsvRows } from '#electron/reference/csv-rows'
import { csvText } from '#shared/report/report-document'
import { type AWorld, aFolder, aWorld, must } from '../app/a-world.ts'
import { askCli } from '../app/ask-cli.ts'
import { behind, figuresOf, OCTOBER } from './figures.ts'
import { aFacility, aFirm, aLabUse, aService, aStation, aVisit } from './help-documents.ts'

/** A month with a little of everything that a table can get wrong: names like formulas, commas, quotes, cents. */
async function aMonth(): Promise<AWorld> {
  const world = await aWorld()
  const firm = await aFirm(world, { name: '=HYPERLINK("http://x"),"演示"厂' })
  const station = { id: await aStation(world, '@演示站点'), name: '@演示站点' }
  const lab = { id: await aFacility(world, 'sharedLab', '演示实验室'), name: '演示实验室' }
  await aService(world, firm, station, 77_000.05)
  await aService(world, firm, station)
  await aLabUse(world, firm, lab, 0.1)
  await aVisit(world, firm, { no: '-1+1' })
  return world
}

const written = async ({ done }: AWorld, format: 'json' | 'csv' | 'xlsx', language: 'zh' | 'en' = 'zh'): Promise<Buffer> => {
  const { file } = await done('report.export', { ...OCTOBER, format, language, file: join(aFolder(), `r.${format}`) })
  return readFileSync(file)
}

const CODE = 2
const CELL = 3
const VALUE = 5
const said = (cell: unknown): string => (typeof cell === 'string' ? cell : '')
type Row = readonly unknown[]
/** The figures of a table as somebody else would read them in again. */
const figuresIn = ([, ...rows]: readonly Row[]) =>
  Object.fromEntries(rows.map((row) => [`${said(row[CODE])} ${said(row[CELL])}`.trim(), Number(row[VALUE])]))

test('CSV, workbook and JSON are read in again to the same numbers', async () => {
  const world = await aMonth()
  const figures = await figuresOf(world)
  expect(figures).toMatchObject({ R13: 1, R14: 1, R15: 77_000.05, 'R16 saved': 0.1, R10: 1 })
  for (const language of ['zh', 'en'] as const) {
    const csv = await must(readCsvRows((await written(world, 'csv', language)).toString('utf8').replace('\uFEFF', '')))
    expect(figuresIn(csv.map((row) => row.map(({ text }) => text)))).toEqual(figures)
    const { sheets } = await readXlsx(await written(world, 'xlsx', language))
    expect(figuresIn(sheets[0]?.rows ?? [])).toEqual(figures)
  }
  const json = JSON.parse((await written(world, 'json')).toString('utf8')) as {
    indicators: { code: string; cell: string; value: number; records: string[] }[]
  }
  expect(Object.fromEntries(json.indicators.map(({ code, cell, value }) => [`${code} ${cell}`.trim(), value]))).toEqual(figures)
  for (const { code, cell, records } of json.indicators)
    expect(records).toEqual([...new Set((await behind(world, `${code} ${cell}`.trim())).map(({ id }) => id))])
})

test('the second sheet of the workbook lists the records, and what they add is the figure; no cell is a formula', async () => {
  const world = await aMonth()
  const { sheets } = await readXlsx(await written(world, 'xlsx'), { readStyles: true })
  const [, listed] = sheets
  const sums = new Map<string, number>()
  for (const [code, cell, , adds] of (listed?.rows ?? []).slice(1)) {
    const name = `${said(code)} ${said(cell)}`.trim()
    sums.set(name, Math.round(((sums.get(name) ?? 0) + Number(adds)) * 100) / 100)
  }
  const counted = Object.entries(await figuresOf(world)).filter(([, value]) => value > 0)
  expect(Object.fromEntries(sums)).toEqual(Object.fromEntries(counted))
  expect(listed?.rows.find((row) => row[0] === 'R10')?.[7]).toBe('-1+1')
  const formulas = sheets.flatMap(({ cells }) => [...(cells?.values() ?? [])].filter(({ formula }) => formula !== undefined))
  expect(formulas).toEqual([])
})

test('a text that a spreadsheet would run is led by an apostrophe in CSV, a number stays a number', () => {
  expect(
    csvText([
      ['=1+1', '+1', '-1', '@A1', '\t=1', '＝1', 'a,"b"', 'x'],
      [-1, 1.5],
    ]),
  ).toBe(`\uFEFF'=1+1,'+1,'-1,'@A1,'\t=1,'＝1,"a,""b""",x\r\n-1,1.5\r\n`)
})

test('a file that cannot be written is told', async () => {
  const { call } = await aWorld()
  expect(await call('report.export', { ...OCTOBER, format: 'csv', file: '/there/is/no/such/r.csv' })).toMatchObject({
    ok: false,
    problems: [{ code: 'report.cannotWrite' }],
  })
})

test('xunzhi report answers in the shape that scripts rely on, and writes the same to a file', async () => {
  const world = await aMonth()
  world.close()
  const asked = ['report', '--profile', world.folder, '--json', '--period', '2026-10']
  const { code, json } = await askCli(...asked)
  expect(code).toBe(0)
  expect(json).toMatchObject({ period: '2026-10', region: '', from: '2026-10-01', to: '2026-10-31', demo: false })
  const { indicators } = json as { indicators: { code: string; value: number; unit: string; basis: string; records: string[] }[] }
  expect(indicators.find((one) => one.code === 'R15')).toMatchObject({
    value: 77_000.05,
    unit: '元',
    basis: expect.stringContaining('企业确认') as string,
  })
  const file = join(aFolder(), 'report.json')
  expect(await askCli(...asked, '--region', '500103', '--format', 'json', '--out', file)).toMatchObject({ code: 0, json: { file } })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ region: '500103', indicators })
  const refused = await askCli('report', '--profile', world.folder, '--json', '--period', 'October')
  expect(refused).toMatchObject({ code: 2, json: { problems: [{ code: 'report.periodInvalid' }] } })
})
