import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { jsonOf, root } from './paths.mjs'
import { run } from './run.mjs'
import { say } from './say.mjs'

export const electronDir = join(root, 'node_modules', 'electron')

/** Downloads the official Electron when its server, or the mirror that is set, answers; says whether it is there now. */
export async function installOfficial() {
  if (!(await isReachable())) return false
  say('downloading Electron (about 120 MB)')
  // install.js knows no limit for a download that stalls half-way.
  return (await run(process.execPath, [join(electronDir, 'install.js')], { minutes: 5 })) === 0
}

async function isReachable() {
  if (process.env.ELECTRON_GET_USE_PROXY) return true // this question cannot go through a proxy, the download can
  const { url, cached } = await where()
  if (cached) return true
  try {
    const answer = await fetch(url, { method: 'HEAD', signal: AbortSignal.timeout(4000) })
    if (!answer.ok) say(`Electron's server answered ${answer.status} for ${url}`)
    return answer.ok
  } catch (error) {
    say(`Electron's server ${new URL(url).host} cannot be reached (${error.cause?.code ?? error.name})`)
    return false
  }
}

/** Asks the downloader itself for the address, so that its variables for mirrors count. */
async function where() {
  const require = createRequire(join(electronDir, 'package.json'))
  const get = pathToFileURL(require.resolve('@electron/get'))
  const { version } = jsonOf(join(electronDir, 'package.json'))
  const details = { version: `v${version}`, artifactName: 'electron', platform: process.platform, arch: process.arch }
  const util = await import(new URL('./artifact-utils.js', get).href)
  const url = await util.getArtifactRemoteURL(details)
  const { Cache } = await import(new URL('./Cache.js', get).href)
  return { url, cached: new Cache(process.env.electron_config_cache).getPathForFileInCache(url, util.getArtifactFileName(details)) }
}
