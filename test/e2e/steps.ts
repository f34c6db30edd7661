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

/** Types into fields, each by its pointer, as a person does who goes from one to the next. */
export async function fillIn(win: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [pointer, value] of Object.entries(values)) {
    await field(win, pointer).fill(value)
    await field(win, pointer).blur()
  }
}

/** Chooses from a list by words that stand in it: opened, typed, taken, and shown as chosen when the list has closed. */
export async function choose(win: Page, pointer: string, words: string): Promise<void> {
  const list = field(win, pointer).locator('[role="combobox"]')
  await field(win, pointer).click()
  await expect(list).toHaveAttribute('aria-expanded', 'true')
  await win.keyboard.type(words)
  await win.keyboard.press('Enter')
  await expect(list).toHaveAttribute('aria-expanded', 'false')
  await expect(field(win, pointer)).toContainText(words)
}

/** Signs in one place with the mouse; names the signer where nobody is named yet. */
export async function sign(win: Page, place: number, name?: string): Promise<void> {
  await win.locator('.sign-slot').nth(place).locator('[data-field^="/signatures/"]').click()
  if (name !== undefined) await field(win, '/signature/name').fill(name)
  const canvas = win.locator('[data-pad] canvas')
  await canvas.click({ trial: true }) // when it has slid in
  const pad = await canvas.boundingBox()
  if (pad === null) throw new Error('no pad to sign on')
  const [x, y] = [pad.x + pad.width / 3, pad.y + pad.height / 3]
  await win.mouse.move(x, y)
  await win.mouse.down()
  for (const [right, down] of [
    [40, 30],
    [90, -10],
    [140, 40],
  ] as const)
    await win.mouse.move(x + right, y + down, { steps: 4 })
  await win.mouse.up()
  await win.locator('.ant-modal-footer .ant-btn-primary').click()
  await expect(win.locator('[data-pad]')).toHaveCount(0)
}

/** What stands against sealing, by its code. */
export const refusal = (win: Page, code: string) => win.locator(`.problem-links [data-problem="${code}"]`)

/** Seals; what stands against it is listed when it is refused. */
export const seal = (win: Page) => win.keyboard.press('Control+Enter')
