import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { needPoppler, textOf } from './paper-pictures.ts'
import { act, answerDialogs, choose, field, goTo, screen } from './steps.ts'

test.setTimeout(180_000)

interface Known {
  readonly cement: string
  readonly twin: string
}

/** A directory that has one firm twice, with a year of records under both entries. */
function makeProfile(home: string): Known {
  const told = execFileSync(process.execPath, ['test/enterprise/make-enterprise-profile.child.ts', join(home, 'profiles', 'firm')], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  })
  return JSON.parse(told) as Known
}

async function enter(win: Page): Promise<void> {
  await win.getByRole('button', { name: /演示·李芳/ }).click()
  await expect(screen(win, 'today')).toBeVisible()
}

const tab = (win: Page, id: string, name: string): Promise<void> => goTo(win, `/enterprises/${id}?tab=${name}`)
const entries = (win: Page) => win.locator('.timeline-entry')

async function giveReason(win: Page, reason: string): Promise<void> {
  await field(win, '/reason').fill(reason)
  await win
    .locator('.ant-modal-footer .ant-btn-color-primary, .ant-modal-footer .ant-btn-primary, .ant-modal-footer .ant-btn-dangerous')
    .last()
    .click()
}

test('two entries that look alike are merged with a reason: one timeline has the records of both, until it is undone', async ({
  home,
  launch,
}) => {
  const { cement, twin } = makeProfile(home)
  const { win } = await launch()
  await enter(win)

  await tab(win, cement, 'timeline')
  await expect(entries(win).first()).toBeVisible()
  const own = await entries(win).count()
  await tab(win, twin, 'timeline')
  await expect(screen(win, 'enterprise').locator('h1')).toContainText('山城水泥有限责任公司')
  await expect(entries(win)).toHaveCount(3)

  await goTo(win, '/enterprises')
  await act(win, 'find-lookalikes')
  const pair = win.locator('[data-pair]')
  await expect(pair).toHaveCount(1)
  await expect(pair.locator('[data-reason="samePhone"]')).toBeVisible()
  await expect(pair.locator('tr[data-different]')).toHaveCount(5) // name, code, address, contact, legal representative
  await pair.locator(`[data-keep="${cement}"]`).click()
  await giveReason(win, '同一地址、同一电话，换证前后两条')
  await expect(pair).toHaveCount(0)

  await tab(win, twin, 'timeline')
  await expect(screen(win, 'enterprise').locator('h1')).toContainText('山城水泥有限公司')
  await expect(entries(win)).toHaveCount(own + 3 + 1) // and the merge itself
  await expect(win.locator('[data-kind="samplingSheet"]')).toHaveCount(3)
  await win.locator('[data-group="complaints"]').click()
  await expect(entries(win)).toHaveCount(1)
  await expect(entries(win)).toContainText('重量不足')
  await goTo(win, '/enterprises')
  await expect(win.locator('tbody tr')).toHaveCount(2)

  await tab(win, cement, 'alike')
  await expect(win.locator('[data-member]')).toHaveCount(2)
  await act(win, 'undo-merge')
  await giveReason(win, '核实为两家')
  await expect(win.locator('[data-member]')).toHaveCount(0)
  await tab(win, twin, 'timeline')
  await expect(screen(win, 'enterprise').locator('h1')).toContainText('山城水泥有限责任公司')
  await expect(entries(win)).toHaveCount(3)
})

test('a complaint is written down by keyboard and takes points; the entry is corrected; what is not the same is not asked again', async ({
  home,
  launch,
}) => {
  const { cement } = makeProfile(home)
  const { win } = await launch()
  await enter(win)
  await tab(win, cement, 'credit')
  await expect(win.locator('[data-panel="credit"] .grade')).toHaveText('B 级')
  await expect(win.locator('[data-panel="credit"]')).toContainText('84 分')
  await act(win, 'add-event')
  await act(win, 'add-complaint')
  await expect(field(win, '/title')).toBeFocused()
  await win.keyboard.insertText('演示·反映标签不全')
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('[data-problem="credit.sourceMissing"]')).toBeVisible()
  await field(win, '/source').fill('12345')
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('[data-panel="credit"]')).toContainText('82 分')

  await act(win, 'correct-enterprise')
  await giveReason(win, '补登记')
  await field(win, '/qualitySafetyOfficer').fill('演示·赵专员')
  await choose(win, '/leading', '是')
  await act(win, 'submit-step')
  await tab(win, cement, 'people')
  await expect(win.locator('[data-person="officer"]')).toContainText('赵专员')

  await goTo(win, '/lookalikes')
  await act(win, 'not-same')
  await expect(win.locator('[data-pair]')).toHaveCount(0)
  await act(win, 'undo')
  await expect(win.locator('[data-pair]')).toHaveCount(1)
})

test('the portrait is one page of paper, and so is what one reads before the door is opened', async ({ home, launch }) => {
  needPoppler()
  const { cement, twin } = makeProfile(home)
  const { app, win } = await launch()
  await enter(win)
  await goTo(win, '/lookalikes')
  await win.locator(`[data-keep="${cement}"]`).click()
  await giveReason(win, '同一家企业')
  await expect(win.locator('[data-pair]')).toHaveCount(0)
  for (const [layout, words] of [
    ['enterprisePortrait', ['企业质量画像', 'C 级', '02724Q10001R0M', '监督抽查不合格', '巡诊']],
    ['doorCard', ['登门卡', '三氧化硫每班自检并留样', '处方到期', '重量不足', '演示·周首席']],
  ] as const) {
    const file = join(home, `${layout}.pdf`)
    await tab(win, twin, 'door')
    await expect(win.locator('[data-panel="door"]')).toBeVisible()
    await act(win, 'print-door')
    await win.locator(`[data-paper="${layout}"]`).click()
    await expect(win.locator('[data-screen="papers"] .paper-page').first()).toBeVisible()
    await answerDialogs(app, file)
    await act(win, 'save-pdf')
    await expect.poll(() => existsSync(file), { timeout: 30_000 }).toBe(true)
    await expect(win.locator('[data-action="save-pdf"]')).toBeEnabled()
    const text = textOf(file).replaceAll(/\s+/g, '')
    for (const word of words) expect(text).toContain(word.replaceAll(/\s+/g, ''))
    expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n/)
  }
})

for (const size of ['1366x768', '1920x1080'] as const)
  test.describe(size, () => {
    test.use({ size })
    test('every aspect of an enterprise is accessible and fits, in both languages', async ({ home, launch }) => {
      const { cement } = makeProfile(home)
      const { win } = await launch()
      await enter(win)
      for (const language of ['zh', 'en']) {
        if (language === 'en') await win.locator('[data-field="/language"]').getByText('EN', { exact: true }).click()
        for (const name of ['portrait', 'timeline', 'door', 'credit', 'people', 'alike', 'sheets']) {
          await tab(win, cement, name)
          await expect(win.locator(`[data-tab="${name}"]`)).toBeVisible()
          await look(win, `enterprise-${name}-${size}-${language}`)
          const over = await win.evaluate(
            () => (document.getElementById('main')?.scrollWidth ?? 0) - (document.getElementById('main')?.clientWidth ?? 0),
          )
          expect(over, `${name}: nothing is cut off at the side`).toBeLessThanOrEqual(0)
        }
        await goTo(win, '/lookalikes')
        await expect(win.locator('[data-pair]')).toHaveCount(1)
        await look(win, `lookalikes-${size}-${language}`)
      }
    })
  })
