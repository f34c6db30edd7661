import type { Page } from '@playwright/test'
import { expect } from './fixtures.ts'
import { screen } from './steps.ts'

/** What a person types into a sheet, by field; everything else the form proposes. */
export const typed: Readonly<Record<string, string>> = {
  '/inspectedParty/name': '演示·渝中精工刀具有限公司',
  '/inspectedParty/uscc': '91500103ma0dem013q',
  '/inspectedParty/address': '演示路 1 号',
  '/producer/name': '演示·大渡口钢具厂',
  '/producer/address': '演示路 2 号',
  '/product/kind': '菜刀',
  '/product/name': '不锈钢菜刀',
  '/product/model': 'CD-180',
  '/product/lotNo': '20260701',
  '/product/standard': 'GB/T 40356',
  '/sampling/place': '成品仓库',
  '/sampling/unit': '把',
  '/sampling/base': '200',
  '/sampling/testQuantity': '6',
  '/sampling/backupQuantity': '3',
  '/sampling/testSealNo': 'J-0001',
  '/sampling/backupSealNo': 'B-0001',
  '/samplingBody/name': '演示·渝中区市场监管局',
  '/samplers/0/name': '演示·抽样员甲',
  '/samplers/1/name': '演示·抽样员乙',
}

/** The field that has the cursor, as its JSON Pointer; '' outside the form. */
const focusedField = (win: Page): Promise<string> =>
  win.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset['field'] ?? '')

/** Goes through the form in the order of the paper with nothing but keys: types where there is something to type, Enter leads on. */
export async function fillByKeyboard(win: Page, values: Readonly<Record<string, string>> = typed): Promise<number> {
  await expect(screen(win, 'sheet-form')).toBeVisible()
  const left = new Map(Object.entries(values))
  let keys = 0
  await win.keyboard.press('Alt+1')
  for (let step = 0; step < 200 && left.size > 0; step++) {
    const at = await focusedField(win)
    const value = left.get(at)
    if (value !== undefined) {
      await win.keyboard.press('Control+a')
      await win.keyboard.insertText(value)
      left.delete(at)
      keys += value.length + 1
    }
    if (/^\/(items|photos)/.test(at)) {
      await win.keyboard.press('Alt+8') // a table and pictures have keys of their own: on to the people
      continue
    }
    await win.keyboard.press('Escape') // closes suggestions, leaves what was typed
    await win.keyboard.press('Enter')
    keys += 1
  }
  expect([...left.keys()], 'fields the keyboard never reached').toEqual([])
  return keys
}

/** Tab until something is focused that the sentence describes. */
export async function tabTo(win: Page, selector: string, most = 80): Promise<void> {
  for (let step = 0; step < most; step++) {
    if (await win.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return
    await win.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${selector}`)
}

/** Signs for one place with the keyboard: opens the pad, names the signer where nobody is named yet, draws, accepts. */
export async function signByKeyboard(win: Page, place: number, name?: string, section = 9): Promise<void> {
  await win.keyboard.press(`Alt+${section}`)
  await win.locator('.sign-slot').nth(place).waitFor()
  await tabToNth(win, '[data-field^="/signatures/"]', place)
  await win.keyboard.press('Enter')
  await expect(win.locator('[data-pad]')).toBeVisible()
  if (name !== undefined) {
    await tabTo(win, '[data-field="/signature/name"]')
    await win.keyboard.insertText(name)
  }
  await tabTo(win, '[data-pad]')
  for (const key of PEN) await win.keyboard.press(key)
  await tabTo(win, '.ant-modal-footer .ant-btn-primary')
  await win.keyboard.press('Enter')
  await expect(win.locator('[data-pad]')).toHaveCount(0)
}

/** Pen down, some lines, pen up. */
const PEN = ['Space', 'ArrowRight', 'ArrowDown', 'Shift+ArrowRight', 'ArrowUp', 'ArrowRight', 'Shift+ArrowDown', 'Space']

async function tabToNth(win: Page, selector: string, nth: number): Promise<void> {
  for (let step = 0; step < 200; step++) {
    const at = await win.evaluate((wanted) => [...document.querySelectorAll(wanted)].indexOf(document.activeElement as Element), selector)
    if (at === nth) return
    await win.keyboard.press('Tab')
  }
  throw new Error(`Tab never reached ${selector} number ${nth}`)
}

export interface Keys {
  /** Fields that had the cursor, each counted as often as it was come to. */
  readonly fields: number
  readonly strokes: number
}

/** Presses a key and counts it, and the field it leads to. */
async function press(win: Page, key: string, count: { fields: number; strokes: number }): Promise<string> {
  await win.keyboard.press(key)
  count.strokes += 1
  const at = await focusedField(win)
  count.fields += at === '' ? 0 : 1
  return at
}

/**
 * A sheet like the last one: F4 repeats it, what must differ is typed over, and F8 leads to whatever is still to be filled in until
 * nothing but signatures is left.
 */
export async function fillLikeLast(
  win: Page,
  changed: Readonly<Record<string, string>>,
  left: Readonly<Record<string, string>>,
): Promise<Keys> {
  const count = { fields: 0, strokes: 0 }
  const type = async (text: string): Promise<void> => {
    await win.keyboard.press('Control+a')
    await win.keyboard.insertText(text)
    count.strokes += text.length + 1
  }
  await press(win, 'F4', count)
  await expect(win.locator('[data-field="/product/model"]')).not.toHaveValue('')
  await press(win, 'Alt+4', count)
  for (const todo = new Map(Object.entries(changed)); todo.size > 0; ) {
    const at = await press(win, 'Enter', count)
    const value = todo.get(at)
    if (value === undefined) continue
    await type(value)
    todo.delete(at)
  }
  for (const todo = new Map(Object.entries(left)); todo.size > 0; ) {
    const from = await focusedField(win)
    await win.keyboard.press('F8')
    count.strokes += 1
    await expect.poll(() => focusedField(win), 'F8 leads on').not.toBe(from)
    count.fields += 1
    const at = await focusedField(win)
    const value = todo.get(at)
    expect(value, `F8 led to ${at}, where nothing was to be typed`).toBeDefined()
    await type(value ?? '')
    todo.delete(at)
  }
  return count
}

/** Enter as an input method sends it while a word is being composed: it belongs to the word. The cursor must stay. */
export async function composeEnter(win: Page, pointer: string, ctrlKey = false): Promise<void> {
  const field = win.locator(`[data-field="${pointer}"]`)
  await field.focus()
  await field.evaluate((element, held) => {
    for (const keyCode of [229, 13]) {
      const event = new KeyboardEvent('keydown', {
        key: 'Enter',
        ctrlKey: held,
        isComposing: true,
        keyCode,
        bubbles: true,
        cancelable: true,
      })
      element.dispatchEvent(event)
    }
  }, ctrlKey)
  await win.waitForTimeout(200)
  expect(await focusedField(win), 'the cursor stays while a word is composed').toBe(pointer)
}
