// `npm start`: set up what is missing, build, open the window. Arguments go to the app (npm start -- --profile DIR).
import { spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { openDisplay } from './lib/display.mjs'
import { cache, root } from './lib/paths.mjs'
import { asked, end } from './lib/run.mjs'
import { main, Stop, say } from './lib/say.mjs'
import { setUp } from './lib/set-up.mjs'

const picture = join(cache, 'window.png')

function open(runtime, display) {
  const args = ['.', ...process.argv.slice(2)]
  if (process.env.WAYLAND_DISPLAY && !process.env.DISPLAY) args.unshift('--ozone-platform-hint=auto')
  if (process.getuid?.() === 0) {
    say("running as root: Chromium's sandbox must be off (--no-sandbox). Use an ordinary user for real work.")
    args.unshift('--no-sandbox')
  }
  rmSync(picture, { force: true })
  mkdirSync(cache, { recursive: true })
  const env = { ...process.env, ...display.env, ...(display.virtual ? { XUNZHI_CAPTURE: picture } : {}) }
  delete env.ELECTRON_RUN_AS_NODE
  const app = spawn(runtime.executable, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  process.once('exit', () => app.kill())
  createInterface({ input: app.stderr }).on('line', (line) => noise.test(line) || process.stderr.write(`${line}\n`))
  return app
}

/** What Chromium says about a machine without a desktop: true, and of no consequence. */
const noise = /:ERROR:(bus|object_proxy|viz_main_impl|gl_.*|gpu_.*)\.cc/

/** The app says `captured FILE` once it has painted. */
function whenCaptured(app) {
  return new Promise((done) => {
    setTimeout(done, 120_000).unref()
    createInterface({ input: app.stdout }).on('line', (line) => {
      if (line.startsWith('captured ')) done('captured')
      else process.stderr.write(`${line}\n`)
    })
  })
}

await main(async () => {
  const runtime = await setUp()
  const display = await openDisplay()
  if (display.virtual) say('there is no display here: the window opens on a virtual one (Xvfb).')
  const app = open(runtime, display)
  const gone = new Promise((done) => app.once('exit', (code, signal) => done(signal ? 128 : code)))
  const captured = whenCaptured(app)
  const stop = asked()
  try {
    if (display.virtual) {
      const shown = await Promise.race([captured, gone, stop])
      if (shown === undefined) throw new Stop('the window did not paint within two minutes.')
      if (shown !== 'captured') return shown === 'asked' ? 0 : shown
      say(`the window is open; a picture of it: ${picture}`)
    }
    say('running; Ctrl+C ends it.')
    const ended = await Promise.race([gone, stop])
    return ended === 'asked' ? 0 : ended
  } finally {
    await end(app, 10)
    await display.close()
  }
})
