// `npm run check`: everything a machine can judge without running the app. Each finding is an error.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ensurePackages } from './lib/npm-packages.mjs'
import { pathInside, root, tool } from './lib/paths.mjs'
import { main } from './lib/say.mjs'
import { rooms } from './lib/sources.mjs'

/** @typedef {[command: string, args: string[]]} Check */
/** @returns {Check} */
const script = (name) => [process.execPath, [join(root, 'scripts', name)]]
/** @type {Record<string, Check>} */
const checks = {
  'format and lint (biome)': [tool('biome'), ['check', '--error-on-warnings', '.']],
  ...Object.fromEntries(rooms.map((room) => [`types of ${room}/`, [tool('tsc'), ['-p', room]]])),
  'lint with types (oxlint)': [tool('oxlint'), ['--deny-warnings', ...rooms]],
  'rooms and floors': script('check-rooms.mjs'),
  'words stay out of the code': script('check-words.mjs'),
  'nothing of one machine': script('check-tree.mjs'),
  'dead code (knip)': [tool('knip'), ['--no-progress']],
}

await main(async () => {
  await ensurePackages()
  const failed = Object.entries(checks).filter(([name, check]) => !passes(name, check))
  console.error(
    failed.length === 0 ? `check: all ${Object.keys(checks).length} clean` : `check: ${failed.map(([name]) => name).join(', ')}`,
  )
  return failed.length === 0 ? 0 : 1
})

function passes(name, [command, args]) {
  const shell = process.platform === 'win32' && command.endsWith('.cmd')
  const { status, stdout, stderr } = spawnSync(command, args, {
    cwd: root,
    encoding: 'utf8',
    shell,
    timeout: 300_000,
    env: { ...process.env, PATH: pathInside },
  })
  if (status !== 0) console.error(`\n✗ ${name}\n${stdout}${stderr}`)
  return status === 0
}
