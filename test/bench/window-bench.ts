import { resolve } from 'node:path'
import { _electron } from '@playwright/test'
import { type Figure, quantile, rounded } from './measure.ts'
import { aFolder, aProfile, synthetic } from './profiles.ts'

const STARTS = 5

/** Milliseconds from the start of the process until today's screen shows its numbers. */
async function startOnce(home: string, folder: string): Promise<number> {
  const began = performance.now()
  const app = await _electron.launch({
    executablePath: process.env['E2E_ELECTRON'] ?? '',
    args: [resolve('.'), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--profile', folder],
    env: { ...(process.env as Record<string, string>), XUNZHI_HOME: home },
  })
  const win = await app.firstWindow()
  await win.waitForSelector('[data-screen="today"] [data-tile]')
  const taken = performance.now() - began
  await app.close()
  return taken
}

/** With a profile of 200 sheets that opens at once. */
export async function coldStart(): Promise<Figure> {
  const app = await aProfile('inspector')
  await synthetic(app, 20, 200)
  const { folder } = app.world
  app.close()
  const home = aFolder()
  const taken: number[] = []
  for (let start = 0; start < STARTS; start++) taken.push(await startOnce(home, folder))
  const sorted = taken.toSorted((a, b) => a - b)
  return {
    what: `cold start to the first usable screen (median of ${STARTS}, the test driver's own start included)`,
    unit: 's',
    value: rounded(quantile(sorted, 0.5) / 1000),
    more: { fastest: rounded((sorted[0] ?? 0) / 1000), slowest: rounded((sorted.at(-1) ?? 0) / 1000) },
  }
}
