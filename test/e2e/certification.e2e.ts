import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addDays } from 'date-fns/addDays'
import { format } from 'date-fns/format'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { act, choose, field, goTo, screen } from './steps.ts'

test.setTimeout(180_000)

/** A case in each stage: stage → its id. */
function makeProfile(home: string): Readonly<Record<string, string>> {
  const script = 'test/certification/make-certification-profile.child.ts'
  const env = { ...process.env, TZ: 'Asia/Shanghai' }
  return JSON.parse(execFileSync(process.execPath, [script, join(home, 'profiles', 'help')], { encoding: 'utf8', env })) as Record<
    string,
    string
  >
}

const day = (date: Date): string => format(date, 'yyyy-MM-dd')

async function enter(win: Page): Promise<void> {
  await win.getByRole('button', { name: /演示·帮扶员/ }).click()
  await expect(screen(win, 'today')).toBeVisible()
}

async function openCase(win: Page, id: string | undefined): Promise<void> {
  await goTo(win, `/certification/${id ?? ''}`)
  await expect(screen(win, 'certification-case')).toBeVisible()
}

const form = (win: Page) => win.locator('.step-form')
const stage = (win: Page, name: string) => win.locator(`.stage-strip [data-stage="${name}"]`)

/** Types a day over what stands there, in eight digits. */
async function typeDay(win: Page, pointer: string, on: string): Promise<void> {
  await field(win, pointer).focus()
  await win.keyboard.press('Control+a')
  await win.keyboard.type(on.replaceAll('-', ''))
  await win.keyboard.press('Tab')
}

test('story 8: a skipped gate is refused in its words; three certificates from one case; the number is read; the expiry is on the work list', async ({
  launch,
  home,
}) => {
  const cases = makeProfile(home)
  const { win } = await launch()
  await enter(win)

  // 内审 → 申请, skipping 管理评审.
  await openCase(win, cases['managementReview'])
  await expect(stage(win, 'internalAudit')).toHaveAttribute('data-standing', 'done')
  await act(win, 'stage-application')
  const refusal = win.getByText('没有记录“申请与受理”').first()
  await expect(refusal).toContainText('“管理评审”（关口：评审纪要由最高管理者签署）')
  await expect(form(win)).toHaveCount(0)
  await expect(stage(win, 'managementReview')).toHaveAttribute('data-standing', 'now')

  // Its own gate names what is missing, ticks what the draft has, and opens when it has all.
  await act(win, 'stage-managementReview')
  await expect(form(win)).toBeVisible()
  await field(win, '/topManager').fill('张总')
  await win.keyboard.press('Control+Enter')
  await expect(form(win).locator('[data-problem="certification.gateClosed"]')).toContainText('还缺：评审纪要已签署')
  await act(win, 'leave-step')
  await expect(win.locator('[data-panel="gate"] [data-met="true"]')).toHaveCount(1)
  await act(win, 'resume-step')
  await field(win, '/signed').check()
  await win.keyboard.press('Control+Enter')
  await expect(form(win)).toHaveCount(0)
  await expect(stage(win, 'application')).toHaveAttribute('data-standing', 'now')

  // Three certificates, each begun from the one before; the second number is of another kind and only warned about.
  await openCase(win, cases['certificate'])
  await act(win, 'step-certificate')
  const numbers = ['2016010901123456', '2024010901123457', '2024010901123458']
  for (const [at, number] of numbers.entries()) {
    await expect(field(win, '/number')).toHaveValue('') // the form of the one before has gone
    await expect(field(win, '/number')).toBeFocused()
    await win.keyboard.type(number)
    await expect(field(win, '/number')).toHaveValue(number)
    if (at === 0) {
      await expect(win.locator('[data-reading="ccc"]')).toContainText('2016 年，机构 01')
      await expect(win.locator('[data-warning="certification.numberOfOtherKind"]')).toContainText('这是 CCC 的编号格式')
      await choose(win, '/certificationKind', 'CCC')
      await expect(win.locator('[data-warning]')).toHaveCount(0)
      await field(win, '/body').fill('演示·认证有限公司')
      await typeDay(win, '/issuedOn', '2024-09-10')
      await typeDay(win, '/expiresOn', day(addDays(new Date(), 60)))
    }
    await win.keyboard.press(at < 2 ? 'Control+Shift+Enter' : 'Control+Enter')
  }
  await expect(form(win)).toHaveCount(0)
  const rows = win.locator('[data-panel="certificates"] tbody tr')
  await expect(rows).toHaveCount(3)
  await expect(rows.first()).toContainText('还有 60 天')
  await expect(stage(win, 'surveillance')).toHaveAttribute('data-standing', 'now')

  await goTo(win, '/work')
  for (const number of numbers) await expect(screen(win, 'work')).toContainText(number)
  await goTo(win, '/certificates?show=expiring')
  await expect(screen(win, 'certificates').locator('tbody tr')).toHaveCount(3)
})

for (const size of ['1366x768', '1920x1080'] as const)
  for (const language of ['zh', 'en'] as const)
    test.describe(`${size} ${language}`, () => {
      test.use({ size })
      test('the board, a case, its forms and the certificates are accessible and fit', async ({ launch, home }) => {
        const cases = makeProfile(home)
        const { win } = await launch()
        if (language === 'en') await win.locator('[data-field="/language"]').getByText('EN', { exact: true }).click()
        await enter(win)
        const name = `${size}-${language}-certification`
        await goTo(win, '/certification')
        await expect(win.locator('[data-panel="board"] .stage-card')).toHaveCount(11)
        await look(win, `${name}-board`)
        await openCase(win, cases['managementReview'])
        await look(win, `${name}-case`)
        await openCase(win, cases['gapAnalysis'])
        await act(win, 'step-gapAnalysis')
        await expect(form(win)).toBeVisible()
        await look(win, `${name}-gaps`)
        await act(win, 'leave-step')
        await openCase(win, cases['surveillance'])
        await act(win, 'add-certificate')
        await field(win, '/number').fill('SC11834022105056')
        await expect(win.locator('[data-warning]')).not.toHaveCount(0)
        await look(win, `${name}-certificate`)
        await act(win, 'leave-step')
        await goTo(win, '/certificates')
        await expect(screen(win, 'certificates').locator('tbody tr')).toHaveCount(1)
        await look(win, `${name}-certificates`)
        await goTo(win, '/certification')
        await act(win, 'new-certification-case')
        await expect(form(win)).toBeVisible()
        await look(win, `${name}-new`)
      })
    })
