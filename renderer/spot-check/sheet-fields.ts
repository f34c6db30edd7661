import { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import { choice, date, type FieldSpec, type FormField, fieldsFrom, text } from '../kernel/form/field-spec'

const int = (unit?: 'people'): FieldSpec => ({ kind: 'int', span: 'third', ...(unit === undefined ? {} : { unit }) })
const count: FieldSpec = { kind: 'int', span: 'third', unitFrom: 'sampling.unit' }
const money = (unit: 'yuan' | 'tenThousandYuan'): FieldSpec => ({ kind: 'decimal', span: 'third', unit })
const yesNo: FieldSpec = { kind: 'yesNo', span: 'third' }

const party = {
  name: { kind: 'party', span: 'half' },
  uscc: { kind: 'code', span: 'half' },
  noUsccReason: text('full'),
  address: text('full'),
  legalRepresentative: text(),
  contact: text(),
  phone: text(),
} as const satisfies Readonly<Record<string, FieldSpec>>

/**
 * The fields of the sampling sheet in the order of the paper. The form and the sealed view are made from this list, so that they
 * cannot disagree.
 */
export const sheetFields = {
  head: {
    no: { kind: 'text', span: 'third', locked: true },
    region: { kind: 'district', span: 'third' },
    taskLevel: choice('taskLevel'),
    taskKind: choice('taskKind'),
    taskNo: text(),
    taskYear: int(),
    taskAuthority: text('wide'),
    filingNo: text(),
    nationalNo: text(),
  },
  inspectedParty: { ...party, storeKind: choice('storeKind') },
  producer: {
    ...party,
    postcode: text(),
    employees: int('people'),
    revenue: money('tenThousandYuan'),
    ownership: choice('ownership'),
    size: choice('size'),
  },
  product: {
    kind: { kind: 'productKind', span: 'half' },
    name: text('half'),
    model: text(),
    trademark: text(),
    grade: text(),
    producedOn: date,
    lotNo: text(),
    useBy: date,
    standard: text('half'),
    claim: text('half'),
    certificateKind: choice('certificateKind'),
    certificateNo: text(),
    classCode: text(),
    unitPrice: money('yuan'),
    lastYearSales: money('tenThousandYuan'),
    exported: yesNo,
    marked: choice('marked'),
    commissionedBy: text('half'),
  },
  sampling: {
    date,
    stage: choice('stage'),
    channel: choice('channel'),
    place: text('full'),
    unit: text(),
    base: count,
    lotSize: count,
    testQuantity: count,
    backupQuantity: count,
    backupLocation: choice('backupLocation'),
    testSealNo: text('half'),
    testSealState: choice('sealState', 'half'),
    backupSealNo: text('half'),
    backupSealState: choice('sealState', 'half'),
    sendTo: text('wide'),
    sendBy: date,
    courier: text(),
    trackingNo: text(),
    returnSample: choice('returnSample'),
    purchase: choice('purchase'),
    purchaseCost: money('yuan'),
    invoiceNo: text(),
    protection: text('full'),
  },
  samplingBody: {
    name: text('half'),
    address: text('half'),
    contact: text(),
    phone: text(),
    postcode: text(),
    email: text('half'),
  },
  online: {
    platform: text('half'),
    shop: text('half'),
    url: text('full'),
    orderNo: text(),
    orderedOn: date,
    buyer: text(),
    paid: money('yuan'),
    paymentNo: text('wide'),
    parcelNo: text(),
    receivedOn: date,
    unpackedOn: date,
  },
  food: {
    samplingType: choice('foodSamplingType'),
    reportClass: text(),
    deployedBy: text(),
    class1: text(),
    class2: text(),
    class3: text(),
    class4: text(),
    area: choice('foodArea'),
    stallNo: text(),
    licenceKind: choice('foodLicenceKind'),
    licenceNo: text('wide'),
    thirdPartyRole: choice('foodThirdPartyRole'),
    thirdPartyName: text(),
    thirdPartyLicence: text(),
    sampleType: choice('foodSampleType'),
    source: choice('foodSource'),
    attribute: choice('foodAttribute'),
    packaging: choice('foodPackaging'),
    form: choice('foodForm'),
    samplePackage: text(),
    barcode: text(),
    purchasedOn: date,
    shelfLife: text(),
    qualityGrade: text(),
    imported: yesNo,
    origin: text(),
    method: choice('foodMethod'),
    tool: text(),
    storage: choice('foodStorage'),
    temperature: { kind: 'decimal', span: 'third', unit: 'celsius' },
    storageText: text('wide'),
  },
  exceptions: {
    repeat: choice('repeat'),
    repeatReason: text('wide'),
    quotaReason: text('full'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldSpec>>>>

export type FieldSection = keyof typeof sheetFields
export type FieldKey = { [S in FieldSection]: `${S}.${keyof (typeof sheetFields)[S] & string}` }[FieldSection]

const schemaOf = (section: FieldSection) => {
  const part = SamplingSheet.shape[section]
  return 'shape' in part ? part : part.unwrap()
}

const fields = Object.fromEntries(
  (Object.keys(sheetFields) as FieldSection[]).map((section) => [section, fieldsFrom(schemaOf(section), sheetFields[section], section)]),
) as unknown as Readonly<Record<FieldSection, readonly FormField[]>>

export const fieldsOf = (section: FieldSection): readonly FormField[] => fields[section]

const keys: ReadonlySet<string> = new Set(Object.values(fields).flatMap((some) => some.map(({ key }) => key)))

export const isFieldKey = (key: string): key is FieldKey => keys.has(key)
