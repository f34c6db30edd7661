// `npm run dev`: the window with hot reload of the renderer and restart on changes of the main process.
import { openDisplay } from './lib/display.mjs'
import { tool } from './lib/paths.mjs'
import { endWhenAsked, run } from './lib/run.mjs'
import { main } from './lib/say.mjs'
import { setUp } from './lib/set-up.mjs'

await main(async () => {
  endWhenAsked()
  const runtime = await setUp()
  const display = await openDisplay()
  const sandbox = process.getuid?.() === 0 ? ['--noSandbox'] : []
  try {
    const env = { ...display.env, ELECTRON_EXEC_PATH: runtime.executable }
    return await run(tool('electron-vite'), ['dev', '-w', ...sandbox], { minutes: 24 * 60, env })
  } finally {
    await display.close()
  }
})
