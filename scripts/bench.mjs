// `npm run bench`: set up what is missing, then test/bench/main.ts on Node 24. stdout is the benchmark's alone.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { openDisplay } from './lib/display.mjs'
import { node24, pathInside, root } from './lib/paths.mjs'
import { endWhenAsked } from './lib/run.mjs'
import { main } from './lib/say.mjs'
import { setUp } from './lib/set-up.mjs'

await main(async () => {
  endWhenAsked()
  const runtime = await setUp()
  const display = await openDisplay()
  const env = { ...process.env, ...display.env, PATH: pathInside, TZ: 'Asia/Shanghai', E2E_ELECTRON: runtime.executable }
  const child = spawn(node24(), [join(root, 'test/bench/main.ts'), ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' })
  const code = await new Promise((done) => child.once('exit', done))
  await display.close()
  return code ?? 1
})
