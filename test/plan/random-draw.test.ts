import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { originalPath } from '#electron/attachment/blob-store'
import { sha256Of } from '#electron/kernel/durable-file'
import { newRecordId } from '#electron/kernel/world'
import type { RandomDraw } from '#shared/plan/random-draw'
import { aFolder, aWorld } from '../app/a-world.ts'
import { askCli } from '../app/ask-cli.ts'
import { addEnterprise } from '../enterprise/an-enterprise.ts'
import { aDraw, anOrder } from './a-draw.ts'

/** A list too long for the record: its pool is kept as a file. */
const many = Array.from({ length: 1200 }, (_, index) => `重庆示范企业${String(index)}号`)
const aLargePool = { frame: { source: 'list' as const }, list: many.join('\n'), take: 20 }

test('a draw is sealed at once, with its pools, its people and a number of its own', async () => {
  const world = await aWorld()
  const { id, doc } = await aDraw(world)
  expect(await world.done('record.get', { id })).toMatchObject({ kind: 'randomDraw', state: 'submitted' })
  expect(doc.no).toMatch(/^DR-500103-20261122-[a-z2-7]{4}-001$/)
  expect(doc.enterprises).toMatchObject({
    poolSize: 6,
    take: 3,
    poolHash: sha256Of(
      doc.enterprises
        .pool!.toSorted()
        .map((line) => `${line}\n`)
        .join(''),
    ),
  })
  expect(doc.enterprises.picks.map(({ samplers }) => new Set(samplers.map((sampler) => sampler.id)).size)).toEqual([2, 2, 2])
  expect(doc.samplers.picks).toHaveLength(4)
  expect(doc).toMatchObject({ drawnOn: '2026-11-22', algorithm: 'sha256-rank/1', witness: { name: '陈律师' } })
})

test('a draw comes out the same when it is drawn again, in the window and on the command line', async () => {
  const world = await aWorld()
  const { id } = await aDraw(world)
  expect(await world.done('plan.verifyDraw', { id })).toEqual({ reproduced: true, differences: [], problems: [] })
  const file = join(aFolder(), 'record.json')
  writeFileSync(file, JSON.stringify(await world.done('record.get', { id })))
  expect(await askCli('calc', 'draw', '--record', file, '--json')).toMatchObject({ code: 0, json: { reproduced: true, differences: [] } })
})

test('a draw can be made once: the same order again is refused', async () => {
  const world = await aWorld()
  const order = anOrder()
  await world.done('plan.draw', order)
  const lines = world.lines()
  expect(await world.call('plan.draw', order)).toMatchObject({ ok: false, problems: [{ code: 'record.sealed' }] })
  expect(world.lines()).toBe(lines)
})

test('a draw links a pasted code to the directory, and counts for the enterprise the next time', async () => {
  const world = await aWorld()
  const enterpriseId = await addEnterprise(world, {})
  const list = '序号\t企业名称\t信用代码\n1\t重庆示范水泥有限公司\t91500103ma0dem013q'
  const { doc } = await aDraw(world, { enterprises: { frame: { source: 'list' }, list, take: 1 } })
  expect(doc.enterprises.picks).toMatchObject([
    { enterpriseId, uscc: '91500103MA0DEM013Q', region: '500103', id: '91500103MA0DEM013Q 重庆示范水泥有限公司' },
  ])
  expect(await world.done('plan.listPool', {})).toMatchObject({ total: 1, items: [{ id: enterpriseId, drawn: 1, lastSheet: null }] })
})

test('a draw from a filter of the directory takes all that match, without sending them through the window', async () => {
  const world = await aWorld()
  for (let index = 0; index < 8; index++)
    await addEnterprise(world, {
      name: `重庆示范企业${String(index)}`,
      uscc: undefined,
      noUsccReason: '登记中',
      region: index < 5 ? '500103' : '500105',
    })
  const { doc } = await aDraw(world, { enterprises: { frame: { source: 'directory', region: '500103' }, take: 5 } })
  expect(doc.enterprises).toMatchObject({ poolSize: 5, frame: { source: 'directory', region: '500103' } })
  expect(new Set(doc.enterprises.picks.map(({ region }) => region))).toEqual(new Set(['500103']))
})

test('a draw leaves out whom it was told to, with the reason on record', async () => {
  const world = await aWorld()
  const excluded = [{ id: '重庆嘉陵阀门厂', reason: '六个月内已抽查' }]
  const { enterprises } = anOrder()
  const { doc } = await aDraw(world, { enterprises: { ...enterprises, take: 5, excluded } })
  expect(doc.enterprises).toMatchObject({ poolSize: 5, excluded })
  expect(doc.enterprises.picks.map(({ id }) => id)).not.toContain('重庆嘉陵阀门厂')
})
describe('a pool too large for the record', () => {
  test('is kept as a file whose sha256 is the pool hash, travels with it, and draws again the same', async () => {
    const world = await aWorld()
    const { id, doc } = await aDraw(world, { enterprises: aLargePool })
    const record = await world.done('record.get', { id })
    expect(doc.enterprises).toMatchObject({ poolSize: 1200 })
    expect(doc.enterprises.pool).toBeUndefined()
    expect(record?.attachments).toMatchObject([{ sha256: doc.enterprises.poolHash, name: 'pool-enterprises.txt', slot: 'enterprisePool' }])
    expect(await world.done('plan.verifyDraw', { id })).toMatchObject({ reproduced: true })
    const folder = aFolder()
    const [file, pool] = [join(folder, 'record.json'), join(folder, 'pool.txt')]
    writeFileSync(file, JSON.stringify(record))
    expect(await world.done('plan.exportPool', { id, file: pool })).toMatchObject({ sha256: doc.enterprises.poolHash })
    expect(await askCli('calc', 'draw', '--record', file, '--json')).toMatchObject({
      code: 2,
      json: { problems: [{ code: 'draw.poolMissing' }] },
    })
    expect(await askCli('calc', 'draw', '--record', file, '--pool', pool, '--json')).toMatchObject({ code: 0, json: { reproduced: true } })
  })

  test('that was damaged on the disk is missing, and then publication can still be noted but the draw not touched', async () => {
    const world = await aWorld()
    const { id, doc } = await aDraw(world, { enterprises: aLargePool })
    writeFileSync(originalPath(world.folder, doc.enterprises.poolHash), '别的\n')
    expect(await world.done('plan.verifyDraw', { id })).toMatchObject({ reproduced: false, problems: [{ code: 'draw.poolMissing' }] })
    const correct = (changes: object) => world.call('record.correct', { id, doc: { ...doc, ...changes }, reason: '登记公开' })
    expect(await correct({ publicisedOn: '2026-11-22' })).toMatchObject({ ok: true })
    expect(await correct({ seed: '1 1 1' })).toMatchObject({ ok: false, problems: [{ code: 'draw.drawnChanged' }] })
  })

  test('of 100,000 enterprises is drawn from', { timeout: 60_000 }, async () => {
    const world = await aWorld()
    const list = Array.from({ length: 100_000 }, (_, index) => `重庆示范企业${String(index)}号`).join('\n')
    const { doc } = await aDraw(world, { enterprises: { ...aLargePool, list, take: 500 } })
    expect(doc.enterprises).toMatchObject({ poolSize: 100_000, take: 500 })
    const oneMore = { ...aLargePool, list: `${list}\n再一家`, take: 5 }
    expect(await world.call('plan.draw', anOrder({ title: '别的任务', enterprises: oneMore }))).toMatchObject({
      ok: false,
      problems: [{ code: 'draw.poolTooLarge', facts: { have: 100_001 } }],
    })
  })
})

/** Everything a person might like to be otherwise after a draw. */
const wrongOnes = ({ enterprises, samplers }: RandomDraw): readonly object[] => {
  const [first, ...rest] = enterprises.picks
  const change = (changes: object) => ({ enterprises: { ...enterprises, picks: [{ ...first, ...changes }, ...rest] } })
  return [
    { enterprises: { ...enterprises, picks: [...rest, first] } },
    { enterprises: { ...enterprises, pool: [...(enterprises.pool ?? []), '重庆后来添加的厂'] } },
    change({ samplers: first!.samplers.toReversed() }),
    change({ samplers: first!.samplers.map((one) => ({ ...one, name: '别人' })) }),
    change({ name: '别的厂家' }),
    { samplers: { ...samplers, picks: samplers.picks.toReversed() } },
    { samplers: { ...samplers, pool: samplers.pool?.slice(1) } },
    { seed: '2026-11-22 骰子 4 1 6 2 6' },
    { enterprises: { ...enterprises, excluded: [{ id: first!.id, reason: '补写的排除' }] } },
  ]
}

test('what was drawn cannot be sealed with another result: picks, names, pools, seed and teams must come out again', async () => {
  const world = await aWorld()
  const { doc } = await aDraw(world)
  world.clock.pass(86_400)
  const lines = world.lines()
  const submit = async (changes: object) => {
    const id = newRecordId()
    await world.done('record.saveDraft', { id, kind: 'randomDraw', doc: { ...doc, drawnOn: '2026-11-23', ...changes } })
    return world.call('record.submit', { id })
  }
  for (const changes of wrongOnes(doc))
    expect(await submit(changes)).toMatchObject({ ok: false, problems: [{ code: 'draw.notReproducible' }] })
  expect(world.lines()).toBe(lines)
  expect(await submit({})).toMatchObject({ ok: true })
})

test('what was drawn cannot be corrected; who was present and what for can, with a reason', async () => {
  const world = await aWorld()
  const { id, doc } = await aDraw(world)
  const correct = (changes: object) => world.call('record.correct', { id, doc: { ...doc, ...changes }, reason: '改一改' })
  const lines = world.lines()
  for (const changes of [...wrongOnes(doc), { drawnOn: '2026-11-21' }])
    expect(await correct(changes)).toMatchObject({ ok: false, problems: [{ code: 'draw.drawnChanged' }] })
  expect(world.lines()).toBe(lines)
  expect(await correct({ witness: { name: '陈律师', org: '示范律师所' }, remarks: '单位名称更正' })).toMatchObject({ ok: true })
  expect(await world.done('plan.verifyDraw', { id })).toMatchObject({ reproduced: true })
})

test('a draw is told apart from a record that was put together by hand', async () => {
  const world = await aWorld()
  const { doc } = await aDraw(world)
  const id = newRecordId()
  const made = { ...doc, no: doc.no.replace('001', '002'), title: '别的任务', drawnOn: '2026-11-21', seed: '1' }
  await world.done('record.saveDraft', { id, kind: 'randomDraw', doc: made })
  expect(await world.call('record.submit', { id })).toMatchObject({ ok: false, problems: [{ code: 'draw.notReproducible' }] })
  const file = join(aFolder(), 'forged.json')
  writeFileSync(file, JSON.stringify(made))
  expect(await askCli('calc', 'draw', '--record', file, '--json')).toMatchObject({ code: 1, json: { reproduced: false } })
})

test('a draw is made public: the day and the address are noted by a correction, but not before it was drawn or in the future', async () => {
  const world = await aWorld()
  const { id, doc } = await aDraw(world)
  const publish = (publicisedOn: string) =>
    world.call('record.correct', { id, doc: { ...doc, publicisedOn, publicUrl: 'https://example.invalid/1' }, reason: '登记公开' })
  expect(await publish('2026-11-21')).toMatchObject({ ok: false, problems: [{ code: 'draw.publicisedBeforeDrawn' }] })
  expect(await publish('2026-11-23')).toMatchObject({ ok: false, problems: [{ code: 'draw.publicisedInFuture' }] })
  expect(await publish('2026-11-22')).toMatchObject({ ok: true })
  expect(await world.done('plan.listDraws', {})).toMatchObject({ items: [{ id, publicisedOn: '2026-11-22', taken: 3, poolSize: 6 }] })
})
describe('drawing again on the same day', () => {
  test('from the same pool, or for the same task, needs a reason that the list shows, also when the first was made void', async () => {
    const world = await aWorld()
    const first = await aDraw(world)
    await world.done('record.void', { id: first.id, reason: '不满意' })
    const samePool = { title: '换一个名字的任务', seed: '另一个种子' }
    const { enterprises } = anOrder()
    const sameTask = { title: '2026年四季度 建材监督抽查', enterprises: { ...enterprises, list: '甲厂家\n乙厂家\n丙厂家' } }
    for (const changes of [samePool, sameTask])
      expect(await world.call('plan.draw', anOrder(changes))).toMatchObject({
        ok: false,
        problems: [{ code: 'draw.redrawWithoutReason', facts: { no: first.doc.no, id: first.id } }],
      })
    const { doc } = await aDraw(world, { ...samePool, redrawReason: '见证人未到场，作废重抽' })
    expect(doc).toMatchObject({ redrawOf: first.id, redrawReason: '见证人未到场，作废重抽' })
    expect((await world.done('plan.listDraws', {})).items[0]).toMatchObject({
      redrawOf: first.doc.no,
      redrawReason: '见证人未到场，作废重抽',
    })
  })

  test('is free on another day, and for another task with another pool', async () => {
    const world = await aWorld()
    await aDraw(world)
    const { enterprises } = anOrder()
    await aDraw(world, { title: '食品相关产品抽查', enterprises: { ...enterprises, list: '甲厂家\n乙厂家\n丙厂家' } })
    world.clock.pass(86_400)
    const { doc } = await aDraw(world)
    expect(doc.redrawOf).toBeUndefined()
  })
})

describe('is refused, and nothing is drawn or kept', () => {
  const { enterprises, samplers } = anOrder()
  const cases: readonly [string, object, readonly string[]][] = [
    ['too few samplers', { samplersEach: 1 }, ['draw.tooFewEach']],
    ['fewer samplers than a team', { samplers: { ...samplers, take: 2 }, samplersEach: 3 }, ['draw.teamTooLarge']],
    ['more than there are', { enterprises: { ...enterprises, take: 7 } }, ['draw.tooFew']],
    [
      'an exclusion without a reason',
      { enterprises: { ...enterprises, excluded: [{ id: '重庆嘉陵阀门厂', reason: ' ' }] } },
      ['draw.exclusionWithoutReason'],
    ],
    [
      'an exclusion of a stranger',
      { enterprises: { ...enterprises, excluded: [{ id: '外地厂', reason: '不在名单' }] } },
      ['draw.excludedUnknown'],
    ],
    ['nobody in the pool', { enterprises: { ...enterprises, list: '' } }, ['draw.poolEmpty', 'draw.tooFew']],
    ['somebody twice', { enterprises: { ...enterprises, list: '甲厂家\n甲厂家\n乙厂家\n丙厂家' } }, ['draw.duplicateId']],
    ['a wrong code', { enterprises: { ...enterprises, list: '甲厂家\t91500103MA0DEM013X\n乙厂家' } }, ['draw.badCode']],
    ['no seed, no title, no witness', { seed: ' ', title: '', witness: { name: '' } }, ['field.missing', 'field.missing', 'draw.badSeed']],
    ['a witness who draws', { witness: { name: '王主任' } }, ['draw.witnessIsHost']],
    ['too many at once', { enterprises: { ...aLargePool, take: 501 } }, ['draw.takeTooLarge']],
    [
      'more than a record holds',
      { enterprises: { ...aLargePool, list: many.map((name) => name + '长'.repeat(95)).join('\n'), take: 500 } },
      ['draw.tooMuchForRecord'],
    ],
  ]
  test.each(cases)('%s', async (_what, changes, codes) => {
    const world = await aWorld()
    const answer = await world.call('plan.draw', anOrder(changes))
    expect(answer.ok ? [] : answer.problems.map(({ code }) => code)).toEqual(codes)
    expect(world.lines()).toBe(0)
    expect(await world.done('record.listDrafts', {})).toEqual([])
  })
})

test('the form of a draw is kept while it is typed, and after a draw the next one begins with the same people', async () => {
  const world = await aWorld()
  const blank = await world.done('plan.getForm', {})
  expect(blank).toMatchObject({ title: '', samplersEach: 2, host: { name: '李芳', org: '渝中区市场监管局' } })
  const half = { ...blank, title: '半张表', list: '甲厂家\n', source: 'list' as const }
  await world.done('plan.keepForm', { form: half })
  expect(await world.done('plan.getForm', {})).toEqual(half)
  const { samplers } = anOrder()
  await aDraw(world)
  const people = { samplerList: samplers.list, samplerTake: 4, samplersEach: 2, host: { name: '王主任', org: '' } }
  expect(await world.done('plan.getForm', {})).toEqual({ ...blank, ...people })
})

test('before the seed is made, both pools and their hashes can be written down; they are those of the record', async () => {
  const world = await aWorld()
  const { enterprises, samplers } = anOrder()
  const prepared = await world.done('plan.preparePools', { enterprises, samplers })
  const { doc } = await aDraw(world)
  expect(prepared).toEqual({
    enterprises: { candidates: 6, size: 6, poolHash: doc.enterprises.poolHash },
    samplers: { candidates: 5, size: 5, poolHash: doc.samplers.poolHash },
    problems: [],
  })
})
