import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { insertFork } from '#db/sync/streams'
import { timeOf, type World } from '../kernel/world.ts'
import type { OpenedBatch } from './opened-batch.ts'

const keptFolder = (folder: string, head: string): string => join(folder, 'kept', head)

/**
 * Keeps the second history of a position: signed head, signature and lines as they were opened; its files are among the originals. It is
 * not counted, and its stream is flagged until a person has looked. Call it in the transaction that leaves the batch out.
 */
export function keepFork(world: World, { head, headHash, headBytes, signature, lines }: OpenedBatch): void {
  const folder = keptFolder(world.folder, headHash)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  writeFileSync(join(folder, 'head.json'), Buffer.from(headBytes, 'base64'))
  writeFileSync(join(folder, 'head.json.sig'), signature)
  copyFileSync(lines, join(folder, 'lines.ndjson'))
  const { device, epoch, seq, created, body } = head
  insertFork(world.db, { head: headHash, device, epoch, seq, bytes: body.ptSize, created, arrived: timeOf(world) })
}
