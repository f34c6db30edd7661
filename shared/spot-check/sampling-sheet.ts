import { z } from 'zod'
import { Phone, Postcode, Uscc } from '../enterprise/enterprise.ts'
import { Decimal, LocalDate, LocalTime, RecordId, Region, Sha256 } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { TestItem } from '../reference/test-item.ts'

/**
 * 抽样单, the sampling sheet of a product spot check (监督抽查): the union of two provincial field lists.
 * One object, in the order of the paper: the form, the door and the importer parse this.
 */
const short = z.string().max(60)
const long = z.string().max(300)

const Head = z.strictObject({
  /** Own number, unique without a network: CQ-<region>-<day>-<device>-<running number>. Never changed on merge. */
  no: z.string().regex(/^CQ-\d{6}-\d{8}-[a-z2-7]{4}-\d{3,}$/),
  region: Region,
  taskNo: short.optional(),
  taskYear: z.int().min(2000).max(2100).optional(),
  taskAuthority: short.optional(),
  taskLevel: z.enum(['national', 'municipal', 'district']),
  taskKind: z.enum(['spotCheck', 'special', 'joint', 'followUp', 'riskMonitoring']),
  filingNo: short.optional(),
})

const party = {
  name: z.string().min(2).max(120),
  address: z.string().min(2).max(200),
  legalRepresentative: short.optional(),
  contact: short.optional(),
  phone: Phone.optional(),
  uscc: Uscc.optional(),
  noUsccReason: z.string().min(2).max(200).optional(),
}

/** 受检单位: where the sample is taken. */
const InspectedParty = z.strictObject({
  enterpriseId: RecordId.optional(),
  ...party,
  storeKind: z.enum(['factory', 'supermarket', 'market', 'shop', 'online', 'other']).optional(),
})

/** 标称生产者: whom the label names. */
const Producer = z.strictObject({
  ...party,
  postcode: Postcode.optional(),
  employees: z.int().min(0).max(10_000_000).optional(),
  revenue: Decimal.optional(),
  ownership: z
    .enum(['state', 'collective', 'private', 'limited', 'jointStock', 'hkMacaoTaiwan', 'foreign', 'selfEmployed', 'other'])
    .optional(),
  size: z.enum(['large', 'medium', 'small', 'micro']).optional(),
})

const SampledProduct = z.strictObject({
  /** 产品种类, exactly as the sampling rule (实施细则) names it. */
  kind: z.string().min(1).max(60),
  name: z.string().min(1).max(120),
  model: z.string().min(1).max(120),
  trademark: short.optional(),
  grade: short.optional(),
  certificateKind: z.enum(['productionLicence', 'foodLicence', 'ccc', 'other', 'none']).optional(),
  certificateNo: short.optional(),
  producedOn: LocalDate.optional(),
  lotNo: short.optional(),
  useBy: LocalDate.optional(),
  standard: z.string().min(1).max(120),
  claim: long.optional(),
  unitPrice: Decimal.optional(),
  exported: z.boolean().optional(),
  classCode: short.optional(),
  lastYearSales: Decimal.optional(),
  commissionedBy: z.string().max(120).optional(),
})

const Sampling = z.strictObject({
  date: LocalDate,
  place: z.string().min(1).max(200),
  stage: z.enum(['production', 'sale', 'use']),
  channel: z.enum(['onSite', 'marketPurchase', 'onlinePurchase', 'other']),
  unit: z.string().min(1).max(20),
  /** 抽样基数: the stock drawn from. */
  base: z.int().positive(),
  lotSize: z.int().positive().optional(),
  testQuantity: z.int().positive(),
  backupQuantity: z.int().min(0),
  backupLocation: z.enum(['lab', 'inspectedParty', 'bureau']).optional(),
  testSealNo: short.optional(),
  backupSealNo: short.optional(),
  testSealState: z.enum(['intact', 'damaged']).optional(),
  backupSealState: z.enum(['intact', 'damaged']).optional(),
  sendTo: z.string().max(200).optional(),
  sendBy: LocalDate.optional(),
  courier: short.optional(),
  trackingNo: short.optional(),
  purchaseCost: Decimal.optional(),
  invoiceNo: short.optional(),
  protection: long.optional(),
  returnSample: z.enum(['no', 'pickUp', 'post']).optional(),
})

const SamplingBody = z.strictObject({
  name: z.string().min(2).max(120),
  address: z.string().max(200).optional(),
  postcode: Postcode.optional(),
  contact: short.optional(),
  phone: Phone.optional(),
  email: z.email().max(120).optional(),
})

const Sampler = z.strictObject({ name: z.string().min(1).max(60), certificateNo: short.optional() })

/** A signature drawn in the window, bound to the content it was drawn under. */
export const Signature = z.strictObject({
  role: z.enum(['sampler', 'inspectedParty', 'producer', 'witness']),
  name: z.string().min(1).max(60),
  at: LocalTime,
  /** Strokes: points "x,y" in a box 1000 wide and 400 high, joined by spaces; strokes joined by ";". */
  strokes: z
    .string()
    .min(3)
    .max(12_000)
    .regex(/^\d{1,4},\d{1,4}( \d{1,4},\d{1,4})*(;\d{1,4},\d{1,4}( \d{1,4},\d{1,4})*)*$/),
  /** sha256 of the canonical content (everything but the signatures) that was signed. */
  over: Sha256,
})
export type Signature = z.infer<typeof Signature>

export const SamplingSheet = z.strictObject({
  head: Head,
  inspectedParty: InspectedParty,
  producer: Producer,
  product: SampledProduct,
  sampling: Sampling,
  samplingBody: SamplingBody,
  items: z.array(TestItem).max(100),
  samplers: z.array(Sampler).max(6),
  /** 企业确认: the products are made and sold in China, passed by the producer and waiting for sale. */
  confirmedForSale: z.boolean().optional(),
  remarks: z.string().max(2000).optional(),
  signatures: z.array(Signature).max(12),
})
export type SamplingSheet = z.infer<typeof SamplingSheet>

export const samplingSheetKind = defineKind<SamplingSheet>({
  name: 'samplingSheet',
  version: 1,
  schema: SamplingSheet,
  summarise: (doc) => ({
    no: textAt(doc, 'head', 'no'),
    title: [textAt(doc, 'product', 'name'), textAt(doc, 'inspectedParty', 'name')].filter((part) => part !== '').join(' · '),
    region: textAt(doc, 'head', 'region'),
    words: [
      textAt(doc, 'inspectedParty', 'uscc'),
      textAt(doc, 'product', 'kind'),
      textAt(doc, 'product', 'model'),
      textAt(doc, 'producer', 'name'),
    ],
  }),
})

/** What a signature is put under: everything but the signatures themselves. */
export function signedContent(doc: { readonly [key: string]: unknown }): { readonly [key: string]: unknown } {
  const { signatures: _signatures, ...content } = doc
  return { items: [], samplers: [], ...content }
}
