import { z } from 'zod'
import { SamplingSheet } from '#shared/spot-check/sampling-sheet'

/**
 * The fields of the sampling sheet in the order of the paper. The form, the sealed view and the printed page are all made
 * from this list, so that they cannot disagree.
 */
export type FieldKind = 'text' | 'long' | 'int' | 'decimal' | 'date' | 'choice' | 'district' | 'yesNo' | 'code' | 'party' | 'productKind'
export type FieldSpan = 'third' | 'half' | 'wide' | 'full'

interface FieldSpec {
  readonly kind: FieldKind
  readonly span: FieldSpan
  /** Words of `spotCheck.unit`, beside the control; `sampling` means the unit typed in this sheet. */
  readonly unit?: 'yuan' | 'tenThousandYuan' | 'people' | 'sampling'
  readonly choices?: ChoiceName
  readonly locked?: boolean
}

export type ChoiceName =
  | 'taskLevel'
  | 'taskKind'
  | 'storeKind'
  | 'ownership'
  | 'size'
  | 'certificateKind'
  | 'stage'
  | 'channel'
  | 'backupLocation'
  | 'sealState'
  | 'returnSample'

const text = (span: FieldSpan = 'third'): FieldSpec => ({ kind: 'text', span })
const choice = (choices: ChoiceName): FieldSpec => ({ kind: 'choice', span: 'third', choices })
const date: FieldSpec = { kind: 'date', span: 'third' }
const int = (unit?: 'people' | 'sampling'): FieldSpec => ({ kind: 'int', span: 'third', ...(unit === undefined ? {} : { unit }) })
const money = (unit: 'yuan' | 'tenThousandYuan'): FieldSpec => ({ kind: 'decimal', span: 'third', unit })

const party = {
  name: { kind: 'party', span: 'half' },
  uscc: { kind: 'code', span: 'half' },
  noUsccReason: text('full'),
  address: text('full'),
  legalRepresentative: text(),
  contact: text(),
  phone: text(),
} as const satisfies Readonly<Record<string, FieldSpec>>

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
    claim: { kind: 'long', span: 'half' },
    certificateKind: choice('certificateKind'),
    certificateNo: text(),
    classCode: text(),
    unitPrice: money('yuan'),
    lastYearSales: money('tenThousandYuan'),
    exported: { kind: 'yesNo', span: 'third' },
    commissionedBy: text('half'),
  },
  sampling: {
    date,
    stage: choice('stage'),
    channel: choice('channel'),
    place: text('full'),
    unit: text(),
    base: int('sampling'),
    lotSize: int('sampling'),
    testQuantity: int('sampling'),
    backupQuantity: int('sampling'),
    backupLocation: choice('backupLocation'),
    testSealNo: text('half'),
    testSealState: { kind: 'choice', span: 'half', choices: 'sealState' },
    backupSealNo: text('half'),
    backupSealState: { kind: 'choice', span: 'half', choices: 'sealState' },
    sendTo: text('wide'),
    sendBy: date,
    courier: text(),
    trackingNo: text(),
    returnSample: choice('returnSample'),
    purchaseCost: money('yuan'),
    invoiceNo: text(),
    protection: { kind: 'long', span: 'full' },
  },
  samplingBody: {
    name: text('half'),
    address: text('half'),
    contact: text(),
    phone: text(),
    postcode: text(),
    email: text('half'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, FieldSpec>>>>

export type FieldSection = keyof typeof sheetFields
export type FieldKey = { [S in FieldSection]: `${S}.${keyof (typeof sheetFields)[S] & string}` }[FieldSection]

export interface SheetField extends FieldSpec {
  readonly section: FieldSection
  /** `product.name`: the path in the document, the key of its label, and dotted as react-hook-form wants it. */
  readonly key: FieldKey
  readonly required: boolean
}

const isRequired = (section: FieldSection, name: string): boolean => {
  const field = (SamplingSheet.shape[section].shape as Readonly<Record<string, z.ZodType>>)[name]
  return field !== undefined && !(field instanceof z.ZodOptional)
}

export const fieldsOf = (section: FieldSection): SheetField[] =>
  Object.entries<FieldSpec>(sheetFields[section]).map(([name, spec]) => ({
    ...spec,
    section,
    key: `${section}.${name}` as FieldKey,
    required: isRequired(section, name),
  }))

/** The codes a choice may take, from the schema itself. */
export function choicesOf({ section, key }: SheetField): string[] {
  const shape = SamplingSheet.shape[section].shape as Readonly<Record<string, z.ZodType>>
  const field = shape[key.slice(section.length + 1)]
  const inner = field instanceof z.ZodOptional ? field.unwrap() : field
  return inner instanceof z.ZodEnum ? inner.options.map(String) : []
}

export const sections = [
  'head',
  'inspectedParty',
  'producer',
  'product',
  'sampling',
  'items',
  'photos',
  'samplingBody',
  'signatures',
  'seal',
] as const
export type SectionName = (typeof sections)[number]

/** Where a problem belongs, by the first step of its path. */
export function sectionOf(pointer: string): SectionName {
  const first = pointer.split('/')[1] ?? ''
  if (first === 'samplers' || first === 'remarks') return 'samplingBody'
  if (first === 'confirmedForSale') return 'signatures'
  return sections.find((name) => name === first) ?? 'seal'
}

/** What is merely not filled in yet; everything else is wrong. */
const UNFINISHED = new Set([
  'field.missing',
  'spotCheck.tooFewSamplers',
  'spotCheck.sealMissing',
  'spotCheck.signatureMissing',
  'spotCheck.itemWithoutLimit',
  'spotCheck.partyWithoutCode',
])

export const isUnfinished = ({ code }: { readonly code: string }): boolean => UNFINISHED.has(code)
