// `npm run crash [-- --only OPERATION --sample N --seed S]`: kills every operation at every call that writes, and prints the table.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { ensurePackages } from './lib/npm-packages.mjs'
import { node24, pathInside, root } from './lib/paths.mjs'
import { endWhenAsked } from './lib/run.mjs'
import { main } from './lib/say.mjs'

await main(async () => {
  endWhenAsked()
  await ensurePackages()
  const env = { ...process.env, PATH: pathInside, TZ: 'Asia/Shanghai' }
  const child = spawn(node24(), [join(root, 'test/crash/main.ts'), ...process.argv.slice(2)], { cwd: root, env, stdio: 'inherit' })
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
})
