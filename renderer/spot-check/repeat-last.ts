import type { SheetForm } from './sheet-doc'
import { type FieldKey, isFieldKey, sheetFields } from './sheet-fields'

/** What belongs to one sampling alone: it is found out anew each time, never repeated with the rest. */
const ANEW: ReadonlySet<FieldKey> = new Set<FieldKey>([
  'head.no',
  'head.region',
  'head.taskLevel',
  'head.taskKind',
  'head.taskNo',
  'head.taskYear',
  'head.taskAuthority',
  'head.filingNo',
  'head.nationalNo',
  'product.producedOn',
  'product.lotNo',
  'product.useBy',
  'product.marked',
  'sampling.date',
  'sampling.base',
  'sampling.lotSize',
  'sampling.testSealNo',
  'sampling.backupSealNo',
  'sampling.sendBy',
  'sampling.trackingNo',
  'sampling.purchaseCost',
  'sampling.invoiceNo',
  'online.orderNo',
  'online.orderedOn',
  'online.paid',
  'online.paymentNo',
  'online.parcelNo',
  'online.receivedOn',
  'online.unpackedOn',
  'food.barcode',
  'food.purchasedOn',
  'food.temperature',
  'exceptions.repeat',
  'exceptions.repeatReason',
  'exceptions.quotaReason',
])

const REPEATED: readonly FieldKey[] = Object.entries(sheetFields).flatMap(([section, names]) =>
  Object.keys(names)
    .map((name) => `${section}.${name}`)
    .filter(isFieldKey)
    .filter((key) => !ANEW.has(key)),
)

const at = (doc: unknown, key: string): unknown =>
  key
    .split('.')
    .reduce<unknown>((part, step) => (part !== null && typeof part === 'object' ? (part as Record<string, unknown>)[step] : undefined), doc)

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === ''

interface Change {
  readonly key: FieldKey | 'items' | 'samplers' | 'inspectedParty.enterpriseId'
  readonly value: unknown
}

/** Whether the last sheet speaks of the same party: the facts of one enterprise never stand under the name of another. */
const isSame = (now: SheetForm, last: SheetForm, party: 'inspectedParty' | 'producer'): boolean =>
  isEmpty(now[party]?.name) ? isEmpty(now[party]?.uscc) : now[party]?.name === last[party]?.name

/** Another product kind is another product. */
const OF_KIND = /^(product|food|sampling\.(unit|testQuantity|backupQuantity))/

/** Fields of the sheet that the last one answers and this one does not yet. */
function fieldChanges(now: SheetForm, last: SheetForm): Change[] {
  const otherKind = !isEmpty(now.product?.kind) && now.product?.kind !== last.product?.kind
  const others = (['inspectedParty', 'producer'] as const).filter((party) => !isSame(now, last, party))
  const isOther = (key: FieldKey): boolean => (otherKind && OF_KIND.test(key)) || others.some((party) => key.startsWith(`${party}.`))
  return REPEATED.filter((key) => !isOther(key) && isEmpty(at(now, key)) && !isEmpty(at(last, key))).map((key) => ({
    key,
    value: at(last, key),
  }))
}

/** What is no field of its own: whose record the party is, who sampled, and the rows of the table without what was found. */
function otherChanges({ inspectedParty, product, items = [], samplers = [] }: SheetForm, last: SheetForm): Change[] {
  const party: Change = { key: 'inspectedParty.enterpriseId', value: last.inspectedParty?.enterpriseId }
  const table: Change = { key: 'items', value: itemsAgain(last) }
  const people: Change = { key: 'samplers', value: last.samplers }
  const sameKind = isEmpty(product?.kind) || product?.kind === last.product?.kind
  const wanted = [
    { change: party, when: isEmpty(inspectedParty?.name) },
    { change: table, when: sameKind && items.length === 0 },
    { change: people, when: samplers.length === 0 },
  ]
  return wanted.filter(({ when }) => when).map(({ change }) => change)
}

const itemsAgain = ({ items = [] }: SheetForm) => items.map(({ result: _result, resultUnit: _unit, ...item }) => item)

/** What the last sheet says where this one says nothing yet; found out anew: stock, batch, seals, dates, prices. */
export const repeatChanges = (now: SheetForm, last: SheetForm): readonly Change[] => [
  ...fieldChanges(now, last),
  ...otherChanges(now, last),
]
