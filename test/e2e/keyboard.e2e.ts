import { fillByKeyboard, signByKeyboard, tabTo } from './fill-sheet.ts'
import { expect, test } from './fixtures.ts'
import { newProfile, screen } from './steps.ts'

test.setTimeout(120_000)

test('a whole sheet is recorded, signed and sealed by keyboard alone @packaged', async ({ win }) => {
  await newProfile(win, { name: '演示·抽样员甲', role: 'inspector', region: '500103' })
  const began = Date.now()
  await win.keyboard.press('Control+n')
  const keys = await fillByKeyboard(win)
  await win.keyboard.press('Control+s')
  await signByKeyboard(win, 0)
  await signByKeyboard(win, 1)
  await signByKeyboard(win, 2, '演示·厂长')
  await win.keyboard.press('Control+Enter')
  await expect(screen(win, 'sheet-view')).toBeVisible()
  await expect(win.locator('[data-state="submitted"]').first()).toBeVisible()
  test.info().annotations.push({ type: 'keyboard', description: `${keys} keys, ${Math.round((Date.now() - began) / 1000)} s` })
})

test('sealing is refused with the article of law, and nothing is lost', async ({ win }) => {
  await newProfile(win, { name: '演示·抽样员甲', role: 'inspector', region: '500103' })
  await win.keyboard.press('Control+n')
  await fillByKeyboard(win, {
    '/inspectedParty/name': '演示·某厂',
    '/sampling/base': '1',
    '/sampling/testQuantity': '6',
    '/samplers/0/name': '演示·甲',
  })
  await win.keyboard.press('Control+Enter')
  const problems = win.locator('.problem-links li')
  await expect(problems.filter({ hasText: '抽样人员不得少于两人' })).toContainText('第十六条')
  await expect(problems.filter({ hasText: '抽样基数' }).first()).toContainText('第十八条')
  await expect(problems.filter({ hasText: '封样编号' }).first()).toContainText('第二十三条')
  await tabTo(win, '.problem-links button', 200)
  await win.keyboard.press('Enter')
  expect(await win.evaluate(() => document.activeElement?.closest('[data-field]') !== null)).toBe(true)
  await expect(win.locator('[data-field="/inspectedParty/name"]')).toHaveValue('演示·某厂')
})
