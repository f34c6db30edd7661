import type { Page } from '@playwright/test'
import { tabTo } from './fill-sheet.ts'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { goTo, newProfile, screen } from './steps.ts'

test.setTimeout(120_000)

const FIRM = '演示·渝中精工刀具有限公司'
const nextYear = (): string => `${String(new Date().getFullYear() + 1)}-12-31`

const at = (pointer: string): string => `[data-field="${pointer}"], [data-field="${pointer}"] input`

/** Goes to a field with Tab and types what is said in place of what stands there. */
async function type(win: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [pointer, value] of Object.entries(values)) {
    await tabTo(win, at(pointer))
    await win.keyboard.press('Control+a')
    await win.keyboard.insertText(value)
  }
}

/** Goes to a list of choices with Tab, types some of the words, takes the first that fits. */
async function choose(win: Page, pointer: string, words: string): Promise<void> {
  await tabTo(win, at(pointer))
  await win.keyboard.insertText(words)
  await win.keyboard.press('Enter')
  await expect(win.locator(`[data-field="${pointer}"]`).last()).toContainText(words) // the drawer on top
}

/** Begins what a button begins, with the keyboard alone; the drawer has slid in when its first field has the cursor. */
async function begin(win: Page, action: string): Promise<void> {
  await tabTo(win, `[data-action="${action}"]`)
  await win.keyboard.press('Enter')
  await expect.poll(() => win.evaluate(() => document.activeElement?.closest('.step-form') !== null)).toBe(true)
}

/** Records what the drawer holds; it closes when nothing stands against it. */
async function record(win: Page): Promise<void> {
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('.step-form')).toHaveCount(0)
}

/** An enterprise that the directory does not have yet is added where it is named. */
async function addHere(win: Page): Promise<void> {
  await type(win, { '/enterprise': FIRM })
  await win.keyboard.press('ArrowDown')
  await win.keyboard.press('Enter')
  await expect.poll(() => win.evaluate((name) => (document.activeElement as HTMLInputElement).value === name, FIRM)).toBe(true)
  await type(win, { '/uscc': '91500103MA0DEM013Q' })
  await choose(win, '/region', '渝中')
  await type(win, { '/address': '演示路 1 号' })
  await tabTo(win, '[data-action="save-enterprise"]')
  await win.keyboard.press('Enter')
  await expect(win.locator('.step-form [data-enterprise]')).toContainText('91500103MA0DEM013Q')
  // The drawer gives the cursor back to the field when it has slid away.
  await expect.poll(() => win.evaluate((enterprise) => document.activeElement?.matches(enterprise), at('/enterprise'))).toBe(true)
}

const total = (win: Page, name: string) => win.locator(`[data-total="${name}"] dd`)

test('a team, a doctor, an agreement and one-stop help are entered by keyboard, and the totals say it', async ({ win }) => {
  await newProfile(win, { name: '演示·突击队员甲', role: 'taskforce', region: '500103' })

  await goTo(win, '/teams')
  await begin(win, 'new-team')
  await type(win, { '/name': '演示·渝中青年突击队', '/industry': '五金制品', '/captain': '演示·队长', '/members/0/name': '演示·队员' })
  await record(win)
  await expect(total(win, 'teams')).toHaveText(/^1/)
  await expect(win.locator('[data-screen="teams"] tbody tr')).toContainText('演示·渝中青年突击队')

  await goTo(win, '/teams?tab=people')
  await begin(win, 'new-person')
  await type(win, { '/name': '演示·医生', '/org': '演示·质量技术服务单位', '/expertise/0': '过程控制', '/validTo': nextYear() })
  await record(win)
  await expect(win.locator('[data-tab="qualityDoctor"]')).toContainText('1')

  await goTo(win, '/teams?tab=agreements')
  await begin(win, 'new-agreement')
  await addHere(win)
  await type(win, { '/doctors/0/name': '演示·医生', '/validTo': nextYear(), '/scope': '热处理过程控制、出厂检验' })
  await look(win, 'agreement-form')
  await record(win)
  await expect(total(win, 'inForce')).toHaveText(/^1/)
  await expect(total(win, 'enterprises')).toHaveText(/^1/)
  await expect(win.locator('[data-screen="agreements"] tbody tr')).toContainText(FIRM)
})

test('a platform, its station and a service with a confirmed benefit are entered by keyboard, and the totals say it', async ({ win }) => {
  await newProfile(win, { name: '演示·突击队员甲', role: 'taskforce', region: '500103' })

  await goTo(win, '/one-stop')
  await begin(win, 'new-facility')
  await type(win, { '/name': '演示·渝中一站式服务平台' })
  await record(win)
  await goTo(win, '/one-stop?tab=stations')
  await expect(total(win, 'platforms')).toHaveText(/^1/)
  await begin(win, 'new-facility')
  await type(win, { '/name': '演示·大坪服务站' })
  await choose(win, '/platformId', '演示·渝中一站式服务平台')
  await record(win)
  await expect(total(win, 'stations')).toHaveText(/^1/)

  await goTo(win, '/one-stop?tab=uses')
  await begin(win, 'new-use')
  await choose(win, '/facilityId', '演示·大坪服务站')
  const today = await win.locator('[data-field="/on"]').inputValue() // the day where the window is, not where the test runs
  await addHere(win)
  await type(win, { '/matter': '执行标准怎样查询', '/problems': '2', '/solved': '2' })
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('.refused [data-problem="nqi.solvedWithoutAnswer"]')).toBeVisible()
  await expect(win.locator('.refused [data-problem="nqi.solvedWithoutDay"]')).toBeVisible()
  await type(win, {
    '/solvedOn': today,
    '/answer': '提供了现行标准文本',
    '/benefit/yuan': '12000',
    '/benefit/basis': '返工减少，按台账核算',
  })
  await expect(win.locator('[data-hint="unconfirmed"]')).toBeVisible()
  await type(win, { '/benefit/confirmedBy': '演示·厂长', '/benefit/confirmedOn': today })
  await expect(win.locator('[data-hint="confirmed"]')).toBeVisible()
  await look(win, 'service-form')
  await record(win)
  await expect(total(win, 'enterprises')).toHaveText(/^1/)
  await expect(total(win, 'solved')).toHaveText(/^2/)
  await expect(total(win, 'benefitFen')).toHaveText(/^1\.20/)
  await expect(win.locator('[data-benefit="confirmed"]')).toContainText('12,000')
  await expect(screen(win, 'one-stop')).toBeVisible()
  await look(win, 'one-stop-uses')
})
