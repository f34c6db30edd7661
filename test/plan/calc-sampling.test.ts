import { expect, test } from 'vitest'
import { askCli } from '../app/ask-cli.ts'

const order = (lot: string, aql: string, ...more: string[]) => [
  'calc',
  'sampling',
  '--lot',
  lot,
  '--level',
  'II',
  '--aql',
  aql,
  '--json',
  ...more,
]

test('calc sampling answers the plan and where the arrows led', async () => {
  expect(await askCli(...order('1000', '2.5'))).toEqual({
    code: 0,
    json: { letter: 'J', planLetter: 'J', n: 80, ac: 5, re: 6, inspectAll: false },
    words: '',
  })
  expect(await askCli(...order('8', '0.65'))).toMatchObject({
    code: 0,
    json: { letter: 'A', planLetter: 'F', n: 20, ac: 0, re: 1, inspectAll: true },
  })
  expect(await askCli(...order('1000', '2.5', '--tightened'))).toMatchObject({ code: 0, json: { n: 80, ac: 3, re: 4 } })
})

test('calc sampling refuses what is in no table, with words in either language', async () => {
  expect(await askCli(...order('1000', '3'))).toMatchObject({
    code: 2,
    json: {
      problems: [{ code: 'plan.aqlUnknown', path: '/aql', facts: { have: '3', tightened: false }, words: expect.stringContaining('2.5') }],
    },
    words: expect.stringContaining('正常检验表中没有接收质量限“3”'),
  })
  expect(await askCli(...order('many', '2.5', '--lang', 'en'))).toMatchObject({
    code: 2,
    words: expect.stringContaining('2 or more, not "many"'),
  })
  expect(await askCli(...order('-5', '2.5'))).toMatchObject({ code: 2, json: { problems: [{ code: 'plan.lotInvalid' }] } })
})

test('calc sampling without its lot cannot run', async () => {
  expect(await askCli('calc', 'sampling', '--level', 'II', '--aql', '1.0', '--json')).toMatchObject({ code: 3, json: null })
})

test('calc uscc is where it was', async () => {
  expect(await askCli('calc', 'uscc', '9150000020286320X6', '--json')).toMatchObject({
    code: 0,
    json: { valid: true, kind: 'enterprise', problems: [], expectedCheck: '6' },
  })
})
