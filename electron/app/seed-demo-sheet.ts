import { addDays } from 'date-fns/addDays'
import { format } from 'date-fns/format'
import { subDays } from 'date-fns/subDays'
import type { SamplingRule } from '#shared/reference/reference'
import type { TestItem } from '#shared/reference/test-item'
import type { Signature } from '#shared/spot-check/signature'
import { type DemoEnterprise, type DemoSheet, getCampaign } from './seed-demo-data.ts'
import { scribbleOf } from './seed-scribble.ts'

export interface SheetFacts {
  readonly entry: DemoSheet
  readonly no: string
  readonly enterpriseId: string
  readonly party: DemoEnterprise
  readonly producer: DemoEnterprise
  readonly rule: SamplingRule
  readonly now: Date
  /** Of a task's check, what the program filled in of the task. */
  readonly taskHead?: Doc | undefined
}

type Doc = Readonly<Record<string, unknown>>

const day = (date: Date): string => format(date, 'yyyy-MM-dd')
export const samplingDay = ({ daysAgo }: DemoSheet, now: Date): string => day(subDays(now, daysAgo))

/** What every party of a sheet takes over from the directory. */
function partyOf({ doc }: DemoEnterprise): Doc {
  const { name, address, legalRepresentative, contact, phone, uscc, noUsccReason } = doc
  return { name, address, legalRepresentative, contact, phone, uscc, noUsccReason }
}

function headOf({ entry, no, party, now, taskHead }: SheetFacts): Doc {
  const { taskNo, taskAuthority, filingNo } = getCampaign()
  const { taskLevel, taskKind } = entry
  return {
    no,
    region: party.doc.region,
    taskNo,
    taskYear: Number(samplingDay(entry, now).slice(0, 4)),
    taskAuthority,
    taskLevel,
    taskKind,
    filingNo,
    ...taskHead,
  }
}

function productOf({ entry, now }: SheetFacts): Doc {
  const { product, kind, producedDaysBefore, useByDays, daysAgo } = entry
  if (producedDaysBefore === undefined) return { kind, ...product }
  const producedOn = subDays(now, daysAgo + producedDaysBefore)
  return {
    kind,
    ...product,
    producedOn: day(producedOn),
    ...(useByDays === undefined ? {} : { useBy: day(addDays(producedOn, useByDays)) }),
  }
}

function samplingOf({ entry, rule, now }: SheetFacts): Doc {
  const { unit, testQuantity, backupQuantity } = rule
  const quantities = { unit, testQuantity, backupQuantity }
  const seals = {
    testSealNo: `演示封-${entry.key}-检`,
    testSealState: 'intact',
    backupSealNo: `演示封-${entry.key}-备`,
    backupSealState: 'intact',
  }
  const sending = { sendTo: getCampaign().lab, sendBy: day(addDays(subDays(now, entry.daysAgo), 5)) }
  return { ...quantities, ...seals, ...sending, ...entry.sampling, date: samplingDay(entry, now) }
}

const itemsOf = ({ entry, rule }: SheetFacts): TestItem[] =>
  rule.items.map((item) => {
    const result = entry.results[item.name]
    return result === undefined ? item : { ...item, result }
  })

const samplersOf = ({ samplers }: DemoSheet): Doc[] =>
  samplers.map((key) => {
    const sampler = getCampaign().samplers[key]
    if (sampler === undefined) throw new Error(`no sampler ${key} in the campaign`)
    return sampler
  })

/** Takes out one member by its JSON Pointer. */
function without(doc: Doc, pointer: string): Doc {
  const [first = '', ...rest] = pointer.slice(1).split('/')
  const { [first]: member, ...others } = doc
  return rest.length === 0 ? others : { ...others, [first]: without((member ?? {}) as Doc, `/${rest.join('/')}`) }
}

/** The sheet as typed so far, without signatures: whole when it is to be sealed, with holes when it is to stay a draft. */
export function demoSheetDoc(facts: SheetFacts): Doc {
  const { entry, enterpriseId, party, producer } = facts
  const storeKind = entry.storeKind ?? (entry.enterprise === entry.producer ? 'factory' : undefined)
  const doc: Doc = {
    head: headOf(facts),
    inspectedParty: { enterpriseId, ...partyOf(party), storeKind },
    producer: { ...partyOf(producer), size: producer.doc.size, ...producer.asProducer },
    product: productOf(facts),
    sampling: samplingOf(facts),
    samplingBody: getCampaign().samplingBody,
    items: itemsOf(facts),
    samplers: samplersOf(entry),
    confirmedForSale: true,
    ...(entry.remarks === undefined ? {} : { remarks: entry.remarks }),
  }
  return entry.omit.reduce(without, JSON.parse(JSON.stringify(doc)) as Doc)
}

/** Who signs this sheet, in the order of the paper, and how. */
export function demoSignatures({ entry, party }: Pick<SheetFacts, 'entry' | 'party'>): Pick<Signature, 'role' | 'name' | 'strokes'>[] {
  if (entry.sign === 'none') return []
  const samplers = samplersOf(entry).map(({ name }) => ({ role: 'sampler' as const, name: String(name) }))
  const others = [
    { role: 'inspectedParty' as const, name: party.doc.contact ?? party.doc.name },
    ...(entry.witness === undefined ? [] : [{ role: 'witness' as const, name: entry.witness }]),
  ]
  const signers = entry.sign === 'all' ? [...samplers, ...others] : samplers
  return signers.map((signer) => ({ ...signer, strokes: scribbleOf(signer.name) }))
}
