import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { loadSqlite } from '#db/kernel/sqlite'
import { expect, killNow, test } from './fixtures.ts'
import { act, field, newProfile, screen } from './steps.ts'

test.setTimeout(300_000)

/** A small seeded generator (mulberry32), so that a failure can be had again: the seed is in the test's name. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const SEED = 20260803
const TEXT = '抽样地点为成品仓库三号库位靠东墙第二排货架共计十二箱外观完好标识清楚'

interface Stroke {
  readonly text: string
  readonly at: number
}

/** Types until the moment comes; answers what stood in the field after each stroke, and when. */
async function typeUntil(win: Page, start: string, until: number): Promise<Stroke[]> {
  const strokes: Stroke[] = [{ text: start, at: Date.now() }]
  for (let index = 0; Date.now() < until; index++) {
    await win.keyboard.insertText(TEXT.charAt(index % TEXT.length))
    strokes.push({ text: (strokes.at(-1)?.text ?? '') + TEXT.charAt(index % TEXT.length), at: Date.now() })
    await win.waitForTimeout(25)
  }
  return strokes
}

test(`killed at 20 random moments while typing, at most one second is lost and no second draft appears (seed ${SEED})`, async ({
  launch,
  home,
}) => {
  const random = randomFrom(SEED)
  let { app, win } = await launch()
  await newProfile(win, { name: '演示·抽样员', role: 'inspector', region: '500103' })
  await win.keyboard.press('Control+n')
  await expect(screen(win, 'sheet-form')).toBeVisible()
  let standing = ''
  for (let round = 0; round < 20; round++) {
    const remarks = field(win, '/sampling/place')
    await remarks.focus()
    await win.keyboard.press('End')
    const strokes = await typeUntil(win, standing, Date.now() + 300 + random() * 1500)
    const killedAt = Date.now()
    await killNow(app)
    ;({ app, win } = await launch())
    await act(win, 'resume')
    await expect(screen(win, 'sheet-form')).toBeVisible()
    const found = await field(win, '/sampling/place').inputValue()
    const durable = strokes.findLast(({ at }) => at <= killedAt - 1000)?.text ?? standing
    expect(found.startsWith(durable), `round ${round}: "${found}" lost more than a second of "${durable}"`).toBe(true)
    expect(
      strokes.some(({ text }) => text === found),
      `round ${round}: "${found}" was never typed`,
    ).toBe(true)
    standing = found
    expect(countDrafts(home)).toBe(1)
  }
})

/** Looks into the store beside the running program, as anybody with SQLite could. */
function countDrafts(home: string): number {
  const [profile = ''] = readdirSync(join(home, 'profiles'))
  const store = loadSqlite().open(join(home, 'profiles', profile, 'store.db'), { readonly: true })
  const count = store.prepare('SELECT count(*) FROM drafts').pluck().get() as number
  store.close()
  return count
}
