import { join } from 'node:path'
import { expect, test } from './fixtures.ts'
import { look } from './look.ts'
import { goTo, screen } from './steps.ts'
import { addPerson, correctPerson, enter, INSPECTOR, leave, pack, SUPERVISOR, takeIn, twoWhoTrust } from './two-devices.ts'

test.setTimeout(240_000)

test('the same field changed on two devices is settled by keyboard, and both sides stay among the revisions', async ({
  app,
  win,
  home,
}) => {
  const [first, second] = [join(home, 'first.ibz'), join(home, 'second.ibz')]
  await twoWhoTrust(app, win, home)
  await addPerson(win, '演示·医生')
  await pack(app, win, first)
  await leave(win)

  await enter(win, SUPERVISOR)
  await takeIn(app, win, first)
  await correctPerson(win, '/org', '演示·上级写的单位')
  await leave(win)

  await enter(win, INSPECTOR)
  await correctPerson(win, '/org', '演示·抽样员写的单位')
  await pack(app, win, second)
  await leave(win)

  await enter(win, SUPERVISOR)
  await takeIn(app, win, second)
  await win.locator('[data-action="to-conflicts"]').click()
  await expect(screen(win, 'conflicts').locator('tbody tr')).toHaveCount(1)
  await look(win, 'conflicts-list')
  await screen(win, 'conflicts').locator('tbody a').first().click()
  const row = win.locator('[data-conflict="/org"]')
  await expect(row).toContainText('演示·上级写的单位')
  await expect(row).toContainText('演示·抽样员写的单位')
  await expect(row.locator('th')).toHaveText('单位')
  await look(win, 'conflict-open')
  await expect(win.locator('[data-action="settle"]')).toBeDisabled()
  // The cursor stands on the first choice already; the inspector's is the other column.
  await row.locator('input').nth(1).focus()
  await win.keyboard.press('2')
  await expect(win.locator('td[data-chosen]')).toContainText('演示·抽样员写的单位')
  await win.keyboard.press('Control+Enter')
  await expect(screen(win, 'conflicts').locator('[data-empty]')).toBeVisible()

  await goTo(win, '/teams?tab=people')
  await expect(screen(win, 'people').locator('tbody tr')).toContainText('演示·抽样员写的单位')
  await expect(screen(win, 'people').locator('.conflict-mark')).toHaveCount(0)
})
