import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Comparable, likenessOf as compare, prepared, sharedKey } from '#shared/enterprise/lookalike'
import { bigrams, coreName, plainName, similarity } from '#shared/enterprise/name-key'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { addEnterprise } from './an-enterprise.ts'

test.each([
  ['重庆示范水泥有限公司', '重庆市示范水泥有限责任公司'],
  ['示范水泥（重庆）有限公司', '示范水泥(重庆)有限公司'],
  ['重庆市渝中区示范水泥有限公司', '示范水泥股份有限公司'],
  ['ＡＢ 电缆有限公司', 'ab电缆公司'],
  ['阳光小区便民超市', '阳光小区 便民超市'],
  ['酉阳土家族苗族自治县青花椒厂', '青花椒厂'],
])('%s and %s are one name inside their district', (one, other) => {
  expect(coreName(one)).toBe(coreName(other))
})

test('a district is part of the name outside of it, a branch is no company, and a short name stays whole', () => {
  expect(plainName('渝中区供销社')).not.toBe(plainName('开州区供销社'))
  expect(coreName('示范水泥有限公司江北分公司')).toBe('示范水泥江北分公司')
  expect(coreName('阳光小区便民超市')).not.toBe(coreName('美丽小区便民超市'))
  expect(coreName('江北区')).toBe('江北区')
})

const likenessOf = (one: Comparable, other: Comparable) => compare(prepared(one), prepared(other))
const entry = (changes: Partial<Comparable>): Comparable => ({
  id: '1',
  name: '重庆示范水泥有限公司',
  uscc: '',
  region: '500103',
  address: '渝中区民族路 1 号',
  phone: '',
  ...changes,
})
const reasons = (changes: Partial<Comparable>): readonly string[] => likenessOf(entry({}), entry({ id: '2', ...changes }))?.reasons ?? []

test('why two entries look alike, in order of strength', () => {
  expect(reasons({ name: '示范水泥厂', address: '别处' })).toEqual(['similarName', 'sameDistrict'])
  expect(reasons({ name: '示苑水泥有限公司', address: '民族路1号' })).toEqual([]) // two of three pairs differ
  expect(reasons({ name: '示范水泥制品厂', address: '民族路1号' })).toEqual(['similarName', 'sameAddress', 'sameDistrict'])
  expect(reasons({ name: '示范水泥', region: '500154', address: '别处' })).toEqual(['sameName'])
  expect(reasons({ name: '别的厂', region: '500154', address: '别处' })).toEqual([])
  const phones = likenessOf(
    entry({ phone: '023-63711111' }),
    entry({ id: '2', name: '别的厂', region: '500154', address: '别处', phone: '02363711111' }),
  )
  expect(phones?.reasons).toEqual(['samePhone'])
  expect(likenessOf(entry({ uscc: 'A' }), entry({ name: '别的厂', region: '500154', address: '别处', uscc: 'A' }))?.reasons).toEqual([
    'sameCode',
  ])
})

const aName = fc.stringMatching(/^(重庆)?(渝中区|开州区)?[示范水泥电器]{2,6}(厂|有限公司|有限责任公司)?$/)
const anEntry = fc
  .record({
    name: aName,
    uscc: fc.constantFrom('', 'A', 'B'),
    region: fc.constantFrom('500103', '500154'),
    address: fc.constantFrom('民族路 1 号', '渝中区民族路1号', '滨湖路 2 号'),
    phone: fc.constantFrom('', '13800000000', '13900000000'),
  })
  .map((fields) => ({ ...fields, id: 'x' }))

test('similarity is the same both ways, whole for the same name; who looks alike by code, name or telephone shares a key', () => {
  fc.assert(
    fc.property(anEntry, anEntry, (one, other) => {
      const [a, b] = [prepared(one), prepared(other)]
      expect(similarity(a.pairs, b.pairs)).toBe(similarity(b.pairs, a.pairs))
      expect(similarity(bigrams(one.name), bigrams(one.name))).toBe(1)
      expect(likenessOf(one, other)?.reasons).toEqual(likenessOf(other, one)?.reasons)
      expect(sharedKey(a, b)).toBe(sharedKey(b, a))
      const strong = ['sameCode', 'sameName', 'samePhone'].includes(likenessOf(one, other)?.reasons[0] ?? '')
      expect(strong && sharedKey(a, b) === undefined).toBe(false)
    }),
    { numRuns: 2000 },
  )
})

async function aDirectory(): Promise<{ readonly world: AWorld; readonly ids: readonly string[] }> {
  const world = await aWorld()
  const all = [
    {},
    { name: '重庆市示范水泥有限责任公司', uscc: undefined, noUsccReason: '换证中' },
    { name: '示范水泥制品厂', uscc: undefined, noUsccReason: '换证中', address: '民族路 1 号' },
    { name: '𠮷野家电器厂', uscc: '91500154MA0DEM021F', region: '500154', address: '滨湖路 2 号' },
  ]
  const ids: string[] = []
  for (const changes of all) {
    ids.push(await addEnterprise(world, changes))
    world.clock.pass(1)
  }
  return { world, ids }
}

const namesOf = (items: readonly { readonly one: { readonly name: string }; readonly other: { readonly name: string } }[]) =>
  items.map(({ one, other }) => [one.name, other.name].toSorted())

test('the whole directory is gone through a page at a time, each pair once, the strongest first', async () => {
  const { world } = await aDirectory()
  const all = await world.done('enterprise.listLookalikes', { limit: 100 })
  expect(namesOf(all.items)).toEqual([
    ['重庆市示范水泥有限责任公司', '重庆示范水泥有限公司'],
    ['示范水泥制品厂', '重庆示范水泥有限公司'],
    ['示范水泥制品厂', '重庆市示范水泥有限责任公司'],
  ])
  expect(all.next).toBeNull()
  const first = await world.done('enterprise.listLookalikes', { limit: 1 })
  const rest = await world.done('enterprise.listLookalikes', { limit: 100, after: first.next ?? '' })
  expect([...first.items, ...rest.items]).toEqual(all.items)
})

test('of one enterprise the same pairs; what a person said is not the same is not asked again, until they change their mind', async () => {
  const { world, ids } = await aDirectory()
  const [one = '', , third = '', other = ''] = ids
  expect((await world.done('enterprise.listLookalikes', { enterprise: one })).items.length).toBe(2)
  expect((await world.done('enterprise.listLookalikes', { enterprise: other })).items).toEqual([])
  await world.done('enterprise.setNotSame', { one: third, other: one, notSame: true })
  expect((await world.done('enterprise.listLookalikes', {})).items.length).toBe(2)
  await world.done('enterprise.setNotSame', { one, other: third, notSame: false })
  expect((await world.done('enterprise.listLookalikes', {})).items.length).toBe(3)
})

test('what was merged is not offered again; what stays is compared on', async () => {
  const { world, ids } = await aDirectory()
  const [one = '', second = '', third = ''] = ids
  const { id } = await world.done('enterprise.merge', { from: second, into: one, reason: '同一家' })
  expect((await world.done('enterprise.listLookalikes', {})).items).toMatchObject([{ one: { id: one }, other: { id: third } }])
  await world.done('record.void', { id, reason: '看错了' })
  expect((await world.done('enterprise.listLookalikes', {})).items.length).toBe(3)
})
