import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { signSsh } from '#electron/kernel/sshsig'
import { newRecordId } from '#electron/kernel/world'
import { leafHash, merkleRoot } from '#electron/sync/merkle'
import { BATCH_NAMESPACE, type BatchHead, signaturePath } from '#shared/kernel/batch-head'
import { canonical } from '#shared/kernel/canonical'
import type { RecordProof } from '#shared/sync/proof'
import { aFolder } from '../app/a-world.ts'
import { aSheet, correct, packed, withLot } from '../exchange/a-parcel.ts'
import { aPair } from '../exchange/acquainted.ts'
import { aBundle, aDevice, aLine, aPhoto, aPlan, bundled, type Device, factsOf, type Sent, sealed } from '../sync/a-bundle.ts'
import { entriesOf, type RawEntry, rawZip, withBody, withHead, withLines, zippedByYazl } from '../sync/forge.ts'
import { has } from '../sync/tools.ts'

vi.setConfig({ testTimeout: 60_000 }) // every import and every check by another program is a process of its own

const SCRIPT = join(import.meta.dirname, 'verify.py')
const there = has('python3', '--version') && has('age', '--version') && has('ssh-keygen', '-?')

interface Said {
  readonly status: number | null
  readonly ok?: boolean
  readonly problems?: readonly { readonly code: string; readonly part: string }[]
  readonly batches?: readonly object[]
  readonly records?: readonly object[]
  readonly lines?: readonly object[]
}

/** What the independent verifier says; a crash of it is a failed test with its words. */
function verify(...args: readonly string[]): Said {
  const { status, stdout, stderr } = spawnSync('python3', [SCRIPT, ...args], { encoding: 'utf8' })
  if (stderr !== '') throw new Error(stderr)
  return { status, ...(JSON.parse(stdout) as object) }
}
const codeOf = (...args: readonly string[]): string => verify(...args).problems?.[0]?.code ?? 'none'

function keyFile(folder: string, identity: string): string {
  const file = join(folder, 'recipient.key')
  writeFileSync(file, `# as age-keygen writes it\n${identity}\n`)
  return file
}
const keyOf = ({ folder, to }: Sent): string => keyFile(folder, to.box.identity)

test.runIf(there)(
  'the independent verifier finds whole what the application packed, opens it with the key, and sees the heads of its records',
  async () => {
    const { inspector, supervisor } = await aPair()
    const id = await aSheet(inspector)
    await correct(inspector, id, withLot('L2'))
    await correct(inspector, id, withLot('L3'))
    const other = await aSheet(inspector, 2)
    const file = await packed(inspector)
    expect(verify(file)).toMatchObject({ status: 0, ok: true, problems: [], batches: [{ seq: 1, opened: false }], records: [] })
    const said = verify(file, keyFile(aFolder(), supervisor.world.identity))
    const heads = async (record: string): Promise<string | null | undefined> =>
      (await inspector.done('record.get', { id: record }))?.revision
    const { device } = inspector.world.self
    expect(said).toMatchObject({ status: 0, ok: true, batches: [{ device, opened: true, newer: [] }] })
    expect(said.records).toEqual([
      { record: id, device, kind: 'samplingSheet', revisions: 3, heads: [await heads(id)] },
      { record: other, device, kind: 'samplingSheet', revisions: 1, heads: [await heads(other)] },
    ])
  },
)

test.runIf(there)(
  'the independent verifier reads attachments of several parts, none and doubled, texts of every kind, and a chain of two batches',
  async () => {
    const folder = aFolder()
    const staging = join(folder, 'outbox')
    const [from, to] = [await aDevice(), await aDevice()]
    const lines = [
      aLine(from, { text: '标签缺失 "𠮷"\n\t\\ é\u007f\u2028' }),
      aLine(from, { '\u{1f600}': 1, '\ufb33': 2, i: Number.MAX_SAFE_INTEGER }),
    ]
    const photo = aPhoto(folder)
    const attachments = [photo, photo, aPhoto(folder, 8 * 1024 * 1024 + 10), aPhoto(folder, 0)]
    const first = await sealed(aPlan(from, to, staging, { lines, attachments }))
    const second = await sealed(aPlan(from, to, staging, { facts: factsOf(from, 2, first.headHash) }))
    const file = await bundled(staging, join(folder, 'two.ibz'), [first, second])
    expect(verify(file, keyFile(folder, to.box.identity))).toMatchObject({
      status: 0,
      batches: [{ lines: 6, opened: true }, { prev: first.headHash }],
    })
  },
)

test.runIf(there)('the independent verifier takes a line of a type that is not known yet for one of a newer program', async () => {
  const sent = await aBundle()
  const envelope = canonical({ t: 'env', v: 1, ...sent.from.stamp(), to: [sent.from.key.device, sent.to.key.device].sort() })
  const file = await withLines(sent, [envelope, aLine(sent.from), canonical({ t: 'wish', v: 1, ...sent.from.stamp(), any: {} })])
  expect(verify(file, keyOf(sent))).toMatchObject({ status: 0, batches: [{ newer: [3] }] })
})

test.runIf(there)('the independent verifier says what is no bundle, is cut short, or cannot be read', async () => {
  const { file, folder } = await aBundle()
  const cut = join(folder, 'cut.ibz')
  writeFileSync(cut, readFileSync(file).subarray(0, -1))
  expect([codeOf(process.execPath), codeOf(cut)]).toEqual(['notAZip', 'notAZip'])
  expect(spawnSync('python3', [SCRIPT, '/nowhere.ibz']).status).toBe(3)
})

test.runIf(there)('the independent verifier refuses every entry and every order that the format does not allow', async () => {
  const sent = await aBundle({ attachments: [aPhoto(aFolder())] })
  const entries = await entriesOf(sent.file)
  const zip = (change: (all: RawEntry[]) => readonly RawEntry[]): string => codeOf(rawZip(join(sent.folder, 'z.ibz'), change(entries)))
  const swap = (part: string, bytes: Buffer) => (all: RawEntry[]) =>
    all.map((entry) => (entry.name.includes(part) ? { ...entry, bytes } : entry))
  const compressed = join(sent.folder, 'deflated.ibz')
  writeFileSync(compressed, await zippedByYazl(entries, { compress: true }))
  expect(codeOf(compressed)).toBe('badEntry')
  expect(zip((all) => all.toReversed())).toBe('none') // in any order
  expect(zip((all) => [...all, { name: '../evil', bytes: Buffer.from('') }])).toBe('foreignEntry')
  expect(zip((all) => [...all, ...all.slice(0, 1)])).toBe('badEntry')
  expect(zip((all) => all.filter(({ name }) => !name.includes('/a/')))).toBe('missingObject')
  expect(zip((all) => all.filter(({ name }) => !name.endsWith('.json')))).toBe('noHead')
  expect(
    zip((all) => [...all, { name: `${all.at(-1)?.name.split('/h/')[0] ?? ''}/k/${'0'.repeat(64)}.age`, bytes: Buffer.from('x') }]),
  ).toBe('foreignEntry')
  expect(zip(swap('README', Buffer.from('call this number')))).toBe('foreignEntry')
  expect(zip(swap('allowed_signers', Buffer.from('')))).toBe('foreignEntry')
  expect(zip(swap('.sig', Buffer.from(await signSsh((await aDevice()).key, BATCH_NAMESPACE, Buffer.from('x')))))).toBe('badSignature')
  expect(zip(swap('.sig', Buffer.from(sent.batch.signature.replace('\n', '\n\n'))))).toBe('badSignature')
  expect(entries.some(({ name }) => name === signaturePath(sent.batch.head))).toBe(true)
})

test.runIf(there)('the independent verifier finds one flipped byte, wherever it is', async () => {
  const { file, folder } = await aBundle({ attachments: [aPhoto(aFolder(), 40)] })
  const bytes = readFileSync(file)
  const flipped = join(folder, 'flipped.ibz')
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
      const copy = Buffer.from(bytes)
      copy.writeUInt8(copy.readUInt8(at) ^ bits, at)
      writeFileSync(flipped, copy)
      expect([at, verify(flipped).status]).toEqual([at, 1])
    }),
    { numRuns: 20 },
  )
})

test.runIf(there)('the independent verifier refuses heads that a dishonest device signed', async () => {
  const sent = await aBundle()
  const head = async (change: (head: BatchHead) => object): Promise<string> => codeOf(await withHead(sent, change))
  expect(await head((all) => ({ ...all, seq: 2 }))).toBe('badHead')
  expect(await head((all) => ({ ...all, prev: '1'.repeat(64) }))).toBe('badHead')
  expect(await head((all) => ({ ...all, v: 2 }))).toBe('needsNewerApp')
  expect(await head((all) => ({ ...all, crit: ['suite'] }))).toBe('needsNewerApp')
  expect(await head(({ aud: _aud, ...all }) => all)).toBe('badHead')
  expect(await head((all) => ({ ...all, later: 1 }))).toBe('none') // what is not known is ignored
  expect(await head((all) => ({ ...all, body: { ...all.body, size: all.body.size + 1 } }))).toBe('wrongHash')
})

test.runIf(there)('the independent verifier refuses bodies that a dishonest device signed', async () => {
  const sent = await aBundle()
  const { from, to } = sent
  const envelope = canonical({ t: 'env', v: 1, ...from.stamp(), to: [from.key.device, to.key.device].sort() })
  const lines = async (...all: readonly (string | Buffer)[]): Promise<string> => codeOf(await withLines(sent, all), keyOf(sent))
  expect(await lines(envelope, aLine(from))).toBe('none')
  expect(await lines(aLine(from), envelope)).toBe('badLine')
  expect(await lines(envelope, aLine(to))).toBe('badLine')
  expect(await lines(envelope, aLine(from).replace('"data":{', '"data":{"a":1,"a":2,'))).toBe('badLine')
  expect(await lines(envelope, `${aLine(from)} `)).toBe('badLine')
  expect(await lines(envelope, Buffer.from([0xff, 0xfe]))).toBe('badLine')
  expect(await lines(envelope.replace(to.key.device, 'a'.repeat(26)), aLine(from))).toBe('badLine')
  expect(await lines(envelope, canonical({ t: 'att', v: 1, ...from.stamp(), sha256: '0'.repeat(64), size: 1, parts: [] }))).toBe(
    'wrongHash',
  )
  const plain = Buffer.from(`${envelope}\n`)
  const root = merkleRoot([leafHash(envelope)]).toString('hex')
  const honest = { ptSize: plain.length, lines: 1, root }
  const body = async (gzip: Buffer, says: Partial<BatchHead['body']>): Promise<string> =>
    codeOf(await withBody(sent, gzip, says), keyOf(sent))
  expect(await body(gzipSync(Buffer.concat([plain, plain])), honest)).toBe('damaged')
  expect(await body(plain, honest)).toBe('damaged')
  expect(codeOf(sent.file, keyFile(aFolder(), (await aDevice()).box.identity))).toBe('wrongKey')
})

test.runIf(there)('the independent verifier checks the proof of one record, and refuses one that says more or less', async () => {
  const { inspector, supervisor } = await aPair()
  const id = await aSheet(inspector)
  await aSheet(inspector, 2)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  await inspector.done('sync.import', { file: await packed(supervisor) })
  const file = join(aFolder(), 'p.json')
  await inspector.done('sync.prove', { record: id, to: file })
  expect(verify('--proof', file)).toMatchObject({ status: 0, ok: true, record: id, lines: [{ t: 'rev' }, { t: 'receipt' }] })
  const proof = JSON.parse(readFileSync(file, 'utf8')) as RecordProof
  const forged = (change: object): string => {
    writeFileSync(file, `${canonical({ ...proof, ...change })}\n`)
    return codeOf('--proof', file)
  }
  const first = (change: object) => ({ lines: proof.lines.map((line, index) => (index === 0 ? { ...line, ...change } : line)) })
  expect(forged({})).toBe('none')
  expect(forged(first({ line: proof.lines[0]?.line.replace('submit', 'void') }))).toBe('wrongHash')
  expect(forged(first({ path: [] }))).toBe('wrongHash')
  expect(forged(first({ index: 0 }))).toBe('wrongHash')
  expect(forged(first({ batch: 9 }))).toBe('missingObject')
  expect(forged({ lines: proof.lines.slice(1) })).toBe('missingObject')
  expect(forged({ lines: proof.lines.slice(0, 1) })).toBe('foreignEntry')
  expect(forged({ record: `${id.slice(0, -1)}${id.endsWith('0') ? '1' : '0'}` })).toBe('badLine')
  expect(forged({ batches: proof.batches.map((batch) => ({ ...batch, key: inspector.world.key.publicKey })) })).toBe('badSignature')
  expect(forged({ batches: proof.batches.toReversed() })).toBe('wrongHash')
  expect(forged({ note: 1 })).toBe('damaged')
})

test.runIf(there)('the independent verifier counts one record id of two devices as two records', async () => {
  const folder = aFolder()
  const staging = join(folder, 'outbox')
  const [ours, theirs, to] = [await aDevice(), await aDevice(), await aDevice()]
  const rid = newRecordId()
  const revision = ({ stamp }: Device): string =>
    canonical({ t: 'rev', v: 1, ...stamp(), rid, kind: 'note', sch: 1, par: [], op: 'submit', w: [], doc: {}, att: [] })
  const batches = [
    await sealed(aPlan(ours, to, staging, { lines: [revision(ours)] })),
    await sealed(aPlan(theirs, to, staging, { lines: [revision(theirs)] })),
  ]
  const said = verify(await bundled(staging, join(folder, 'both.ibz'), batches), keyFile(folder, to.box.identity))
  expect(said.records).toMatchObject(
    [ours, theirs]
      .map(({ key }) => key.device)
      .sort()
      .map((device) => ({ record: rid, device, revisions: 1 })),
  )
})
