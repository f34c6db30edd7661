import { spawnSync } from 'node:child_process'
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { aFolder } from '../app/a-world.ts'

export interface SmallDisk {
  readonly folder: string
  /** Takes all room but so many bytes. */
  readonly fill: (leave?: number) => void
  readonly free: () => void
  /** As a stick with its switch on, or a system that gave up writing after an error. */
  readonly makeReadOnly: () => void
}

/** A real file system of a few megabytes in memory; null, said loudly, where this user may not mount one. */
export function aSmallDisk(megabytes: number): SmallDisk | null {
  const folder = join(aFolder(), 'disk')
  mkdirSync(folder)
  const mounted =
    process.platform === 'linux' && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', folder]).status === 0
  if (!mounted) {
    console.warn('!!! SKIPPED: a full disk is NOT tested, this user may not mount a file system of a few megabytes')
    return null
  }
  onTestFinished(() => void spawnSync('umount', ['-l', folder]))
  const ballast = join(folder, 'ballast')
  const free = (): void => rmSync(ballast, { force: true })
  const fill = (leave = 0): void => {
    free()
    const { bavail, bsize } = statfsSync(folder)
    const handle = openSync(ballast, 'w')
    let left = bavail * bsize - leave
    try {
      for (; left > 0; left -= bsize) writeSync(handle, Buffer.alloc(Math.min(bsize, left)))
    } catch {
      // It is full, as it is meant to be.
    } finally {
      closeSync(handle)
    }
  }
  const makeReadOnly = (): void => void spawnSync('mount', ['-o', 'remount,ro', folder])
  return { folder, fill, free, makeReadOnly }
}
