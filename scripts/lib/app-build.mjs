import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, textOf, tool } from './paths.mjs'
import { run } from './run.mjs'
import { Stop, say } from './say.mjs'

const rooms = ['shared', 'db', 'electron', 'renderer', 'seeds']
const files = ['electron.vite.config.ts', 'package.json', 'package-lock.json']
const stamp = join(root, 'out', '.stamp')

/** Builds the app into out/ when a source changed since the last build. */
export async function ensureBuild({ force = false } = {}) {
  const state = sourceState()
  if (!force && textOf(stamp) === state) return
  rmSync(stamp, { force: true })
  say('building the app (a few seconds)')
  const code = await run(tool('electron-vite'), ['build', '--logLevel', 'warn'], { minutes: 5 })
  if (code !== 0) throw new Stop('the build failed; see above.')
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, state)
}

/** Names, sizes and times of all sources as one hash: a few milliseconds, where reading them all would be felt. */
function sourceState() {
  const hash = createHash('sha256')
  const look = (path) => {
    const { size, mtimeMs } = statSync(join(root, path))
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  for (const room of rooms) for (const path of filesIn(room)) look(path)
  for (const path of files) look(path)
  return hash.digest('hex')
}

function filesIn(room) {
  const entries = readdirSync(join(root, room), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}
