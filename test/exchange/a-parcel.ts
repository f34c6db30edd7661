import { join } from 'node:path'
import { newRecordId } from '#electron/kernel/world'
import type { Problem, Result } from '#shared/kernel/result'
import { type AWorld, aFolder } from '../app/a-world.ts'
import { aCompleteSheet, type SheetChanges } from '../spot-check/a-sheet.ts'

const kind = 'samplingSheet'
const jpeg = (text: string): Uint8Array<ArrayBuffer> => new Uint8Array([0xff, 0xd8, 0xff, 0xe0, ...Buffer.from(text.repeat(300))])

/** A sealed sheet with a photo of its own. */
export async function aSheet({ done }: AWorld, no = 1, changes: SheetChanges = {}): Promise<string> {
  const id = newRecordId()
  const number = `CQ-500103-20261122-abcd-${String(no).padStart(3, '0')}`
  await done('record.saveDraft', { id, kind, doc: aCompleteSheet({ head: { no: number }, ...changes }) })
  await done('attachment.add', { record: id, kind, slot: 'scene', name: '现场.jpg', bytes: jpeg(number) })
  await done('record.submit', { id })
  return id
}

/** Everything that waits, as a bundle on a stick; answers its file. */
export async function packed({ done }: AWorld, everything = false): Promise<string> {
  const to = join(aFolder(), 'batch.ibz')
  await done('sync.makeBatch', { to, everything })
  return to
}

type Doc = { readonly product: object }
/** Corrects a record as a person does: from what is shown, with the signatures that stand. */
export async function correct({ done }: AWorld, id: string, change: (doc: Doc) => Doc): Promise<void> {
  const record = await done('record.get', { id })
  await done('record.correct', { id, doc: change(record?.doc as unknown as Doc), reason: '批号' })
}
export const withLot =
  (lotNo: string) =>
  (doc: Doc): Doc => ({ ...doc, product: { ...doc.product, lotNo } })

export const stateIn = async ({ done }: AWorld, id: string): Promise<string> => (await done('record.get', { id }))?.state ?? 'none'

const problemsOf = (answer: Result<unknown>): readonly Problem[] => (answer.ok ? [] : answer.problems)
export const codes = (answer: Result<unknown>): string[] => problemsOf(answer).map(({ code }) => code)
/** What is wrong with a bundle that was refused. */
export const faults = (answer: Result<unknown>): string[] =>
  problemsOf(answer).flatMap(({ facts }) => ((facts as { faults?: { code: string }[] }).faults ?? []).map(({ code }) => code))
