import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { brokenJournalAt } from '#db/kernel/journal'
import { damagedLines } from '#db/kernel/lines'
import { newRecordId } from '#electron/kernel/world'
import { aWorld, must, openApp } from '../app/a-world.ts'

interface Promises {
  /** Draft and number of the last save that was told to be done. */
  readonly saved: { readonly id: string; readonly count: number }
  readonly submitted: readonly string[]
  /** The sheet that was being sealed when the power went. */
  readonly submitting: string | null
}

/** Works in another process, and is killed after so many milliseconds of work. */
async function workUntilKilled(folder: string, from: Promises['saved'], milliseconds: number): Promise<Promises> {
  const child = spawn(process.execPath, ['test/record/save-for-ever.child.ts', folder, from.id, String(from.count + 1)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString()
  })
  await once(child.stdout, 'data')
  await wait(milliseconds)
  child.kill('SIGKILL')
  await once(child, 'close')
  const words = said
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '))
  const [, id = '', count = ''] = words.findLast(([word]) => word === 'saved') ?? []
  const submitted = words.filter(([word]) => word === 'submitted').map(([, name = '']) => name)
  const last = words.findLast(([word]) => word === 'submitting')?.[1]
  return { saved: { id, count: Number(count) }, submitted, submitting: last === undefined || submitted.includes(last) ? null : last }
}

const numberIn = (doc: Record<string, unknown> | undefined): number => Number(/第 (\d+) 次/.exec(String(doc?.['remarks']))?.[1] ?? -1)

interface Found {
  readonly complaints: readonly string[]
  /** Where the next round goes on. */
  readonly from: Promises['saved']
  readonly sealed: number
}

/** Opens the profile again and compares what is there with what was promised. */
async function afterRestart(folder: string, { saved, submitted, submitting }: Promises, sealedBefore: number): Promise<Found> {
  const { call, world, close } = await must(openApp(folder))
  const drafts = await must(call('record.listDrafts', {}))
  const draft = drafts[0] === undefined ? null : await must(call('record.get', { id: drafts[0].id }))
  const standing = draft ?? (await must(call('record.get', { id: saved.id })))
  const states = await Promise.all(submitted.map(async (id) => (await must(call('record.get', { id })))?.state))
  const { total } = await must(call('record.list', { kind: 'samplingSheet' }))
  const count = numberIn(standing?.doc)
  const sealedUnsaid = submitting !== null && draft === null ? 1 : 0
  const complaints = Object.entries({
    'a second draft': drafts.length > 1,
    'a save is lost': count < saved.count,
    'a save nobody made': count > saved.count + 1,
    'the draft is gone and was not sealed': draft === null && saved.id !== submitting && !submitted.includes(saved.id),
    'a sealed sheet is lost': states.some((state) => state !== 'submitted'),
    'a sheet is sealed twice, or by nobody': total !== sealedBefore + submitted.length + sealedUnsaid,
    'a line is damaged': [...damagedLines(world.db)].length > 0,
    'the journal is broken': brokenJournalAt(world.db) !== null,
  })
  close()
  const from = { id: draft?.id ?? newRecordId(), count }
  return { complaints: complaints.flatMap(([complaint, holds]) => (holds ? [complaint] : [])), from, sealed: total }
}

test('killed twenty times while saving and sealing: nothing that was said to be saved is lost, and there is never a second draft', async () => {
  const { folder, close } = await aWorld()
  close()
  let found: Found = { complaints: [], from: { id: newRecordId(), count: -1 }, sealed: 0 }
  for (let round = 0; round < 20; round++) {
    const promised = await workUntilKilled(folder, found.from, Math.random() * 120)
    found = await afterRestart(folder, promised, found.sealed)
    expect(found.complaints).toEqual([])
  }
  expect(found.sealed).toBeGreaterThan(0)
}, 120_000)
