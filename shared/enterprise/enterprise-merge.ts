import { z } from 'zod'
import { RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'

/**
 * 企业归并: two entries of the directory are one enterprise. No record is rewritten: whoever names `from` is read as naming `into` for as
 * long as this stands, and voiding it parts them again.
 */
export const EnterpriseMerge = z.strictObject({
  from: RecordId,
  into: RecordId,
  /** Their names when they were merged, so that the line can be read by itself. */
  fromName: z.string().max(120),
  intoName: z.string().max(120),
  region: Region,
  on: z.iso.date(),
  reason: z.string().min(2).max(500),
})
export type EnterpriseMerge = z.infer<typeof EnterpriseMerge>

export const enterpriseMergeKind = defineKind<EnterpriseMerge>({
  name: 'enterpriseMerge',
  version: 1,
  schema: EnterpriseMerge,
  merge: { groups: [['/from', '/into', '/fromName', '/intoName']] },
  summarise: (doc) => ({
    no: '',
    title: [textAt(doc, 'fromName'), textAt(doc, 'intoName')].join(' → '),
    region: textAt(doc, 'region'),
    words: [],
  }),
  mentions: (doc) => ({ enterprises: [textAt(doc, 'from'), textAt(doc, 'into')], on: textAt(doc, 'on') }),
})
