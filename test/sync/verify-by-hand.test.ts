import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { README } from '#electron/sync/bundle-readme'
import { LIMITS } from '#shared/kernel/batch-head'
import { canonical } from '#shared/kernel/canonical'
import { aBundle, aDevice, aFolder, aLine, aPhoto, aPlan, bundled, factsOf, type Sent, sealed } from './a-bundle.ts'
import { entriesOf, rawZip, withLines } from './forge.ts'
import { has } from './tools.ts'

const SCRIPT = join(import.meta.dirname, '../interop/verify.sh')

function verify(...args: readonly string[]): {
  readonly status: number | null
  readonly ok: boolean
  readonly batches: unknown[]
  readonly codes: string[]
} {
  const { status, stdout, stderr } = spawnSync('bash', [SCRIPT, ...args], { encoding: 'utf8' })
  const { ok, batches, problems } = JSON.parse(stdout || `{"ok":false,"batches":[],"problems":[{"code":${JSON.stringify(stderr)}}]}`)
  return { status, ok, batches, codes: problems.map(({ code }: { code: string }) => code) }
}

function identityOf({ to, folder }: Sent): string {
  const file = join(folder, 'supervisor.key')
  writeFileSync(file, `# a comment, as age-keygen writes it\n${to.box.identity}\n`)
  return file
}

const there = ['unzip', 'jq', 'age'].every((tool) => has(tool, '--version')) && has('ssh-keygen', '-?')

test.runIf(there)('a stranger with stock tools and verify.sh finds a real bundle whole, and a recipient opens it', async () => {
  const folder = aFolder()
  const from = await aDevice()
  const lines = [
    aLine(from, { text: '标签缺失 "𠮷"\n\t\\ é' }),
    aLine(from, { i: Number.MAX_SAFE_INTEGER }),
    aLine(from, { text: '\u007f' }),
  ]
  const photos = [aPhoto(folder), aPhoto(folder, LIMITS.partBytes + 10), aPhoto(folder, 0)]
  const sent = await aBundle({ facts: factsOf(from), signer: from.key, stamp: from.stamp, lines, attachments: photos })
  expect(verify(sent.file)).toMatchObject({
    status: 0,
    ok: true,
    batches: [{ head: sent.batch.headHash, lines: 7, opened: false }],
    codes: [],
  })
  expect(verify(sent.file, identityOf(sent))).toMatchObject({
    status: 0,
    ok: true,
    batches: [{ device: from.key.device, seq: 1, opened: true }],
  })
})

test.runIf(there)('a stranger with stock tools and verify.sh finds two linked batches whole', async () => {
  const folder = aFolder()
  const staging = join(folder, 'outbox')
  const [from, to] = [await aDevice(), await aDevice()]
  const first = await sealed(aPlan(from, to, staging))
  const second = await sealed(aPlan(from, to, staging, { facts: factsOf(from, 2, first.headHash) }))
  const file = await bundled(staging, join(folder, 'two.ibz'), [first, second])
  expect(verify(file)).toMatchObject({ status: 0, batches: [{ seq: 1 }, { seq: 2 }] })
})

test.runIf(there)('a stranger with stock tools and verify.sh finds damage, a wrong key and a missing object, and says where', async () => {
  const sent = await aBundle({ attachments: [aPhoto(aFolder())] })
  const bytes = readFileSync(sent.file)
  const entries = await entriesOf(sent.file)
  const damaged = join(sent.folder, 'damaged.ibz')
  const body = bytes.indexOf(entries.find(({ name }) => name.includes('/b/'))?.bytes ?? '') + 300
  writeFileSync(damaged, Buffer.concat([bytes.subarray(0, body), Uint8Array.of(bytes.readUInt8(body) ^ 1), bytes.subarray(body + 1)]))
  expect(verify(damaged)).toMatchObject({ status: 1, ok: false, codes: ['damaged', 'wrongHash'] })
  const missing = rawZip(
    join(sent.folder, 'missing.ibz'),
    entries.filter(({ name }) => !name.includes('/a/')),
  )
  expect(verify(missing)).toMatchObject({ status: 1, codes: ['missingObject'] })
  const stranger = identityOf({ ...sent, to: await aDevice() })
  expect(verify(sent.file, stranger)).toMatchObject({ status: 1, codes: ['wrongKey'] })
})

test.runIf(there)(
  'a stranger with stock tools and verify.sh finds a signature that is not of the device, and a key listed under a name that is not its own',
  async () => {
    const [sent, other] = [await aBundle(), await aBundle()]
    const swap = (part: string, from: Sent) => async (entries: Awaited<ReturnType<typeof entriesOf>>) => {
      const theirs = (await entriesOf(from.file)).find(({ name }) => name.endsWith(part))?.bytes ?? Buffer.alloc(0)
      return entries.map((entry) => (entry.name.endsWith(part) ? { ...entry, bytes: theirs } : entry))
    }
    const forged = rawZip(join(sent.folder, 'forged.ibz'), await swap('.sig', other)(await entriesOf(sent.file)))
    expect(verify(forged)).toMatchObject({ status: 1, codes: ['badSignature'] })
    const renamed = (await entriesOf(sent.file)).map((entry) =>
      entry.name === 'allowed_signers'
        ? { ...entry, bytes: Buffer.from(entry.bytes.toString().replace(/^./, (first) => (first === 'a' ? 'b' : 'a'))) }
        : entry,
    )
    expect(verify(rawZip(join(sent.folder, 'renamed.ibz'), renamed)).codes).toContain('foreignEntry')
  },
)

test.runIf(there)('a stranger with stock tools and verify.sh finds a line that has a member twice', async () => {
  const sent = await aBundle()
  const envelope = canonical({ t: 'env', v: 1, ...sent.from.stamp(), to: [sent.from.key.device, sent.to.key.device].sort() })
  const twice = aLine(sent.from).replace('"data":{', '"data":{"合格":1,"合格":2,')
  const file = await withLines(sent, [envelope, twice])
  expect(verify(file)).toMatchObject({ status: 0 })
  expect(verify(file, identityOf(sent))).toMatchObject({ status: 1, codes: ['badLine'] })
})

test.runIf(there)('a stranger with stock tools and verify.sh is told when a file is no bundle, or cannot be read', () => {
  expect(verify(process.execPath)).toMatchObject({ status: 1, codes: ['notAZip'] })
  expect(verify('/nowhere.ibz')).toMatchObject({ status: 3 })
})

test.runIf(there)('a stranger who types the commands of README.txt sees that all is well, and a recipient reads the lines', async () => {
  const photo = aPhoto(aFolder())
  const sent = await aBundle({ attachments: [photo] })
  const { head } = sent.batch
  const step = (from: string, to: string): string => README.slice(README.indexOf(from), README.indexOf(to)).trimEnd()
  const unpack = step('unzip FILE.ibz', '  2. ')
    .replace('FILE.ibz', sent.file)
    .replace('-d bundle && cd bundle', `-d ${sent.folder}/bundle >&2 && cd ${sent.folder}/bundle`)
  const [hashes, signatures] = [step('for f in', '  3. '), step('for h in', '     设备号')]
  const open = step('age -d -i IDENTITY_FILE', 'for p in')
    .replaceAll('<device>/<epoch>', `${head.device}/${head.epoch}`)
    .replace('<keys.ct>', head.keys[0]?.ct ?? '')
    .replace('<body.ct>', head.body.ct)
    .replace('IDENTITY_FILE', identityOf(sent))
  const parts = head.blobs.map(({ ct }) => ct).join(' ')
  const joined = README.slice(README.indexOf('for p in'))
    .replace('PARTS', parts)
    .replace('<device>/<epoch>', `${head.device}/${head.epoch}`)
  const { stdout, stderr, status } = spawnSync('bash', ['-ec', [unpack, hashes, signatures, open, joined].join('\n')], { encoding: 'utf8' })
  expect({ status, stderr: stderr.includes('FAILED') }).toEqual({ status: 0, stderr: false })
  expect(stdout.match(/: OK$/gm)).toHaveLength(3)
  expect(stdout).toContain(`Good "inspect-batch@v1" signature for ${head.device}`)
  expect(stdout).toContain(`${head.body.pt}  lines.ndjson`)
  expect(stdout).toContain(`${photo.sha256}  -`)
})
