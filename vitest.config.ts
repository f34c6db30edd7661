import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [{ extends: true, test: { name: 'node', environment: 'node', include: ['test/**/*.test.ts'] } }],
    env: { TZ: 'Asia/Shanghai' },
    pool: 'forks', // better-sqlite3 and child processes behave in a process as they do in the app
    maxWorkers: 2,
    testTimeout: 60_000, // against what hangs, not against a busy machine
    hookTimeout: 60_000,
    restoreMocks: true,
    unstubEnvs: true,
  },
})
