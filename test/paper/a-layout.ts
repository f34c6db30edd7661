import type { PaperWords } from '#shared/paper/choices'
import { commonChoices } from '#shared/paper/choices'
import type { PaperFacts } from '#shared/paper/paper-facts'

type Json = { readonly [key: string]: unknown }

/** The smallest layout there can be; what differs is merged over it. */
export const aLayout = (changes: Json = {}): Json => ({
  name: 'note',
  edition: '1',
  for: ['samplingSheet'],
  title: { zh: '便笺', en: 'Note' },
  no: { zh: '编号', en: 'No.', text: '{/no}' },
  style: 'form',
  copies: [{ no: 1, zh: '存根', en: 'Stub', forWhom: { zh: '留存', en: 'kept' } }],
  blocks: [{ block: 'note', text: '{/record/product/name}' }],
  basis: { zh: '某法第一条', en: 'Some Law, art. 1' },
  source: '示例',
  sure: 'memory',
  ...changes,
})

export const theWords: PaperWords = {
  choices: [commonChoices, { zh: { size: { large: '大型', small: '小型' } }, en: { size: { large: 'Large', small: 'Small' } } }],
  placeName: (code) => (code === '500103' ? { zh: '渝中区', en: 'Yuzhong' } : undefined),
}

export const theFacts = (record: Json, changes: Partial<PaperFacts> = {}): PaperFacts => ({
  record: record as PaperFacts['record'],
  no: 'CQ-1',
  kind: 'samplingSheet',
  state: 'submitted',
  demo: false,
  by: '李芳',
  at: '2026-11-22T10:00:00+08:00',
  region: '500103',
  bureau: { name: '渝中区市场监管局' },
  ...changes,
})
