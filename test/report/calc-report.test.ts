import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { askCli } from '../app/ask-cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'xunzhi-calc-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function aFile(text: string): string {
  const file = join(folder, 'counts.csv')
  writeFileSync(file, text)
  return file
}

const passRate = (passed: string, total: string, ...more: string[]) =>
  askCli('calc', 'pass-rate', '--passed', passed, '--total', total, '--json', ...more)

test('calc pass-rate answers fractions in full precision', async () => {
  expect(await passRate('27', '29')).toEqual({
    code: 0,
    json: {
      rate: 27 / 29,
      wilson: { low: expect.closeTo(0.780354, 6), high: expect.closeTo(0.980879, 6) },
      clopperPearson: { low: expect.closeTo(0.772338, 6), high: expect.closeTo(0.991536, 6) },
    },
    words: '',
  })
})

test('calc pass-rate with a target says what the sample proves', async () => {
  expect(await passRate('91', '100', '--target', '95')).toMatchObject({
    code: 0,
    json: { target: 0.95, met: false, tag: 'inconclusive' },
    words: '样本不足以判断\n',
  })
  expect(await passRate('497', '555', '--target', '0.95', '--lang', 'en')).toMatchObject({
    json: { tag: 'gap' },
    words: 'below target, beyond chance\n',
  })
})

test('calc pass-rate refuses a total of nothing and more passed than there are', async () => {
  expect(await passRate('0', '0')).toMatchObject({ code: 2, json: { problems: [{ code: 'report.totalInvalid', path: '/total' }] } })
  expect(await passRate('11', '10')).toMatchObject({
    code: 2,
    json: { problems: [{ code: 'report.passedInvalid', path: '/passed', words: '合格批次数应为 0 至 10 的整数，现为“11”' }] },
  })
  expect(await passRate('-1', '10')).toMatchObject({ code: 2 })
})

test('calc p-chart answers a point a row', async () => {
  expect(await askCli('calc', 'p-chart', aFile('\uFEFFn,d\r\n100,10\r\n100,90\r\n'), '--json')).toEqual({
    code: 0,
    json: {
      pBar: 0.5,
      points: [
        { n: 100, d: 10, p: 0.1, ucl: expect.closeTo(0.65), lcl: expect.closeTo(0.35), out: true },
        { n: 100, d: 90, p: 0.9, ucl: expect.closeTo(0.65), lcl: expect.closeTo(0.35), out: true },
      ],
    },
    words: '',
  })
})

test('calc p-chart names the rows it cannot read, and the file it cannot open', async () => {
  expect(await askCli('calc', 'p-chart', aFile('n,d\n5,1\n5,6\n'), '--json', '--lang', 'en')).toMatchObject({
    code: 2,
    json: { problems: [{ code: 'report.rowInvalid', facts: { row: 3, have: '5,6' } }] },
    words: expect.stringContaining('Row 3'),
  })
  expect(await askCli('calc', 'p-chart', join(folder, 'none.csv'), '--json')).toMatchObject({
    code: 2,
    json: { problems: [{ code: 'input.cannotRead' }] },
  })
})
