import { defineConfig } from '@playwright/test'

// The days that tests reckon are those of the window, which lives in Chongqing.
process.env['TZ'] = 'Asia/Shanghai'

export default defineConfig({
  testDir: 'test/e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  globalSetup: './test/e2e/global-setup.ts',
  workers: 1,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [
    ['list'],
    ['json', { outputFile: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ?? '.cache/e2e.json' }],
    ['html', { open: 'never' }],
  ],
  // The trace of an Electron window is started by hand in fixtures.ts: `trace` here would record no frames.
  use: { trace: 'off', screenshot: 'only-on-failure' },
  projects: [
    { name: 'dev', metadata: { packaged: false } },
    { name: 'packaged', metadata: { packaged: true }, grep: /@packaged/ },
  ],
})
