import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test, vi } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { BatchHead, headPath } from '#shared/kernel/batch-head'
import { type AWorld, aFolder } from '../app/a-world.ts'
import { askCli } from '../app/ask-cli.ts'
import { packed } from '../exchange/a-parcel.ts'
import { aPair } from '../exchange/acquainted.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'
import { entriesOf } from '../sync/forge.ts'

vi.setConfig({ testTimeout: 60_000 }) // every import and every check by another program is a process of its own

// P10 of the design's properties: what a storage operator, the finder of a stick or a thief of logs may see.

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => statSync(file).isFile())

/** Every canary in a text or file, as it is written and as other encodings would write it. */
const foundIn = (bytes: Buffer, canaries: readonly string[]): string[] =>
  canaries.filter((canary) =>
    [
      Buffer.from(canary),
      Buffer.from(canary, 'utf16le'),
      Buffer.from(JSON.stringify(canary).slice(1, -1)),
      Buffer.from(Buffer.from(canary).toString('hex')),
      Buffer.from(Buffer.from(canary).toString('base64').replace(/=+$/, '').slice(2, -2)),
    ].some((form) => bytes.includes(form)),
  )

interface Planted {
  readonly canaries: readonly string[]
  readonly id: string
}

/** A record with a canary wherever a person or the application puts content. */
async function plant({ done, world }: AWorld): Promise<Planted> {
  const canary = (where: string): string => `canary-${where}-${randomBytes(6).toString('hex')}`
  const [party, lot, file, photo, why, maker] = ['party', 'lot', 'file', 'photo', 'why', 'maker'].map(canary)
  const id = newRecordId()
  const doc = { ...aCompleteSheet({ inspectedParty: { name: party }, product: { lotNo: lot }, producer: { name: maker } }) }
  await done('record.saveDraft', { id, kind: 'samplingSheet', doc })
  const bytes = new Uint8Array(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(photo?.repeat(500) ?? '')]))
  await done('attachment.add', { record: id, kind: 'samplingSheet', slot: 'scene', name: `${file ?? ''}.jpg`, bytes })
  await done('record.submit', { id })
  await done('record.void', { id, reason: why ?? '' })
  const secrets = [world.identity, JSON.parse(readFileSync(join(world.folder, 'keys.json'), 'utf8')).seed as string]
  return { id, canaries: [...[party, lot, file, photo, why, maker].map(String), id, ...secrets.filter((secret) => secret !== undefined)] }
}

test('nothing of a record, a photo or a key occurs in an object, a bundle, a temporary file or what the command line says', async () => {
  const { inspector, supervisor } = await aPair()
  const { canaries, id } = await plant(inspector)
  const temporary = aFolder()
  vi.stubEnv('TMPDIR', temporary)
  const own = (world: AWorld, ...but: readonly string[]): string[] =>
    filesBelow(world.folder).filter((file) => !but.some((name) => relative(world.folder, file).startsWith(name)))
  const stick = join(temporary, 'stick')
  mkdirSync(stick)
  const file = join(stick, 'a.ibz')
  await inspector.done('sync.makeBatch', { to: file })
  await supervisor.done('sync.rehearse', { file })
  await supervisor.done('sync.import', { file })
  await inspector.done('sync.import', { file: await packed(supervisor) })
  const said = [
    await askCli('batch', 'inspect', file, '--json'),
    await askCli('batch', 'verify', file),
    await askCli('batch', 'inspect', file),
  ]

  // The store, the originals and the keys are the profile itself; everything else must be silent.
  const silent = [
    ...filesBelow(temporary),
    ...own(inspector, 'store.db', 'blobs/', 'keys.json'),
    ...own(supervisor, 'store.db', 'blobs/', 'keys.json'),
  ]
  expect(silent.some((name) => name.includes('outbox'))).toBe(true)
  for (const name of silent) expect([name, foundIn(readFileSync(name), canaries)]).toEqual([name, []])
  for (const { words, json } of said) expect(foundIn(Buffer.from(words + JSON.stringify(json)), canaries)).toEqual([])
  expect(filesBelow(join(supervisor.folder, 'quarantine'))).toEqual([])

  // The canaries are real: they are found where they belong.
  const stores = filesBelow(inspector.folder).filter((name) => name.includes('store.db'))
  const found = new Set(stores.flatMap((name) => foundIn(readFileSync(name), canaries)))
  expect(found).toContain(id)
  expect(canaries.filter((canary) => canary.startsWith('canary-') && !canary.startsWith('canary-photo') && !found.has(canary))).toEqual([])
})

type Json = { readonly [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const membersOf = (value: unknown, path = ''): string[] => {
  if (Array.isArray(value)) return value.flatMap((item) => membersOf(item, `${path}[]`))
  if (!isObject(value)) return [path]
  return Object.entries(value).flatMap(([key, member]) => membersOf(member, path === '' ? key : `${path}.${key}`))
}

/** The members of a head that docs/batch-format.md lists, as long as nothing is forked or asked for. */
const MEMBERS = `aud blobs[].ct blobs[].size body.ct body.enc body.lines body.pt body.ptSize body.root body.size app.build app.os app.ver
  created device epoch journal.chain journal.from journal.to keys[].ct keys[].size min prev seen[].device seen[].epoch seen[].head
  seen[].seq seq space trust.hash trust.ver type v`
  .split(/\s+/)
  .sort()

test('a head holds the listed members and nothing else, and of the person nothing at all', async () => {
  const { inspector, supervisor } = await aPair({ name: '甲某某' })
  await plant(inspector)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  await inspector.done('sync.import', { file: await packed(supervisor) })
  await plant(inspector)
  const entries = await entriesOf(await packed(inspector))
  const heads = entries.filter(({ name }) => /\/h\/\d{10}\.json$/.test(name))
  expect(heads).not.toEqual([])
  for (const { name, bytes } of heads) {
    const head = JSON.parse(bytes.toString()) as Json
    expect([...new Set(membersOf(head))].sort()).toEqual(MEMBERS)
    expect(head['crit']).toEqual([])
    expect(headPath(BatchHead.parse(head))).toBe(name)
    expect(foundIn(bytes, ['甲某某', '李芳', '王主任', '500103'])).toEqual([])
  }
})
