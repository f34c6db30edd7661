import type { Page } from '@playwright/test'
import { fillByKeyboard, signByKeyboard } from './fill-sheet.ts'
import { expect, test } from './fixtures.ts'
import { act, choose, field, goTo, newProfile, screen } from './steps.ts'

test.setTimeout(240_000)

const inspector = { name: '演示·抽样员甲', role: 'inspector', region: '500103' } as const

async function record(win: Page): Promise<void> {
  await act(win, 'submit-step')
  await expect(win.locator('[data-action="submit-step"]')).toHaveCount(0)
}

/** A sealed sheet of a kitchen knife, with one test item: hardness at least 50, class A. */
async function sealSheet(win: Page): Promise<void> {
  await win.keyboard.press('Control+n')
  await fillByKeyboard(win)
  await win.locator('[data-section="items"] button').last().click()
  await win.locator('[data-cell="0-name"]').fill('刃口硬度')
  await win.locator('[data-cell="0-requirement"]').selectOption('atLeast')
  await win.locator('[data-cell="0-low"]').fill('50')
  await win.locator('[data-cell="0-weight"]').selectOption('A')
  await win.keyboard.press('Control+s')
  await signByKeyboard(win, 0)
  await signByKeyboard(win, 1)
  await signByKeyboard(win, 2, '演示·厂长')
  await win.keyboard.press('Control+Enter')
  await expect(screen(win, 'sheet-view')).toBeVisible()
}

test('a check goes from its task to a verdict that says why, step by step, and a step is taken back with a reason', async ({ win }) => {
  await newProfile(win, inspector)
  await sealSheet(win)
  await act(win, 'step-dispatch')
  await field(win, '/lab').fill('演示·检验机构')
  await record(win)
  await act(win, 'step-receive')
  await choose(win, '/sealIntact', '是')
  await record(win)
  await expect(win.locator('[data-course="labReceived"]')).toBeVisible()

  await act(win, 'step-report')
  await field(win, '/reportNo').fill('演示-报告-1')
  await field(win, '/testers/0').fill('演示·检验员')
  await win.locator('[data-cell="0-result"]').fill('48.6')
  await expect(win.locator('.item-sentence')).toContainText('不符合')
  await choose(win, '/conclusion', '未发现')
  await act(win, 'submit-step')
  await expect(win.locator('.step-form [data-problem="spotCheck.conclusionAgainstItems"]')).toContainText('刃口硬度')
  await act(win, 'take-verdict')
  await record(win)

  await act(win, 'step-judge')
  await expect(field(win, '/sentence')).toHaveValue(/刃口硬度/)
  await record(win)
  await expect(win.locator('[data-course="fail"]')).toBeVisible()
  await expect(win.locator('[data-panel="verdict"]')).toContainText('严重不合格')

  // What rests on a step keeps it; the last one is taken back with a reason.
  await win.locator('[data-step="report"] [data-action="void-step"]').click()
  await field(win, '/reason').fill('录错')
  await win.locator('.ant-modal-footer .ant-btn-dangerous').click()
  await expect(win.getByText('后面的步骤以它为依据').first()).toBeVisible()
  await win.locator('[data-step="judge"] [data-action="void-step"]').click()
  await field(win, '/reason').fill('录错')
  await win.locator('.ant-modal-footer .ant-btn-dangerous').click()
  await expect(win.locator('[data-course="reported"]')).toBeVisible()
})

test('a step that is left is offered again where it was left', async ({ win }) => {
  await newProfile(win, inspector)
  await sealSheet(win)
  await act(win, 'step-dispatch')
  await field(win, '/lab').fill('演示·检验')
  await act(win, 'leave-step')
  await expect(win.locator('[data-panel="unfinished-steps"]')).toContainText('送样')
  await goTo(win, '/')
  await act(win, 'resume')
  await act(win, 'resume-step')
  await expect(field(win, '/lab')).toHaveValue('演示·检验')
  await record(win)
  await expect(win.locator('[data-panel="unfinished-steps"]')).toHaveCount(0)
})

test('an enterprise of a task is assigned and visited; 停产 needs the stamp of the local bureau, a short stock none', async ({ win }) => {
  await newProfile(win, inspector)
  await goTo(win, '/tasks')
  await win.locator('[data-action="new-task"]').first().click()
  await expect(screen(win, 'task-form')).toBeVisible()
  await field(win, '/title').fill('演示·菜刀抽查')
  await field(win, '/authority').fill('演示·渝中区市场监管局')
  await field(win, '/productKind').fill('菜刀')
  await field(win, '/quota').fill('1')
  await field(win, '/targets/add').fill('演示·停产厂')
  await act(win, 'add-target')
  await field(win, '/targets/0/address').fill('演示路 9 号')
  await win.keyboard.press('Control+Enter')
  await expect(screen(win, 'task-view')).toBeVisible()

  await win.locator('[data-action="target-assign"]').click()
  await field(win, '/samplers/0').fill('演示·抽样员甲')
  await field(win, '/samplers/1').fill('演示·抽样员乙')
  await record(win)
  await act(win, 'step-arrive')
  await field(win, '/noticeShown').check()
  await record(win)

  await act(win, 'step-notFound')
  await expect(screen(win, 'report-form')).toBeVisible()
  await choose(win, '/reason', '基数不足')
  await expect(win.locator('.stamp-hint')).toHaveAttribute('data-stamp', 'false')
  await choose(win, '/reason', '停产')
  await expect(win.locator('.stamp-hint')).toHaveAttribute('data-stamp', 'true')
  await field(win, '/inspectedParty/noUsccReason').fill('证照不在现场')
  await field(win, '/samplingBody/name').fill('演示·渝中区市场监管局')
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('.problem-links [data-problem="spotCheck.stampMissing"]')).toBeVisible()
  await field(win, '/localBureau/name').fill('演示·当地市场监管所')
  await field(win, '/localBureau/stamped').check()
  await win.keyboard.press('Control+s')
  for (const place of [0, 1]) await signByKeyboard(win, place, undefined, 8)
  await win.keyboard.press('Control+Enter')
  await expect(screen(win, 'report-view')).toBeVisible()
  await expect(win.locator('[data-course="notFound"]')).toBeVisible()
  await goTo(win, '/spot-checks?check=notFound')
  await expect(win.locator('[data-screen="checks"] tbody tr')).toHaveCount(1)
})

test('the same goods within six months are refused with the earlier sheet, and sampled again for a reason that is kept', async ({
  win,
}) => {
  await newProfile(win, inspector)
  await sealSheet(win)
  await win.keyboard.press('Control+n')
  await expect(screen(win, 'sheet-form')).toBeVisible()
  await win.keyboard.press('F4')
  await field(win, '/sampling/base').fill('180')
  await field(win, '/sampling/testSealNo').fill('J-0009')
  await field(win, '/sampling/backupSealNo').fill('B-0009')
  await expect(win.locator('[data-problem="spotCheck.repeated"]').first()).toBeVisible()
  await expect(win.locator('.guard-foot a')).toHaveText(/^CQ-500103-/)
  await choose(win, '/exceptions/repeat', '跟踪')
  await field(win, '/exceptions/repeatReason').fill('上次不合格，跟踪抽查')
  await win.keyboard.press('Control+s')
  await expect(win.locator('[data-problem="spotCheck.repeated"]')).toHaveCount(0)
  await signByKeyboard(win, 0)
  await signByKeyboard(win, 1)
  await signByKeyboard(win, 2, '演示·厂长')
  await win.keyboard.press('Control+Enter')
  await expect(screen(win, 'sheet-view')).toBeVisible()
  await expect(win.locator('[data-fact="/exceptions/repeatReason"]')).toContainText('上次不合格')
})
