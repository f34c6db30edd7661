import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { aWorld, must } from '../app/a-world.ts'
import { aSealedSheet } from '../record/a-record.ts'

type Json = { readonly [key: string]: unknown }
const shipped = JSON.parse(readFileSync('seeds/papers/work-feedback.json', 'utf8')) as Json

const own = (changes: Json): string => JSON.stringify({ ...shipped, edition: '本局 2026', ...changes })

test('a bureau’s own layout of the same name is the one that is printed', async () => {
  const inspector = await aWorld()
  const record = await aSealedSheet(inspector)
  const text = own({ blocks: [{ block: 'note', text: '样品：{/record/product/name}' }] })
  await inspector.done('reference.importFile', { name: 'own.json', text, table: 'paperLayout', dryRun: false })
  const papers = await inspector.done('paper.listLayouts', { record })
  expect(papers.find(({ name }) => name === 'workFeedback')).toMatchObject({ own: true, edition: '本局 2026', problems: [] })
  const { model } = await inspector.done('paper.get', { record, layout: 'workFeedback' })
  expect(model.blocks).toEqual([{ block: 'note', text: { zh: '样品：普通硅酸盐水泥', en: null } }])
})

test('a layout that points at nothing is refused with the pointer and its place in the file, and nothing changes', async () => {
  const inspector = await aWorld()
  const lines = inspector.lines()
  const text = own({ blocks: [{ block: 'note', text: '{/record/product/nmae}' }] })
  const imported = await inspector.call('reference.importFile', { name: 'own.json', text, table: 'paperLayout', dryRun: false })
  expect(imported.ok ? [] : imported.problems).toMatchObject([
    { code: 'paper.unknownPointer', path: '/blocks/0/text', facts: { pointer: '/record/product/nmae', kind: 'samplingSheet', line: 1 } },
  ])
  expect(inspector.lines()).toBe(lines)
  const record = await aSealedSheet(inspector)
  const papers = await must(inspector.call('paper.listLayouts', { record }))
  expect(papers.find(({ name }) => name === 'workFeedback')).toMatchObject({ own: false })
})
