import type { Page } from '@playwright/test'
import { lookAtChecks } from './check-screens.ts'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { act, goTo, screen } from './steps.ts'

test.setTimeout(240_000)

/** Every screen of the program that needs no particular record. */
const screens = [
  ['today', '/'],
  ['enterprises', '/enterprises'],
  ['lookalikes', '/lookalikes'],
  ['tasks', '/tasks'],
  ['sheets', '/spot-checks'],
  ['checks', '/spot-checks?check=all'],
  ['aftercare', '/aftercare'],
  ['draws', '/draw'],
  ['new-draw', '/draw?new=true'],
  ['coach', '/coach'],
  ['visits', '/visits'],
  ['problems', '/problems'],
  ['work', '/work'],
  ['certification', '/certification'],
  ['certificates', '/certificates'],
  ['teams', '/teams'],
  ['people', '/teams?tab=people'],
  ['agreements', '/teams?tab=agreements'],
  ['one-stop', '/one-stop'],
  ['report', '/report'],
  ['reference', '/reference'],
  ['sync', '/sync'],
  ['where', '/where'],
  ['aside', '/aside'],
  ['missing-files', '/missing-files'],
  ['conflicts', '/conflicts'],
  ['import', '/import'],
  ['devices', '/devices'],
  ['settings', '/settings'],
] as const

async function openSheet(win: Page, state: string): Promise<void> {
  await goTo(win, `/spot-checks?state=${state}`)
  await win.locator('[data-screen="sheets"] tbody a').first().click()
}

/** The papers of a sheet that is sealed, and a case with its clocks and steps. */
async function lookAtPapersAndCase(win: Page, name: string): Promise<void> {
  await openSheet(win, 'received')
  await act(win, 'print')
  await expect(win.locator('[data-screen="papers"] .paper-page').first()).toBeVisible()
  await look(win, `${name}-papers`)
  await goTo(win, '/aftercare')
  await win.locator('[data-panel="board"] .case-card').first().click()
  await expect(win.locator('[data-screen="case"] [data-panel="clocks"]')).toBeVisible()
  await look(win, `${name}-case`)
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
        await lookAtChecks(win, `${size}-${language}`)
        await lookAtPapersAndCase(win, `${size}-${language}`)
      })
    })
  }
}
