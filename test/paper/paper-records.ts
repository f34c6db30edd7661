/**
 * Records whose papers are printed and compared with pictures: everything in them is fixed, down to the nonce of the line, so that
 * the sha256 of each line, its QR code and the picture of its paper are always the same. All names are invented (演示).
 */
type Doc = { readonly [key: string]: unknown }

export interface PaperRecord {
  readonly rid: string
  readonly kind: string
  readonly version: number
  readonly doc: Doc
}

export const DEVICE_SEED = Buffer.alloc(32, 24).toString('base64')
export const NOW = '2026-08-03T10:00:00+08:00'
/** 𠮷 lies outside the first 65,536 characters, 㐂 in the first extension: both stand in names of people and firms. */
export const RARE_PARTY = '演示·𠮷㐂刀具有限公司'

export const idOf = (no: number): string => `01890000-0000-7000-8000-${String(no).padStart(12, '0')}`

/** The record that has photos. */
export const PHOTOGRAPHED = idOf(1)

const strokes = '80,250 200,90 330,60 420,150 300,330 180,300;430,120 560,100 620,210 500,320 460,260;640,90 760,260 900,120'
const signed = (role: string, name: string): Doc => ({ role, name, at: NOW, strokes, over: '0'.repeat(64) })

const party = {
  name: RARE_PARTY,
  address: '重庆市渝中区演示路 1 号',
  uscc: '91500103MA0DEM013Q',
  legalRepresentative: '演示·厂长',
  contact: '演示·陈经理',
  phone: '023-52222340',
}
const samplers = [
  { name: '演示·抽样员甲', certificateNo: '演示证-001' },
  { name: '演示·抽样员乙', certificateNo: '演示证-002' },
]
const samplingBody = { name: '演示·渝中区产品质量抽样组', address: '重庆市渝中区演示路 9 号', contact: '演示·组长', phone: '023-52222341' }

const sheet: Doc = {
  head: {
    no: 'CQ-500103-20260803-aaaa-001',
    region: '500103',
    taskNo: '演示-2026-03',
    taskYear: 2026,
    taskAuthority: '演示·渝中区市场监管局',
    taskLevel: 'district',
    taskKind: 'spotCheck',
  },
  inspectedParty: { ...party, storeKind: 'factory' },
  producer: { ...party, ownership: 'limited', size: 'small', employees: 36 },
  product: {
    kind: '菜刀',
    name: '不锈钢菜刀',
    model: 'CD-180',
    trademark: '演示牌',
    standard: 'GB/T 40356-2021',
    producedOn: '2026-07-01',
    lotNo: '20260701',
    certificateKind: 'none',
    unitPrice: '68.00',
    exported: false,
  },
  sampling: {
    date: '2026-08-03',
    place: '成品仓库',
    stage: 'production',
    channel: 'onSite',
    unit: '把',
    base: 200,
    lotSize: 500,
    testQuantity: 6,
    backupQuantity: 3,
    backupLocation: 'inspectedParty',
    testSealNo: '演示封-检-0001',
    backupSealNo: '演示封-备-0001',
    testSealState: 'intact',
    backupSealState: 'intact',
    sendTo: '演示·质量检验检测院',
    sendBy: '2026-08-08',
    purchase: 'bought',
    purchaseCost: '408.00',
    returnSample: 'no',
    protection: '防潮，避免磕碰',
  },
  samplingBody,
  items: [
    { name: '硬度', unit: 'HRC', requirement: 'atLeast', low: '50', weight: 'B', method: 'GB/T 230.1', result: '47.5' },
    { name: '铬迁移量', unit: 'mg/kg', requirement: 'atMost', high: '2.0', weight: 'A', method: 'GB 31604.49', result: '0.06' },
    { name: '手柄牢固度', requirement: 'qualitative', expected: '无松动', weight: 'B', method: 'GB/T 40356', result: '无松动' },
  ],
  samplers,
  confirmedForSale: true,
  remarks: '样品外包装完好。',
  signatures: [signed('sampler', '演示·抽样员甲'), signed('sampler', '演示·抽样员乙'), signed('inspectedParty', '演示·陈经理')],
}

const food: Doc = {
  ...sheet,
  variant: 'food',
  head: { ...(sheet['head'] as Doc), no: 'CQ-500103-20260803-aaaa-002' },
  product: {
    kind: '重庆小面',
    name: '演示·小面调料',
    model: '200 g/袋',
    standard: 'GB 2717',
    producedOn: '2026-07-10',
    lotNo: 'A0710',
    unitPrice: '6.50',
  },
  sampling: { ...(sheet['sampling'] as Doc), stage: 'sale', unit: '袋', testQuantity: 10, backupQuantity: 5 },
  food: {
    samplingType: 'routine',
    class1: '调味品',
    class2: '调味料',
    class3: '液体复合调味料',
    area: 'city',
    licenceKind: 'business',
    licenceNo: '演示JY0001',
    sampleType: 'processed',
    source: 'bought',
    attribute: 'ordinary',
    packaging: 'prepacked',
    shelfLife: '12 个月',
    imported: false,
    method: 'ordinary',
    form: 'liquid',
    storage: 'roomTemperature',
  },
  items: [],
}

const siteReport = (no: string, outcome: string, more: Doc): Doc => ({
  no: `CQ-500103-20260803-aaaa-${no}`,
  region: '500103',
  date: '2026-08-03',
  taskNo: '演示-2026-03',
  outcome,
  inspectedParty: party,
  product: { kind: '菜刀', name: '不锈钢菜刀', model: 'CD-180' },
  samplingBody: { name: samplingBody.name, phone: samplingBody.phone },
  samplers,
  signatures: [signed('sampler', '演示·抽样员甲'), signed('sampler', '演示·抽样员乙')],
  ...more,
})
const witness = { witness: { name: '演示·社区干部', org: '演示路社区' } }

const caseParty = { name: RARE_PARTY, address: party.address, uscc: party.uscc, contact: party.contact, phone: party.phone }
const about = { case: idOf(10), region: '500103', caseNo: 'CQ-500103-20260803-aaaa-H001' }
const aftercareCase: Doc = {
  no: about.caseNo,
  region: '500103',
  regime: 'industrial',
  check: idOf(1),
  sheet: idOf(1),
  sheetNo: 'CQ-500103-20260803-aaaa-001',
  reportNo: '演示检-2026-0101',
  firstLab: '演示·质量检验检测院',
  openedOn: '2026-08-03',
  verdict: 'nonconforming',
  failed: [{ name: '硬度', limit: '≥ 50 HRC', result: '47.5' }],
  sampledParty: caseParty,
  labelledProducer: caseParty,
  product: { kind: '菜刀', name: '不锈钢菜刀', model: 'CD-180', trademark: '演示牌', lotNo: '20260701', producedOn: '2026-07-01' },
  stage: 'production',
  backupSample: true,
}

const firm = { enterpriseId: idOf(20), name: RARE_PARTY, uscc: party.uscc, region: '500103', address: party.address }
/** 企业, a visit to it, a certificate and an honour that hold for long: its portrait says the same whenever it is printed. */
const enterprise: Doc = {
  ...party,
  region: '500103',
  industry: '金属工具制造',
  size: 'small',
  employees: 36,
  mainProducts: '不锈钢菜刀、剪刀',
  chiefQualityOfficer: { name: '演示·周首席', appointedOn: '2025-06-01' },
  qualitySafetyDirector: '演示·陈总监',
  qualitySafetyOfficer: '演示·王专员',
}
const visit: Doc = {
  no: 'XZ-500103-20260803-aaaa-001',
  region: '500103',
  kind: 'qualityDoctor',
  on: '2026-08-03',
  arrivedAt: '09:10',
  leftAt: '11:40',
  follow: 'first',
  enterprise: { ...firm, contact: party.contact, phone: party.phone, industry: '金属工具制造', size: 'small', employees: 36 },
  helpers: [{ name: '演示·陈医生', org: '演示·质量技术服务中心' }, { name: '演示·周队长' }],
  companions: ['演示·陈总监'],
  diagnosis: [
    { dimension: 'metrology', score: 4, evidence: '计量器具台账齐全，检定在有效期内' },
    { dimension: 'process', score: 2, evidence: '热处理炉温没有记录，首检不加做硬度' },
    { dimension: 'digital' },
  ],
  controls: { daily: { carried: 'yes', lastOn: '2026-08-02' }, weekly: { carried: 'partly' }, monthly: { carried: 'no' }, riskList: true },
  problems: [
    {
      id: idOf(31),
      dimension: 'process',
      type: 'technical',
      severity: 'serious',
      description: '热处理炉温未记录，硬度波动大',
      cause: '没有规定由谁记录',
      element: 'qualityManagement',
    },
  ],
  prescriptions: [
    {
      problem: idOf(31),
      measure: '炉温每班记录，加做硬度首检',
      owner: '演示·陈总监',
      due: '2099-08-31',
      resource: 'testing',
      expectedEffect: '硬度不低于 50 HRC',
    },
  ],
  trainings: [{ topic: '过程控制', managers: 2, workers: 12, hours: 2 }],
  satisfaction: { score: 96, comment: '讲得明白，希望再来指导硬度检测' },
  receivedBy: '演示·陈经理',
  summary: '炉温控制不稳，已开处方一张。',
}
const certificate: Doc = {
  region: '500103',
  enterprise: firm,
  certificationKind: 'qms',
  number: '02724Q10001R0M',
  body: '演示·认证中心',
  standard: 'GB/T 19001-2016',
  issuedOn: '2026-03-01',
  expiresOn: '2099-02-28',
  status: 'valid',
  verification: 'verified',
  verifiedOn: '2026-08-03',
}
const honour: Doc = {
  enterpriseId: firm.enterpriseId,
  enterpriseName: firm.name,
  region: '500103',
  type: 'honour',
  on: '2026-05-10',
  title: '演示·区长质量管理奖',
  source: '演示·渝中区人民政府',
  validTo: '2099-05-10',
}

const record = (no: number, kind: string, version: number, doc: Doc): PaperRecord => ({ rid: idOf(no), kind, version, doc })

export const paperRecords: readonly PaperRecord[] = [
  record(1, 'samplingSheet', 2, sheet),
  record(2, 'samplingSheet', 2, food),
  record(
    3,
    'siteReport',
    1,
    siteReport('N001', 'notFound', {
      reason: 'converted',
      reasonText: '已转产厨房电器，无在产菜刀。',
      ordersLastYear: false,
      whereProductsGo: '无',
      process: '到达现场时生产线已拆除，仓库无该类产品库存。',
    }),
  ),
  record(
    4,
    'siteReport',
    1,
    siteReport('R001', 'refused', {
      process: '抽样人员出示监督抽查通知书和工作证后，企业负责人以“老板不在”为由拒绝开放成品库，经两次告知法律后果仍拒绝。',
      localBureau: { name: '演示·渝中区市场监管局', opinion: '情况属实。' },
      ...witness,
    }),
  ),
  record(
    5,
    'siteReport',
    1,
    siteReport('T001', 'terminated', {
      illegality: 'noLicence',
      process: '现场不能提供营业执照，经查询无登记信息。',
      reportedTo: '演示·渝中区市场监管局执法支队',
    }),
  ),
  record(20, 'enterprise', 2, enterprise),
  record(21, 'visit', 1, visit),
  record(22, 'certificate', 1, certificate),
  record(23, 'creditEvent', 1, honour),
  record(10, 'aftercareCase', 1, aftercareCase),
  record(11, 'caseStep', 1, {
    step: 'notice',
    ...about,
    on: '2026-08-03',
    recipient: 'sampledParty',
    name: RARE_PARTY,
    method: 'direct',
    docNo: '演示渝中市监通〔2026〕1号',
  }),
  record(12, 'caseStep', 1, {
    step: 'order',
    ...about,
    on: '2026-08-03',
    docNo: '演示渝中市监责改〔2026〕1号',
    requirement: '停止生产、销售不合格批次，查清硬度不合格原因，改进热处理工艺，清理库存和在售产品，并于期满前提交书面整改报告。',
  }),
]

/** Which paper is printed of which record. */
export const printedPapers: readonly (readonly [layout: string, rid: string])[] = [
  ['samplingSheet', idOf(1)],
  ['foodSamplingSheet', idOf(2)],
  ['spotCheckNotice', idOf(1)],
  ['sealNotice', idOf(1)],
  ['workFeedback', idOf(1)],
  ['notFoundStatement', idOf(3)],
  ['refusalStatement', idOf(4)],
  ['terminationRecord', idOf(5)],
  ['resultNotice', idOf(10)],
  ['rectificationOrder', idOf(10)],
  ['recheckNotice', idOf(10)],
  ['enterprisePortrait', idOf(20)],
  ['doorCard', idOf(20)],
  ['visitRecord', idOf(21)],
]
