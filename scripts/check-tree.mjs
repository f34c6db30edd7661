// What is committed belongs to every machine: no path of one of them, no address of a package registry in a lockfile.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { root } from './lib/paths.mjs'
import { ask } from './lib/run.mjs'
import { report } from './lib/sources.mjs'

const literally = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
const own = new RegExp(
  [`${literally(root)}\\b`, `(?<!\\w)${literally(homedir())}/`, '/(home|Users)/\\w+/', '[A-Z]:\\\\Users\\\\'].join('|'),
)
const binary = /\.(png|jpe?g|ico|icns|pdf|ibz|zip|gz|db|sqlite|age|xlsx)$/

const problems = []
const listed = ask('git', ['-C', root, 'ls-files', '--cached', '--others', '--exclude-standard']) ?? ''
for (const file of listed.split('\n').filter((name) => name && !binary.test(name))) {
  const path = join(root, file)
  if (!existsSync(path) || statSync(path).size > 2_000_000) continue
  for (const [index, line] of readFileSync(path, 'utf8').split('\n').entries()) {
    if (own.test(line)) problems.push(`${file}:${index + 1}: names a path of one machine.`)
    if (file.endsWith('package-lock.json') && line.includes('"resolved"')) {
      problems.push(`${file}:${index + 1}: names a registry; .npmrc keeps that out (omit-lockfile-registry-resolved).`)
    }
  }
}
report(problems)
