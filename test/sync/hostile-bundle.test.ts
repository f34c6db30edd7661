import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openBundle } from '#electron/intake/open-bundle'
import { verifyBundle } from '#electron/intake/verify-bundle'
import { sha256Of } from '#electron/kernel/durable-file'
import { signSsh } from '#electron/kernel/sshsig'
import { allowedSigners } from '#electron/sync/allowed-signers'
import { BATCH_NAMESPACE, type BatchHead, headPath } from '#shared/kernel/batch-head'
import { canonical } from '#shared/kernel/canonical'
import { aBundle, aDevice, aFolder, aPhoto, aQuarantine } from './a-bundle.ts'
import { entriesOf, type RawEntry, rawZip, withHead, zippedByYazl } from './forge.ts'

async function faultsOf(file: string): Promise<string[]> {
  const verdict = await verifyBundle(file)
  return verdict.ok
    ? []
    : verdict.faults.map(
        ({ code, part }) => `${code} ${part.replace(/[a-z2-7]{26}\/[0-9a-f]{16}/, 'STREAM').replace(/[0-9a-f]{64}/, 'HASH')}`,
      )
}

/** A bundle made of the entries of a real one, changed. */
async function changed(change: (entries: RawEntry[]) => readonly RawEntry[]): Promise<string> {
  const { file, folder } = await aBundle({ attachments: [aPhoto(aFolder(), 100)] })
  return rawZip(join(folder, 'hostile.ibz'), change(await entriesOf(file)))
}

test('a ZIP that another program made is taken when its entries are stored and plain', async () => {
  const { file, to } = await aBundle()
  writeFileSync(file, await zippedByYazl(await entriesOf(file), {}))
  const verdict = await openBundle({ file, identity: to.box.identity, quarantine: aQuarantine() })
  expect(verdict).toMatchObject({ ok: true, value: { batches: [{}] } })
})

test('a ZIP with compressed entries, data descriptors, extra fields or a comment is refused', async () => {
  const { file } = await aBundle()
  const entries = await entriesOf(file)
  for (const way of [{ compress: true }, { stream: true }, { extra: true }, { comment: 'hello' }]) {
    writeFileSync(file, await zippedByYazl(entries, way))
    expect(await faultsOf(file)).not.toEqual([])
  }
})

test('a ZIP with a name that is no name of ours is refused, and nothing is written anywhere', async () => {
  const names = [
    '../../etc/cron.d/x',
    '/etc/passwd',
    's/../x',
    'C:\\x',
    'README.txt/',
    'readme.txt',
    'README.txt\0',
    'h/0000000001.json',
    '\u001b[2Jx',
    '',
  ]
  for (const name of names) {
    const file = await changed((entries) => [...entries, { name, bytes: Buffer.from('x') }])
    expect(await faultsOf(file)).toEqual([`foreignEntry ${name.replace(/[^\x20-\x7e]/g, '?')}`])
  }
})

test('a ZIP with a part in a folder that is not its own is refused', async () => {
  const file = await changed((entries) =>
    entries.map((entry) => ({
      ...entry,
      name: entry.name.replace(/\/a\/(.)(.)\//, (_, a, b) => `/a/${b === a ? 'zz'.replaceAll('z', a === '0' ? '1' : '0') : `${b}${a}`}/`),
    })),
  )
  expect(await faultsOf(file)).toEqual([expect.stringMatching(/^foreignEntry s\/STREAM\/a\//)])
})

test('a ZIP with one name twice, with overlapping entries or with a gap is refused', async () => {
  const twice = await changed((entries) => [...entries, ...entries.slice(0, 1)])
  expect(await faultsOf(twice)).toEqual(['badEntry README.txt'])
  const overlapping = await changed((entries) => entries.map((entry, i) => (i === 1 ? { ...entry, offset: 0 } : entry)))
  expect(await faultsOf(overlapping)).toContain('badEntry allowed_signers')
  const { file } = await aBundle()
  const bytes = readFileSync(file)
  writeFileSync(file, Buffer.concat([Buffer.from('MZ'), bytes])) // a program in front, as a self-extractor has
  expect(await faultsOf(file)).toEqual(['badEntry zip/end'])
  writeFileSync(file, Buffer.concat([bytes, Buffer.from('x')]))
  expect(await faultsOf(file)).toEqual(['notAZip zip/end'])
})

test('a ZIP with no batch, or with nothing at all, is refused', async () => {
  const file = join(aFolder(), 'empty.ibz')
  expect(await faultsOf(rawZip(file, []))).toEqual(['noHead '])
  expect(await faultsOf(await changed((entries) => entries.slice(0, 2)))).toEqual(['noHead '])
})

test('a ZIP that claims 65,535 entries is not read to its end', async () => {
  const { file } = await aBundle()
  const bytes = readFileSync(file)
  bytes.writeUInt16LE(0xffff, bytes.length - 12)
  bytes.writeUInt16LE(0xffff, bytes.length - 14)
  writeFileSync(file, bytes)
  expect(await faultsOf(file)).toEqual(['tooBig zip/end'])
})

test('a batch without its signature, its body or its key is refused', async () => {
  for (const [gone, fault] of [
    ['.sig', 'badSignature s/STREAM/h/0000000001.json.sig'],
    ['/b/', 'missingObject s/STREAM/b/HASH.age'],
    ['/k/', 'missingObject s/STREAM/k/HASH.age'],
    ['/a/', expect.stringMatching(/^missingObject s\/STREAM\/a\//)],
  ] as const) {
    const file = await changed((entries) => entries.filter(({ name }) => !name.includes(gone)))
    expect(await faultsOf(file)).toEqual([fault])
  }
})

test('a batch with an object that no head names is refused', async () => {
  const bytes = Buffer.from('a stowaway')
  const file = await changed((entries) => {
    const stream =
      entries
        .find(({ name }) => name.startsWith('s/'))
        ?.name.split('/')
        .slice(0, 3)
        .join('/') ?? ''
    return [...entries, { name: `${stream}/b/${sha256Of(bytes)}.age`, bytes }]
  })
  expect(await faultsOf(file)).toEqual(['foreignEntry s/STREAM/b/HASH.age'])
})

test('a batch with an object exchanged under the same name is refused, also when the checksum is right', async () => {
  const file = await changed((entries) =>
    entries.map((entry) => (entry.name.includes('/b/') ? { ...entry, bytes: Buffer.from(entry.bytes).fill(1, 50, 60) } : entry)),
  )
  expect(await faultsOf(file)).toEqual(['wrongHash s/STREAM/b/HASH.age'])
})

test('a batch signed by another device is refused, even if that device is listed under the name', async () => {
  const stranger = await aDevice()
  const { file, folder, batch, from } = await aBundle()
  const forged = await signSsh(stranger.key, BATCH_NAMESPACE, batch.headBytes)
  const entries = (await entriesOf(file)).map((entry) => (entry.name.endsWith('.sig') ? { ...entry, bytes: Buffer.from(forged) } : entry))
  expect(await faultsOf(rawZip(join(folder, 'forged.ibz'), entries))).toContain('badSignature s/STREAM/h/0000000001.json.sig')
  const list = Buffer.from(allowedSigners([stranger.key.publicKey]).replace(stranger.key.device, from.key.device))
  const lying = (await entriesOf(file)).map((entry) => (entry.name === 'allowed_signers' ? { ...entry, bytes: list } : entry))
  expect(await faultsOf(rawZip(join(folder, 'lying.ibz'), lying))).toEqual(['foreignEntry allowed_signers'])
})

test('a batch signed for another purpose is refused', async () => {
  const { file, folder, batch, from } = await aBundle()
  const card = await signSsh(from.key, 'inspect-enroll@v1', batch.headBytes)
  const entries = (await entriesOf(file)).map((entry) => (entry.name.endsWith('.sig') ? { ...entry, bytes: Buffer.from(card) } : entry))
  expect(await faultsOf(rawZip(join(folder, 'forged.ibz'), entries))).toEqual(['badSignature s/STREAM/h/0000000001.json.sig'])
})

test('a batch whose README gives other advice is refused', async () => {
  const file = await changed((entries) =>
    entries.map((entry) => (entry.name === 'README.txt' ? { ...entry, bytes: Buffer.from('call this number') } : entry)),
  )
  expect(await faultsOf(file)).toEqual(['foreignEntry README.txt'])
})

test('a batch whose head stands under another number, or is spelled differently, is refused', async () => {
  const moved = await changed((entries) => entries.map((entry) => ({ ...entry, name: entry.name.replace('0000000001', '0000000002') })))
  expect(await faultsOf(moved)).toEqual(['badHead s/STREAM/h/0000000002.json'])
  const spaced = await changed((entries) =>
    entries.map((entry) =>
      entry.name.endsWith('.json') ? { ...entry, bytes: Buffer.from(entry.bytes.toString().replace('{', '{ ')) } : entry,
    ),
  )
  expect(await faultsOf(spaced)).toEqual(['badHead s/STREAM/h/0000000001.json'])
})

test('a batch that an honest device could not have made is refused: a first batch with a predecessor, an object twice, a tiny body', async () => {
  const changes: ((head: BatchHead) => object)[] = [
    (head) => ({ ...head, prev: 'f'.repeat(64) }),
    (head) => ({ ...head, keys: [...head.keys, ...head.keys] }),
    (head) => ({ ...head, body: { ...head.body, ptSize: head.body.size * 201 } }),
    (head) => ({ ...head, seq: 0 }),
    (head) => ({ ...head, type: 'other' }),
  ]
  for (const change of changes) {
    const sent = await aBundle()
    expect(await faultsOf(await withHead(sent, change))).toEqual(['badHead s/STREAM/h/0000000001.json'])
  }
})

test('a batch made by a later version of the format is kept for a later app', async () => {
  for (const change of [{ min: 2 }, { crit: ['suite'] }, { v: 2 }]) {
    const file = await withHead(await aBundle(), (head) => ({ ...head, ...change }))
    expect(await faultsOf(file)).toEqual(['needsNewerApp s/STREAM/h/0000000001.json'])
  }
})

test('a batch with a member that this version does not know is taken, its signed bytes untouched', async () => {
  const sent = await aBundle()
  const file = await withHead(sent, (head) => ({ ...head, later: 'an addition' }))
  const verdict = await openBundle({ file, identity: sent.to.box.identity, quarantine: aQuarantine() })
  const headBytes = verdict.ok ? Buffer.from(verdict.value.batches[0]?.headBytes ?? '', 'base64').toString() : ''
  expect(headBytes).toContain('"later":"an addition"')
})

test('a batch that does not continue the one before it in the same bundle is refused as a fork', async () => {
  const { file, folder, from, batch } = await aBundle()
  const bytes = Buffer.from(`${canonical({ ...batch.head, seq: 2, prev: 'f'.repeat(64) })}\n`)
  const name = headPath({ ...batch.head, seq: 2 })
  const signature = await signSsh(from.key, BATCH_NAMESPACE, bytes)
  const entries = [...(await entriesOf(file)), { name, bytes }, { name: `${name}.sig`, bytes: Buffer.from(signature) }]
  expect(await faultsOf(rawZip(join(folder, 'forked.ibz'), entries))).toEqual(['forked s/STREAM/h/0000000002.json'])
})

test('whatever stands between the marks of a ZIP, nothing is accepted and nothing is thrown', async () => {
  const file = join(aFolder(), 'random.ibz')
  const random = fc.tuple(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ minLength: 18, maxLength: 18 }))
  await fc.assert(
    fc.asyncProperty(random, async ([before, end]) => {
      writeFileSync(file, Buffer.concat([Buffer.from('PK\x03\x04'), before, Buffer.from('PK\x05\x06'), end]))
      expect((await verifyBundle(file)).ok).toBe(false)
    }),
  )
})
