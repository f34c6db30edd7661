import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { BatchHead, type BatchPosition, headPath, objectsOf, signaturePath, streamPath } from '#shared/kernel/batch-head'
import { clearTemporary } from '../kernel/durable-file.ts'
import type { World } from '../kernel/world.ts'

/** Where the courier lays down what it fetches from one target; what was cut stays for the next time. */
export const inboxOf = (world: Pick<World, 'folder'>, target: string): string => join(world.folder, 'inbox', target)

export function openInbox(world: World, target: string): string {
  const folder = inboxOf(world, target)
  mkdirSync(join(folder, 's'), { recursive: true, mode: 0o700 })
  clearTemporary(folder)
  return folder
}

export function removeInbox(world: World, target: string): void {
  rmSync(inboxOf(world, target), { recursive: true, force: true })
}

export const hasTrust = (folder: string): boolean => existsSync(join(folder, 'trust'))
export const clearTrust = (folder: string): void => rmSync(join(folder, 'trust'), { recursive: true, force: true })

/** A batch that is taken in, or never will be, need not lie here. The head goes first: what is left of a batch without one is nothing. */
export function dropBatch(folder: string, at: BatchPosition): void {
  const head = BatchHead.parse(JSON.parse(readFileSync(join(folder, headPath(at)), 'utf8')))
  for (const name of [headPath(at), signaturePath(at), ...objectsOf(head).map(({ path }) => path)])
    rmSync(join(folder, name), { force: true })
}

/** Parts of batches that were never whole are kept while their stream is being followed; a stream that is settled leaves nothing. */
export function sweepInbox(folder: string, settled: Pick<BatchPosition, 'device' | 'epoch'>): void {
  const heads = join(folder, streamPath(settled), 'h')
  if (!existsSync(heads) || readdirSync(heads).length === 0) rmSync(join(folder, streamPath(settled)), { recursive: true, force: true })
}
