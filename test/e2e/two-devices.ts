import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { look } from './look.ts'
import { act, admitCard, answerDialogs, goTo, newProfile, saveCard, screen } from './steps.ts'

const REGION = '500103'
export const SUPERVISOR = '演示·上级'
export const INSPECTOR = '演示·抽样员甲'

/** Two people on one computer: the chooser leads from one profile to the other. */
export async function leave(win: Page): Promise<void> {
  await goTo(win, '/settings')
  await act(win, 'leave-profile')
  await expect(screen(win, 'chooser')).toBeVisible()
}

export async function enter(win: Page, name: string): Promise<void> {
  await win.getByRole('button', { name: new RegExp(name) }).click()
  await expect(screen(win, 'today')).toBeVisible()
}

/** A supervisor who founded the trust list and an inspector, each trusted by the other; the inspector's profile stays open. */
export async function twoWhoTrust(app: ElectronApplication, win: Page, home: string): Promise<void> {
  const [inspector, supervisor] = [join(home, 'a.xzcard'), join(home, 's.xzcard')]
  await newProfile(win, { name: INSPECTOR, role: 'inspector', region: REGION })
  await saveCard(app, win, inspector)
  await leave(win)
  await newProfile(win, { name: SUPERVISOR, role: 'supervisor', region: REGION })
  await goTo(win, '/devices')
  await act(win, 'init-trust')
  await expect(win.locator('[data-action="init-trust"]')).toHaveCount(0)
  await saveCard(app, win, supervisor)
  await admitCard(app, win, inspector)
  await leave(win)
  await enter(win, INSPECTOR)
  await admitCard(app, win, supervisor)
}

/** Packs what is new into a file. */
export async function pack(app: ElectronApplication, win: Page, file: string): Promise<void> {
  await goTo(win, '/sync')
  await answerDialogs(app, file)
  await act(win, 'pack')
  await expect(win.locator('[data-result="made"]')).toBeVisible({ timeout: 30_000 })
}

/** Rehearses a file and takes it in. */
export async function takeIn(app: ElectronApplication, win: Page, file: string): Promise<void> {
  await goTo(win, '/import')
  await answerDialogs(app, file)
  await act(win, 'choose-bundle')
  await expect(win.locator('[data-result="rehearsal"]')).toBeVisible({ timeout: 30_000 })
  await look(win, 'import-rehearsal')
  await act(win, 'accept-import')
  await expect(win.locator('[data-result="done"]')).toBeVisible({ timeout: 30_000 })
  await look(win, 'import-done')
}

/** A person of the roll, the smallest record there is. */
export async function addPerson(win: Page, name: string): Promise<void> {
  await goTo(win, '/teams?tab=people')
  await win.locator('[data-action="new-person"]').first().click() // an empty list offers it as well
  const form = win.locator('.step-form')
  await form.locator('[data-field="/name"]').fill(name)
  await form.locator('[data-field="/expertise/0"]').fill('过程控制')
  await win.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
}

/** Corrects one field of the only person on the roll. */
export async function correctPerson(win: Page, pointer: string, value: string): Promise<void> {
  await goTo(win, '/teams?tab=people')
  await win.getByRole('button', { name: /^更正“/ }).click()
  await win.locator('[data-field="/reason"]').fill(`演示：${value}`)
  await win.locator('.ant-modal-footer .ant-btn-primary').click()
  const form = win.locator('.step-form')
  await form.locator(`[data-field="${pointer}"]`).fill(value)
  await win.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
}
