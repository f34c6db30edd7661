import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { verifyBundle } from '#electron/intake/verify-bundle'
import { zipBytes } from '#electron/kernel/stored-zip'
import { writeBundle } from '#electron/sync/bundle-writer'
import { stagedFiles } from '#electron/sync/staging'
import { aBundle, aDevice, aFolder, aPhoto, aPlan, bundled, factsOf, sealed } from './a-bundle.ts'
import { has, run } from './tools.ts'

test.runIf(has('unzip', '-v'))('unzip finds a whole archive of stored entries named as on a target', async () => {
  const { file, batch, staging } = await aBundle()
  expect(run('unzip', ['-tq', file]).toString()).toContain('No errors detected')
  const names = run('unzip', ['-Z1', file]).toString().trim().split('\n')
  expect(names).toEqual(['README.txt', 'allowed_signers', ...(await stagedFiles(staging, batch.head)).map(({ name }) => name)])
  expect(
    run('unzip', ['-Z', file])
      .toString()
      .match(/ stor /g),
  ).toHaveLength(names.length)
})

test('the same batches always give the same bundle, byte for byte', async () => {
  const { file, folder, batch, staging } = await aBundle()
  const again = await bundled(staging, join(folder, 'again.ibz'), [batch])
  expect(readFileSync(again).equals(readFileSync(file))).toBe(true)
})

test('several batches and the trust list travel in one bundle', async () => {
  const folder = aFolder()
  const staging = join(folder, 'outbox')
  const [from, to] = [await aDevice(), await aDevice()]
  const first = await sealed(aPlan(from, to, staging))
  const second = await sealed(aPlan(from, to, staging, { facts: factsOf(from, 2, first.headHash) }))
  const trust = [{ name: 'trust/list/0000000001.json', bytes: Buffer.from('{}\n') }]
  const file = join(folder, 'two.ibz')
  const made = await writeBundle({ file, staging, batches: [first.head, second.head], trust, signers: [to.key.publicKey] })
  expect(made).toMatchObject({ ok: true, value: { file, entries: 11 } })
  const verdict = await verifyBundle(file)
  expect(verdict.ok && verdict.value.map(({ headHash }) => headHash)).toEqual([first.headHash, second.headHash])
})

test('a file that exists is never overwritten', async () => {
  const { file, staging, batch } = await aBundle()
  expect(await writeBundle({ file, staging, batches: [batch.head] })).toMatchObject({ ok: false, problems: [{ code: 'sync.fileExists' }] })
})

test('a sealed object that decayed or was cut is noticed before the bundle gets its name', async () => {
  const { folder, staging, batch } = await aBundle()
  const file = join(folder, 'second.ibz')
  const [, , key] = await stagedFiles(staging, batch.head)
  const path = key?.path ?? ''
  const good = readFileSync(path)
  writeFileSync(path, Buffer.concat([good.subarray(0, -1), Uint8Array.of(good.readUInt8(good.length - 1) ^ 1)]))
  const decayed = await writeBundle({ file, staging, batches: [batch.head] })
  expect(decayed).toMatchObject({ problems: [{ code: 'sync.cannotWrite', facts: { file, reason: `wrongHash ${key?.name ?? ''}` } }] })
  truncateSync(path, 10)
  const cut = await writeBundle({ file, staging, batches: [batch.head] })
  expect(cut).toMatchObject({ problems: [{ code: 'sync.cannotWrite', facts: { reason: `wrongHash ${key?.name ?? ''}` } }] })
  rmSync(path)
  expect(await writeBundle({ file, staging, batches: [batch.head] })).toMatchObject({
    problems: [{ code: 'sync.cannotWrite', facts: { reason: 'ENOENT' } }],
  })
  expect(readdirSync(folder).filter((name) => name.startsWith('second'))).toEqual([])
})

test('cancelled, or in a folder that is gone, no part of a bundle is left', async () => {
  const { folder, staging, batch } = await aBundle({ attachments: [] })
  const stop = new AbortController()
  const file = join(folder, 'second.ibz')
  const watching = { signal: stop.signal, onProgress: () => stop.abort() }
  expect(await writeBundle({ file, staging, batches: [batch.head], ...watching })).toMatchObject({ problems: [{ code: 'sync.cancelled' }] })
  const nowhere = join(folder, 'gone', 'second.ibz')
  const refused = await writeBundle({ file: nowhere, staging, batches: [batch.head] })
  expect(refused).toMatchObject({ problems: [{ code: 'sync.cannotWrite', facts: { file: nowhere, reason: 'ENOENT' } }] })
  expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([false, false])
})

test('the remains of a killed attempt do not stand in the way', async () => {
  const { folder, staging, batch } = await aBundle()
  const file = join(folder, 'second.ibz')
  writeFileSync(`${file}.part`, 'half')
  await bundled(staging, file, [batch])
  expect([existsSync(file), existsSync(`${file}.part`)]).toEqual([true, false])
})

// `ulimit -f` makes the system refuse to let a file grow, as a full stick does, and needs no rights.
const WRITE = `import { writeBundle } from '#electron/sync/bundle-writer'
const [file, staging, at] = process.argv.slice(1)
console.log(JSON.stringify(await writeBundle({ file, staging, batches: [JSON.parse(at)] })))`

test.skipIf(process.platform === 'win32')('on a full disk the reason is told and no part of a bundle is left', async () => {
  const sent = await aBundle({ attachments: [aPhoto(aFolder(), 300_000)] })
  const [file, { device, epoch, seq }] = [join(sent.folder, 'second.ibz'), sent.batch.head]
  const args = ['--input-type=module', '-e', WRITE, file, sent.staging, JSON.stringify({ device, epoch, seq })]
  const { stdout, stderr } = spawnSync('bash', ['-c', 'ulimit -f 100; exec "$0" "$@"', process.execPath, ...args], { encoding: 'utf8' })
  expect(stderr).toBe('')
  expect(JSON.parse(stdout)).toMatchObject({ ok: false, problems: [{ code: 'sync.cannotWrite', facts: { file, reason: 'EFBIG' } }] })
  expect(readdirSync(dirname(file)).filter((name) => name.startsWith('second'))).toEqual([])
})

test('a batch beyond 1.9 GB is refused before anything is written', async () => {
  const { folder, staging, batch } = await aBundle()
  const [, , key] = await stagedFiles(staging, batch.head)
  rmSync(key?.path ?? '')
  writeFileSync(key?.path ?? '', '')
  truncateSync(key?.path ?? '', 1_900_000_000) // sparse: it takes no room
  const file = join(folder, 'big.ibz')
  expect(await writeBundle({ file, staging, batches: [batch.head] })).toMatchObject({
    problems: [{ code: 'sync.tooBig', facts: { what: 'bundle bytes' } }],
  })
  expect(zipBytes([{ name: 'README.txt', size: 7 }])).toBe(22 + 30 + 46 + 20 + 7)
})
