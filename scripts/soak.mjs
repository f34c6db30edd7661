// `npm run soak [-- --events 1000000 --minutes M --seed S]`: the simulation on every core, then the properties of the merge and the
// fuzzing of what comes from outside with raised numbers. Every seed is printed; `--seed S --workers 1` tells a story again.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensurePackages } from './lib/npm-packages.mjs'
import { node24, pathInside, root, tool } from './lib/paths.mjs'
import { endWhenAsked } from './lib/run.mjs'
import { main } from './lib/say.mjs'

const { values } = parseArgs({
  options: {
    events: { type: 'string', default: '1000000' },
    minutes: { type: 'string', default: '600' },
    workers: { type: 'string', default: String(availableParallelism()) },
    seed: { type: 'string' },
  },
})

const running = new Set()
process.once('exit', () => {
  for (const child of running) child.kill()
})

/** Runs to its end with its words on our stdout; answers the exit code. */
function run(command, args, env = {}) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PATH: pathInside, TZ: 'Asia/Shanghai', ...env },
    stdio: 'inherit',
  })
  running.add(child)
  return new Promise((done) => child.once('exit', (code) => done(code ?? 1)))
}

/** Seeds a million apart, so that no two workers tell the same story. */
function simulate(workers) {
  const first = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
  const share = String(Math.ceil(Number(values.events) / workers))
  const one = (_, worker) =>
    run(node24(), [
      join(root, 'test/sim/main.ts'),
      '--events',
      share,
      '--minutes',
      values.minutes,
      '--seed',
      String(first + worker * 1_000_000),
    ])
  return Promise.all(Array.from({ length: workers }, one))
}

await main(async () => {
  endWhenAsked()
  await ensurePackages()
  const codes = await simulate(Math.max(1, Number(values.workers)))
  const raised = { XUNZHI_HISTORIES: '200000', XUNZHI_FUZZ: '100000' }
  codes.push(await run(tool('vitest'), ['run', 'test/kernel', 'test/fuzz', '--testTimeout', '3600000'], raised))
  console.log(codes.every((code) => code === 0) ? 'soak: clean' : 'soak: something does not hold; the seeds are above')
  return Math.max(...codes)
})
