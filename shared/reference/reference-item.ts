import { z } from 'zod'
import { defineKind, textAt } from '../kernel/kind.ts'

/** The tables of reference data (基础数据): each has its own shape, its own key and its own file format. */
export const ReferenceTable = z.enum([
  'samplingRule',
  'deadlineRule',
  'holidayCalendar',
  'lawNumber',
  'lawArticle',
  'paperLayout',
  'creditWeight',
])
export type ReferenceTable = z.infer<typeof ReferenceTable>

/**
 * One item of reference data that a person edited or imported, sealed like any record: it travels in batches, it has a history and
 * may be void. `item` is parsed by its table when it is read, so that a shape from the future is kept and simply does not count.
 */
export const ReferenceItem = z.strictObject({
  table: ReferenceTable,
  /** See `keyOfItem`: the same key is the same item, on every device. */
  key: z.string().min(1).max(200),
  item: z.record(z.string(), z.json()),
  /** No longer to be used; drafts that name its edition keep it. */
  withdrawn: z.boolean().optional(),
  /** Why it was last set; the first revision of a record has no reason of its own. */
  reason: z.string().max(2000).optional(),
})
export type ReferenceItem = z.infer<typeof ReferenceItem>

export const referenceItemKind = defineKind<ReferenceItem>({
  name: 'referenceItem',
  version: 1,
  schema: ReferenceItem,
  merge: { groups: [['/item']] }, // a deadline with its article, a limit with its edition: never half of one and half of another
  summarise: (doc) => {
    const [kind, zh, name] = [textAt(doc, 'item', 'kind'), textAt(doc, 'item', 'zh'), textAt(doc, 'item', 'name')]
    const edition = textAt(doc, 'item', 'edition')
    const title = [kind, zh, name, textAt(doc, 'key')].find((part) => part !== '') ?? ''
    return {
      no: '', // two devices that import one file made no duplicates: the same key is the same item
      title: edition === '' ? title : `${title} · ${edition}`,
      region: '',
      words: [textAt(doc, 'key'), textAt(doc, 'item', 'en')],
    }
  },
})
