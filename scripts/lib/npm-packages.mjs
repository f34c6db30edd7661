import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { jsonOf, pathOutside, root, textOf } from './paths.mjs'
import { run } from './run.mjs'
import { Stop, say } from './say.mjs'

const lockFile = join(root, 'package-lock.json')
const installedFile = join(root, 'node_modules', '.package-lock.json')
const stamp = join(root, 'node_modules', '.cache', 'lock.sha256')
// `npm ci` empties node_modules, the stamp with it.
const hash = () => createHash('sha256').update(readFileSync(lockFile)).digest('hex')

/** Makes node_modules what package-lock.json says; does nothing when it already is. */
export async function ensurePackages() {
  checkNode()
  const wanted = hash()
  if (textOf(stamp) === wanted && existsSync(installedFile)) return
  if (!matches(jsonOf(installedFile)?.packages)) await install()
  mkdirSync(dirname(stamp), { recursive: true })
  writeFileSync(stamp, wanted)
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  throw new Stop(`this is Node ${process.versions.node}; Xunzhi needs Node 20.19 or newer.`)
}

/** npm writes down what it installed: a tree made by a plain `npm ci` is taken as it is. */
function matches(installed) {
  if (!installed) return false
  const { '': _root, ...wanted } = jsonOf(lockFile).packages
  const missing = Object.entries(wanted).some(([path, entry]) => !entry.optional && installed[path]?.version !== entry.version)
  const foreign = Object.entries(installed).some(([path, entry]) => wanted[path]?.version !== entry.version)
  return !missing && !foreign
}

async function install() {
  say('installing the npm packages of package-lock.json (about a minute)')
  // No package needs to run a script; a registry that does not answer is given up, not waited for.
  const bounds = ['--fetch-timeout=60000', '--fetch-retries=2', '--fetch-retry-maxtimeout=10000']
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...bounds]
  const code = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, { minutes: 20, env: { PATH: pathOutside } })
  if (code !== 0)
    throw new Stop('npm could not install the packages; see above. Behind a closed network set npm_config_registry to a mirror.')
}
