import { countPrints } from '#db/paper/print-queries'
import type { Bilingual } from '#shared/kernel/bilingual'
import type { RecordProblem } from '#shared/kernel/record-contract'
import { ok, problem, type Result, refuse } from '#shared/kernel/result'
import type { ChoiceWords, PaperWords } from '#shared/paper/choices'
import { fillLayout, holds } from '#shared/paper/fill-layout'
import type { PaperLayout } from '#shared/paper/layout'
import type { PaperEntry, PaperPrint, PaperProblem, paperContract } from '#shared/paper/paper-contract'
import type { PaperFacts } from '#shared/paper/paper-facts'
import { PRINTED, type PrintedEvent } from '#shared/paper/printed-event'
import { verificationText } from '#shared/paper/verification'
import { appendLine } from '../kernel/log.ts'
import type { HandlersFor } from '../kernel/router.ts'
import { stamp, type World } from '../kernel/world.ts'
import { getDistricts } from '../reference/reference-data.ts'
import { factsOf, type GatherFacts, getPrintable, type Printable, picturesOf } from './gather.ts'
import { listLayouts } from './layouts.ts'

/** What the features bring: the facts of their kinds of record, the words of their codes. */
export interface PaperParts {
  readonly facts: ReadonlyMap<string, GatherFacts>
  readonly choices: readonly ChoiceWords[]
}

interface Wanted {
  readonly record: string
  readonly layout: string
  readonly copies?: readonly number[] | undefined
}

interface Found {
  readonly record: Printable
  readonly facts: PaperFacts
  readonly layout: PaperLayout
  readonly copies: PaperLayout['copies']
}

function placeName(code: string): Bilingual | undefined {
  const district = getDistricts().find((known) => known.code === code)
  return district === undefined ? undefined : { zh: district.name, en: district.en }
}

const wordsOf = ({ choices }: PaperParts): PaperWords => ({ choices: [...choices], placeName })

/** Why this record cannot be printed on it; null when it can. */
const whyNot = ({ needs }: PaperLayout, facts: PaperFacts): Bilingual | null => needs.find((need) => !holds(need, facts))?.why ?? null

/** Record, layout and copies of a print, if there is such a one. */
function find(world: World, parts: PaperParts, { record: id, layout: name, copies }: Wanted): Result<Found, RecordProblem | PaperProblem> {
  const record = getPrintable(world, id)
  if (record === null) return refuse(problem('record.noSuchRecord', '', { id }))
  const layout = listLayouts(world, wordsOf(parts)).find((known) => known.layout.name === name)?.layout
  if (layout === undefined || !layout.for.includes(record.kind)) return refuse(problem('paper.noSuchLayout', '/layout', { layout: name }))
  const facts = factsOf(world, record, parts.facts.get(record.kind))
  const why = whyNot(layout, facts)
  if (why !== null) return refuse(problem('paper.notFitting', '/layout', { title: layout.title, why }))
  const strange = copies?.find((no) => !layout.copies.some((copy) => copy.no === no))
  if (strange !== undefined) return refuse(problem('paper.noSuchCopy', '/copies', { no: strange }))
  return ok({ record, facts, layout, copies: layout.copies.filter(({ no }) => copies?.includes(no) ?? true) })
}

function entriesOf(world: World, parts: PaperParts, record: Printable): PaperEntry[] {
  const facts = factsOf(world, record, parts.facts.get(record.kind))
  return listLayouts(world, wordsOf(parts))
    .filter(({ layout }) => layout.for.includes(record.kind))
    .map(({ layout, own, problems }) => {
      const { name, title, edition, copies } = layout
      const printed = countPrints(world.db, record.id, name)
      const why = whyNot(layout, facts)
      return {
        name,
        title,
        edition,
        own,
        copies: copies.map((copy) => ({ ...copy, printed: printed.get(copy.no) ?? 0 })),
        available: why === null,
        why,
        problems: [...problems],
      }
    })
}

function markOf({ state }: Printable, { beforeSealing }: PaperLayout): PaperPrint['mark'] {
  if (state === 'void') return 'void'
  return state === 'draft' && !beforeSealing ? 'draft' : 'none'
}

function printOf(world: World, parts: PaperParts, { record, facts, layout, copies }: Found, language: PaperPrint['language']): PaperPrint {
  const { id, revision, no, demo } = record
  const printed = countPrints(world.db, id, layout.name)
  return {
    record: id,
    layout: { name: layout.name, edition: layout.edition },
    model: fillLayout(layout, { facts, words: wordsOf(parts), english: language === 'zhEn' }),
    copies: copies.map((copy) => ({ ...copy, print: (printed.get(copy.no) ?? 0) + 1 })),
    mark: markOf(record, layout),
    demo,
    language,
    verification: revision === null ? null : { no, revision, text: verificationText({ no, revision, layout: layout.name }) },
    photos: layout.blocks.some(({ block }) => block === 'photos') ? picturesOf(world, record) : [],
  }
}

/** A draft that bears the mark of one is no paper of the law: its prints are not counted. */
const counts = ({ record, layout }: Found): boolean => record.state !== 'draft' || layout.beforeSealing

function notePrinted(world: World, found: Found): number {
  const { record, layout, copies } = found
  const printed = countPrints(world.db, record.id, layout.name)
  const print = Math.max(...copies.map(({ no }) => (printed.get(no) ?? 0) + 1))
  if (!counts(found)) return 0
  const numbers = copies.map(({ no }) => no)
  const data = { record: record.id, layout: layout.name, revision: record.revision, copies: numbers, print } satisfies PrintedEvent
  world.db.transaction(() => appendLine(world, { t: 'audit', ...stamp(world), ev: PRINTED, data }))
  world.changed('paper')
  return print
}

export const paperHandlers = (parts: PaperParts): HandlersFor<typeof paperContract> => ({
  'paper.listLayouts': (world, { record: id }) => {
    const record = getPrintable(world, id)
    return record === null ? refuse(problem('record.noSuchRecord', '', { id })) : ok(entriesOf(world, parts, record))
  },
  'paper.get': (world, { language, ...wanted }) => {
    const found = find(world, parts, wanted)
    return found.ok ? ok(printOf(world, parts, found.value, language)) : found
  },
  'paper.notePrinted': (world, wanted) => {
    const found = find(world, parts, wanted)
    return found.ok ? ok({ print: notePrinted(world, found.value) }) : found
  },
})
