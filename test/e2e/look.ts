import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'

/** Takes a picture of the screen as it stands; nothing on it is inaccessible, and nothing is cut off at the side. */
export async function look(win: Page, name: string): Promise<void> {
  await win.evaluate(() => document.fonts.ready.then(() => undefined))
  await win.waitForTimeout(250) // animations of the component library
  const { violations } = await new AxeBuilder({ page: win }).setLegacyMode(true).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  const told = grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  await win.screenshot({ path: `.cache/screens/${name}.png` })
  expect(told, name).toEqual([])
  const overflow = await win.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, `${name}: nothing is cut off at the side`).toBeLessThanOrEqual(0)
}
