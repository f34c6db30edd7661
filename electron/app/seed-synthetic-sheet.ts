import { format } from 'date-fns/format'
import { subDays } from 'date-fns/subDays'
import type { Enterprise } from '#shared/enterprise/enterprise'
import type { SamplingRule } from '#shared/reference/reference'
import { goodsKey } from '#shared/spot-check/repeat-guard'
import type { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import type { Signature } from '#shared/spot-check/signature'
import { type Random, zipfOver } from './seed-random.ts'
import { scribbleOf } from './seed-scribble.ts'
import type { SyntheticParty } from './seed-synthetic-enterprise.ts'
import { testedItems } from './seed-synthetic-result.ts'
import { names, PEOPLE, personAt, products } from './seed-synthetic-words.ts'

export interface SheetSource {
  readonly random: Random
  readonly now: Date
  readonly rules: ReadonlyMap<string, SamplingRule>
  readonly parties: readonly SyntheticParty[]
  /** Which of the parties is visited; some are visited often. */
  readonly pickParty: (random: Random) => number
  readonly enterpriseId: (party: number) => string | undefined
  /** Goods that this run has sampled: a second sheet of the same is a follow-up (跟踪抽查). */
  readonly sampled: Set<string>
  /** Gives the number of a sheet of this district and day. */
  readonly number: (region: string, date: string) => string
}

type Sampling = SamplingSheet['sampling']

const productOf = new Map(products.map((product) => [product.kind, product]))
const pickTrademark = zipfOver(names.words)
const day = (date: Date): string => format(date, 'yyyy-MM-dd')
const two = (value: number): string => String(value).padStart(2, '0')

function partyFields({
  name,
  address,
  legalRepresentative = '',
  contact = '',
  phone = '',
  uscc = '',
}: Enterprise): Omit<SamplingSheet['producer'], 'size'> {
  return { name, address, legalRepresentative, contact, phone, uscc }
}

function productFor(random: Random, kind: string, producedOn: string): SamplingSheet['product'] {
  const product = productOf.get(kind)
  if (product === undefined) throw new Error(`seeds/synthetic/products.json has no ${kind}`)
  return {
    kind,
    name: random.pick(product.names),
    model: random.pick(product.models),
    trademark: pickTrademark(random),
    producedOn,
    lotNo: `XN${producedOn.replaceAll('-', '')}-${String(random.between(1, 99))}`,
    standard: product.standard,
    unitPrice: String((product.price * random.between(80, 130)) / 100),
  }
}

function samplingFor(random: Random, rule: SamplingRule, date: string, no: string): Sampling {
  const { unit, testQuantity, backupQuantity, baseMinimum } = rule
  const base = baseMinimum * random.between(2, 40)
  const place = random.chance(0.6)
    ? ({ place: '成品库', stage: 'production', channel: 'onSite', backupLocation: 'inspectedParty' } as const)
    : ({ place: '店内货架', stage: 'sale', channel: 'marketPurchase', backupLocation: 'lab' } as const)
  const seals = {
    testSealNo: `XN-${no.slice(3)}-1`,
    testSealState: 'intact' as const,
    ...(backupQuantity === 0 ? {} : { backupSealNo: `XN-${no.slice(3)}-2` }),
  }
  return { date, ...place, unit, base, testQuantity, backupQuantity, ...seals, sendTo: names.lab, returnSample: 'no' }
}

const scribbles = new Map<string, string>()
/** The strokes of a name, drawn once: there are only sixty people. */
function strokesOf(name: string): string {
  const strokes = scribbles.get(name) ?? scribbleOf(name)
  scribbles.set(name, strokes)
  return strokes
}

/** An unfinished signature: what it stands over is known when all else is. */
const signature = (role: Signature['role'], name: string, at: string): Signature => ({ role, name, at, strokes: strokesOf(name), over: '' })

function choose({ random, parties, pickParty, rules }: SheetSource): {
  place: number
  party: SyntheticParty
  producer: SyntheticParty
  rule: SamplingRule
} {
  const place = pickParty(random)
  const party = parties[place]
  if (party === undefined) throw new Error('a sheet needs an enterprise')
  const producer = random.chance(0.5) ? party : random.pick(parties)
  const rule = rules.get(random.pick(party.kinds))
  if (rule === undefined) throw new Error(`a trade of ${party.doc.name} has no sampling rule`)
  return { place, party, producer, rule }
}

/** Order 18 art. 22: what is bought has its price and its invoice. */
function purchaseOf({ channel, testQuantity, backupQuantity }: Sampling, unitPrice: string, no: string): Partial<Sampling> {
  if (channel !== 'marketPurchase') return {}
  const cost = (Number(unitPrice) * (testQuantity + backupQuantity)).toFixed(2)
  return { purchase: 'bought', purchaseCost: cost, invoiceNo: `XN-${no.slice(3)}-P` }
}

/** Marks a sheet of goods that were sampled before, and remembers those of this one. */
function followingUp({ sampled }: SheetSource, sheet: SamplingSheet): SamplingSheet {
  const goods = goodsKey(sheet)
  const again = sampled.has(goods)
  sampled.add(goods)
  return again ? { ...sheet, head: { ...sheet.head, taskKind: 'followUp' } } : sheet
}

/** The next sheet of the sequence, whole but for the hash its signatures stand over. Sampled 1 to 365 days before `now`. */
export function syntheticSheet(source: SheetSource): SamplingSheet {
  const { random, now } = source
  const { place, party, producer, rule } = choose(source)
  const { doc } = party
  const sampledAt = subDays(now, random.between(1, 365))
  const date = day(sampledAt)
  const no = source.number(doc.region, date)
  const id = source.enterpriseId(place)
  const sampler = random.between(0, PEOPLE - 1)
  const samplers = [{ name: personAt(sampler) }, { name: personAt(sampler + 1) }]
  const at = `${date}T${two(random.between(9, 17))}:${two(random.between(0, 59))}:00+08:00`
  const product = productFor(random, rule.kind, day(subDays(sampledAt, random.between(3, 90))))
  const sampling = samplingFor(random, rule, date, no)
  return followingUp(source, {
    head: {
      no,
      region: doc.region,
      taskYear: Number(date.slice(0, 4)),
      taskAuthority: names.authority,
      taskLevel: 'district',
      taskKind: 'spotCheck',
    },
    inspectedParty: {
      ...(id === undefined ? {} : { enterpriseId: id }),
      ...partyFields(doc),
      storeKind: producer === party ? 'factory' : 'shop',
    },
    producer: { ...partyFields(producer.doc), size: producer.doc.size ?? 'small' },
    product,
    sampling: { ...sampling, ...purchaseOf(sampling, product.unitPrice ?? '0', no) },
    samplingBody: { name: names.body },
    items: testedItems(random, rule),
    samplers,
    confirmedForSale: true,
    signatures: [...samplers.map(({ name }) => signature('sampler', name, at)), signature('inspectedParty', doc.contact ?? doc.name, at)],
  })
}
