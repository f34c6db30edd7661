import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import { newRecordId } from '#electron/kernel/world'
import { type AWorld, aFolder, reopened } from '../app/a-world.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import { dumpOf } from './a-store-dump.ts'
import { aPair } from './acquainted.ts'

const kind = 'samplingSheet'

async function someSheets({ done }: AWorld, count: number): Promise<void> {
  for (let n = 1; n <= count; n++) {
    const id = newRecordId()
    const bytes = new Uint8Array(200_000).fill(n)
    bytes.set([0xff, 0xd8, 0xff])
    await done('record.saveDraft', {
      id,
      kind,
      doc: aCompleteSheet({ head: { no: `CQ-500103-20261122-abcd-${String(n).padStart(3, '0')}` } }),
    })
    await done('attachment.add', { record: id, kind, name: '现场.jpg', bytes })
    await done('record.submit', { id })
  }
}

/** What is left where a bundle should be, and beside it. */
const left = (folder: string): string[] => readdirSync(folder).toSorted()

test.each(['attachments', 'lines', 'write', 'verify'])(
  'killed at “%s” while a batch is being made: no file that looks like a bundle, nothing lost, and the next bundle brings it',
  async (stage) => {
    const { inspector, supervisor } = await aPair()
    await someSheets(inspector, 2)
    inspector.close()
    const stick = aFolder()
    const file = join(stick, 'a.ibz')
    const { signal, stderr } = spawnSync(process.execPath, ['test/exchange/make-and-die.child.ts', inspector.folder, file, stage])
    expect([signal, stderr.toString()]).toEqual(['SIGKILL', ''])
    expect(existsSync(file)).toBe(false)

    const again = await reopened(inspector.folder)
    expect(await again.done('sync.status', {})).toMatchObject({ toPack: 2, packed: 0 })
    const made = await again.done('sync.makeBatch', { to: file })
    expect(made).toMatchObject({ seq: 1, records: 2, attachments: 2 })
    expect(left(stick)).toEqual(['a.ibz'])
    expect(await supervisor.done('sync.import', { file })).toMatchObject([{ new: 2, photos: 2, photosMissing: 0 }])
    expect(stateDigest(supervisor.world.db).digest).toBe(stateDigest(again.world.db).digest)
  },
)

/** Asks, and thinks better of it after so many milliseconds. */
async function cancelled(
  world: AWorld,
  name: 'sync.makeBatch' | 'sync.import' | 'sync.rehearse',
  input: never,
  after: number,
): Promise<string> {
  const abort = new AbortController()
  const answer = world.call(name, input, { signal: abort.signal })
  await wait(after)
  abort.abort()
  const result = await answer
  return result.ok ? 'done' : result.problems[0].code
}

test('cancelled at any moment, making a batch leaves no file and loses nothing', async () => {
  const { inspector, supervisor } = await aPair()
  await someSheets(inspector, 3)
  const stick = aFolder()
  const answers = new Set<string>()
  for (let n = 0; n < 12; n++) {
    const answer = await cancelled(inspector, 'sync.makeBatch', { to: join(stick, `${String(n)}.ibz`) } as never, n * 4)
    answers.add(answer)
    expect(left(stick)).toEqual(answer === 'done' ? [`${String(n)}.ibz`] : [])
    if (answer === 'done') break
  }
  expect([...answers].filter((answer) => answer !== 'done')).toEqual(['sync.cancelled'])
  const [file = 'last.ibz'] = left(stick)
  if (left(stick).length === 0) await inspector.done('sync.makeBatch', { to: join(stick, file) })
  expect(await supervisor.done('sync.import', { file: join(stick, file) })).toMatchObject([{ new: 3, photosMissing: 0 }])
  expect(await inspector.done('sync.status', {})).toMatchObject({ toPack: 0, packed: 3 })
})

test('cancelled at any moment, an import or a rehearsal changes nothing', async () => {
  const { inspector, supervisor } = await aPair()
  await someSheets(inspector, 3)
  const file = join(aFolder(), 'a.ibz')
  await inspector.done('sync.makeBatch', { to: file })
  const before = dumpOf(supervisor)
  for (let n = 0; n < 10; n++) {
    const answer = await cancelled(supervisor, n % 2 === 0 ? 'sync.import' : 'sync.rehearse', { file } as never, Math.random() * 250)
    if (answer === 'done' && n % 2 === 0) break // it was quicker than the change of mind
    expect(['sync.cancelled', 'done']).toContain(answer)
    expect(dumpOf(supervisor)).toEqual(before)
  }
  await supervisor.done('sync.import', { file })
  expect(stateDigest(supervisor.world.db).digest).toBe(stateDigest(inspector.world.db).digest)
})

test('cancelled before it began', async () => {
  const { inspector, supervisor } = await aPair()
  await someSheets(inspector, 1)
  const to = join(aFolder(), 'a.ibz')
  const signal = AbortSignal.abort()
  expect(await inspector.call('sync.makeBatch', { to }, { signal })).toMatchObject({ ok: false, problems: [{ code: 'sync.cancelled' }] })
  await inspector.done('sync.makeBatch', { to })
  expect(await supervisor.call('sync.import', { file: to }, { signal })).toMatchObject({
    ok: false,
    problems: [{ code: 'sync.cancelled' }],
  })
})
