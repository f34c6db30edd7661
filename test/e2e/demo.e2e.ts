import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { act, answerDialogs, goTo, screen } from './steps.ts'

test.setTimeout(120_000)

test('the demonstration campaign opens from the first screen, in every state, and is marked @packaged', async ({ win }) => {
  await act(win, 'open-demo')
  await expect(screen(win, 'today')).toBeVisible({ timeout: 60_000 })
  await expect(win.locator('[data-demo="true"]')).toBeVisible()
  await goTo(win, '/spot-checks')
  for (const state of ['submitted', 'packed', 'received', 'approved', 'returned', 'void'])
    await expect(win.locator(`[data-state="${state}"]`).first(), state).toBeVisible()
})

test('a sealed sheet is printed as PDF with its fonts inside', async ({ app, win, home }) => {
  await act(win, 'open-demo')
  await expect(screen(win, 'today')).toBeVisible({ timeout: 60_000 })
  await goTo(win, '/spot-checks?state=received')
  await win.locator('[data-screen="sheets"] tbody a').first().click()
  await expect(screen(win, 'sheet-view')).toBeVisible()
  const file = join(home, 'sheet.pdf')
  await answerDialogs(app, file)
  await act(win, 'print')
  await act(win, 'save-pdf')
  await expect.poll(() => textOf(file), { timeout: 30_000 }).toContain('抽样单')
  const text = textOf(file)
  for (const words of ['演示', '抽样基数', '受检单位']) expect(text).toContain(words)
  const fonts = execFileSync('pdffonts', [file], { encoding: 'utf8' })
    .split('\n')
    .slice(2)
    .filter((line) => line.trim() !== '')
  expect(fonts.length).toBeGreaterThan(0)
  for (const font of fonts) expect(font, 'every font is embedded').toMatch(/\s(yes)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*$/)
})

function textOf(file: string): string {
  try {
    return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } catch {
    return ''
  }
}
