import { expect, test } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import { textAt } from '#shared/kernel/kind'
import type { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { askCli } from '../app/ask-cli.ts'
import { aSheet, codes, correct, packed, stateIn, withLot } from '../exchange/a-parcel.ts'
import { aPair } from '../exchange/acquainted.ts'
import { admit, take } from '../profile/an-organisation.ts'
import { aCompleteSheet } from '../spot-check/a-sheet.ts'

const LOT = '/product/lotNo'

/** A second supervisor of the same organisation; a pack of the first brings the trust list to both. */
async function aColleague(first: AWorld, inspector: AWorld): Promise<AWorld> {
  const second = await aWorld({ role: 'supervisor', name: '赵科长' })
  await admit(first, second)
  await admit(second, first)
  await take(await packed(first, true), second, inspector)
  await take(await packed(inspector, true), second)
  return second
}

interface AQuarrel {
  readonly inspector: AWorld
  readonly supervisor: AWorld
  readonly id: string
}

/** Both sides have what the other has. */
async function exchanged(one: AWorld, other: AWorld): Promise<void> {
  await other.done('sync.import', { file: await packed(one) })
  await one.done('sync.import', { file: await packed(other) })
}

/** One sheet, one field corrected on two devices at once, and something harmless on one of them; everything exchanged. */
async function aQuarrel(): Promise<AQuarrel> {
  const { inspector, supervisor } = await aPair()
  const id = await aSheet(inspector, 1, { product: { lotNo: 'L-0' } })
  await supervisor.done('sync.import', { file: await packed(inspector) })
  await correct(inspector, id, withLot('A'))
  await correct(supervisor, id, (doc) => ({ ...withLot('B')(doc), remarks: '上级补充' }))
  await exchanged(inspector, supervisor)
  return { inspector, supervisor, id }
}

async function opened({ done }: AWorld, id: string) {
  const conflict = await done('conflict.get', { id })
  if (conflict === null) throw new Error('no open conflict')
  return conflict
}

/** Settles every field by what a device says. */
async function settled(world: AWorld, id: string, device: string): Promise<void> {
  const { heads, fields, sides } = await opened(world, id)
  const by = (revision: string): boolean => sides.some((side) => side.revision === revision && side.device === device)
  const choices = fields.map(({ field, candidates }) => ({
    field,
    revision: candidates.find(({ revision }) => by(revision))?.revision ?? '',
  }))
  await world.done('conflict.settle', { id, heads, choices, why: '核对原始记录' })
}

const lotIn = async ({ done }: AWorld, id: string): Promise<string> => textAt((await done('record.get', { id }))?.doc, 'product', 'lotNo')

test('a conflict is told with what stood before, what each side made of it and why, and what was changed without harm', async () => {
  const { inspector, supervisor, id } = await aQuarrel()
  const page = await supervisor.done('conflict.list', {})
  const devices = [inspector.world.self.device, supervisor.world.self.device].toSorted()
  expect(page).toMatchObject({ total: 1, next: null, items: [{ id, conflict: true, fields: 1, devices }] })
  const { fields, sides, parallel, heads } = await opened(supervisor, id)
  expect(heads).toHaveLength(2)
  expect(fields).toMatchObject([{ field: LOT, members: [LOT], base: 'L-0' }])
  const said = fields[0]?.candidates.map(({ revision, value }) => [sides.find((side) => side.revision === revision)?.name, value])
  expect(said?.toSorted()).toEqual([
    ['李芳', 'A'],
    ['王主任', 'B'],
  ])
  expect(fields[0]?.candidates.map(({ revision }) => revision)).toContain(fields[0]?.shown)
  expect(sides).toMatchObject([
    { op: 'correct', why: '批号' },
    { op: 'correct', why: '批号' },
  ])
  const ours = sides.find(({ name }) => name === '王主任')?.revision
  expect(parallel).toEqual([{ field: '/remarks', revision: ours, value: '上级补充' }])
})

test('a supervisor settles it, both inputs stay in history, and the decision travels and sticks', async () => {
  const { inspector, supervisor, id } = await aQuarrel()
  await settled(supervisor, id, inspector.world.self.device)
  expect(await supervisor.done('conflict.get', { id })).toBeNull()
  expect(await supervisor.done('conflict.list', {})).toMatchObject({ total: 0, items: [] })
  await inspector.done('sync.import', { file: await packed(supervisor) })
  for (const world of [inspector, supervisor]) {
    expect(await lotIn(world, id)).toBe('A')
    expect(await world.done('record.get', { id, history: true })).toMatchObject({
      conflicts: [],
      doc: { remarks: '上级补充' },
      history: expect.arrayContaining([
        expect.objectContaining({ op: 'merge', why: '核对原始记录', status: 'effective' }),
        ...[1, 2].map(() => expect.objectContaining({ op: 'correct', why: '批号', status: 'effective' })),
      ]),
    })
  }
  expect(stateDigest(inspector.world.db).digest).toBe(stateDigest(supervisor.world.db).digest)
  await correct(inspector, id, (doc) => ({ ...doc, remarks: '其后' }))
  await exchanged(inspector, supervisor)
  expect(await supervisor.done('conflict.get', { id })).toBeNull()
  expect(await lotIn(supervisor, id)).toBe('A')
})

test('two supervisors who settle it differently bring it back; who settles it alike does not', async () => {
  const { inspector, supervisor, id } = await aQuarrel()
  const second = await aColleague(supervisor, inspector)
  const [mine, theirs] = [inspector.world.self.device, supervisor.world.self.device]
  expect((await opened(second, id)).fields).toHaveLength(1)
  await settled(supervisor, id, mine)
  await settled(second, id, theirs)
  for (const from of [supervisor, second]) await inspector.done('sync.import', { file: await packed(from) })
  const { fields, sides } = await opened(inspector, id)
  expect(fields).toMatchObject([{ field: LOT, candidates: [{}, {}] }])
  expect(sides.map(({ op }) => op)).toEqual(['merge', 'merge'])
  expect(codes(await inspector.call('conflict.settle', { id, heads: [sides[0]?.revision ?? ''], choices: [] }))).toEqual([
    'conflict.notSupervisor',
  ])
})

test('what was looked at must be what is there, and nothing is left unsettled', async () => {
  const { supervisor, id } = await aQuarrel()
  const { heads, fields } = await opened(supervisor, id)
  const choices = fields.map(({ field, shown }) => ({ field, revision: shown }))
  const before = supervisor.lines()
  const tried = async (changes: object): Promise<string[]> =>
    codes(await supervisor.call('conflict.settle', { id, heads, choices, ...changes }))
  expect(await tried({ heads: heads.slice(1) })).toEqual(['conflict.moved'])
  expect(await tried({ choices: [] })).toEqual(['conflict.unsettled'])
  expect(await tried({ choices: [{ field: LOT, revision: '0'.repeat(64) }] })).toEqual(['conflict.moved'])
  expect(await tried({ choices: [...choices, { field: '/remarks', revision: choices[0]?.revision }] })).toEqual(['conflict.moved'])
  expect(supervisor.lines()).toBe(before)
  expect(await tried({})).toEqual([])
  expect(await tried({})).toEqual(['conflict.none'])
})

test('a correction of something else leaves the conflict open, upon one head; it is settled all the same', async () => {
  const { inspector, supervisor, id } = await aQuarrel()
  await correct(supervisor, id, (doc) => ({ ...doc, remarks: '另作补充' }))
  const { heads, fields } = await opened(supervisor, id)
  expect(heads).toHaveLength(1)
  expect(fields).toMatchObject([{ field: LOT, base: 'L-0', candidates: [{}, {}] }])
  await settled(supervisor, id, inspector.world.self.device)
  expect(await supervisor.done('conflict.get', { id })).toBeNull()
  await inspector.done('sync.import', { file: await packed(supervisor) })
  expect(await lotIn(inspector, id)).toBe('A')
  expect(await stateIn(inspector, id)).toBe(await stateIn(supervisor, id))
})

test('of a list with names, rows merge one by one; a row taken away here and edited there is asked about', async () => {
  const { inspector, supervisor } = await aPair()
  const id = await aSheet(inspector)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  const [sulphur, setting] = aCompleteSheet().items ?? []
  const loss = { name: '烧失量', unit: '%', requirement: 'atMost', high: '5.0', weight: 'B' }
  await correct(inspector, id, (doc) => ({ ...doc, items: [{ ...sulphur, result: '3.1' }, setting] }))
  await correct(supervisor, id, (doc) => ({ ...doc, items: [loss, setting] }))
  await exchanged(inspector, supervisor)
  const { fields, parallel } = await opened(supervisor, id)
  expect(fields).toMatchObject([{ field: '/items/三氧化硫', base: { result: '2.9' } }])
  expect(fields[0]?.candidates.map(({ value }) => (value as { result?: string } | undefined)?.result).toSorted()).toEqual([
    '3.1',
    undefined,
  ])
  expect(parallel).toMatchObject([{ field: '/items/烧失量', value: { high: '5.0' } }])
  await settled(supervisor, id, inspector.world.self.device)
  await inspector.done('sync.import', { file: await packed(supervisor) })
  const shown = (await inspector.done('record.get', { id }))?.doc as unknown as SamplingSheet
  const results = shown.items.map(({ name, result = '' }) => `${name} ${result}`.trim())
  expect(results.toSorted()).toEqual(['三氧化硫 3.1', '初凝时间', '烧失量'].toSorted())
})

test('by command: what is open, each side of it, and a decision by name or by side', async () => {
  const { inspector, supervisor, id } = await aQuarrel()
  const [theirs] = (await opened(supervisor, id)).sides.flatMap(({ device, revision }) =>
    device === inspector.world.self.device ? [revision] : [],
  )
  supervisor.close()
  const at = ['--profile', supervisor.folder, '--json']
  expect(await askCli('conflict', 'list', ...at)).toMatchObject({ code: 0, json: { total: 1, items: [{ id, fields: 1 }] } })
  expect(await askCli('conflict', 'show', id, ...at)).toMatchObject({ code: 0, json: { record: { id }, fields: [{ field: LOT }] } })
  expect(await askCli('conflict', 'settle', id, ...at)).toMatchObject({ code: 2, json: { problems: [{ code: 'conflict.unsettled' }] } })
  const settling = await askCli('conflict', 'settle', id, '--all', 'mine', '--take', `${LOT}=${theirs ?? ''}`, '--why', '核对', ...at)
  expect(settling).toMatchObject({ code: 0, json: { id } })
  expect(await askCli('record', 'get', id, ...at)).toMatchObject({ json: { doc: { product: { lotNo: 'A' } }, conflicts: [] } })
  expect(await askCli('conflict', 'show', id, ...at)).toMatchObject({ code: 2, json: { problems: [{ code: 'conflict.none' }] } })
})
