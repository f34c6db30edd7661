import { type Loose, textAt } from '../kernel/kind.ts'
import { problem } from '../kernel/result.ts'
import { type CaseFile, type Deduction, deduct, type Inspection, listIn, type RecordOfFile } from './case-file.ts'
import { isNearly, plainName } from './same-name.ts'

/** A party as one record of the file writes it. */
interface Mention {
  readonly record: RecordOfFile
  readonly path: string
  readonly who: string
  readonly name: string
  readonly uscc: string
}

type Mentions = (record: RecordOfFile) => readonly Omit<Mention, 'record'>[]

const party = (doc: Loose, path: string, who: string): Omit<Mention, 'record'> => {
  const at = path.slice(1)
  return { path: `${path}/name`, who, name: textAt(doc, at, 'name').trim(), uscc: textAt(doc, at, 'uscc').trim() }
}

/** Where each kind of record names the parties; the first that names one is what the others are held against. */
const MENTIONS: Readonly<Record<string, Mentions>> = {
  samplingSheet: ({ doc }) => [
    party(doc, '/inspectedParty', 'sampledParty'),
    party(doc, '/producer', 'labelledProducer'),
    { path: '/online/platform', who: 'platform', name: textAt(doc, 'online', 'platform').trim(), uscc: '' },
  ],
  siteReport: ({ doc }) => [party(doc, '/inspectedParty', 'sampledParty')],
  aftercareCase: ({ doc }) => [party(doc, '/sampledParty', 'sampledParty'), party(doc, '/labelledProducer', 'labelledProducer')],
  caseStep: ({ doc }) =>
    textAt(doc, 'step') === 'notice' ? [{ path: '/name', who: textAt(doc, 'recipient'), name: textAt(doc, 'name').trim(), uscc: '' }] : [],
}
const ORDER = Object.keys(MENTIONS)
/** What was signed on the spot is the measure of the rest. */
const PAPERS: readonly string[] = ['samplingSheet', 'siteReport']

function mentionsOf({ records }: CaseFile): readonly Mention[] {
  const mentions = records.flatMap((record) => (MENTIONS[record.kind]?.(record) ?? []).map((one) => ({ record, ...one })))
  return mentions.filter(({ name }) => name !== '').toSorted((a, b) => ORDER.indexOf(a.record.kind) - ORDER.indexOf(b.record.kind))
}

/** 同一当事人名称前后不一致: by the same role in two records, with the sheet as the measure. */
function differently(mentions: readonly Mention[]): Deduction[] {
  return mentions.flatMap((one) => {
    const measure = mentions.find(({ who }) => who === one.who)
    if (measure === undefined || measure.record.id === one.record.id || measure.name === one.name) return []
    const facts = { name: one.name, other: measure.name, title: measure.record.title }
    return plainName(measure.name) === plainName(one.name)
      ? [deduct(one.record, 'remark', problem('review.nameSpeltDifferently', one.path, facts))]
      : [deduct(one.record, 'serious', problem('review.otherName', one.path, facts))]
  })
}

/** One code belongs to one firm: in whatever role, it has one name. */
function codes(mentions: readonly Mention[]): Deduction[] {
  return mentions.flatMap((one) => {
    const measure = one.uscc === '' ? undefined : mentions.find(({ uscc }) => uscc === one.uscc)
    if (measure === undefined || plainName(measure.name) === plainName(one.name)) return []
    const path = one.path.replace(/name$/, 'uscc')
    return [deduct(one.record, 'serious', problem('review.codeOfAnother', path, { uscc: one.uscc, name: one.name, other: measure.name }))]
  })
}

interface Roster {
  readonly record: RecordOfFile
  readonly path: string
  readonly names: readonly string[]
}

const namesIn = (list: readonly unknown[]): string[] =>
  list.map((one) => (typeof one === 'string' ? one : textAt(one, 'name')).trim()).filter((name) => name !== '')

/** Every list of samplers in the file: as assigned, as on the sheet, as signed. */
function rostersOf({ records }: CaseFile): Roster[] {
  const all = records.flatMap((record) => [
    { record, path: '/samplers', names: namesIn(listIn(record.doc, 'samplers')) },
    {
      record,
      path: '/signatures',
      names: namesIn(listIn(record.doc, 'signatures').filter((one) => textAt(one, 'role') === 'sampler')),
    },
  ])
  return all.filter(({ names }) => names.length > 0)
}

/** A name that stands in one list only, and nearly in another: 李芳 and 李方 who never meet are likely one person. */
function samplers(file: CaseFile): Deduction[] {
  const rosters = rostersOf(file)
  const measure = rosters.find(({ record: { kind } }) => PAPERS.includes(kind))
  const others = rosters.filter((roster) => roster !== measure)
  if (measure === undefined) return []
  return others.flatMap(({ record, path, names }) =>
    names
      .filter((name) => !measure.names.includes(name))
      .flatMap((name) => {
        const other = measure.names.find((one) => !names.includes(one) && isNearly(one, name))
        if (other === undefined) return []
        return [deduct(record, 'remark', problem('review.samplerSpeltDifferently', path, { name, other, title: measure.record.title }))]
      }),
  )
}

export const inspectNames: Inspection = (file) => {
  const mentions = mentionsOf(file)
  return [...differently(mentions), ...codes(mentions), ...samplers(file)]
}
