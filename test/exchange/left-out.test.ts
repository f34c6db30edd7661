import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { aFolder, aWorld } from '../app/a-world.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import { acquainted, aPair } from './acquainted.ts'

test('a batch that was sealed before this supervisor was a recipient is named as left out; the rest of the bundle comes in', async () => {
  const { inspector } = await aPair()
  const seal = async (no: string): Promise<void> => {
    const id = newRecordId()
    const doc = aCompleteSheet({ head: { no: `CQ-500103-20261122-abcd-${no}` } })
    await inspector.done('record.saveDraft', { id, kind: 'samplingSheet', doc })
    await inspector.done('record.submit', { id })
  }
  await seal('001')
  // The bundle's place is taken by a folder, so the first batch is sealed for the first supervisor only, and stays here.
  const stick = aFolder()
  mkdirSync(join(stick, 'out.ibz.part', 'in the way'), { recursive: true })
  expect((await inspector.call('sync.makeBatch', { to: join(stick, 'out.ibz') })).ok).toBe(false)
  rmSync(join(stick, 'out.ibz.part'), { recursive: true })
  const second = await aWorld({ role: 'supervisor' })
  await acquainted(inspector, second)
  await seal('002')
  const file = join(stick, 'both.ibz')
  expect(await inspector.done('sync.makeBatch', { to: file })).toMatchObject({ seq: 2, records: 2 })
  for (const step of ['sync.rehearse', 'sync.import'] as const) {
    const [report] = await second.done(step, { file })
    expect(report).toMatchObject({ seq: 2, new: 1, refused: [{ line: 0, code: 'sync.batchLeftOut', facts: { seq: 1 } }] })
  }
})
