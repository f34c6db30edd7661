import { newRecordId } from '#electron/kernel/world'
import type { Result } from '#shared/kernel/result'
import type { AWorld } from '../app/a-world.ts'
import { aCompleteSheet, type SheetChanges } from '../spot-check/a-sheet.ts'

export const kind = 'samplingSheet'

/** Saves a sheet the law has nothing against, but for the changes; answers its id. */
export async function aDraft({ done }: AWorld, changes: SheetChanges = {}, id = newRecordId()): Promise<string> {
  await done('record.saveDraft', { id, kind, doc: aCompleteSheet(changes) })
  return id
}

export async function aSealedSheet(world: AWorld, changes: SheetChanges = {}): Promise<string> {
  const id = await aDraft(world, changes)
  await world.done('record.submit', { id })
  return id
}

/** What was refused, as `code path`; nothing when it was done. */
export const codes = (answer: Result<unknown>): string[] =>
  answer.ok ? [] : answer.problems.map(({ code, path }) => `${code} ${path}`.trim())
