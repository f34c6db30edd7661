import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { act, answerDialogs, choose, goTo, screen } from './steps.ts'

test.setTimeout(120_000)

/** A supervisor's profile with a month of help; answers the visit on which two problems were found. */
function makeProfile(home: string): { readonly visit: string } {
  const told = execFileSync(process.execPath, ['test/report/make-report-profile.child.ts', join(home, 'profiles', 'report')], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  })
  return JSON.parse(told) as { readonly visit: string }
}

const figure = (win: Page, name: string) => win.locator(`[data-figure="${name}"]`)
const listed = (win: Page) => screen(win, 'report-records').locator('tbody tr')

async function openReport(win: Page): Promise<void> {
  await win.getByRole('button', { name: /演示·统计员/ }).click()
  await expect(screen(win, 'today')).toBeVisible()
  await goTo(win, '/report?period=2026-10')
  await expect(figure(win, 'R10 value')).toHaveText('3')
}

test('a figure opens exactly its records, a record opens its page, and back is the list again', async ({ home, launch }) => {
  const { visit } = makeProfile(home)
  const { win } = await launch()
  await openReport(win)
  for (const [name, shown] of [
    ['R09 value', '3'],
    ['R11 value', '2'],
    ['R13 value', '1'],
    ['R14 cumulative', '1'],
    ['R15 value', '12,345.67'],
  ] as const)
    await expect(figure(win, name)).toHaveText(shown)

  await figure(win, 'R10 value').focus()
  await win.keyboard.press('Enter')
  await expect(listed(win)).toHaveCount(3)
  await expect(win.locator('[data-sum]')).toHaveAttribute('data-sum', '3')
  await look(win, 'report-records')
  await listed(win).first().locator('a').click()
  await expect.poll(() => win.evaluate(() => window.location.hash)).toContain(visit)
  await win.evaluate(() => window.history.back())
  await expect(listed(win)).toHaveCount(3)
  await win.keyboard.press('Escape')
  await expect(screen(win, 'report-records')).toHaveCount(0)

  await figure(win, 'R13 value').click()
  await expect(listed(win)).toHaveCount(2)
  await expect(listed(win).locator('td:first-child')).toHaveText(['1', '0'])
})

test('the period and the district are chosen, and the export has the number that is shown', async ({ home, launch }) => {
  makeProfile(home)
  const { app, win } = await launch()
  await openReport(win)
  await act(win, 'before')
  await expect(win.locator('[data-period="2026-09"]')).toBeVisible()
  await expect(figure(win, 'R10 value')).toHaveText('0')
  await act(win, 'after')
  await choose(win, '/region', '南岸区')
  await expect(figure(win, 'R10 value')).toHaveText('0')
  await goTo(win, '/report?period=2026')
  await expect(figure(win, 'R10 value')).toHaveText('3')

  const file = join(home, 'report.csv')
  await answerDialogs(app, file)
  await act(win, 'export-csv')
  await expect(win.locator(`[data-written="${file}"]`)).toBeVisible()
  const rows = readFileSync(file, 'utf8')
    .split('\r\n')
    .map((line) => line.split(','))
  expect(rows.find((row) => row[2] === 'R15')?.slice(0, 7)).toEqual([
    '2026',
    '全部 (演示数据，不得上报)',
    'R15',
    '',
    '可计算经济效益',
    '12345.67',
    '12345.67',
  ])
  const workbook = join(home, 'report.xlsx')
  await answerDialogs(app, workbook)
  await act(win, 'export-xlsx')
  await expect(win.locator(`[data-written="${workbook}"]`)).toBeVisible()
  expect(readFileSync(workbook).subarray(0, 2).toString()).toBe('PK')
})
