import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { aCalendar, asFile } from '../reference/a-reference-file.ts'
import { expect, test } from './fixtures.ts'
import { act, field, fillIn, goTo, newProfile, refusal, screen, seal } from './steps.ts'

test.setTimeout(120_000)

/** A case that was notified in 2026 and whose time to object is over. */
function makeCase(home: string): string {
  const told = execFileSync(process.execPath, ['test/aftercare/make-case-profile.child.ts', join(home, 'profiles', 'cases')], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  })
  return (JSON.parse(told) as { readonly ordered: string }).ordered
}

/** Orders the rectification on a day whose sixty days end in another year. */
async function order(win: Page, on: string): Promise<void> {
  await act(win, 'step-order')
  await expect(field(win, '/docNo')).toBeFocused()
  await fillIn(win, { '/on': on, '/docNo': '渝中市监责改〔2026〕9 号', '/requirement': '查明原因，六十日内改正' })
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('.step-form')).toHaveCount(0)
}

async function openTable(win: Page, name: string): Promise<void> {
  await goTo(win, '/reference')
  await expect(screen(win, 'reference')).toBeVisible()
  await win.getByRole('tab', { name }).click()
}

/** Chooses a file for the import, as from the folder of a colleague. */
async function bring(win: Page, name: string, text: string): Promise<void> {
  await act(win, 'import-reference')
  await win.locator('[data-field="/file"]').setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) })
}

const rows = (win: Page) => win.locator('[data-screen="reference"] tbody tr')

test('a calendar file with a fault is refused by line and changes nothing; a good one is rehearsed, brought in, and ends the missing year', async ({
  home,
  launch,
}) => {
  const id = makeCase(home)
  const { win } = await launch()
  await win.getByRole('button', { name: /演示·监管员/ }).click()
  await expect(screen(win, 'today')).toBeVisible()
  await goTo(win, `/aftercare/${id}`)
  await order(win, '2026-11-20')
  const rectify = win.locator('[data-panel="clocks"] tbody tr', { hasText: '整改' })
  await expect(rectify).toContainText('缺 2027 年放假日历')
  await expect(rectify).toContainText('2027-01-19') // as counted, without a calendar

  await openTable(win, '节假日')
  await expect(rows(win)).toHaveCount(3)
  const good = asFile(aCalendar(2027))
  await bring(win, '放假安排-2027.json', good.replace('"2027-01-03"', '"2027-01-33"'))
  const refused = win.locator('[data-result="refused"]')
  await expect(refused).toContainText('没有导入，本机内容没有任何改变')
  const line = good.split('\n').findIndex((text) => text.includes('"to"')) + 1
  await expect(refused).toContainText(`第 ${String(line)} 行`)
  await expect(win.locator('[data-action="accept-import"]')).toHaveCount(0)
  await win.locator('[data-screen="import-reference"] .ant-drawer-close').click()
  await expect(rows(win)).toHaveCount(3)

  await bring(win, '放假安排-2027.json', good)
  await expect(win.locator('[data-result="rehearsed"]')).toContainText('新增 1 条')
  await expect(win.locator('[data-outcome="new"]')).toHaveCount(1)
  await act(win, 'accept-import')
  await expect(rows(win)).toHaveCount(4)
  await expect(rows(win).filter({ hasText: '2027' }).first()).toBeVisible()

  await goTo(win, `/aftercare/${id}`)
  await expect(rectify.locator('.clock-missing')).toHaveCount(0)
  await expect(rectify.locator('strong.number')).toHaveText('2027-01-19')
  await goTo(win, '/aftercare')
  await expect(win.locator('[data-panel="clock-changes"]')).toContainText('2027')
})

test('a draft stays on its edition when the rule is withdrawn', async ({ win }) => {
  await newProfile(win, { name: '演示·抽样员甲', role: 'inspector', region: '500103' })
  await win.keyboard.press('Control+n')
  await expect(screen(win, 'sheet-form')).toBeVisible()
  await fillIn(win, { '/inspectedParty/name': '演示·渝中精工刀具有限公司', '/product/kind': '菜刀', '/sampling/base': '3' })
  const rule = win.locator('.rule-line').first()
  await expect(rule).toContainText('GB/T 40356-2021')
  await win.keyboard.press('Control+s')

  await openTable(win, '抽样规则')
  await win.locator('[data-screen="reference"] tbody button.link', { hasText: '菜刀' }).first().click()
  await act(win, 'withdraw-item')
  await fillIn(win, { '/reason': '新细则已发布' })
  await win.locator('.ant-modal-footer .ant-btn-dangerous').click()
  await expect(win.locator('[data-screen="reference-item"]')).toHaveCount(0)

  await goTo(win, '/')
  await act(win, 'resume')
  await expect(screen(win, 'sheet-form')).toBeVisible()
  await expect(rule).toContainText('GB/T 40356-2021')
  await act(win, 'fill-from-rule')
  await expect(field(win, '/sampling/testQuantity')).toHaveValue('4')
  await seal(win)
  await expect(refusal(win, 'spotCheck.baseTooSmall')).toContainText('至少应有 6') // by the edition that it was begun with
  await win.keyboard.press('Control+n') // a new sheet knows the rule no more
  await expect(field(win, '/product/kind')).toHaveValue('')
  await fillIn(win, { '/product/kind': '菜刀' })
  await expect(win.locator('.rule-line')).toHaveCount(0)
})
