import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { say } from '#shared/app/say'
import { type AWorld, aClock, aFolder, aWorld } from '../app/a-world.ts'
import { aPair } from '../exchange/acquainted.ts'
import { codes } from '../record/a-record.ts'
import { aTask, sealSheetFor, takeStep } from './a-check.ts'
import { aCompleteSheet, type SheetChanges } from './a-sheet.ts'

const kind = 'samplingSheet'
let running = 100
const no = (): string => `CQ-500103-20261122-abcd-${String(running++)}`

async function draft({ done }: AWorld, changes: SheetChanges): Promise<string> {
  const id = newRecordId()
  await done('record.saveDraft', {
    id,
    kind,
    doc: aCompleteSheet({ ...changes, head: { no: no(), taskKind: 'spotCheck', ...changes.head } }),
  })
  return id
}
const seal = async (world: AWorld, changes: SheetChanges = {}) => world.call('record.submit', { id: await draft(world, changes) })

test('story 4: the same goods sampled five months ago by the same level are refused with that sheet and the age of the data', async () => {
  const world = await aWorld()
  expect(await seal(world, { head: { no: 'CQ-500103-20260622-abcd-001' }, sampling: { date: '2026-06-22' } })).toMatchObject({ ok: true })
  const answer = await seal(world)
  expect(answer).toMatchObject({
    ok: false,
    problems: [
      {
        code: 'spotCheck.repeated',
        path: '/exceptions/repeat',
        facts: { no: 'CQ-500103-20260622-abcd-001', day: '2026-06-22', until: '2026-12-22', asOf: null },
      },
    ],
  })
  const [problem] = answer.ok ? [] : answer.problems
  expect(problem === undefined ? '' : say(problem, 'zh')).toMatch(
    /^没有定稿，草稿仍在.*CQ-500103-20260622-abcd-001.*第八条.*只查了本机记录/,
  )
  expect(await seal(world, { head: { taskKind: 'followUp' } })).toMatchObject({ ok: true })
  expect(codes(await seal(world, { exceptions: { repeat: 'complaint', repeatReason: '举' } }))).toEqual([
    'spotCheck.repeated /exceptions/repeat',
  ])
  const excepted = await seal(world, { exceptions: { repeat: 'complaint', repeatReason: '消费者举报' } })
  expect(excepted).toMatchObject({ ok: true })
  const id = excepted.ok ? excepted.value.id : ''
  expect((await world.done('record.get', { id }))?.doc).toMatchObject({ exceptions: { repeat: 'complaint', repeatReason: '消费者举报' } })
})

test('what is not the same goods, or six months are over, is no repetition', async () => {
  const world = await aWorld()
  expect(await seal(world, { sampling: { date: '2026-05-22' } })).toMatchObject({ ok: true })
  const same = { sampling: { date: '2026-11-21' } }
  const others: SheetChanges[] = [
    { ...same, product: { model: 'P·O 52.5' } },
    { ...same, product: { trademark: '另一牌' } },
    { ...same, product: { standard: 'GB/T 3183-2017' } },
    { ...same, producer: { uscc: '91500154MA0DEM021F' } },
    { sampling: { date: '2026-11-22' }, product: { trademark: '山城 ' }, exceptions: undefined },
  ]
  const refused: string[] = []
  for (const [index, changes] of others.entries())
    refused.push(...codes(await seal(world, changes)).map((code) => `${String(index)}: ${code}`))
  expect(refused).toEqual([])
  expect(codes(await seal(world, { product: { model: 'ｐ·ｏ 42.5' } }))).toEqual(['spotCheck.repeated /exceptions/repeat'])
})

test('a check by a higher level bars a lower one, not the other way round; another district is another bureau', async () => {
  const high = await aWorld()
  expect(await seal(high, { head: { taskLevel: 'municipal' }, sampling: { date: '2026-10-01' } })).toMatchObject({ ok: true })
  expect(codes(await seal(high, { head: { taskLevel: 'district', region: '500154' } }))).toEqual(['spotCheck.repeated /exceptions/repeat'])
  expect(await seal(high, { head: { taskLevel: 'national' } })).toMatchObject({ ok: true })

  const low = await aWorld()
  expect(
    await seal(low, { head: { taskLevel: 'district', region: '500154', taskAuthority: '开州区局' }, sampling: { date: '2026-10-01' } }),
  ).toMatchObject({
    ok: true,
  })
  expect(await seal(low, { head: { taskLevel: 'municipal' } })).toMatchObject({ ok: true })
  const other = await aWorld()
  expect(await seal(other, { head: { region: '500154', taskAuthority: '开州区局' }, sampling: { date: '2026-10-01' } })).toMatchObject({
    ok: true,
  })
  expect(await seal(other, { head: { region: '500103', taskAuthority: '渝中区局' } })).toMatchObject({ ok: true })
})

test('a sheet that came in a batch bars too, a void one does not; the refusal says how old the data are', async () => {
  const { inspector, supervisor } = await aPair()
  const sealed = await seal(inspector, { sampling: { date: '2026-09-01' } })
  const file = join(aFolder(), 'a.ibz')
  await inspector.done('sync.makeBatch', { to: file })
  await supervisor.done('sync.import', { file })
  expect(await seal(supervisor)).toMatchObject({
    ok: false,
    problems: [{ code: 'spotCheck.repeated', facts: { asOf: expect.stringMatching(/^2026-11-22T/) } }],
  })
  await inspector.done('record.void', { id: sealed.ok ? sealed.value.id : '', reason: '写错了' })
  expect(await seal(inspector)).toMatchObject({ ok: true })
})

test('a corrected sheet does not repeat itself', async () => {
  const world = await aWorld()
  const sealed = await seal(world)
  const id = sealed.ok ? sealed.value.id : ''
  const doc = (await world.done('record.get', { id }))?.doc
  expect(await world.call('record.correct', { id, doc: { ...doc, remarks: '补充' }, reason: '补充' })).toMatchObject({ ok: true })
})

test('more batches than a task orders are sealed only for a reason', async () => {
  const world = await aWorld()
  const { checks } = await aTask(world, 3, { quota: 1 })
  for (const check of checks) for (const step of ['assign', 'arrive']) await takeStep(world, check, step)
  const [first = '', second = '', third = ''] = checks
  expect(await sealSheetFor(world, first)).toMatchObject({ ok: true })
  expect(await sealSheetFor(world, second)).toMatchObject({
    ok: false,
    problems: [{ code: 'spotCheck.quotaFull', path: '/exceptions/quotaReason', facts: { quota: 1, sealed: 1, asOf: null } }],
  })
  expect(await sealSheetFor(world, third, { exceptions: { quotaReason: '市局追加一批' } })).toMatchObject({ ok: true })
})

test('a sheet answers a check of its task, and no other', async () => {
  const world = await aWorld()
  const { id, checks } = await aTask(world)
  const [check = ''] = checks
  expect(codes(await seal(world, { head: { taskId: id, check: newRecordId(), taskKind: 'followUp' } }))).toEqual([
    'spotCheck.noSuchTarget /head/check',
  ])
  expect(codes(await seal(world, { head: { check, taskKind: 'followUp' } }))).toEqual(['spotCheck.noSuchTarget /head/check'])
  expect(codes(await seal(world, { head: { taskId: id, check, taskKind: 'followUp' } }))).toEqual(['procedure.notInState /step'])
})

const market: SheetChanges = {
  sampling: { channel: 'marketPurchase', stage: 'sale', purchaseCost: '25.00', invoiceNo: '0001' },
  product: { unitPrice: '2.50' },
}

test('bought in the market: price, cost and a proof, by number or as a photo', async () => {
  const world = await aWorld()
  expect(codes(await seal(world, { ...market, sampling: { ...market.sampling, purchaseCost: undefined }, product: {} }))).toEqual([
    'spotCheck.priceMissing /sampling/purchaseCost',
    'spotCheck.priceMissing /product/unitPrice',
  ])
  const id = await draft(world, { ...market, sampling: { ...market.sampling, invoiceNo: undefined } })
  expect(codes(await world.call('record.submit', { id }))).toEqual(['spotCheck.invoiceMissing /sampling/invoiceNo'])
  await world.done('attachment.add', { record: id, kind, slot: 'receipt', name: 'a.jpg', bytes: new Uint8Array([1, 2, 3]) })
  expect(await world.call('record.submit', { id })).toMatchObject({ ok: true })
  expect(codes(await seal(world, { head: { taskKind: 'followUp' }, sampling: { purchase: 'bought' } }))).toEqual([
    'spotCheck.priceMissing /sampling/purchaseCost',
  ])
})

test('bought online: which order in which shop, days in order, and a screenshot', async () => {
  const world = await aWorld()
  const sampling = { channel: 'onlinePurchase' as const, stage: 'sale' as const, purchaseCost: '25.00' }
  expect(codes(await seal(world, { sampling }))).toEqual([
    'field.missing /online/platform',
    'field.missing /online/shop',
    'field.missing /online/orderNo',
    'field.missing /online/orderedOn',
    'field.missing /online/paid',
    'spotCheck.screenshotMissing /online',
  ])
  const online = {
    platform: '示范商城',
    shop: '示范店',
    orderNo: 'D-1',
    paid: '25.00',
    orderedOn: '2026-11-10',
    receivedOn: '2026-11-14',
    unpackedOn: '2026-11-13',
  }
  const id = await draft(world, { sampling, online })
  await world.done('attachment.add', { record: id, kind, slot: 'screenshot', name: 'a.png', bytes: new Uint8Array([1]) })
  expect(codes(await world.call('record.submit', { id }))).toEqual(['spotCheck.datesOutOfOrder /online/unpackedOn'])
  const { doc } = (await world.done('record.get', { id })) ?? { doc: {} }
  await world.done('record.saveDraft', {
    id,
    kind,
    doc: { ...aCompleteSheet({ ...(doc as SheetChanges) }), online: { ...online, unpackedOn: '2026-11-14' }, signatures: [] },
  })
  expect(codes(await world.call('record.submit', { id })).filter((code) => !code.startsWith('spotCheck.signature'))).toEqual([])
})

test('what may not be sampled: for export alone, or marked as trial, reduced or sample', async () => {
  const world = await aWorld()
  expect(codes(await seal(world, { product: { exported: true }, confirmedForSale: false }))).toEqual([
    'spotCheck.exportOnly /product/exported',
  ])
  for (const marked of ['trial', 'reduced', 'sample'] as const)
    expect(codes(await seal(world, { product: { marked } }))).toEqual(['spotCheck.markedGoods /product/marked'])
  expect(await seal(world, { product: { exported: true } })).toMatchObject({ ok: true })
})

test('a food sheet asks for what the food form asks, and its samples are always bought', async () => {
  const world = await aWorld()
  expect(codes(await seal(world, { variant: 'food' }))).toEqual([
    'field.missing /food/class1',
    'field.missing /food/samplingType',
    'field.missing /food/packaging',
    'field.missing /food/licenceKind',
    'spotCheck.foodNotBought /sampling/purchase',
  ])
  const food = {
    class1: '粮食加工品',
    samplingType: 'routine' as const,
    packaging: 'prepacked' as const,
    licenceKind: 'production' as const,
  }
  const sampling = { purchase: 'bought' as const, purchaseCost: '12.00' }
  expect(codes(await seal(world, { variant: 'food', food, sampling }))).toEqual([
    'field.missing /food/licenceNo',
    'field.missing /food/shelfLife',
  ])
  expect(
    await seal(world, { variant: 'food', food: { ...food, licenceNo: 'SC11834022105055', shelfLife: '12 个月' }, sampling }),
  ).toMatchObject({ ok: true })
})

test('a draft stays on the edition it names, also when another is in force', async () => {
  const world = await aWorld()
  const { id, checks } = await aTask(world, 1, { ruleEdition: 'GB 175-2023' })
  const { doc } = await world.done('spotCheck.newSheet', { check: checks[0] ?? '' })
  expect(doc).toMatchObject({ head: { taskId: id }, product: { kind: '水泥', ruleEdition: 'GB 175-2023' } })
  expect(
    codes(await seal(world, { product: { ruleEdition: 'GB 175-2023' }, sampling: { base: 19, testQuantity: 5, backupQuantity: 5 } })),
  ).toEqual(['spotCheck.baseTooSmall /sampling/base'])
  expect(
    await seal(world, { product: { ruleEdition: '没有这个版本' }, sampling: { base: 19, testQuantity: 5, backupQuantity: 5 } }),
  ).toMatchObject({ ok: true })
})

test('the guards look six calendar months back, over the end of a short month', async () => {
  const world = await aWorld({ clock: aClock('2026-08-31T10:00:00+08:00') })
  expect(await seal(world, { sampling: { date: '2026-02-28' } })).toMatchObject({ ok: true })
  expect(await seal(world, { sampling: { date: '2026-08-27' } })).toMatchObject({
    ok: false,
    problems: [{ facts: { until: '2026-08-28' } }],
  })
  expect(await seal(world, { sampling: { date: '2026-08-28' } })).toMatchObject({ ok: true })
})
