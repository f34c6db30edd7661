import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { sha256Of } from '#electron/kernel/durable-file'
import { isStaged, writeBatch } from '#electron/sync/batch-writer'
import { stagedFiles, sweepStaging } from '#electron/sync/staging'
import { LIMITS } from '#shared/kernel/batch-head'
import { canonical } from '#shared/kernel/canonical'
import { aDevice, aFolder, aLine, aPhoto, aPlan, sealed } from './a-bundle.ts'

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)

async function aScene() {
  const folder = aFolder()
  const [from, to] = [await aDevice(), await aDevice()]
  return { folder, from, to, staging: join(folder, 'outbox') }
}

test('a sealed batch is a head, its signature, a key, a body and the parts, each named by its hash', async () => {
  const { folder, from, to, staging } = await aScene()
  const photo = aPhoto(folder, LIMITS.partBytes + 1)
  const { head, headBytes, headHash, bytes } = await sealed(aPlan(from, to, staging, { attachments: [photo, photo] }))
  const files = await stagedFiles(staging, head)
  expect(files.map(({ name }) => name.split('/')[3])).toEqual(['h', 'h', 'k', 'b', 'a', 'a'])
  expect(files.reduce((sum, { size }) => sum + size, 0)).toBe(bytes)
  for (const { name, path } of files.slice(2)) expect(name).toContain(sha256Of(readFileSync(path)))
  expect(headBytes.toString()).toBe(`${canonical(head)}\n`)
  expect(headHash).toBe(sha256Of(headBytes))
  expect(head).toMatchObject({ seq: 1, body: { lines: 3 }, blobs: [{}, {}], min: 1, crit: [] })
})

test('no photo, name or word of a record can be read in what is sealed', async () => {
  const { folder, from, to, staging } = await aScene()
  const photo = { ...aPhoto(folder), path: join(folder, 'canary') }
  writeFileSync(photo.path, 'CANARY-PHOTO'.repeat(100))
  const named = { ...photo, sha256: sha256Of(readFileSync(photo.path)), size: 1200 }
  const { head } = await sealed(aPlan(from, to, staging, { lines: [aLine(from, { text: 'CANARY-LINE' })], attachments: [named] }))
  for (const { path } of await stagedFiles(staging, head)) {
    const text = readFileSync(path, 'latin1')
    expect([text.includes('CANARY'), text.includes(Buffer.from('李芳').toString('latin1')), text.includes(named.sha256)]).toEqual([
      false,
      false,
      false,
    ])
  }
})

test('a photo that is gone, or no longer what was signed, is never packed, and nothing is left', async () => {
  const { folder, from, to, staging } = await aScene()
  const [photo, other] = [aPhoto(folder), aPhoto(folder)]
  writeFileSync(other.path, 'something else')
  const refused = await writeBatch(aPlan(from, to, staging, { attachments: [photo, other] }))
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'sync.cannotRead', facts: { file: other.path } }] })
  rmSync(photo.path)
  expect(await writeBatch(aPlan(from, to, staging, { attachments: [photo] }))).toMatchObject({ problems: [{ code: 'sync.cannotRead' }] })
  expect(filesIn(staging)).toEqual([])
})

test('cancelling in the middle leaves nothing', async () => {
  const { folder, from, to, staging } = await aScene()
  const stop = new AbortController()
  const refused = await writeBatch({
    ...aPlan(from, to, staging, { attachments: [aPhoto(folder), aPhoto(folder), aPhoto(folder)] }),
    signal: stop.signal,
    onProgress: () => stop.abort(),
  })
  expect(refused).toMatchObject({ ok: false, problems: [{ code: 'sync.cancelled' }] })
  expect(filesIn(staging)).toEqual([])
})

test('more lines than one batch holds are refused, and nothing is left', async () => {
  const { from, to, staging } = await aScene()
  const lines = Array.from({ length: LIMITS.lines }, (_, i) => aLine(from, { i })) // and the envelope
  expect(await writeBatch(aPlan(from, to, staging, { lines }))).toMatchObject({
    problems: [{ code: 'sync.tooBig', facts: { what: 'lines' } }],
  })
  expect(filesIn(staging)).toEqual([])
})

test('a position is sealed once and never again', async () => {
  const { from, to, staging } = await aScene()
  const plan = aPlan(from, to, staging)
  expect(isStaged(staging, plan.facts)).toBe(false)
  await sealed(plan)
  expect(isStaged(staging, plan.facts)).toBe(true)
  await expect(writeBatch(plan)).rejects.toThrow('already sealed')
})

test('what a killed attempt left behind is swept away, a sealed batch is not', async () => {
  const { from, to, staging } = await aScene()
  const { head } = await sealed(aPlan(from, to, staging))
  const before = filesIn(staging)
  const orphan = join(staging, 's', head.device, head.epoch, 'b', `${'0'.repeat(64)}.age`)
  writeFileSync(orphan, 'half a body')
  writeFileSync(join(staging, '.tmp-0011'), 'half an object')
  expect((await sweepStaging(staging, head)).toSorted()).toEqual([join(staging, '.tmp-0011'), orphan])
  expect(filesIn(staging)).toEqual(before)
  expect(await sweepStaging(join(staging, 'nowhere'), head)).toEqual([])
})
