import { expect, test } from 'vitest'
import { say } from '#shared/app/say'
import { aWorld } from '../app/a-world.ts'
import { codes } from '../exchange/a-parcel.ts'
import { aCalendar, aRule, asFile, placesOf } from './a-reference-file.ts'

test('a rehearsal says what is new, changed and the same, and keeps nothing; then the import does it', async () => {
  const { done, lines } = await aWorld()
  const [cement] = await done('reference.listSamplingRules', {})
  const text = asFile(aRule(), { ...cement, baseMinimum: 40 }, (await done('reference.listSamplingRules', {}))[1] ?? {})
  const rehearsed = await done('reference.importFile', { name: 'rules.json', text, dryRun: true })
  expect(lines()).toBe(0)
  expect(rehearsed.applied).toBe(false)
  expect(rehearsed.items.map(({ standing, changed }) => [standing, changed])).toEqual([
    ['new', []],
    ['changed', ['/baseMinimum']],
    ['same', []],
  ])
  const imported = await done('reference.importFile', { name: 'rules.json', text })
  expect(imported).toEqual({ ...rehearsed, applied: true })
  expect(lines()).toBe(2)
  const rules = await done('reference.listSamplingRules', {})
  expect(rules.find(({ kind }) => kind === '电热水壶')).toEqual(aRule())
  expect(rules.find(({ kind }) => kind === '水泥')?.baseMinimum).toBe(40)
  expect((await done('reference.importFile', { name: 'rules.json', text })).items.map(({ standing }) => standing)).toEqual([
    'same',
    'same',
    'same',
  ])
  expect(lines()).toBe(2)
})

test('an item that came in a file before is corrected, with the file in its history', async () => {
  const { done } = await aWorld()
  await done('reference.importFile', { name: 'one.json', text: asFile(aRule()) })
  await done('reference.importFile', { name: 'two.json', text: asFile(aRule({ baseMinimum: 12 })) })
  const { items } = await done('record.list', { kind: 'referenceItem' })
  expect(items.map(({ title }) => title)).toEqual(['电热水壶 · 2027 版'])
  const record = await done('record.get', { id: items[0]?.id ?? '', history: true })
  expect(record?.history.map(({ op, why }) => [op, why])).toEqual([
    ['submit', undefined],
    ['correct', '由文件导入 / imported from two.json'],
  ])
})

const mistakes: readonly (readonly [string, string, readonly string[]])[] = [
  ['a comma missing', '[\n  {"year": 2027\n   "edition": "x"}\n]', ['reference.notJson 3:4']],
  ['a file cut short', '[\n  {"year": 2027,\n', ['reference.notJson 2:16']],
  ['a comma too many', '{"holidays": [],\n}', ['reference.notJson 2:1']],
  ['a remark', '{"holidays": [] // none\n}', ['reference.notJson 1:17']],
  ['a text over two lines', '{"holidays": [], "edition": "a\nb"}', ['reference.notJson 1:29']],
  ['a member twice', '{"holidays": [],\n "year": 2027,\n  "year": 2028}', ['reference.memberTwice 3:3']],
  ['nothing', '  \n', ['reference.fileEmpty 1:1']],
  ['an empty list', '[]', ['reference.fileEmpty 1:1']],
  ['a list of something else', '[\n 1]', ['reference.unknownTable 2:2']],
  ['another encoding', '产品种类,版本\n\uFFFD\uFFFD,1', ['reference.notText 2:1']],
  ['nested without an end', '['.repeat(300_000), ['reference.tooDeep 1:1']],
]
test.each(mistakes)('refused with line and column, and nothing is logged: %s', async (_name, text, places) => {
  const { call, lines } = await aWorld()
  expect(placesOf(await call('reference.importFile', { name: 'a.json', text }))).toEqual(places)
  expect(lines()).toBe(0)
})

test('every value that does not fit is named at its own line, a missing one at the item it is missing in', async () => {
  const { call, lines } = await aWorld()
  const text = asFile(
    aRule({ testQuantity: '2', weather: 'rain' }),
    aRule({ edition: '2028 版', unit: undefined, items: [{ name: 'x', requirement: 'atMost', weight: 'C' }] }),
  )
  const answer = await call('reference.importFile', { name: 'a.json', text })
  const at = (needle: string, from = 0): string => {
    const lineOf = text.split('\n').findIndex((line, index) => index >= from && line.includes(needle))
    const line = text.split('\n')[lineOf] ?? ''
    return `${String(lineOf + 1)}:${String(line.indexOf(needle) + 1)}`
  }
  const second = text.split('\n').indexOf('  {') + 1
  const start = text.split('\n').findIndex((line, index) => index >= second && line === '  {') + 1
  expect(placesOf(answer)).toEqual([
    `field.invalid ${at('"2"')}`,
    `field.unknown ${at('"weather"')}`,
    `field.missing ${String(start)}:3`,
    `field.invalid ${at('"C"', start)}`,
  ])
  expect(answer.ok ? [] : answer.problems.map((problem) => say(problem, 'zh')).filter((words) => words.includes('undefined'))).toEqual([])
  expect(lines()).toBe(0)
})

test('a calendar that contradicts itself, a rule without its limit, a number with a fraction, an item twice', async () => {
  const { call } = await aWorld()
  const holidays = [{ zh: '元旦', en: 'New Year', from: '2027-01-03', to: '2027-01-01', workdays: ['2027-01-04'] }]
  const twisted = asFile(aCalendar(2027, { holidays }))
  expect(placesOf(await call('reference.importFile', { name: 'a.json', text: twisted }))).toEqual([
    'calendar.endsBeforeItBegins 13:15',
    'calendar.workdayNoWeekend 14:21',
  ])
  const limitless = asFile(aRule({ items: [{ name: 'x', requirement: 'atLeast', high: '1', weight: 'A' }] }))
  expect(placesOf(await call('reference.importFile', { name: 'a.json', text: limitless }))).toEqual(['rule.limitMissing 10:7'])
  expect(placesOf(await call('reference.importFile', { name: 'a.json', text: asFile(aRule(), aRule()) }))).toEqual([
    'reference.itemTwice 31:3',
  ])
  const layout = '[{"name": "抽样单",\n  "margin": 12.5}]'
  expect(placesOf(await call('reference.importFile', { name: 'a.json', text: layout }))).toEqual(['reference.notWhole 2:13'])
})

test('too large a file, and too many items, are refused as a whole', async () => {
  const { call, lines } = await aWorld()
  expect(codes(await call('reference.importFile', { name: 'a.json', text: `[${' '.repeat(2_000_001)}]` }))).toEqual([
    'reference.fileTooLarge',
  ])
  const many = `[${Array.from({ length: 5001 }, (_none, index) => `{"name":"n${String(index)}"}`).join(',')}]`
  expect(codes(await call('reference.importFile', { name: 'a.json', text: many }))).toEqual(['reference.tooManyItems'])
  expect(lines()).toBe(0)
})

test('a file that fits in itself, but not in the log, changes nothing at all', async () => {
  const { call, done, lines } = await aWorld()
  const items = Array.from({ length: 3000 }, (_none, index) => ({
    name: `项目 ${String(index)}`,
    requirement: 'atMost',
    high: '1',
    weight: 'A',
    method: 'x'.repeat(60),
  }))
  const text = asFile(aRule(), aRule({ edition: '大', items }))
  expect(placesOf(await call('reference.importFile', { name: 'rules.json', text }))).toEqual(['record.tooLarge 31:3'])
  expect(lines()).toBe(0)
  const { items: listed } = await done('reference.listItems', { table: 'samplingRule' })
  expect(listed.filter(({ origin }) => origin !== 'shipped')).toEqual([])
})
