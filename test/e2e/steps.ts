import type { ElectronApplication, Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** One field of a form by its JSON Pointer. */
export const field = (win: Page, pointer: string) => win.locator(`[data-field="${pointer}"]`)
export const screen = (win: Page, name: string) => win.locator(`[data-screen="${name}"]`)
export const act = (win: Page, name: string) => win.locator(`[data-action="${name}"]`).click()

/** Goes to a screen as a link would. */
export async function goTo(win: Page, path: string): Promise<void> {
  await win.evaluate((hash) => {
    window.location.hash = hash
  }, `#${path}`)
}

export interface Person {
  readonly name: string
  readonly role: 'inspector' | 'taskforce' | 'supervisor'
  readonly region: string
}

/** First run: fills the form of the chooser with the keyboard. */
export async function newProfile(win: Page, { name, role, region }: Person): Promise<void> {
  await act(win, 'new-profile')
  await field(win, '/name').fill(name)
  const place = { inspector: 0, taskforce: 1, supervisor: 2 }[role]
  await win.locator('.role-choice label').nth(place).click()
  await field(win, '/region').click()
  await win.keyboard.type(region)
  await win.keyboard.press('Enter')
  await act(win, 'create-profile')
  await expect(screen(win, 'today')).toBeVisible()
}

/** The person's answer to the next file dialogs. Only the dialog is answered for them; everything behind it is real. */
export async function answerDialogs(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
  }, file)
}

export async function saveCard(app: ElectronApplication, win: Page, file: string): Promise<void> {
  await goTo(win, '/devices')
  await answerDialogs(app, file)
  await act(win, 'save-card')
}

export async function admitCard(app: ElectronApplication, win: Page, file: string): Promise<void> {
  await goTo(win, '/devices')
  await answerDialogs(app, file)
  await act(win, 'choose-card')
  await act(win, 'admit-card')
  await expect(win.locator('[data-result="card"]')).toHaveCount(0)
}
