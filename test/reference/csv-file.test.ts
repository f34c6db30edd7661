import { expect, test } from 'vitest'
import { aWorld } from '../app/a-world.ts'
import { aCalendar, aRule, placesOf } from './a-reference-file.ts'

const RULE_HEADER =
  'kind,edition,en,unit,testQuantity,backupQuantity,baseMinimum,validFrom,source,sure,item,itemUnit,requirement,high,expected,weight,method'
const RULE_ROWS = [
  '电热水壶,2027 版,Electric kettle,台,2,1,10,2026-01-01,示例,verified,泄漏电流,mA,≤,0.75,,A,GB 4706.1-2005',
  ',,,,,,,,,,标志,,定性,,符合,B,GB 4706.1-2005',
]
const CALENDAR = '年份,文号,发布日期,来源,可信度,节日,英文名,放假首日,放假末日,调休上班日'

test('a sampling rule as Excel writes it: one row an item, Chinese words, a byte order mark, CRLF', async () => {
  const { done, lines } = await aWorld()
  const text = `\uFEFF${[RULE_HEADER, ...RULE_ROWS].join('\r\n')}\r\n`
  expect(await done('reference.importFile', { name: 'rules.csv', text })).toMatchObject({
    table: 'samplingRule',
    items: [{ standing: 'new' }],
  })
  expect(lines()).toBe(1)
  expect((await done('reference.listSamplingRules', {})).find(({ kind }) => kind === '电热水壶')).toEqual(aRule())
})

test('a calendar pasted from a table, with tabs and Chinese headings', async () => {
  const { done } = await aWorld()
  const row = '2027\t国办发明电〔2026〕9号\t2026-11-10\t示例\t已核\t元旦\tNew Year\t2027-01-01\t2027-01-03\t'
  const second = '\t\t\t\t\t春节\tSpring Festival\t2027-02-05\t2027-02-11\t2027-02-20；2027-02-14'
  await done('reference.importFile', { name: '', text: [CALENDAR.replaceAll(',', '\t'), row, second].join('\n') })
  const calendars = await done('reference.listCalendars', {})
  expect(calendars.find(({ year }) => year === 2027)).toEqual({
    ...aCalendar(),
    holidays: [
      { zh: '元旦', en: 'New Year', from: '2027-01-01', to: '2027-01-03', workdays: [] },
      { zh: '春节', en: 'Spring Festival', from: '2027-02-05', to: '2027-02-11', workdays: ['2027-02-20', '2027-02-14'] },
    ],
  })
})

const twoRules = (...changes: readonly (readonly [string, string])[]): string =>
  changes.reduce((text, [from, to]) => text.replace(from, to), [RULE_HEADER, ...RULE_ROWS].join('\n'))

const mistakes: readonly (readonly [string, string, readonly string[]])[] = [
  ['a quotation mark without an end', `${RULE_HEADER}\n"电热水壶,2027`, ['reference.quoteOpen 2:1']],
  ['a column nobody knows', twoRules(['method', 'weather']), ['reference.unknownColumn 1:131']],
  ['a column missing', 'kind,edition\na,b', Array.from({ length: 9 }, () => 'reference.columnMissing 1:1')],
  ['a number that is none', twoRules([',2,1,10,', ',two,1,10,']), ['field.invalid 2:31']],
  ['a day that is none', twoRules(['2026-01-01', '2026-13-01']), ['field.invalid 2:38']],
  ['a limit missing in the second row', twoRules([',符合,', ',,']), ['rule.limitMissing 3:11']],
  ['a row that contradicts the first', twoRules([',,,,,,,,,,标志', '电热水壶,2027 版,,件,,,,,,,标志']), ['reference.cellDiffers 3:14']],
  ['more cells than columns', `${twoRules()},rain`, ['reference.cellTooMany 3:39']],
  [
    'a line inside a quoted cell is counted',
    `${RULE_HEADER}\n"电热水壶","2027\n版",,台,x,1,10,,示例,verified,标志,,定性,,符合,B,`,
    ['field.missing 2:1', 'field.invalid 3:7'],
  ],
  ['rows that belong to no table', 'weather,wind\n1,2', ['reference.unknownTable 1:1']],
  ['the header alone', RULE_HEADER, ['reference.fileEmpty 1:1']],
]
test.each(mistakes)('refused with line and column, and nothing is logged: %s', async (_name, text, places) => {
  const { call, lines } = await aWorld()
  expect(placesOf(await call('reference.importFile', { name: 'a.csv', text }))).toEqual(places)
  expect(lines()).toBe(0)
})

test('CSV is for sampling rules and calendars only', async () => {
  const { call } = await aWorld()
  expect(placesOf(await call('reference.importFile', { name: 'a.csv', text: 'key,value\na,1', table: 'lawNumber' }))).toEqual([
    'reference.noCsv 1:1',
  ])
})
