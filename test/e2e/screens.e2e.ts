import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { act, goTo, screen } from './steps.ts'

test.setTimeout(240_000)

/** Every screen of the program that needs no particular record. */
const screens = [
  ['today', '/'],
  ['enterprises', '/enterprises'],
  ['sheets', '/spot-checks'],
  ['sync', '/sync'],
  ['import', '/import'],
  ['devices', '/devices'],
  ['settings', '/settings'],
] as const

async function look(win: Page, name: string): Promise<void> {
  await win.evaluate(() => document.fonts.ready.then(() => undefined))
  await win.waitForTimeout(250) // animations of the component library
  const { violations } = await new AxeBuilder({ page: win }).setLegacyMode(true).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  await win.screenshot({ path: `.cache/screens/${name}.png` })
  expect(told, name).toEqual([])
  const overflow = await win.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${name}: nothing is cut off at the side`).toBeLessThanOrEqual(0)
}

async function openSheet(win: Page, state: string): Promise<void> {
  await goTo(win, `/spot-checks?state=${state}`)
  await win.locator('[data-screen="sheets"] tbody a').first().click()
}

for (const size of ['1366x768', '1920x1080'] as const) {
  for (const language of ['zh', 'en'] as const) {
    test.describe(`${size} ${language}`, () => {
      test.use({ size })
      test('every screen is accessible and fits', async ({ win }) => {
        await expect(screen(win, 'chooser')).toBeVisible()
        if (language === 'en') await win.locator('[data-field="/language"]').getByText('EN', { exact: true }).click()
        await look(win, `${size}-${language}-chooser`)
        await act(win, 'open-demo')
        await expect(screen(win, 'today')).toBeVisible({ timeout: 60_000 })
        for (const [name, path] of screens) {
          await goTo(win, path)
          await expect(screen(win, name)).toBeVisible()
          await look(win, `${size}-${language}-${name}`)
        }
        await openSheet(win, 'received')
        await expect(screen(win, 'sheet-view')).toBeVisible()
        await look(win, `${size}-${language}-sheet`)
        await openSheet(win, 'draft')
        await expect(screen(win, 'sheet-form')).toBeVisible()
        await look(win, `${size}-${language}-sheet-form`)
      })
    })
  }
}
