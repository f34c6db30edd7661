import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { askCli } from '../app/ask-cli.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'calc-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function file(name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}

/** All that these commands may answer. */
interface Reply {
  readonly raw: string
  readonly due: string
  readonly calendar: string
  readonly source: string
  readonly picks: readonly number[]
  readonly ids: readonly string[]
  readonly poolHash: string
  readonly problems: readonly { readonly code: string; readonly path: string }[]
}

/** Runs `calc …` on the command line: the exit code and the one JSON object. */
async function calc(...args: string[]) {
  const { code: exit, json } = await askCli('calc', ...args, '--json')
  return { exit, json: json as Reply }
}
const codes = ({ exit, json }: Awaited<ReturnType<typeof calc>>) => [exit, ...json.problems.map(({ code }) => code)]

test('calc deadline answers both days, the rule with its source, and the notice it rests on', async () => {
  const { exit, json } = await calc('deadline', '--rule', 'objection', '--from', '2026-02-02')
  expect(exit).toBe(0)
  expect(json).toMatchObject({
    raw: '2026-02-17',
    due: '2026-02-24',
    rule: 'objection',
    days: 15,
    calendar: '2026 国办发明电〔2025〕7号',
    article: { zh: '《产品质量法》第十五条' },
    sure: 'verified',
  })
  expect(json.source).toMatch(/第十五条/)
})

test('calc deadline answers an open interval with its first and last day, and hours with a time', async () => {
  expect((await calc('deadline', '--rule', 'secondRecheck', '--from', '2024-03-01')).json).toMatchObject({
    raw: '2024-05-01',
    due: '2024-05-29',
    window: { first: '2024-05-01', last: '2024-05-29' },
  })
  expect((await calc('deadline', '--rule', 'foodRapidTestRetest', '--from', '2026-10-01T22:30')).json.due).toBe('2026-10-02T02:30')
})

test('a year without a calendar is refused, and counted when its calendar is given as a file', async () => {
  const order = ['deadline', '--rule', 'objection', '--from', '2026-12-18']
  expect(codes(await calc(...order))).toEqual([2, 'calendar.missingYear'])
  const row = { zh: '元旦', en: 'New Year', from: '2027-01-01', to: '2027-01-03', workdays: [] }
  const of2027 = { year: 2027, edition: '试行', issued: '2026-11-01', source: '测试', sure: 'derived', holidays: [row] }
  const { exit, json } = await calc(...order, '--calendar', file('2027.json', JSON.stringify(of2027)))
  expect([exit, json.raw, json.due, json.calendar]).toEqual([0, '2027-01-02', '2027-01-04', '2027 试行'])
})

test('a calendar that is none is refused with the place that is wrong', async () => {
  const order = ['deadline', '--rule', 'objection', '--from', '2026-02-02', '--calendar']
  expect(codes(await calc(...order, join(folder, 'nowhere.json')))).toEqual([2, 'input.cannotRead'])
  expect(codes(await calc(...order, file('bad.json', '{\n "year": 2026,\n}')))).toEqual([2, 'input.notJson'])
  const shipped = JSON.parse(readFileSync('seeds/reference/holidays-2026.json', 'utf8'))
  shipped.holidays[1].to = '2026-02-30'
  expect((await calc(...order, file('wrong.json', JSON.stringify(shipped)))).json.problems).toMatchObject([{ path: '/holidays/1/to' }])
  shipped.holidays[1].to = '2026-02-28'
  expect((await calc(...order, file('twice.json', JSON.stringify(shipped)))).json.problems).toMatchObject([
    { code: 'calendar.workdayOff', path: '/holidays/1/workdays', facts: { day: '2026-02-28' } },
  ])
})

test('a rule or a date that does not exist is refused', async () => {
  expect(codes(await calc('deadline', '--rule', 'x', '--from', '2026-02-02'))).toEqual([2, 'deadline.unknownRule'])
  expect(codes(await calc('deadline', '--rule', 'objection', '--from', '2026-02-30'))).toEqual([2, 'deadline.badStart'])
  expect(codes(await calc('deadline', '--rule', 'objection', '--from', '2026-02-03T24:00'))).toEqual([2, 'deadline.badStart'])
})

test('calc draw picks positions in the file, the same whatever the order and the line ends', async () => {
  const draw = async (content: string) => (await calc('draw', '--pool', file('pool.txt', content), '--take', '2', '--seed', '4162')).json
  const straight = await draw('甲\n乙\n丙\n丁\n')
  const turned = await draw('\uFEFF丁\r\n丙\r\n乙\r\n甲')
  expect(straight).toMatchObject({ algorithm: 'sha256-rank/1', seed: '4162', poolSize: 4 })
  expect(straight.picks.map((pick) => ['甲', '乙', '丙', '丁'][pick])).toEqual(straight.ids)
  expect([turned.ids, turned.poolHash]).toEqual([straight.ids, straight.poolHash])
})

test('calc draw refuses a pool with an id twice, an empty line or too few', async () => {
  const draw = (content: string, take: string) => calc('draw', '--pool', file('pool.txt', content), '--take', take, '--seed', 's')
  expect(codes(await draw('a\na\n', '1'))).toEqual([2, 'draw.duplicateId'])
  expect(codes(await draw('a\n\nb\n', '1'))).toEqual([2, 'draw.badId'])
  expect(codes(await draw('a\nb', '3'))).toEqual([2, 'draw.tooFew'])
  expect(codes(await draw('a\nb', 'two'))).toEqual([2, 'draw.badTake'])
  expect(codes(await calc('draw', '--pool', join(folder, 'nowhere'), '--take', '1', '--seed', 's'))).toEqual([2, 'input.cannotRead'])
})
