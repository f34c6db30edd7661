import { expect, test } from 'vitest'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { addEnterprise } from './an-enterprise.ts'

async function aDirectory(): Promise<{ readonly found: (text: string, region?: string) => Promise<string[]>; readonly world: AWorld }> {
  const world = await aWorld()
  const names: readonly (readonly [string, string, string, string])[] = [
    ['重庆示范水泥有限公司', '91500103MA0DEM013Q', '500103', '渝中区民族路 1 号'],
    ['𠮷野家电器厂', '91500154MA0DEM021F', '500154', '开州区滨湖路 2 号'],
    ['江津Ａ１电缆有限公司', '91500116MA0DEM099E', '500116', '江津区几江街 3 号'],
    ['Bolt & Nut 五金店', '92500103MA0DEM1014', '500103', '渝中区水井巷 4 号'],
  ]
  for (const [name, uscc, region, address] of names) {
    await addEnterprise(world, { name, uscc, region, address })
    world.clock.pass(1)
  }
  const found = async (text: string, region?: string) =>
    (await world.done('enterprise.search', { text, ...(region === undefined ? {} : { region }) })).map(({ name }) => name)
  return { found, world }
}

test('search finds by one, two, three and more Chinese characters', async () => {
  const { found } = await aDirectory()
  expect(await found('泥')).toEqual(['重庆示范水泥有限公司'])
  expect(await found('水')).toEqual(['Bolt & Nut 五金店', '重庆示范水泥有限公司']) // also in an address
  expect(await found('水泥')).toEqual(['重庆示范水泥有限公司'])
  expect(await found('示范水泥有限')).toEqual(['重庆示范水泥有限公司'])
  expect(await found('泥水')).toEqual([])
})

test('search finds by a character beyond the basic plane', async () => {
  const { found } = await aDirectory()
  expect([await found('𠮷'), await found('𠮷野'), await found('野家')]).toEqual([['𠮷野家电器厂'], ['𠮷野家电器厂'], ['𠮷野家电器厂']])
})

test('search finds by four digits out of the middle of a code, and by its end', async () => {
  const { found } = await aDirectory()
  expect(await found('0154')).toEqual(['𠮷野家电器厂'])
  expect(await found('m099e')).toEqual(['江津Ａ１电缆有限公司'])
  expect(await found('ＤＥＭ０１３')).toEqual(['重庆示范水泥有限公司'])
})

test('search finds in full-width what was typed in half-width, and the other way round', async () => {
  const { found } = await aDirectory()
  expect(await found('a1电缆')).toEqual(['江津Ａ１电缆有限公司'])
  expect(await found('ＢＯＬＴ')).toEqual(['Bolt & Nut 五金店'])
})

test('search needs every word, in any order, and takes signs as they are', async () => {
  const { found } = await aDirectory()
  expect(await found('渝中 五金')).toEqual(['Bolt & Nut 五金店'])
  expect(await found('五金 渝中')).toEqual(['Bolt & Nut 五金店'])
  expect(await found('渝中 电器')).toEqual([])
  expect(await found('& nut')).toEqual(['Bolt & Nut 五金店'])
  for (const sign of ['"', "'", '*', '%', '_', 'AND', 'NEAR(', '--', '（']) expect(await found(sign)).toEqual([])
})

test('search narrows by district, and shows the newest first when nothing is typed', async () => {
  const { found } = await aDirectory()
  expect(await found('', '500103')).toEqual(['Bolt & Nut 五金店', '重庆示范水泥有限公司'])
  expect(await found('有限', '500116')).toEqual(['江津Ａ１电缆有限公司'])
  expect((await found('')).length).toBe(4)
})
