import { resolve } from 'node:path'
import { _electron } from '@playwright/test'
import { type Figure, quantile, rounded } from './measure.ts'
import { aFolder, aProfile, synthetic } from './profiles.ts'

const STARTS = 5

/** Milliseconds from the start of the process until a screen is there that a person can use. */
async function startOnce(home: string, more: readonly string[], usable: string): Promise<number> {
  const began = performance.now()
  const app = await _electron.launch({
    executablePath: process.env['E2E_ELECTRON'] ?? '',
    args: [resolve('.'), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...more],
    env: { ...(process.env as Record<string, string>), XUNZHI_HOME: home },
  })
  const win = await app.firstWindow()
  await win.waitForSelector(usable)
  const taken = performance.now() - began
  await app.close()
  return taken
}

async function medianStart(what: string, start: () => Promise<number>): Promise<Figure> {
  const taken: number[] = []
  for (let run = 0; run < STARTS; run++) taken.push(await start())
  const sorted = taken.toSorted((a, b) => a - b)
  return {
    what,
    unit: 's',
    value: rounded(quantile(sorted, 0.5) / 1000),
    more: { fastest: rounded((sorted[0] ?? 0) / 1000), slowest: rounded((sorted.at(-1) ?? 0) / 1000) },
  }
}

/** Into a profile of 200 sheets, until its numbers are shown; and the very first start, until a person can choose. */
export async function coldStarts(): Promise<Figure[]> {
  const app = await aProfile('inspector')
  await synthetic(app, 20, 200)
  const { folder } = app.world
  app.close()
  const home = aFolder()
  return [
    await medianStart(`cold start to the first usable screen (median of ${STARTS}, the test driver's own start included)`, () =>
      startOnce(home, ['--profile', folder], '[data-screen="today"] [data-tile]'),
    ),
    await medianStart('the very first start, until a person can choose', () => startOnce(aFolder(), [], '[data-screen="chooser"]')),
  ]
}
