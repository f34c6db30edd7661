import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { aWorld } from '../app/a-world.ts'
import { theSignatures } from '../spot-check/a-sheet.ts'
import { aDraft, aSealedSheet, codes, kind } from './a-record.ts'

const unknown = newRecordId()

test('sealing makes the draft a record whose document stays as it was signed', async () => {
  const world = await aWorld()
  const id = await aDraft(world)
  const { doc } = (await world.done('record.get', { id })) ?? {}
  world.clock.pass(60)
  const sealed = await world.done('record.submit', { id })
  expect(sealed).toEqual({ id, revision: expect.stringMatching(/^[0-9a-f]{64}$/), state: 'submitted', at: '2026-11-22T10:01:00+08:00' })
  expect(await world.done('record.get', { id, history: true })).toMatchObject({
    id,
    state: 'submitted',
    revision: sealed.revision,
    doc,
    conflicts: [],
    by: '李芳',
    at: '2026-11-22T10:01:00+08:00',
    history: [{ revision: sealed.revision, op: 'submit', parents: [], status: 'effective' }],
  })
  expect(await world.done('record.listDrafts', {})).toEqual([])
  expect(await world.done('record.list', { kind })).toMatchObject({ total: 1, items: [{ id, state: 'submitted', demo: false }] })
  expect(world.lines()).toBe(1)
})

test('sealing is refused with everything that stands against it at once; nothing is logged and the draft stays', async () => {
  const world = await aWorld()
  const changes = {
    samplers: [{ name: '李芳' }],
    sampling: { base: 5, backupSealNo: '封-0001' },
    producer: { uscc: '9150000020286320X7' },
  }
  const id = await aDraft(world, changes)
  const before = await world.done('record.get', { id })
  const expected = [
    'uscc.check /producer/uscc',
    'spotCheck.tooFewSamplers /samplers',
    'spotCheck.baseTooSmall /sampling/base',
    'spotCheck.sealsAlike /sampling/backupSealNo',
  ]
  expect(codes(await world.call('record.submit', { id }))).toEqual(expected)
  expect((await world.done('spotCheck.checkSheet', { id })).map(({ code, path }) => `${code} ${path}`)).toEqual(expected)
  expect(world.lines()).toBe(0)
  expect(await world.done('record.get', { id })).toEqual(before)
})

test('sealing happens once: neither sealed nor saved again', async () => {
  const world = await aWorld()
  const id = await aSealedSheet(world)
  expect(codes(await world.call('record.submit', { id }))).toEqual(['record.sealed'])
  expect(codes(await world.call('record.saveDraft', { id, kind, doc: {} }))).toEqual(['record.sealed'])
  expect(codes(await world.call('attachment.add', { record: id, kind, name: 'a.jpg', bytes: new Uint8Array([1]) }))).toEqual([
    'record.sealed',
  ])
  expect(codes(await world.call('record.submit', { id: unknown }))).toEqual(['record.noSuchDraft'])
  expect(world.lines()).toBe(1)
})

test('sealing a sheet larger than a line may be is refused, and does not stand in the way of the others', async () => {
  const world = await aWorld()
  const strokes = Array.from({ length: 1499 }, () => '999,399').join(' ')
  const signatures = Array.from({ length: 12 }, (_none, index) => ({ ...theSignatures[Math.min(index, 2)], strokes }))
  const text = '检'.repeat(120)
  const items = Array.from({ length: 100 }, () => ({
    name: text,
    requirement: 'qualitative' as const,
    expected: text,
    method: text,
    result: text.slice(60),
    weight: 'A' as const,
  }))
  const id = await aDraft(world, { signatures, items })
  expect(codes(await world.call('record.submit', { id }))).toEqual(['record.tooLarge'])
  expect(world.lines()).toBe(0)
})
