import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { fillByKeyboard, signByKeyboard } from './fill-sheet.ts'
import { expect, test } from './fixtures.ts'
import { aPicture } from './pictures.ts'
import { act, admitCard, answerDialogs, goTo, newProfile, saveCard, screen } from './steps.ts'

test.setTimeout(240_000)

/** Two people on one computer: the chooser leads from one profile to the other. */
async function leave(win: Page): Promise<void> {
  await goTo(win, '/settings')
  await act(win, 'leave-profile')
  await expect(screen(win, 'chooser')).toBeVisible()
}

async function enter(win: Page, name: string): Promise<void> {
  await win.getByRole('button', { name: new RegExp(name) }).click()
  await expect(screen(win, 'today')).toBeVisible()
}

/** One sheet with a photo, sealed. */
async function recordSheet(win: Page, photo: string): Promise<void> {
  await win.keyboard.press('Control+n')
  await fillByKeyboard(win)
  await win.locator('[data-slot-input="afterSeal"]').setInputFiles(photo)
  await expect(win.locator('[data-photo] img')).toBeVisible()
  for (const [place, name] of [[0], [1], [2, '演示·厂长']] as const) await signByKeyboard(win, place, name)
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('[data-state="submitted"]').first()).toBeVisible()
}

async function pack(app: ElectronApplication, win: Page, file: string): Promise<void> {
  await goTo(win, '/sync')
  await answerDialogs(app, file)
  await act(win, 'pack')
  await expect(win.locator('[data-result="made"]')).toBeVisible({ timeout: 30_000 })
}

async function rehearse(app: ElectronApplication, win: Page, file: string): Promise<void> {
  await goTo(win, '/import')
  await answerDialogs(app, file)
  await act(win, 'choose-bundle')
}

test('a sheet goes from the factory to the supervisor with its photo, and comes back as received', async ({ app, win, home }) => {
  const [photo, bundle, receipt] = [join(home, 'seal.png'), join(home, 'out.ibz'), join(home, 'back.ibz')]
  const [inspectorCard, supervisorCard] = [join(home, 'a.xzcard'), join(home, 's.xzcard')]
  writeFileSync(photo, aPicture())

  await newProfile(win, { name: '演示·上级', role: 'supervisor', region: '500103' })
  await goTo(win, '/devices')
  await act(win, 'init-trust')
  await saveCard(app, win, supervisorCard)
  await leave(win)

  await newProfile(win, { name: '演示·抽样员甲', role: 'inspector', region: '500103' })
  await saveCard(app, win, inspectorCard)
  await admitCard(app, win, supervisorCard)
  await recordSheet(win, photo)
  await pack(app, win, bundle)
  await leave(win)

  await enter(win, '演示·上级')
  await rehearse(app, win, bundle)
  await expect(win.locator('[data-result="refused"]')).toContainText('名片') // not enrolled yet: nothing comes in
  await admitCard(app, win, inspectorCard)
  const damaged = join(home, 'damaged.ibz')
  const bytes = readFileSync(bundle)
  bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
  writeFileSync(damaged, bytes)
  await rehearse(app, win, damaged)
  await expect(win.locator('[data-result="refused"]')).toContainText('损坏')
  await rehearse(app, win, bundle)
  await act(win, 'accept-import')
  await expect(win.locator('[data-action="accept-import"]')).toHaveCount(0)
  await goTo(win, '/spot-checks')
  await expect(win.locator('[data-screen="sheets"] tbody tr')).toContainText('不锈钢菜刀')
  await win.locator('[data-screen="sheets"] tbody a').first().click()
  await expect(screen(win, 'sheet-view')).toBeVisible()
  const shown = win.locator('[data-photo] img').first()
  await shown.scrollIntoViewIfNeeded()
  await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0)
  const sha256 = (await win.locator('[data-photo]').first().getAttribute('data-photo')) ?? ''
  const original = await win.evaluate(
    async (hash) => Array.from(new Uint8Array(await (await fetch(`app://ui/blob/${hash}`)).arrayBuffer())),
    sha256,
  )
  expect(Buffer.from(original).equals(readFileSync(photo))).toBe(true)

  await rehearse(app, win, bundle) // the same file again
  await expect(win.locator('[data-action="accept-import"]')).toHaveCount(0)
  await pack(app, win, receipt)
  await leave(win)

  await enter(win, '演示·抽样员甲')
  await rehearse(app, win, receipt)
  await act(win, 'accept-import')
  await goTo(win, '/spot-checks')
  await expect(win.locator('[data-state="received"]').first()).toBeVisible()
})

test('a file that is no bundle is refused in words and changes nothing', async ({ app, win, home }) => {
  await newProfile(win, { name: '演示·上级', role: 'supervisor', region: '500103' })
  const file = join(home, 'holiday.ibz')
  writeFileSync(file, 'this is no bundle')
  await rehearse(app, win, file)
  await expect(win.locator('[data-result="refused"]')).toContainText('本机内容没有任何改变')
  await goTo(win, '/spot-checks')
  await expect(win.locator('[data-screen="sheets"] tbody tr')).toHaveCount(0)
})
