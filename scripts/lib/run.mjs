import { spawn, spawnSync } from 'node:child_process'
import { openSync } from 'node:fs'
import { pathInside, root, textOf } from './paths.mjs'

const running = new Set()
// Whoever ends us ends what we started.
process.once('exit', () => {
  for (const child of running) child.kill()
})

/** Resolves when somebody wants us to end: Ctrl+C, a signal, or npm gone from above us. */
export const asked = () =>
  new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => done('asked'))
    const before = above()
    const look = () => above() !== before && done('asked')
    if (process.env.npm_lifecycle_event) setInterval(look, 1000).unref()
  })

/** Who started us: under npm a shell, and npm above it. */
function above() {
  const state = textOf(`/proc/${process.ppid}/stat`) // "pid (name) state parent …", on Linux
  return `${process.ppid} ${state?.split(') ').at(-1)?.split(' ')[1]}`
}

/** For scripts with nothing of their own to put away. */
export const endWhenAsked = () => void asked().then(() => process.exit(130))

/**
 * Runs a command to its end and returns its exit code; 124 when it took longer than `minutes`.
 * All its output goes to stderr, or into the file `log`.
 */
export function run(command, args, { env = {}, minutes = 10, cwd = root, log = '' } = {}) {
  return new Promise((done, fail) => {
    const out = log ? openSync(log, 'a') : 2
    const shell = process.platform === 'win32' && command.endsWith('.cmd')
    const child = spawn(command, args, { cwd, stdio: ['ignore', out, out], shell, env: { ...process.env, PATH: pathInside, ...env } })
    running.add(child)
    let late = false
    const timer = setTimeout(() => {
      late = true
      void end(child)
    }, minutes * 60_000)
    child.on('error', fail)
    child.on('exit', (code, signal) => {
      clearTimeout(timer)
      running.delete(child)
      if (late) done(124)
      else done(signal ? 128 : code)
    })
  })
}

/** Asks a child to end, insists after `seconds`, and resolves when it is gone. */
export function end(child, seconds = 5) {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000)
    child.once('exit', () => {
      clearTimeout(timer)
      done(undefined)
    })
    child.kill('SIGTERM')
  })
}

/** What a short command answers, or undefined when it is not there or says no. */
export function ask(command, args) {
  const answer = spawnSync(command, args, { encoding: 'utf8', timeout: 20_000, stdio: ['ignore', 'pipe', 'ignore'] })
  return answer.status === 0 ? answer.stdout : undefined
}
