import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { aCompleteSheet, theSignatures } from './a-sheet.ts'

const kind = 'samplingSheet'
type Head = { readonly head: { readonly no: string } }
const numberOf = (doc: object): string => (doc as Head).head.no

async function aSheetOf({ done }: AWorld, seal: boolean): Promise<string> {
  const { id, doc } = await done('spotCheck.newSheet', {})
  await done('record.saveDraft', { id, kind, doc: aCompleteSheet({ head: { no: numberOf(doc) } }) })
  if (seal) await done('record.submit', { id })
  return numberOf(doc)
}

test('a new sheet has its number, district and day, this person as first sampler, and leaves nothing behind while it is only looked at', async () => {
  const world = await aWorld()
  const { doc } = await world.done('spotCheck.newSheet', {})
  const device = world.world.self.device.slice(0, 4)
  expect(doc).toEqual({
    head: {
      no: `CQ-500103-20261122-${device}-001`,
      region: '500103',
      taskLevel: 'district',
      taskKind: 'spotCheck',
      taskAuthority: '渝中区市场监管局',
    },
    sampling: { date: '2026-11-22', stage: 'production', channel: 'onSite' },
    samplingBody: { name: '渝中区市场监管局' },
    samplers: [{ name: '李芳' }],
  })
  expect(await world.done('record.listDrafts', {})).toEqual([])
})

test('numbers run on over drafts, sheets in the bin and sealed ones alike, and begin again each day', async () => {
  const world = await aWorld()
  const numbers = [await aSheetOf(world, false), await aSheetOf(world, true)]
  const drafts = await world.done('record.listDrafts', {})
  for (const { id } of drafts) await world.done('record.discardDraft', { id })
  numbers.push(await aSheetOf(world, true))
  world.clock.pass(24 * 3600)
  numbers.push(await aSheetOf(world, true))
  const device = world.world.self.device.slice(0, 4)
  expect(numbers).toEqual(
    ['20261122', '20261122', '20261122', '20261123'].map((day, index) => `CQ-500103-${day}-${device}-00${String((index % 3) + 1)}`),
  )
})

test('the thousandth sheet of a day is followed by the next', async () => {
  const world = await aWorld()
  const prefix = numberOf((await world.done('spotCheck.newSheet', {})).doc).slice(0, -3)
  for (const no of ['999', '1000'])
    await world.done('record.saveDraft', { id: newRecordId(), kind, doc: { head: { no: `${prefix}${no}` } } })
  expect(numberOf((await world.done('spotCheck.newSheet', {})).doc)).toBe(`${prefix}1001`)
})

test('samplers and sampling body come from the last sheet, the party from the directory', async () => {
  const world = await aWorld()
  const enterpriseId = newRecordId()
  const party = { name: '重庆示范水泥有限公司', uscc: '91500103MA0DEM013Q', address: '民族路 1 号', phone: '023-52222340' }
  await world.done('enterprise.add', { id: enterpriseId, doc: { ...party, region: '500103' } })
  await aSheetOf(world, true)
  const { doc } = await world.done('spotCheck.newSheet', { enterpriseId })
  expect(doc).toMatchObject({
    inspectedParty: { enterpriseId, ...party },
    samplers: [{ name: '李芳' }, { name: '王强' }],
    samplingBody: { name: '重庆市产品质量抽样组' },
  })
})

test('the last sheet is that of this enterprise, or of this kind of product, or the newest of all', async () => {
  const world = await aWorld()
  const enterpriseId = newRecordId()
  const seal = async (no: string, changes: object) => {
    const id = newRecordId()
    await world.done('record.saveDraft', { id, kind, doc: aCompleteSheet({ head: { no }, ...changes }) })
    await world.done('record.submit', { id })
    world.clock.pass(60)
  }
  await seal('CQ-500103-20261122-abcd-001', { inspectedParty: { enterpriseId } })
  await seal('CQ-500103-20261122-abcd-002', { product: { kind: '没有细则的产品' } })
  await seal('CQ-500103-20261122-abcd-003', {})
  const last = async (by: object) => numberOf((await world.done('spotCheck.lastSheet', by)) ?? { head: { no: 'none' } }).slice(-3)
  expect([await last({ enterpriseId }), await last({ kind: '没有细则的产品' }), await last({})]).toEqual(['001', '002', '003'])
  expect(await world.done('spotCheck.lastSheet', { enterpriseId: newRecordId() })).toBeNull()
})

test('signing saves the content as it stands and puts the signature under it; signing again replaces the same person’s', async () => {
  const world = await aWorld()
  const id = newRecordId()
  const doc = aCompleteSheet({ signatures: [] })
  const [first] = theSignatures as [(typeof theSignatures)[number]]
  const once = await world.done('spotCheck.signSheet', { id, doc, signature: first })
  world.clock.pass(60)
  const twice = await world.done('spotCheck.signSheet', { id, doc: once.doc, signature: { ...first, strokes: '1,1 2,2' } })
  expect(twice.doc['signatures']).toMatchObject([{ ...first, strokes: '1,1 2,2', at: '2026-11-22T10:01:00+08:00' }])
  expect((await world.done('record.get', { id }))?.doc).toEqual(twice.doc)
})

test('every signature is outdated by a later change, and says so before sealing', async () => {
  const world = await aWorld()
  const id = newRecordId()
  await world.done('record.saveDraft', { id, kind, doc: aCompleteSheet() })
  const { doc } = (await world.done('record.get', { id })) ?? { doc: {} }
  await world.done('record.saveDraft', { id, kind, doc: { ...doc, remarks: '改了一个字' } })
  expect((await world.done('spotCheck.checkSheet', { id })).map(({ code }) => code)).toEqual(
    theSignatures.map(() => 'spotCheck.signatureOutdated'),
  )
})

test('what is no document is refused at the door', async () => {
  const { call } = await aWorld()
  const [signature] = theSignatures as [(typeof theSignatures)[number]]
  for (const doc of [null, 5, { signatures: 'none' }, { signatures: [null] }])
    expect(await call('spotCheck.signSheet', { id: newRecordId(), doc, signature })).toMatchObject({
      ok: false,
      problems: [{ code: 'field.invalid' }],
    })
})
