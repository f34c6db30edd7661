import { expect, test } from 'vitest'
import { newRecordId } from '#electron/kernel/world'
import { type AWorld, aWorld } from '../app/a-world.ts'
import { aCement, addEnterprise } from './an-enterprise.ts'

const refusal = async ({ call }: AWorld, doc: unknown): Promise<object[]> => {
  const answer = await call('enterprise.add', { id: newRecordId(), doc })
  return answer.ok ? [] : answer.problems.map(({ code, path, facts }) => ({ code, path, facts }))
}

test('an enterprise is added with a code typed in any spelling, kept in the one of the standard', async () => {
  const world = await aWorld()
  const id = await addEnterprise(world, { uscc: '９１５００１０３ｍａ０ｄｅｍ０１３ｑ' })
  expect(await world.done('record.get', { id })).toMatchObject({ kind: 'enterprise', state: 'submitted', doc: aCement })
  expect(await world.done('enterprise.search', {})).toEqual([
    {
      id,
      name: aCement.name,
      uscc: aCement.uscc,
      region: '500103',
      address: aCement.address,
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

test('an enterprise is added without a code only with the reason why', async () => {
  const world = await aWorld()
  expect(await refusal(world, { ...aCement, uscc: undefined })).toEqual([{ code: 'enterprise.usccOrReason', path: '/uscc', facts: {} }])
  expect(await refusal(world, { ...aCement, uscc: '', noUsccReason: '流动摊位' })).toEqual([])
})

test('no enterprise is added twice under one code, whatever its name', async () => {
  const world = await aWorld()
  const id = await addEnterprise(world, {})
  expect(await refusal(world, { ...aCement, name: '另一个名字', uscc: aCement.uscc.toLowerCase() })).toEqual([
    { code: 'enterprise.duplicateUscc', path: '/uscc', facts: { id, name: aCement.name } },
  ])
  expect(world.lines()).toBe(1)
})

test('what is wrong with an enterprise is told all at once, and nothing logged', async () => {
  const world = await aWorld()
  expect(await refusal(world, { name: '厂', uscc: '9150000020286320X7', region: '5001', phone: '12315' })).toMatchObject([
    { code: 'field.tooSmall', path: '/name', facts: { minimum: 2 } },
    { code: 'field.invalid', path: '/region' },
    { code: 'field.missing', path: '/address' },
    { code: 'field.invalid', path: '/phone' },
    { code: 'uscc.check', path: '/uscc', facts: { expected: '6', found: '7' } },
  ])
  expect(await refusal(world, { ...aCement, region: '999999' })).toMatchObject([{ code: 'reference.unknownRegion', path: '/region' }])
  for (const nonsense of [null, [], 'text', { name: 5 }, { ...aCement, weather: '晴' }])
    expect(await refusal(world, nonsense)).not.toEqual([])
  expect(world.lines()).toBe(0)
})

test('the address of an enterprise is corrected later, with a reason', async () => {
  const world = await aWorld()
  const id = await addEnterprise(world, {})
  await world.done('record.correct', { id, doc: { ...aCement, address: '渝中区两路口 2 号' }, reason: '搬迁' })
  expect(await world.done('enterprise.search', { text: '两路口' })).toMatchObject([{ id, address: '渝中区两路口 2 号' }])
  expect(await world.done('enterprise.search', { text: '民族路' })).toEqual([])
})
