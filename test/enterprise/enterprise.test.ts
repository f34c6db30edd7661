import { describe, expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { type AWorld, aWorld } from '../app/a-world.ts'

const complete = { name: '重庆示范水泥有限公司', uscc: '91500103MA0DEM013Q', region: '500103', address: '渝中区民族路 1 号' }

async function add({ done }: AWorld, doc: object): Promise<string> {
  const id = newRecordId()
  await done('enterprise.add', { id, doc: { ...complete, ...doc } })
  return id
}

const refusal = async ({ call }: AWorld, doc: unknown): Promise<object[]> => {
  const answer = await call('enterprise.add', { id: newRecordId(), doc })
  return answer.ok ? [] : answer.problems.map(({ code, path, facts }) => ({ code, path, facts }))
}

describe('an enterprise is added to the directory', () => {
  test('with a code typed in any spelling, kept in the one of the standard', async () => {
    const world = await aWorld()
    const id = await add(world, { uscc: '９１５００１０３ｍａ０ｄｅｍ０１３ｑ' })
    expect(await world.done('record.get', { id })).toMatchObject({ kind: 'enterprise', state: 'submitted', doc: complete })
    expect(await world.done('enterprise.search', {})).toEqual([
      {
        id,
        name: complete.name,
        uscc: complete.uscc,
        region: '500103',
        address: complete.address,
        contact: '',
        phone: '',
        legalRepresentative: '',
        size: '',
        demo: false,
        sheets: 0,
        lastSheet: null,
      },
    ])
  })

  test('without a code only with the reason why', async () => {
    const world = await aWorld()
    expect(await refusal(world, { ...complete, uscc: undefined })).toEqual([{ code: 'enterprise.usccOrReason', path: '/uscc', facts: {} }])
    expect(await refusal(world, { ...complete, uscc: '', noUsccReason: '流动摊位' })).toEqual([])
  })

  test('never twice under one code, whatever its name', async () => {
    const world = await aWorld()
    const id = await add(world, {})
    expect(await refusal(world, { ...complete, name: '另一个名字', uscc: complete.uscc.toLowerCase() })).toEqual([
      { code: 'enterprise.duplicateUscc', path: '/uscc', facts: { id, name: complete.name } },
    ])
    expect(world.lines()).toBe(1)
  })

  test('with everything that is wrong told at once, and nothing logged', async () => {
    const world = await aWorld()
    expect(await refusal(world, { name: '厂', uscc: '9150000020286320X7', region: '5001', phone: '12315' })).toMatchObject([
      { code: 'field.tooSmall', path: '/name', facts: { minimum: 2 } },
      { code: 'field.invalid', path: '/region' },
      { code: 'field.missing', path: '/address' },
      { code: 'field.invalid', path: '/phone' },
      { code: 'uscc.check', path: '/uscc', facts: { expected: '6', found: '7' } },
    ])
    expect(await refusal(world, { ...complete, region: '999999' })).toMatchObject([{ code: 'reference.unknownRegion', path: '/region' }])
    for (const nonsense of [null, [], 'text', { name: 5 }, { ...complete, weather: '晴' }])
      expect(await refusal(world, nonsense)).not.toEqual([])
    expect(world.lines()).toBe(0)
  })

  test('and its address corrected later, with a reason', async () => {
    const world = await aWorld()
    const id = await add(world, {})
    await world.done('record.correct', { id, doc: { ...complete, address: '渝中区两路口 2 号' }, reason: '搬迁' })
    expect(await world.done('enterprise.search', { text: '两路口' })).toMatchObject([{ id, address: '渝中区两路口 2 号' }])
    expect(await world.done('enterprise.search', { text: '民族路' })).toEqual([])
  })
})

describe('search while typing', () => {
  async function aDirectory(): Promise<{ readonly found: (text: string, region?: string) => Promise<string[]>; readonly world: AWorld }> {
    const world = await aWorld()
    const names: readonly (readonly [string, string, string, string])[] = [
      ['重庆示范水泥有限公司', '91500103MA0DEM013Q', '500103', '渝中区民族路 1 号'],
      ['𠮷野家电器厂', '91500154MA0DEM021F', '500154', '开州区滨湖路 2 号'],
      ['江津Ａ１电缆有限公司', '91500116MA0DEM099E', '500116', '江津区几江街 3 号'],
      ['Bolt & Nut 五金店', '92500103MA0DEM1014', '500103', '渝中区水井巷 4 号'],
    ]
    for (const [name, uscc, region, address] of names) {
      await add(world, { name, uscc, region, address })
      world.clock.pass(1)
    }
    const found = async (text: string, region?: string) =>
      (await world.done('enterprise.search', { text, ...(region === undefined ? {} : { region }) })).map(({ name }) => name)
    return { found, world }
  }

  test('finds by one, two, three and more Chinese characters', async () => {
    const { found } = await aDirectory()
    expect(await found('泥')).toEqual(['重庆示范水泥有限公司'])
    expect(await found('水')).toEqual(['Bolt & Nut 五金店', '重庆示范水泥有限公司']) // also in an address
    expect(await found('水泥')).toEqual(['重庆示范水泥有限公司'])
    expect(await found('示范水泥有限')).toEqual(['重庆示范水泥有限公司'])
    expect(await found('泥水')).toEqual([])
  })

  test('finds by a character beyond the basic plane', async () => {
    const { found } = await aDirectory()
    expect([await found('𠮷'), await found('𠮷野'), await found('野家')]).toEqual([['𠮷野家电器厂'], ['𠮷野家电器厂'], ['𠮷野家电器厂']])
  })

  test('finds by four digits out of the middle of a code, and by its end', async () => {
    const { found } = await aDirectory()
    expect(await found('0154')).toEqual(['𠮷野家电器厂'])
    expect(await found('m099e')).toEqual(['江津Ａ１电缆有限公司'])
    expect(await found('ＤＥＭ０１３')).toEqual(['重庆示范水泥有限公司'])
  })

  test('finds in full-width what was typed in half-width, and the other way round', async () => {
    const { found } = await aDirectory()
    expect(await found('a1电缆')).toEqual(['江津Ａ１电缆有限公司'])
    expect(await found('ＢＯＬＴ')).toEqual(['Bolt & Nut 五金店'])
  })

  test('needs every word, in any order, and takes signs as they are', async () => {
    const { found } = await aDirectory()
    expect(await found('渝中 五金')).toEqual(['Bolt & Nut 五金店'])
    expect(await found('五金 渝中')).toEqual(['Bolt & Nut 五金店'])
    expect(await found('渝中 电器')).toEqual([])
    expect(await found('& nut')).toEqual(['Bolt & Nut 五金店'])
    for (const sign of ['"', "'", '*', '%', '_', 'AND', 'NEAR(', '--', '（']) expect(await found(sign)).toEqual([])
  })

  test('narrows by district, and shows the newest first when nothing is typed', async () => {
    const { found } = await aDirectory()
    expect(await found('', '500103')).toEqual(['Bolt & Nut 五金店', '重庆示范水泥有限公司'])
    expect(await found('有限', '500116')).toEqual(['江津Ａ１电缆有限公司'])
    expect((await found('')).length).toBe(4)
  })
})
