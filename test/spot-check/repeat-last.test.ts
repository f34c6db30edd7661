import { expect, test } from 'vitest'
import { repeatChanges } from '../../renderer/spot-check/repeat-last'

const last = {
  head: { no: 'CQ-500103-20260101-aaaa-001' },
  inspectedParty: { enterpriseId: 'e1', name: '演示·甲厂', uscc: '91500103MA0DEM013Q', address: '演示路 1 号' },
  producer: { name: '演示·乙厂' },
  product: { kind: '菜刀', name: '不锈钢菜刀', model: 'CD-180', lotNo: '20260101' },
  sampling: { place: '成品库', base: 200, testQuantity: 6, testSealNo: 'J-1' },
  samplers: [{ name: '演示·甲' }, { name: '演示·乙' }],
  items: [{ name: '硬度', result: '52' }],
}
const asDoc = (now: Parameters<typeof repeatChanges>[0]) =>
  Object.fromEntries(repeatChanges(now, last).map(({ key, value }) => [key, value]))

test('an empty sheet takes everything but what is found out anew', () => {
  expect(asDoc({})).toEqual({
    'inspectedParty.enterpriseId': 'e1',
    'inspectedParty.name': '演示·甲厂',
    'inspectedParty.uscc': '91500103MA0DEM013Q',
    'inspectedParty.address': '演示路 1 号',
    'producer.name': '演示·乙厂',
    'product.kind': '菜刀',
    'product.name': '不锈钢菜刀',
    'product.model': 'CD-180',
    'sampling.place': '成品库',
    'sampling.testQuantity': 6,
    samplers: last.samplers,
    items: [{ name: '硬度' }],
  })
})

test('the facts of one enterprise never stand under the name of another', () => {
  const keys = Object.keys(asDoc({ inspectedParty: { name: '演示·丙厂' } }))
  expect(keys.filter((key) => key.startsWith('inspectedParty'))).toEqual([])
  expect(Object.keys(asDoc({ inspectedParty: { name: '演示·甲厂' } }))).toContain('inspectedParty.uscc')
})

test('another product kind is another product, and what was typed stays', () => {
  const doc = asDoc({ product: { kind: '水泥' }, sampling: { place: '门市' } })
  expect(Object.keys(doc).filter((key) => /^(product|items|sampling)/.test(key))).toEqual([])
})
