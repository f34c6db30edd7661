import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { look } from './look.ts'
import { act, goTo, screen } from './steps.ts'

/** The first row of a list of checks in one state. */
async function openCheck(win: Page, state: string): Promise<void> {
  await goTo(win, `/spot-checks?check=${state}`)
  await win.locator('[data-screen="checks"] tbody a').first().click()
}

/** Every screen of a spot check from its task to its verdict; `name` begins the name of each picture. */
export async function lookAtChecks(win: Page, name: string): Promise<void> {
  await goTo(win, '/tasks')
  await win.locator('[data-screen="tasks"] tbody a').first().click()
  await expect(screen(win, 'task-view')).toBeVisible()
  await look(win, `${name}-task`)
  await goTo(win, '/tasks')
  await act(win, 'new-task')
  await expect(screen(win, 'task-form')).toBeVisible()
  await look(win, `${name}-task-form`)
  await openCheck(win, 'onSite')
  await expect(screen(win, 'check')).toBeVisible()
  await look(win, `${name}-check`)
  await openCheck(win, 'notFound')
  await expect(screen(win, 'report-view')).toBeVisible()
  await look(win, `${name}-site-report`)
  await goTo(win, '/spot-checks')
  await act(win, 'new-report')
  await expect(screen(win, 'report-form')).toBeVisible()
  await look(win, `${name}-site-report-form`)
  await goTo(win, '/spot-checks')
  await act(win, 'new-food-sheet')
  await expect(screen(win, 'sheet-form')).toBeVisible()
  await look(win, `${name}-food-form`)
  await openCheck(win, 'labReceived')
  await act(win, 'step-report')
  await expect(win.locator('[data-action="submit-step"]')).toBeVisible()
  await look(win, `${name}-step`)
  await act(win, 'leave-step')
  await openCheck(win, 'fail')
  await expect(win.locator('[data-panel="verdict"]')).toBeVisible()
  await look(win, `${name}-verdict`)
}
