import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inspectBundle } from '#electron/intake/inspect-bundle'
import { type OpenedBundle, openBundle } from '#electron/intake/open-bundle'
import { openSnapshot } from '#electron/intake/open-snapshot'
import type { Verdict } from '#electron/intake/verdict'
import { encryptBytes } from '#electron/kernel/age'
import { sha256Of } from '#electron/kernel/durable-file'
import { signSsh } from '#electron/kernel/sshsig'
import { leafHash, merkleRoot } from '#electron/sync/merkle'
import { canonical } from '#shared/kernel/canonical'
import { SNAPSHOT_NAMESPACE } from '#shared/sync/snapshot'
import { aBundle, aFolder, aLine, aPhoto, type Sent } from '../sync/a-bundle.ts'
import { entriesOf, type RawEntry, rawZip, withBody } from '../sync/forge.ts'
import { aChange, changed, inTime, patience, runs, someChanges, withAll } from './mutation.ts'

let sent: Sent
let entries: RawEntry[]
const folder = mkdtempSync(join(tmpdir(), 'xunzhi-fuzz-'))
const quarantine = join(folder, 'quarantine')
beforeAll(async () => {
  sent = await aBundle({ attachments: [aPhoto(aFolder(), 300)] })
  entries = await entriesOf(sent.file)
  mkdirSync(quarantine)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const open = (file: string, { to }: Sent = sent): Promise<Verdict<OpenedBundle>> =>
  inTime(() => openBundle({ file, identity: to.box.identity, device: to.key.device, quarantine }))

/** What is wrong with what was taken in: it must be the very bytes the device signed, and what was refused must have left nothing. */
function wrongIn(verdict: Verdict<OpenedBundle>): unknown[] {
  const taken = verdict.ok ? verdict.value.batches : []
  const files = taken.flatMap(({ lines, head, attachments }) => [{ path: lines, sha256: head.body.pt }, ...attachments])
  const names = taken.map(({ headHash }) => headHash)
  const left = readdirSync(quarantine)
  const wrong = [
    ...names.filter((name) => name !== sent.batch.headHash),
    ...taken.flatMap(({ refused }) => refused),
    ...files.filter(({ path, sha256 }) => sha256Of(readFileSync(path)) !== sha256),
    ...left.filter((name) => !names.includes(name)),
    ...readdirSync(folder).filter((name) => name !== FILE && name !== 'quarantine'),
  ]
  for (const name of left) rmSync(join(quarantine, name), { recursive: true })
  return wrong
}

const FILE = 'mutant.ibz'
const mutant = join(folder, FILE)

test('ZIP: a file changed anywhere gives the batch that was signed or none, and nothing outside quarantine', patience, async () => {
  const bytes = readFileSync(sent.file)
  await fc.assert(
    fc.asyncProperty(someChanges, async (changes) => {
      const other = withAll(bytes, changes)
      writeFileSync(mutant, other)
      const verdict = await open(mutant)
      expect(verdict.ok).toBe(other.equals(bytes))
      expect(wrongIn(verdict)).toEqual([])
      await inTime(() => inspectBundle(mutant))
    }),
    runs(250),
  )
})

test('ZIP: the directory and the end of the file are read without trust', patience, async () => {
  const bytes = readFileSync(sent.file)
  const directory = bytes.indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  await fc.assert(
    fc.asyncProperty(someChanges, async (changes) => {
      const other = Buffer.concat([bytes.subarray(0, directory), withAll(bytes.subarray(directory), changes)])
      writeFileSync(mutant, other)
      const verdict = await open(mutant)
      expect(verdict.ok).toBe(other.equals(bytes))
      expect(wrongIn(verdict)).toEqual([])
    }),
    runs(250),
  )
})

const anEntry = fc.record({
  which: fc.nat(),
  how: fc.constantFrom('bytes', 'name', 'gone', 'twice', 'swap'),
  change: aChange,
  other: fc.nat(),
})

test(
  'entries: changed, renamed, missing, doubled or exchanged in a sound ZIP, they give the batch that was signed or none',
  patience,
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anEntry, { minLength: 1, maxLength: 3 }), async (acts) => {
        let all = [...entries]
        for (const { which, how, change, other } of acts) {
          const at = which % all.length
          const [one, two] = [all[at], all[other % all.length]]
          if (one === undefined || two === undefined) break
          if (how === 'gone') all = all.toSpliced(at, 1)
          if (how === 'twice') all = [...all, one]
          if (how === 'swap') all = all.with(at, { ...one, bytes: two.bytes })
          if (how === 'bytes') all = all.with(at, { ...one, bytes: changed(one.bytes, change) })
          if (how === 'name') all = all.with(at, { ...one, name: changed(Buffer.from(one.name), change).toString('latin1') })
        }
        rawZip(mutant, all)
        expect(wrongIn(await open(mutant))).toEqual([])
      }),
      runs(200),
    )
  },
)

test('gunzip: a body gives the lines the head commits to, or is cut off at once', patience, async () => {
  const plainSent = await aBundle() // without attachments, so that its body alone decides
  const { from, to } = plainSent
  const envelope = canonical({ t: 'env', v: 1, ...from.stamp(), to: [from.key.device, to.key.device].sort() })
  const other = aLine(from)
  const plain = Buffer.from(`${envelope}\n${other}\n`)
  const honest = { pt: sha256Of(plain), ptSize: plain.length, lines: 2, root: merkleRoot([envelope, other].map(leafHash)).toString('hex') }
  const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024))
  const gzips = fc.oneof(
    { weight: 5, arbitrary: someChanges.map((changes) => withAll(gzipSync(plain), changes)) },
    { weight: 1, arbitrary: fc.constantFrom(bomb, Buffer.concat([gzipSync(plain), bomb]), Buffer.alloc(0), gzipSync(''), plain) },
    { weight: 1, arbitrary: fc.constant(gzipSync(plain)) },
  )
  const lies = fc.constantFrom(
    {},
    {},
    {},
    { ptSize: 1 },
    { ptSize: plain.length + 1 },
    { ptSize: 64 * 1024 * 1024 },
    { lines: 1 },
    { lines: 9999 },
  )
  let taken = 0
  await fc.assert(
    fc.asyncProperty(gzips, lies, async (gzip, lie) => {
      const verdict = await open(await withBody(plainSent, gzip, { ...honest, ...lie }), plainSent)
      const batches = verdict.ok ? verdict.value.batches : []
      expect(batches.filter(({ lines }) => !readFileSync(lines).equals(plain))).toEqual([])
      expect(batches.length === 0 || Object.keys(lie).length === 0).toBe(true)
      taken += batches.length
      expect(readdirSync(quarantine)).toHaveLength(batches.length)
      for (const one of readdirSync(quarantine)) rmSync(join(quarantine, one), { recursive: true })
    }),
    runs(60),
  )
  expect(taken).toBeGreaterThan(0)
})

test('snapshot: whatever its plaintext says, each batch in it is what its device signed, or is left out', patience, async () => {
  const { from, to, batch } = sent
  const leaves = batch.leaves.map((leaf) => JSON.stringify(leaf.toString('hex')))
  const lines = [canonical({ head: Buffer.from(batch.headBytes).toString(), sig: batch.signature }), ...leaves]
    .map((line) => `${line}\n`)
    .join('')
  const end = `${canonical({
    type: 'inspect-batch/snapshot',
    v: 1,
    space: '',
    device: from.key.device,
    created: batch.head.created,
    frontier: [{ device: from.key.device, epoch: batch.head.epoch, seq: 1, head: batch.headHash }],
    batches: 1,
    records: 0,
    digest: '0'.repeat(64),
    content: sha256Of(lines),
  })}\n`
  const sig = `${canonical({ sig: await signSsh(from.key, SNAPSHOT_NAMESPACE, Buffer.from(end)) })}\n`
  const honest = Buffer.from(lines + end + sig)
  const file = join(folder, FILE)
  const openIt = async (plain: Buffer): Promise<string[] | null> => {
    writeFileSync(file, await encryptBytes([to.box.recipient], gzipSync(plain)))
    const verdict = await inTime(() => openSnapshot({ file, identity: to.box.identity, quarantine }))
    for (const name of readdirSync(quarantine)) rmSync(join(quarantine, name), { recursive: true })
    return verdict.ok ? verdict.value.batches.map(({ headHash }) => headHash) : null
  }
  expect(await openIt(honest)).toEqual([batch.headHash])
  await fc.assert(
    fc.asyncProperty(someChanges, async (changes) => {
      const plain = withAll(honest, changes)
      expect(await openIt(plain)).toEqual(plain.equals(honest) ? [batch.headHash] : null)
    }),
    runs(60),
  )
})
