import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './paths.mjs'
import { ask, run } from './run.mjs'
import { Stop, say, sayLoudly } from './say.mjs'

const window = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1', 'libxtst6', 'fonts-noto-cjk']
const noDisplay = ['xvfb']
const stockTools = ['age', 'jq', 'unzip', 'openssh-client', 'poppler-utils']

export const hasDisplay = () => process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

export const hasApt = () => existsSync('/usr/bin/dpkg-query') && existsSync('/usr/bin/apt-get')

/**
 * Makes sure that Electron finds its shared libraries and a CJK font, and tests the stock tools they call.
 * On Debian and its kin what is missing is installed; elsewhere it is named.
 */
export async function ensureSystem({ tests = false } = {}) {
  if (process.platform !== 'linux') return
  const wanted = [...window, ...(hasDisplay() ? [] : noDisplay), ...(tests ? stockTools : [])]
  if (!hasApt()) {
    sayLoudly('This Linux has no apt: install by your own means what these Debian packages hold:', wanted.join(' '))
    return
  }
  const missing = wanted.filter((name) => !isInstalled(name))
  if (missing.length > 0) await install(missing)
}

// Since 2024 Debian and Ubuntu carry some libraries under a second name.
const names = (name) => (name.startsWith('lib') ? [name, `${name}t64`] : [name])
const isInstalled = (name) => names(name).some((n) => ask('dpkg-query', ['-s', n])?.includes('Status: install ok installed'))
const nameHere = (name) => names(name).findLast((n) => ask('apt-cache', ['show', '--no-all-versions', n])) ?? name

async function install(missing) {
  const command = (packages) => ['apt-get', 'install', '-y', '--no-install-recommends', ...packages]
  const before = permission()
  const line = `apt-get update && ${command(missing.map(nameHere)).join(' ')}`
  const byHand = process.getuid?.() === 0 ? line : `sudo sh -c '${line}'`
  if (!before) throw new Stop(`Debian packages are missing and this user may not install them. Type:\n  ${byHand}`)
  say(`installing from Debian, up to a minute: ${missing.join(' ')}`)
  const log = join(cache, 'apt.log')
  mkdirSync(cache, { recursive: true })
  const apt = (args) => {
    const bounds = ['Acquire::http::Timeout=20', 'Acquire::Retries=2', 'DPkg::Lock::Timeout=120'].flatMap((bound) => ['-o', bound])
    const [first, ...rest] = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', ...args, '-q', ...bounds]
    return run(first, rest, { minutes: 10, log })
  }
  await apt(['apt-get', 'update'])
  if ((await apt(command(missing.map(nameHere)))) === 0) return
  throw new Stop(`that did not work (${log} says why). Type:\n  ${byHand}`)
}

/** What to put before a command to run it as root, or undefined when that would ask for a password. */
function permission() {
  if (process.getuid?.() === 0) return []
  return ask('sudo', ['-n', 'true']) === undefined ? undefined : ['sudo', '-n']
}
