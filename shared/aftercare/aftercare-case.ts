import { z } from 'zod'
import { Uscc } from '../enterprise/enterprise.ts'
import { identityGroup } from '../enterprise/identity-group.ts'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'

export const AFTERCARE = 'aftercare'

const Party = z.strictObject({
  enterpriseId: RecordId.optional(),
  name: z.string().min(2).max(120),
  address: z.string().max(200).optional(),
  uscc: Uscc.optional(),
  contact: z.string().max(60).optional(),
  phone: z.string().max(30).optional(),
})

/**
 * 后处理案件: one case for one failed batch, with what the sheet and the report said when it was opened. What follows is recorded as
 * steps, each a record of its own. Order 18 arts. 35–50; for food Order 15.
 */
export const AftercareCase = z.strictObject({
  no: z.string().regex(/^CQ-\d{6}-\d{8}-[a-z2-7]{4}-H\d{3,}$/),
  region: Region,
  regime: z.enum(['industrial', 'food']),
  /** The check (抽查批次), and the sampling sheet that it is about. */
  check: RecordId,
  sheet: RecordId,
  sheetNo: z.string().max(60),
  reportNo: z.string().max(60),
  firstLab: z.string().min(2).max(120),
  openedOn: LocalDate,
  verdict: z.enum(['nonconforming', 'seriouslyNonconforming']),
  failed: z.array(z.strictObject({ name: z.string().max(120), limit: z.string().max(200), result: z.string().max(60) })).max(100),
  sampledParty: Party,
  labelledProducer: Party,
  platform: z.string().max(120).optional(),
  product: z.strictObject({
    kind: z.string().max(60),
    name: z.string().max(120),
    model: z.string().max(120),
    trademark: z.string().max(60).optional(),
    lotNo: z.string().max(60).optional(),
    producedOn: LocalDate.optional(),
  }),
  stage: z.enum(['production', 'sale', 'use', 'catering']),
  backupSample: z.boolean(),
})
export type AftercareCase = z.infer<typeof AftercareCase>

export const aftercareCaseKind = defineKind<AftercareCase>({
  name: 'aftercareCase',
  version: 1,
  schema: AftercareCase,
  merge: {
    groups: [identityGroup('/sampledParty'), identityGroup('/labelledProducer'), ['/verdict', '/failed', '/reportNo', '/firstLab']],
  },
  summarise: (doc) => ({
    no: textAt(doc, 'no'),
    title: [textAt(doc, 'product', 'name'), textAt(doc, 'sampledParty', 'name')].filter((part) => part !== '').join(' · '),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'sheetNo'), textAt(doc, 'labelledProducer', 'name'), textAt(doc, 'reportNo'), textAt(doc, 'sampledParty', 'uscc')],
  }),
  acts: (doc, id) => [{ procedure: AFTERCARE, subject: id, step: 'open', on: textAt(doc, 'openedOn') }],
  mentions: (doc) => ({
    enterprises: [textAt(doc, 'sampledParty', 'enterpriseId'), textAt(doc, 'labelledProducer', 'enterpriseId')],
    on: textAt(doc, 'openedOn'),
  }),
})
