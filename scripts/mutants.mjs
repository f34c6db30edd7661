// `npm run mutants [-- WORDS]`: set up what is missing, then every seeded fault against its tests; a table on stdout.

import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { node24, pathInside, root } from './lib/paths.mjs'
import { endWhenAsked } from './lib/run.mjs'
import { main } from './lib/say.mjs'
import { setUp } from './lib/set-up.mjs'

await main(async () => {
  endWhenAsked()
  await setUp({ tests: true })
  const env = { ...process.env, PATH: pathInside, TZ: 'Asia/Shanghai' }
  const child = spawn(node24(), [join(root, 'test/mutants/main.ts'), ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' })
  return (await new Promise((done) => child.once('exit', done))) ?? 1
})
