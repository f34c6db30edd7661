import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { stateDigest } from '#db/kernel/records'
import { appendLine } from '#electron/kernel/log'
import { stamp } from '#electron/kernel/world'
import { aFolder, aWorld } from '../app/a-world.ts'
import { aSheet, codes, correct, packed, stateIn, withLot } from './a-parcel.ts'
import { dumpOf } from './a-store-dump.ts'
import { acquainted, aPair } from './acquainted.ts'

test('a batch holds only what is new, unless everything is asked for: then a new laptop of the supervisor gets it all', async () => {
  const { inspector, supervisor } = await aPair()
  const first = await aSheet(inspector, 1)
  await supervisor.done('sync.import', { file: await packed(inspector) })
  const second = await aSheet(inspector, 2)
  const [report] = await supervisor.done('sync.import', { file: await packed(inspector) })
  expect(report).toMatchObject({ seq: 2, new: 1, identical: 0, photos: 1 })

  const laptop = await aWorld({ role: 'supervisor', name: '周主任' })
  await acquainted(inspector, laptop)
  const all = await packed(inspector, true)
  expect(await laptop.done('sync.import', { file: all })).toMatchObject([{ seq: 3, new: 2, photos: 2, photosMissing: 0, conflicts: 0 }])
  expect(await supervisor.done('sync.import', { file: all })).toMatchObject([{ new: 0, identical: 2, changed: 0 }])
  for (const world of [laptop, supervisor])
    expect([await stateIn(world, first), await stateIn(world, second)]).toEqual(['received', 'received'])
  expect(stateDigest(laptop.world.db).digest).toBe(stateDigest(supervisor.world.db).digest)
})

test('with nothing new, or nobody to send to, no batch is made, and nothing is sealed', async () => {
  const alone = await aWorld()
  await aSheet(alone)
  const before = dumpOf(alone)
  expect(codes(await alone.call('sync.makeBatch', { to: join(aFolder(), 'a.ibz') }))).toEqual(['sync.noRecipient'])
  expect(dumpOf(alone)).toEqual(before)
  const { inspector } = await aPair()
  expect(codes(await inspector.call('sync.makeBatch', { to: join(aFolder(), 'a.ibz') }))).toEqual(['sync.nothingToPack'])
})

test('a file that exists is never written over', async () => {
  const { inspector } = await aPair()
  const id = await aSheet(inspector)
  const file = join(aFolder(), 'photo.ibz')
  writeFileSync(file, 'my holiday')
  expect(codes(await inspector.call('sync.makeBatch', { to: file }))).toEqual(['sync.fileExists'])
  expect(readFileSync(file, 'utf8')).toBe('my holiday')
  expect(await stateIn(inspector, id)).toBe('submitted')
})

test('when the stick is gone the batch stays sealed here, its records wait, and the next bundle brings them', async () => {
  const { inspector, supervisor } = await aPair()
  const first = await aSheet(inspector, 1)
  const notAFolder = join(aFolder(), 'file')
  writeFileSync(notAFolder, '')
  expect(codes(await inspector.call('sync.makeBatch', { to: '/media/gone/a.ibz' }))).toEqual(['sync.cannotWrite'])
  expect(codes(await inspector.call('sync.makeBatch', { to: join(notAFolder, 'a.ibz') }))).toEqual(['sync.cannotWrite'])
  expect(await inspector.done('sync.status', {})).toMatchObject({ toPack: 1, packed: 0 })
  expect(await stateIn(inspector, first)).toBe('submitted')

  const second = await aSheet(inspector, 2)
  const file = await packed(inspector)
  const reports = await supervisor.done('sync.import', { file })
  expect(reports.reduce((sum, report) => sum + report.new, 0)).toBe(2)
  expect([await stateIn(supervisor, first), await stateIn(supervisor, second)]).toEqual(['received', 'received'])
  expect([await stateIn(inspector, first), await stateIn(inspector, second)]).toEqual(['packed', 'packed'])
  expect(await inspector.done('sync.status', {})).toMatchObject({ toPack: 0, packed: 2 })
})

test('more lines than one batch holds go out in several, linked, in one bundle, and all arrive', async () => {
  const { inspector, supervisor } = await aPair()
  const { world } = inspector
  const id = await aSheet(inspector)
  world.db.transaction(() => {
    for (let n = 0; n < 5001; n++) appendLine(world, { t: 'audit', ...stamp(world), ev: 'note', data: { n } })
  })
  await correct(inspector, id, withLot('B-2'))
  const reports = await supervisor.done('sync.import', { file: await packed(inspector) })
  expect(reports).toMatchObject([
    { seq: 1, new: 1, changed: 0 },
    { seq: 2, new: 0, changed: 1 },
  ])
  expect(await supervisor.done('record.get', { id })).toMatchObject({ doc: { product: { lotNo: 'B-2' } } })
  expect(stateDigest(supervisor.world.db).digest).toBe(stateDigest(world.db).digest)
})
