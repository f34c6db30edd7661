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
  const child = spawn(process.execPath, ['test/record/save-for-ever.ts', folder, from.id, String(from.count + 1)], {
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

test('killed twenty times in the middle of saving and sealing: nothing that was said to be saved is lost, and there is never a second draft', async () => {
  const { folder, close, clock } = await aWorld()
  close()
  let from: Promises['saved'] = { id: newRecordId(), count: -1 }
  let sealed = 0
  for (let round = 0; round < 20; round++) {
    const promised = await workUntilKilled(folder, from, Math.random() * 120)
    const { call, world, close: closeAgain } = await must(openApp(folder, clock))
    const drafts = await must(call('record.listDrafts', {}))
    for (const id of promised.submitted) expect(await must(call('record.get', { id }))).toMatchObject({ state: 'submitted' })
    const draft = drafts[0] === undefined ? null : await must(call('record.get', { id: drafts[0].id }))
    const standing = draft ?? (await must(call('record.get', { id: promised.saved.id })))

    expect(drafts.length).toBeLessThanOrEqual(1)
    expect(numberIn(standing?.doc)).toBeGreaterThanOrEqual(promised.saved.count)
    expect(numberIn(standing?.doc)).toBeLessThanOrEqual(promised.saved.count + 1)
    if (draft === null) expect([promised.submitting, ...promised.submitted]).toContain(promised.saved.id)
    expect([[...damagedLines(world.db)], brokenJournalAt(world.db)]).toEqual([[], null])

    const { total } = await must(call('record.list', { kind: 'samplingSheet' }))
    sealed += promised.submitted.length
    expect(total - sealed).toBe(promised.submitting !== null && draft === null ? 1 : 0)
    sealed = total
    from = { id: draft?.id ?? newRecordId(), count: numberIn(standing?.doc) }
    closeAgain()
  }
  expect(sealed).toBeGreaterThan(5)
}, 120_000)
