import type { ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page, type TestInfo } from '@playwright/test'

export type Started = { readonly app: ElectronApplication; readonly win: Page }
type Options = { args: string[]; env: Record<string, string>; size: `${number}x${number}` }
type Fixtures = {
  /** The folder that holds this test's profiles: empty, and gone afterwards. */
  home: string
  /** Starts the app on `home`; what was started before may have been killed. */
  launch: () => Promise<Started>
  started: Started
  app: ElectronApplication
  win: Page
}

export const test = base.extend<Options & Fixtures>({
  args: [[], { option: true }],
  env: [{}, { option: true }],
  size: ['1366x768', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from an object pattern
  home: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'xunzhi-e2e-'))
    await use(folder)
    await rm(folder, { recursive: true, force: true })
  },
  launch: async ({ home, args, env, size }, use, info) => {
    const runs: Run[] = []
    await use(async () => {
      const run = await start(info, args, { ...env, XUNZHI_HOME: home, XUNZHI_WINDOW: size })
      runs.push(run)
      return run
    })
    for (const [n, run] of runs.entries()) await finish(run, info, n)
    expect(runs.flatMap((run) => run.errors)).toEqual([])
  },
  started: async ({ launch }, use) => use(await launch()),
  app: async ({ started }, use) => use(started.app),
  win: async ({ started }, use) => use(started.win),
})
export { expect }

/** As the machine's power button would: nothing is flushed, nobody says goodbye. */
export async function killNow(app: ElectronApplication): Promise<void> {
  const main = app.process()
  const gone = new Promise((done) => main.once('exit', done))
  main.kill('SIGKILL')
  await gone
}

type Run = Started & { readonly main: ChildProcess; readonly log: string[]; readonly errors: Error[] }

async function start(info: TestInfo, args: string[], env: Record<string, string>): Promise<Run> {
  const packaged = info.project.metadata['packaged'] === true
  const app = await _electron.launch({
    executablePath: packaged ? resolve('release/linux-unpacked/xunzhi') : (process.env['E2E_ELECTRON'] ?? ''),
    args: [...(packaged ? [] : ['.']), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--force-device-scale-factor=1', ...args],
    env: { ...definedEnv(), TZ: 'Asia/Shanghai', ...env },
  })
  const run: Run = { app, main: app.process(), win: await app.firstWindow(), log: [], errors: [] }
  run.main.stderr?.on('data', (text: Buffer) => run.log.push(text.toString()))
  app.on('window', (page) => page.on('pageerror', (error) => run.errors.push(error)))
  run.win.on('pageerror', (error) => run.errors.push(error))
  // Playwright's own `trace` setting does not reach an Electron window: start it by hand.
  await app.context().tracing.start({ screenshots: true, snapshots: true, sources: true })
  return run
}

// Playwright forgets the process of an app that is gone: it is kept here.
const isRunning = ({ main }: Run) => main.exitCode === null && main.signalCode === null

async function finish(run: Run, info: TestInfo, n: number): Promise<void> {
  const failed = info.status !== info.expectedStatus
  const trace = info.outputPath(`window-${n}.zip`)
  if (isRunning(run)) {
    await run.app.context().tracing.stop(failed ? { path: trace } : {})
    await run.app.close()
    if (failed) await info.attach(`trace-${n}`, { path: trace, contentType: 'application/zip' })
  }
  if (failed) await info.attach(`stderr-${n}`, { body: run.log.join('') })
}

/** ELECTRON_RUN_AS_NODE, when set outside, would start no window. */
function definedEnv(): Record<string, string> {
  const pairs = Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = Object.fromEntries(pairs) as Record<string, string>
  return rest
}
