import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { act, choose, field, goTo, screen } from './steps.ts'

test.setTimeout(120_000)

interface Cases {
  /** Opened, nobody told; notified and the time to object over; objected, the retest laboratory not named; a failed check without a case. */
  readonly served: string
  readonly ordered: string
  readonly retested: string
  readonly failed: string
}

function makeProfile(home: string): Cases {
  const told = execFileSync(process.execPath, ['test/aftercare/make-case-profile.child.ts', join(home, 'profiles', 'cases')], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  })
  return JSON.parse(told) as Cases
}

async function enter(win: Page): Promise<void> {
  await win.getByRole('button', { name: /演示·监管员/ }).click()
  await expect(screen(win, 'today')).toBeVisible()
}

async function openCase(win: Page, id: string): Promise<void> {
  await goTo(win, `/aftercare/${id}`)
  await expect(screen(win, 'case')).toBeVisible()
}

/** Opens the form of a step; the cursor stands in its first empty field, and the day is typed over today with quick keys. */
async function begin(win: Page, step: string, on: string): Promise<void> {
  await act(win, `step-${step}`)
  await expect(win.locator('.step-form :focus')).toHaveCount(1)
  await field(win, '/on').focus()
  await win.keyboard.press('Control+a')
  await win.keyboard.type(on.replaceAll('-', ''))
  await win.keyboard.press('Tab')
}

async function record(win: Page): Promise<void> {
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('.step-form')).toHaveCount(0)
}

const clock = (win: Page, name: string) => win.locator('[data-panel="clocks"] tbody tr', { hasText: name })

test('story 5: a notice and an order start their clocks, shown with the counted day, the legal day and the article', async ({
  launch,
  home,
}) => {
  const cases = makeProfile(home)
  const { win } = await launch()
  await enter(win)
  await openCase(win, cases.served)
  await begin(win, 'notice', '2024-09-20')
  await record(win)
  const objection = clock(win, '对检验结论提出异议')
  await expect(objection).toContainText('2024-10-05')
  await expect(objection).toContainText('2024-10-08')
  await expect(objection).toContainText('《产品质量法》第十五条')
  await expect(win.locator('[data-finding="review.noProofOfService"]')).toBeVisible()

  await openCase(win, cases.ordered)
  await begin(win, 'order', '2026-08-03')
  await field(win, '/docNo').fill('渝中市监责改〔2026〕1 号')
  await field(win, '/requirement').fill('查明原因，六十日内改正')
  await record(win)
  await expect(win.locator('h1')).toContainText('已责令改正')
  const [rectify, recheck] = [clock(win, '整改'), clock(win, '组织复查')]
  await expect(rectify).toContainText('2026-10-02')
  await expect(rectify).toContainText('2026-10-08')
  await expect(recheck).toContainText('2026-10-17')
  await expect(recheck).toContainText('2026-10-19')

  await goTo(win, '/aftercare?show=overdue')
  await expect(win.locator('[data-panel="due"] tbody tr', { hasText: '演示水泥（责令）' })).toHaveCount(2)
  await expect(win.locator('[data-panel="due"] [data-standing="overdue"]').first()).toBeVisible()
})

test('story 6: the first laboratory is refused unless it is the only one; a retest pass is final, the first verdict stays in sight', async ({
  launch,
  home,
}) => {
  const cases = makeProfile(home)
  const { win } = await launch()
  await enter(win)
  await openCase(win, cases.retested)
  await begin(win, 'retestLab', '2026-07-20')
  await expect(win.locator('.step-form')).toContainText('演示·市质检院') // the first laboratory stands beside the field
  await field(win, '/lab').fill('演示·市质检院')
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('[data-problem="aftercare.sameLab"]')).toContainText('第三十九条')
  await field(win, '/onlyQualified').click()
  await record(win)

  await begin(win, 'retestResult', '2026-08-01')
  await field(win, '/reportNo').fill('FJ-2026-1')
  await field(win, '/items/0/result').fill('3.2')
  await expect(win.locator('[data-suggested]')).toHaveAttribute('data-suggested', 'noNonconformityFound')
  await choose(win, '/conclusion', '未发现')
  await record(win)
  await expect(win.locator('[data-verdict-of="first"]')).toContainText('严重不合格')
  await expect(win.locator('[data-verdict-of="final"]')).toContainText('未发现不合格')
  await expect(win.locator('h1')).toContainText('结论已改变')
  await act(win, 'step-close') // nothing is closed while somebody waits for an answer
  await expect(win.locator('.ant-popover [data-missing]')).toContainText('告知复检结论')
})

test('a failed check leads to its case; a step is undone with a reason, and the case stands where it stood', async ({ launch, home }) => {
  const cases = makeProfile(home)
  const { win } = await launch()
  await enter(win)
  await goTo(win, `/spot-checks/${cases.failed}`)
  await act(win, 'open-case')
  await expect(screen(win, 'case')).toBeVisible()
  await expect(win.locator('h1')).toContainText('待通知')
  await goTo(win, '/aftercare')
  await expect(win.locator('[data-lane="notify"] .case-card', { hasText: '演示水泥（待立案）' })).toBeVisible()
  await win.locator('[data-field="/filter/search"]').fill('责令')
  await expect(win.locator('[data-panel="found"] tbody tr')).toHaveCount(1)

  await openCase(win, cases.served)
  await begin(win, 'notice', '2024-09-20')
  await record(win)
  await expect(win.locator('h1')).toContainText('已通知')
  await win.locator('[data-step="notice"] [data-action="void-step"]').click()
  await field(win, '/reason').fill('送达地址有误')
  await win.locator('.ant-modal-footer .ant-btn-dangerous').click()
  await expect(win.locator('h1')).toContainText('待通知')
  await expect(win.locator('[data-panel="clocks"] tbody tr')).toHaveCount(0)
})

for (const size of ['1366x768', '1920x1080'] as const) {
  for (const language of ['zh', 'en'] as const) {
    test.describe(`${size} ${language}`, () => {
      test.use({ size })
      test('the board, a case and the form of a step are accessible and fit', async ({ launch, home }) => {
        const cases = makeProfile(home)
        const { win } = await launch()
        if (language === 'en') await field(win, '/language').getByText('EN', { exact: true }).click()
        await enter(win)
        await expect(win.locator('[data-panel="due"]')).toBeVisible()
        await look(win, `${size}-${language}-today-due`)
        for (const [name, path] of [
          ['board', '/aftercare'],
          ['clocks', '/aftercare?show=clocks'],
          ['case', `/aftercare/${cases.retested}`],
        ] as const) {
          await goTo(win, path)
          await expect(win.locator('[data-panel="due"], [data-panel="clocks"]').first()).toBeVisible()
          await look(win, `${size}-${language}-aftercare-${name}`)
        }
        for (const step of ['softMeasure', 'retestLab']) {
          await act(win, `step-${step}`)
          await expect(win.locator('.step-form :focus')).toHaveCount(1)
          await look(win, `${size}-${language}-step-${step}`)
          await act(win, 'leave-step')
          await expect(win.locator('.step-form')).toHaveCount(0)
        }
      })
    })
  }
}
