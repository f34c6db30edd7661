import { z } from 'zod'
import { Phone, Postcode, Uscc } from '../enterprise/enterprise.ts'
import { identityGroup } from '../enterprise/identity-group.ts'
import { Decimal, LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { TestItem, testItemRow } from '../reference/test-item.ts'
import { SPOT_CHECK } from './check-step.ts'
import { FoodSample } from './food-sample.ts'
import { OnlinePurchase } from './online-purchase.ts'
import { Signature } from './signature.ts'

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
  taskAuthority: z.string().max(120).optional(),
  taskLevel: z.enum(['national', 'municipal', 'district']),
  taskKind: z.enum(['spotCheck', 'special', 'joint', 'followUp', 'riskMonitoring']),
  filingNo: short.optional(),
  /** The task, and the check of it that this sheet answers; a sheet without a task is its own check. */
  taskId: RecordId.optional(),
  check: RecordId.optional(),
  /** 国家抽检系统编号 of a food sheet, where one was given. */
  nationalNo: short.optional(),
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
  /** Edition of that rule: a draft stays on the edition it was begun with. */
  ruleEdition: z.string().max(200).optional(),
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
  /** What package or stock card is marked with: 试制, 处理品, 样品. Order 18 art. 18: such goods are not sampled. */
  marked: z.enum(['trial', 'reduced', 'sample']).optional(),
  classCode: short.optional(),
  lastYearSales: Decimal.optional(),
  commissionedBy: z.string().max(120).optional(),
})

const Sampling = z.strictObject({
  date: LocalDate,
  place: z.string().min(1).max(200),
  stage: z.enum(['production', 'sale', 'use', 'catering']),
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
  /** Order 18 art. 22: the test sample is bought at the marked price; the backup sample is lent first. */
  purchase: z.enum(['bought', 'free', 'lent']).optional(),
  purchaseCost: Decimal.optional(),
  invoiceNo: short.optional(),
  protection: long.optional(),
  returnSample: z.enum(['no', 'pickUp', 'post']).optional(),
})

/** Why a guard that warned was passed: kept for whoever asks later. */
const Exceptions = z.strictObject({
  /** Order 18 art. 8: what may be sampled again within six months. */
  repeat: z.enum(['followUp', 'emergency', 'complaint']).optional(),
  repeatReason: long.optional(),
  quotaReason: long.optional(),
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

export const SamplingSheet = z.strictObject({
  /** 食品 has its own sheet, articles and clocks; left out, the industrial one. */
  variant: z.enum(['industrial', 'food']).optional(),
  head: Head,
  inspectedParty: InspectedParty,
  producer: Producer,
  product: SampledProduct,
  sampling: Sampling,
  samplingBody: SamplingBody,
  food: FoodSample.optional(),
  online: OnlinePurchase.optional(),
  exceptions: Exceptions.optional(),
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
  version: 2,
  schema: SamplingSheet,
  merge: {
    groups: [
      identityGroup('/inspectedParty', ['enterpriseId', 'noUsccReason']),
      identityGroup('/producer', ['noUsccReason']),
      ['/product/kind', '/product/ruleEdition'],
      ['/product/certificateKind', '/product/certificateNo'],
      ['/sampling/base', '/sampling/lotSize', '/sampling/testQuantity', '/sampling/backupQuantity', '/sampling/unit'],
      ['/sampling/courier', '/sampling/trackingNo'],
      ['/sampling/purchase', '/sampling/purchaseCost', '/sampling/invoiceNo'],
      ['/exceptions/repeat', '/exceptions/repeatReason'],
      ['/food/class1', '/food/class2', '/food/class3', '/food/class4'],
      ['/food/licenceKind', '/food/licenceNo'],
      ['/food/thirdPartyName', '/food/thirdPartyLicence', '/food/thirdPartyRole'],
      ['/food/storage', '/food/storageText', '/food/temperature'],
      ['/online/paid', '/online/paymentNo'],
    ],
    keyed: { '/items': { key: ['name'], row: testItemRow }, '/samplers': { key: ['name'] }, '/signatures': { key: ['role', 'name'] } },
  },
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
  acts: (doc, id) => [
    { procedure: SPOT_CHECK, subject: textAt(doc, 'head', 'check') || id, step: 'seal', on: textAt(doc, 'sampling', 'date') },
  ],
  mentions: (doc) => ({ enterprises: [textAt(doc, 'inspectedParty', 'enterpriseId')], on: textAt(doc, 'sampling', 'date') }),
})
