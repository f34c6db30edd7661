import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { act, answerDialogs, field, goTo, screen } from './steps.ts'
import { addPerson, enter, INSPECTOR, leave, pack, SUPERVISOR, takeIn, twoWhoTrust } from './two-devices.ts'

test.setTimeout(240_000)

const status = (win: Page) => win.locator('.sync-status')
const tile = (win: Page, name: string) => win.locator(`[data-tile="${name}"]`)
const people = (win: Page) => screen(win, 'people').locator('tbody tr')

test('a supervisor leaves a batch out and takes it in again', async ({ app, win, home }) => {
  const bundle = join(home, 'first.ibz')
  await twoWhoTrust(app, win, home)
  await addPerson(win, '演示·医生')
  await pack(app, win, bundle)
  await expect(status(win)).toHaveAttribute('data-status', 'pack')
  await leave(win)

  await enter(win, SUPERVISOR)
  await takeIn(app, win, bundle)
  await goTo(win, '/sync')
  await act(win, 'undo-batch')
  await expect(win.locator('.ant-modal')).toContainText('1 份不再出现')
  await field(win, '/reason').fill('演示：发错了')
  await win.locator('.ant-modal-footer .ant-btn-dangerous').click()
  await expect(win.locator('[data-panel="batches"] .conflict-mark')).toHaveText('已撤出')
  await goTo(win, '/teams?tab=people')
  await expect(people(win)).toHaveCount(0)
  await goTo(win, '/aside')
  await expect(screen(win, 'aside').locator('tbody')).toContainText('演示：发错了')
  await look(win, 'aside-undone')

  await act(win, 'undo') // the toast is still there
  await goTo(win, '/teams?tab=people')
  await expect(people(win)).toHaveCount(1)
  await goTo(win, '/aside')
  await expect(screen(win, 'aside').locator('[data-empty]')).toBeVisible()
})

/** Adds a folder as storage place; the doctor says that it can be used. */
async function addFolder(app: ElectronApplication, win: Page, folder: string): Promise<void> {
  await goTo(win, '/sync')
  await answerDialogs(app, folder)
  await act(win, 'add-target')
  await act(win, 'choose-folder')
  await field(win, '/name').fill('演示共享文件夹')
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('.ant-drawer [data-findings="good"]')).toBeVisible({ timeout: 30_000 })
  await look(win, 'target-added')
  await act(win, 'close-target')
}

test('records and receipts travel through a shared folder, and the centre says where each is', async ({ app, win, home }) => {
  const folder = join(home, 'shared')
  mkdirSync(folder)
  await twoWhoTrust(app, win, home)
  await addPerson(win, '演示·医生')
  await addFolder(app, win, folder)
  await expect(status(win)).toHaveAttribute('data-status', 'exchange')
  await act(win, 'move-exchange')
  await expect(win.locator('[data-result="exchanged"]')).toContainText('送出 1 个批次', { timeout: 30_000 })
  await expect(tile(win, 'onTarget')).toHaveAttribute('data-amount', '1')
  expect(readdirSync(folder).length).toBeGreaterThan(0)
  await look(win, 'sync-exchanged')
  await leave(win)

  await enter(win, SUPERVISOR)
  await addFolder(app, win, folder)
  await win.locator('[data-target] [data-action="exchange"]').click()
  await expect(win.locator('[data-result="exchanged"]')).toContainText('新记录 1', { timeout: 30_000 })
  await win.locator('[data-target] [data-action="exchange"]').click() // the receipt goes back
  await expect(win.locator('[data-result="exchanged"]')).toBeVisible({ timeout: 30_000 })
  await leave(win)

  await enter(win, INSPECTOR)
  await goTo(win, '/sync')
  await win.locator('[data-target] [data-action="exchange"]').click()
  await expect(tile(win, 'confirmed')).toHaveAttribute('data-amount', '1', { timeout: 30_000 })
  await tile(win, 'confirmed').click()
  await expect(screen(win, 'where').locator('tbody tr')).toContainText(SUPERVISOR)
  await look(win, 'where-confirmed')
})
