import { spawn } from 'node:child_process'
import { end } from './run.mjs'
import { Stop } from './say.mjs'
import { hasDisplay } from './system-packages.mjs'

/**
 * A display for the window: the one that is there, or a virtual one of our own that `close` takes away.
 * Xvfb picks a free number by itself and tells it on the third pipe.
 */
export async function openDisplay(size = '1366x768') {
  if (hasDisplay()) return { virtual: false, env: {}, close: async () => {} }
  const child = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    detached: true, // Ctrl+C must reach the window before its display goes
  })
  process.once('exit', () => child.kill())
  const number = await new Promise((done) => {
    const timer = setTimeout(done, 15_000)
    const tell = (text) => {
      clearTimeout(timer)
      done(text && String(text).trim())
    }
    child.stdio[3]?.once('data', tell)
    child.once('error', () => tell())
    child.once('exit', () => tell())
  })
  if (!number) {
    child.kill('SIGKILL')
    throw new Stop('there is no display and Xvfb did not start (Debian package xvfb).')
  }
  return { virtual: true, env: { DISPLAY: `:${number}` }, close: () => end(child) }
}
