import { composeEnter, fillByKeyboard, fillLikeLast, signByKeyboard, tabTo } from './fill-sheet.ts'
import { expect, test } from './fixtures.ts'
import { act, field, newProfile, screen } from './steps.ts'

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

test('a sheet like the last one takes at most 60 fields by keyboard alone, repeat-last and next-to-do included', async ({ win }) => {
  await newProfile(win, { name: '演示·抽样员甲', role: 'inspector', region: '500103' })
  await win.keyboard.press('Control+n')
  await fillByKeyboard(win)
  await win.keyboard.press('Control+s')
  await signByKeyboard(win, 0)
  await signByKeyboard(win, 1)
  await signByKeyboard(win, 2, '演示·厂长')
  await win.keyboard.press('Control+Enter')
  await expect(screen(win, 'sheet-view')).toBeVisible()

  const began = Date.now()
  await win.keyboard.press('Control+n')
  await expect(screen(win, 'sheet-form')).toBeVisible()
  const { fields, strokes } = await fillLikeLast(
    win,
    { '/product/model': 'CD-200', '/product/lotNo': '20260702' },
    { '/sampling/base': '180', '/sampling/testSealNo': 'J-0002', '/sampling/backupSealNo': 'B-0002' },
  )
  await signByKeyboard(win, 0)
  await signByKeyboard(win, 1)
  await signByKeyboard(win, 2, '演示·厂长')
  await win.keyboard.press('Control+Enter')
  await expect(screen(win, 'sheet-view')).toBeVisible()
  const signed = fields + 3
  test.info().annotations.push({
    type: 'keyboard',
    description: `${signed} fields, ${strokes} strokes before the signatures, ${Math.round((Date.now() - began) / 1000)} s`,
  })
  expect(signed).toBeLessThanOrEqual(60)
})

test('Enter while a word is composed neither moves, nor records a step', async ({ win }) => {
  await newProfile(win, { name: '演示·抽样员甲', role: 'inspector', region: '500103' })
  await win.keyboard.press('Control+n')
  await fillByKeyboard(win)
  await composeEnter(win, '/product/name')
  await win.keyboard.press('Control+s')
  await signByKeyboard(win, 0)
  await signByKeyboard(win, 1)
  await signByKeyboard(win, 2, '演示·厂长')
  await win.keyboard.press('Control+Enter')
  await expect(screen(win, 'sheet-view')).toBeVisible()
  await act(win, 'step-dispatch')
  await expect(field(win, '/lab')).toBeVisible()
  await composeEnter(win, '/lab')
  await composeEnter(win, '/lab', true)
  await expect(win.locator('[data-action="submit-step"]')).toBeVisible()
  await field(win, '/lab').fill('演示·检验机构')
  await win.keyboard.press('Enter')
  expect(await win.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'])).not.toBe('/lab')
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('[data-action="submit-step"]')).toHaveCount(0)
  await expect(win.locator('[data-step="dispatch"]')).toBeVisible()
})
