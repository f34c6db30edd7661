#!/usr/bin/env node
// The command line of the app: sets up what is missing (words to stderr), then hands over. stdout is the command's alone.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensureBuild } from './lib/app-build.mjs'
import { ensurePackages } from './lib/npm-packages.mjs'
import { node24, root } from './lib/paths.mjs'
import { main } from './lib/say.mjs'

await main(async () => {
  await ensurePackages()
  await ensureBuild()
  const child = spawn(node24(), [join(root, 'out/main/cli.js'), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(/** @type {NodeJS.Signals} */ (signal)))
  return new Promise((done, fail) => {
    child.on('error', fail)
    child.on('exit', (code, signal) => done(signal ? 128 : code))
  })
})
