import { expect, test } from 'vitest'
import { decideLayout } from '#shared/paper/decide-layout'
import { type Filling, fillLayout } from '#shared/paper/fill-layout'
import type { ModelBlock } from '#shared/paper/paper-model'
import { must } from '../app/a-world.ts'
import { aLayout, theFacts, theWords } from './a-layout.ts'

type Json = { readonly [key: string]: unknown }

/** What becomes of one block, with these facts. */
async function filled(block: Json, record: Json, changes: Partial<Filling> = {}): Promise<ModelBlock[]> {
  const layout = await must(decideLayout(aLayout({ blocks: [block] })))
  return fillLayout(layout, { facts: theFacts(record), words: theWords, english: false, ...changes }).blocks
}
const zh = (text: string) => ({ zh: text, en: null })
const named = { zh: '甲', en: 'A' }

test('what was left blank is struck, in a field whole and in a sentence where it stands', async () => {
  const rows = [
    [
      { ...named, text: '{/record/base} {/record/unit}' },
      { ...named, text: '{/record/price} 元' },
    ],
  ]
  const [fields] = await filled({ block: 'fields', columns: 4, parts: [{ rows }] }, { base: 200, unit: '把' })
  expect(fields).toMatchObject({ parts: [{ rows: [[{ value: zh('200 把') }, { value: zh('/') }]] }] })
  expect(await filled({ block: 'note', text: '自{/record/on|date}起' }, {})).toEqual([{ block: 'note', text: zh('自 / 起') }])
})

test('a field for a pen is left open; one with a reason beside it says the reason', async () => {
  const rows = [
    [
      { ...named, text: '', open: true },
      { ...named, text: '{/record/uscc}', or: '{/record/noUsccReason}' },
    ],
  ]
  const [fields] = await filled({ block: 'fields', columns: 4, parts: [{ rows }] }, { noUsccReason: '流动摊贩' })
  expect(fields).toMatchObject({ parts: [{ rows: [[{ value: zh('') }, { value: zh('流动摊贩') }]] }] })
})

test('codes, districts, days, names, yes and no are written in words', async () => {
  const record = { size: 'small', region: '500103', on: '2026-08-03', samplers: [{ name: '李芳' }, { name: '王强' }], exported: false }
  const text = '{/record/size|size} {/record/region|district} {/record/on|date} {/record/samplers|names} {/record/exported} {/record/on}'
  expect(await filled({ block: 'note', text }, record)).toEqual([
    { block: 'note', text: zh('小型 渝中区 2026年8月3日 李芳、王强 否 2026-08-03') },
  ])
  const both = await filled({ block: 'note', text }, record, { english: true })
  expect(both).toMatchObject([{ text: { en: 'Small Yuzhong 2026-08-03 李芳, 王强 No 2026-08-03' } }])
})

test('every choice is printed with a box, and the one that was made is ticked', async () => {
  expect(await filled({ block: 'note', text: '{/record/size|tick:size}' }, { size: 'large' })).toEqual([
    { block: 'note', text: zh('☑ 大型　☐ 小型') },
  ])
  expect(await filled({ block: 'note', text: '{/record/size|tick:size}' }, {})).toEqual([{ block: 'note', text: zh('☐ 大型　☐ 小型') }])
})

test('English stands beside the Chinese only where it is wanted and says something else', async () => {
  const layout = await must(decideLayout(aLayout({ blocks: [{ block: 'note', text: { zh: '是', en: 'Yes' } }] })))
  const filling = { facts: theFacts({}), words: theWords }
  expect(fillLayout(layout, { ...filling, english: false })).toMatchObject({ title: zh('便笺'), blocks: [{ text: zh('是') }] })
  expect(fillLayout(layout, { ...filling, english: true })).toMatchObject({
    title: { zh: '便笺', en: 'Note' },
    no: { value: 'CQ-1' },
    blocks: [{ text: { zh: '是', en: 'Yes' } }],
  })
})

test('a list has a row for each element, columns only where there is something for them, and is struck when it is empty', async () => {
  const list = {
    block: 'list',
    at: '/record/items',
    columns: [
      { ...named, text: '{/name}' },
      { zh: '结果', en: 'Result', text: '{/result}', when: '/tested' },
    ],
  }
  expect(await filled(list, { items: [{ name: '硬度' }, {}] })).toMatchObject([
    {
      columns: [{ label: zh('序号') }, { label: zh('甲') }],
      rows: [
        [zh('1'), zh('硬度')],
        [zh('2'), zh('/')],
      ],
    },
  ])
  expect(await filled(list, {})).toMatchObject([{ rows: [[zh('/'), zh('/')]] }])
  expect(await filled({ ...list, optional: true }, {})).toEqual([])
})

test('who is to sign is named; ink stands where it was given, and strangers’ shapes are no ink', async () => {
  const places = [
    { ...named, roles: ['sampler'], people: '/record/samplers', stamp: true },
    { zh: '见证人', en: 'Witness', roles: ['witness'], optional: true },
  ]
  const record = {
    samplers: [{ name: '李芳', certificateNo: 'A-1' }, { name: '王强' }],
    signatures: [{ role: 'sampler', name: '王强', at: '2026-11-22T10:00:00+08:00', strokes: '1,1 2,2' }, 7],
  }
  expect(await filled({ block: 'signatures', places }, record)).toEqual([
    {
      block: 'signatures',
      places: [
        {
          title: zh('甲'),
          stamp: true,
          dated: false,
          text: null,
          people: [
            { name: '李芳', note: 'A-1', strokes: null, day: '' },
            { name: '王强', note: '', strokes: '1,1 2,2', day: '2026-11-22' },
          ],
        },
      ],
    },
  ])
})

test('a paragraph is printed only when what it speaks of is there', async () => {
  const paragraph = { block: 'paragraph', text: '至{/deadlines/objection/due|date}止', when: '/deadlines/objection/due' }
  expect(await filled(paragraph, {})).toEqual([])
  const article = { zh: '甲', en: 'A' }
  const facts = theFacts({}, { deadlines: { objection: { term: { zh: '15日', en: '15 days' }, article, due: '2026-12-07' } } })
  expect(await filled(paragraph, {}, { facts })).toMatchObject([{ text: zh('至2026年12月7日止') }])
})
