import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { act, choose, field, goTo, screen } from './steps.ts'

test.setTimeout(120_000)

interface Known {
  readonly cutlery: string
  readonly noodles: string
  readonly gauge: string
}

/** A task-force member's profile; with `visited` promises of earlier visits are due. */
function makeProfile(home: string, visited: '' | 'visited' = ''): Known {
  const told = execFileSync(process.execPath, ['test/visit/make-visit-profile.child.ts', join(home, 'profiles', 'visits'), visited], {
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Asia/Shanghai' },
  })
  return JSON.parse(told) as Known
}

async function enter(win: Page): Promise<void> {
  await win.getByRole('button', { name: /演示·突击队员/ }).click()
  await expect(screen(win, 'today')).toBeVisible()
}

/** A keyboard that counts what it is asked for; a word that is typed counts its characters. */
function keyboard(win: Page) {
  const count = { keys: 0 }
  return {
    count,
    press: async (...keys: readonly string[]): Promise<void> => {
      for (const key of keys) await win.keyboard.press(key)
      count.keys += keys.length
    },
    type: async (words: string): Promise<void> => {
      await win.keyboard.insertText(words)
      count.keys += words.length
    },
  }
}

const focused = (win: Page): Promise<string> =>
  win.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '')

const at = (win: Page, pointer: string) => expect.poll(() => focused(win)).toBe(pointer)

type Keys = ReturnType<typeof keyboard>

/** The enterprise by two characters of its name; what is known of it stands in the form before anything else is typed. */
async function chooseEnterprise(win: Page, keys: Keys): Promise<void> {
  await at(win, '/enterprise')
  await keys.type('刀具')
  await expect(win.locator('[data-option]').filter({ hasText: '演示·渝中精工刀具有限公司' })).toBeVisible()
  await keys.press('ArrowDown', 'Enter')
  await expect(field(win, '/enterprise')).toHaveValue('演示·渝中精工刀具有限公司')
}

/** Two problems: a digit chooses, Enter leads along the row and begins the next. */
async function typeProblems(win: Page, keys: Keys): Promise<void> {
  await keys.press('Alt+3')
  await at(win, '/problems/0/type')
  await keys.press('2', 'Enter', '2', 'Enter')
  await keys.type('压力表超过检定有效期')
  await keys.press('Enter', '4', 'Enter', '1', 'Enter')
  await at(win, '/problems/1/type')
  await keys.press('1', 'Enter', 'Enter')
  await keys.type('首检记录不全')
  await keys.press('Enter', '6', 'Enter', 'Enter')
  await at(win, '/problems/2/type')
  await keys.press('Enter')
}

/** One prescription, due today so that the work list has it at once; an empty row leads on. */
async function typePrescription(win: Page, keys: Keys): Promise<void> {
  await at(win, '/prescriptions/0/problem')
  await keys.press('1', 'Enter')
  await keys.type('送检并建立台账')
  await keys.press('Enter')
  await expect(field(win, '/prescriptions/0/owner')).toHaveValue('周厂长')
  await keys.press('Enter')
  await keys.type('+0')
  await keys.press('Enter', 'Enter')
  await at(win, '/prescriptions/1/problem')
  await keys.press('Enter')
}

async function typeTraining(win: Page, keys: Keys): Promise<void> {
  await at(win, '/trainings/0/topic')
  await keys.type('过程检验')
  await keys.press('Enter')
  await keys.type('12')
  await keys.press('Enter')
  await keys.type('30')
  await keys.press('Enter')
  await keys.type('2')
  await keys.press('Enter', 'Enter')
  await at(win, '/satisfaction/score')
}

const totals = (win: Page): Promise<Record<string, string>> =>
  win.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll<HTMLElement>('[data-total]')].map((one) => [
        one.dataset['total'] ?? '',
        one.querySelector('dd')?.textContent ?? '',
      ]),
    ),
  )

test('story 7: a visit with two problems, a prescription and 12 + 30 trained people is logged by keyboard alone @packaged', async ({
  launch,
  home,
}) => {
  makeProfile(home)
  const { win } = await launch()
  await enter(win)
  const keys = keyboard(win)
  const began = Date.now()
  await keys.press('Control+n')
  await expect(screen(win, 'visit-form')).toBeVisible()
  await chooseEnterprise(win, keys)
  await expect(win.locator('.taken-over')).toContainText('初诊')
  await keys.press('Enter')
  await at(win, '/kind')
  await keys.type('突击队')
  await keys.press('Enter', 'Enter', 'Enter', 'Enter')
  await at(win, '/teamId')
  await keys.type('渝中')
  await keys.press('Enter')
  await typeProblems(win, keys)
  await typePrescription(win, keys)
  await typeTraining(win, keys)
  await keys.type('95')
  await keys.press('Enter', 'Enter')
  await at(win, '/receivedBy')
  await keys.type('周厂长')
  await keys.press('Control+Enter')
  await expect(screen(win, 'visit-view')).toBeVisible()
  const seconds = Math.round((Date.now() - began) / 1000)
  test.info().annotations.push({ type: 'keyboard', description: `a visit: ${keys.count.keys} keys, ${seconds} s` })
  expect(keys.count.keys).toBeLessThanOrEqual(150)

  await goTo(win, '/visits')
  await expect(win.locator('[data-total="visits"] dd')).toHaveText('1家次')
  expect(await totals(win)).toEqual({
    visits: '1家次',
    enterprises: '1家',
    experts: '1人次',
    managers: '12人次',
    workers: '30人次',
    raised: '2个',
    solved: '0个',
  })

  // The follow-up is there on its day, on the first screen and in the list, and leads to the problem.
  await goTo(win, '/')
  const due = win.locator('[data-panel="work"] tbody tr').filter({ hasText: '送检并建立台账' })
  await expect(due).toContainText('今天到期')
  await due.getByRole('link', { name: '送检并建立台账' }).click()
  await expect(screen(win, 'problem')).toContainText('压力表超过检定有效期')

  // 已解决 needs evidence; the refusal says so, and nothing that was typed is lost.
  await act(win, 'step-followUp')
  await expect(win.locator('.step-form :focus')).toHaveCount(1)
  await choose(win, '/state', '已解决')
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('.refused [data-problem="visit.solvedWithoutEvidence"]')).toContainText('已解决须写明证据')
  await expect(field(win, '/state')).toContainText('已解决')
  await field(win, '/evidence').fill('检定证书已核对')
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('.step-form')).toHaveCount(0)
  await expect(win.locator('h1')).toContainText('已解决')
  await goTo(win, '/')
  await expect(win.locator('[data-panel="work"]')).not.toContainText('送检并建立台账')

  // A second visit of the month: one 家次 more, no 家 more. What was true last time stands there already.
  await win.keyboard.press('Control+n')
  await chooseEnterprise(win, keyboard(win))
  await expect(win.locator('.taken-over')).toContainText('带入')
  await expect(field(win, '/follow')).toContainText('复诊')
  await expect(field(win, '/teamId')).toContainText('渝中质量提升青年突击队')
  await expect(field(win, '/receivedBy')).toHaveValue('周厂长')
  await win.keyboard.press('Control+Enter')
  await expect(screen(win, 'visit-view')).toBeVisible()
  await goTo(win, '/visits')
  await expect(win.locator('[data-total="visits"] dd')).toHaveText('2家次')
  expect(await totals(win)).toEqual({
    visits: '2家次',
    enterprises: '1家',
    experts: '2人次',
    managers: '12人次',
    workers: '30人次',
    raised: '2个',
    solved: '1个',
  })
})

test('what is missing is said in words in its row, F8 leads there, and the draft is kept', async ({ launch, home }) => {
  makeProfile(home)
  const { win } = await launch()
  await enter(win)
  await win.keyboard.press('Control+n')
  await chooseEnterprise(win, keyboard(win))
  await win.keyboard.press('Alt+3')
  await win.keyboard.press('2')
  await win.keyboard.press('Control+Enter')
  await expect(win.locator('.problem-links [data-path="/problems/0/description"]')).toBeVisible()
  await expect(win.locator('.row-said')).toContainText('问题描述 1')
  await field(win, '/enterprise').focus()
  await win.keyboard.press('F8')
  await at(win, '/kind')
  await win.keyboard.press('F8')
  await at(win, '/problems/0/description')
  await expect(win.locator('[data-save="saved"]')).toBeVisible()
  await goTo(win, '/visits')
  await win.locator('[data-panel="visit-drafts"] a').click()
  await expect(field(win, '/problems/0/type')).toHaveValue('technical')
})

for (const size of ['1366x768', '1920x1080'] as const) {
  for (const language of ['zh', 'en'] as const) {
    test.describe(`${size} ${language}`, () => {
      test.use({ size })
      test('visits, problems and the work list are accessible and fit', async ({ launch, home }) => {
        const { gauge, cutlery } = makeProfile(home, 'visited')
        const { win } = await launch()
        if (language === 'en') await field(win, '/language').getByText('EN', { exact: true }).click()
        await enter(win)
        for (const [name, path] of [
          ['today', '/'],
          ['visits', '/visits'],
          ['problems', '/problems'],
          ['problem', `/problems/${gauge}`],
          ['work', '/work'],
          ['visit-form', `/visits/new?enterprise=${cutlery}`],
        ] as const) {
          await goTo(win, path)
          await expect(screen(win, name)).toBeVisible()
          await look(win, `${size}-${language}-help-${name}`)
        }
        await act(win, 'open-diagnosis')
        await look(win, `${size}-${language}-help-diagnosis`)
        await goTo(win, '/visits')
        await win.locator('[data-screen="visits"] tbody a').last().click()
        await expect(screen(win, 'visit-view')).toBeVisible()
        await look(win, `${size}-${language}-help-visit`)
        await goTo(win, `/problems/${gauge}`)
        for (const step of ['followUp', 'transfer']) {
          await act(win, `step-${step}`)
          await expect(win.locator('.step-form :focus')).toHaveCount(1)
          await look(win, `${size}-${language}-help-${step}`)
          await act(win, 'leave-step')
          await expect(win.locator('.step-form')).toHaveCount(0)
        }
      })
    })
  }
}
