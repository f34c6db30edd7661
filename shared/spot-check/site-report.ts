import { z } from 'zod'
import { Phone, Uscc } from '../enterprise/enterprise.ts'
import { identityGroup } from '../enterprise/identity-group.ts'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { SPOT_CHECK } from './check-step.ts'
import { Signature } from './signature.ts'

const short = z.string().max(60)
const text = z.string().max(2000)

/** 未抽到样品的原因, as the provincial 企业情况说明表 lists them. */
export const NotFoundReason = z.enum([
  'bankrupt',
  'deregistered',
  'stopped',
  'converted',
  'exportOnly',
  'otherArea',
  'preChecked',
  'outOfScope',
  'baseTooSmall',
  'rectifying',
  'notProducer',
  'wrongAddress',
  'other',
])
export type NotFoundReason = z.infer<typeof NotFoundReason>

/** 转产、停产、破产: the local bureau's stamp is needed; a short stock, export or a passing stop need none. */
export const STAMP_NEEDED: readonly NotFoundReason[] = ['stopped', 'converted', 'bankrupt']

const Party = z.strictObject({
  enterpriseId: RecordId.optional(),
  name: z.string().min(2).max(120),
  address: z.string().min(2).max(200),
  legalRepresentative: short.optional(),
  contact: short.optional(),
  phone: Phone.optional(),
  uscc: Uscc.optional(),
  noUsccReason: z.string().min(2).max(200).optional(),
})

/**
 * 现场未抽样记录: a visit that ended without a sample. 未抽到样品企业情况说明表, 拒检认定表 and 终止抽样记录 are printed from it.
 * Order 18 arts. 17, 18, 20, 21.
 */
export const SiteReport = z.strictObject({
  no: z.string().regex(/^CQ-\d{6}-\d{8}-[a-z2-7]{4}-[NRT]?\d{3,}$/),
  region: Region,
  check: RecordId.optional(),
  taskId: RecordId.optional(),
  taskNo: short.optional(),
  date: LocalDate,
  outcome: z.enum(['notFound', 'refused', 'terminated']),
  inspectedParty: Party,
  product: z.strictObject({ kind: z.string().min(1).max(60), name: z.string().max(120).optional(), model: z.string().max(120).optional() }),
  samplingBody: z.strictObject({ name: z.string().min(2).max(120), contact: short.optional(), phone: Phone.optional() }),
  samplers: z.array(z.strictObject({ name: z.string().min(1).max(60), certificateNo: short.optional() })).max(6),
  /** notFound */
  reason: NotFoundReason.optional(),
  reasonText: text.optional(),
  ordersLastYear: z.boolean().optional(),
  whereProductsGo: text.optional(),
  /** refused and terminated: what happened, in words. */
  process: text.optional(),
  /** terminated: which illegality needs no test (无证无照…), and to whom it was reported. */
  illegality: z.enum(['noLicence', 'noProductionLicence', 'noCcc', 'banned', 'other']).optional(),
  reportedTo: z.string().max(120).optional(),
  witness: z.strictObject({ name: z.string().min(1).max(60), org: z.string().max(120).optional() }).optional(),
  localBureau: z
    .strictObject({
      name: z.string().max(120).optional(),
      opinion: text.optional(),
      stamped: z.boolean().optional(),
      on: LocalDate.optional(),
    })
    .optional(),
  remarks: text.optional(),
  signatures: z.array(Signature).max(12),
})
export type SiteReport = z.infer<typeof SiteReport>

export const siteReportKind = defineKind<SiteReport>({
  name: 'siteReport',
  version: 1,
  schema: SiteReport,
  merge: {
    groups: [
      identityGroup('/inspectedParty', ['enterpriseId', 'noUsccReason']),
      ['/outcome', '/reason', '/reasonText', '/illegality', '/reportedTo'],
      ['/localBureau'],
      ['/witness'],
    ],
    keyed: { '/samplers': { key: ['name'] }, '/signatures': { key: ['role', 'name'] } },
  },
  summarise: (doc) => ({
    no: textAt(doc, 'no'),
    title: [textAt(doc, 'product', 'kind'), textAt(doc, 'inspectedParty', 'name')].filter((part) => part !== '').join(' · '),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'inspectedParty', 'uscc'), textAt(doc, 'reasonText'), textAt(doc, 'taskNo')],
  }),
  acts: (doc, id) => [{ procedure: SPOT_CHECK, subject: textAt(doc, 'check') || id, step: 'outcome', on: textAt(doc, 'date') }],
  mentions: (doc) => ({ enterprises: [textAt(doc, 'inspectedParty', 'enterpriseId')], on: textAt(doc, 'date') }),
})
