import { z } from 'zod'
import type { PaperWords } from './choices.ts'
import type { LayoutBlock, LayoutText, PaperLayout } from './layout.ts'
import type { PaperFacts } from './paper-facts.ts'
import type { BlockOf, ModelBlock, PaperModel, Said } from './paper-model.ts'
import { factAt } from './slots.ts'
import { writeField, writeSentence } from './write-fact.ts'

export interface Filling {
  readonly facts: PaperFacts
  readonly words: PaperWords
  /** English beside the Chinese, which is always there: the paper of the law is Chinese. */
  readonly english: boolean
}

type LayoutOf<B extends LayoutBlock['block']> = Extract<LayoutBlock, { readonly block: B }>
type Named = { readonly zh: string; readonly en: string }

/** What was left blank is struck, so that nobody can fill it in later. */
const STRUCK: Said = { zh: '/', en: null }

/** A place that somebody fills in by hand. */
const OPEN: Said = { zh: '', en: null }

const both = (zh: string, en: string, { english }: Pick<Filling, 'english'>): Said => ({ zh, en: english && en !== zh ? en : null })
const label = ({ zh, en }: Named, filling: Filling): Said => both(zh, en, filling)

function sentence(text: LayoutText, filling: Filling): Said {
  const { facts, words } = filling
  return both(writeSentence(text, { facts, words, language: 'zh' }), writeSentence(text, { facts, words, language: 'en' }), filling)
}

/** A field of the facts, or of one element of a list in them; struck when blank. */
function field(text: LayoutText, filling: Filling, facts: unknown = filling.facts): Said | null {
  const { words } = filling
  const zh = writeField(text, { facts, words, language: 'zh' })
  return zh === '' ? null : both(zh, writeField(text, { facts, words, language: 'en' }), filling)
}

const isThere = (value: unknown): boolean =>
  value !== undefined && value !== null && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)

export interface Condition {
  readonly at: string
  readonly is?: readonly (string | boolean)[] | undefined
}

/** Is the fact there and, where that is said, one of these? */
export function holds({ at, is }: Condition, facts: PaperFacts): boolean {
  const value = factAt(facts, at)
  return is === undefined ? isThere(value) : is.some((one) => one === value)
}

function fillFields({ columns, parts }: LayoutOf<'fields'>, filling: Filling): BlockOf<'fields'> {
  const filled = parts.map(({ name, rows }) => ({
    name: name === undefined ? null : label(name, filling),
    rows: rows.map((row) =>
      row.map(({ text, or, span, height, open, ...named }) => ({
        label: label(named, filling),
        value: field(text, filling) ?? (or === undefined ? null : field(or, filling)) ?? (open ? OPEN : STRUCK),
        span,
        height: height ?? null,
      })),
    ),
  }))
  return { block: 'fields', columns, parts: filled }
}

const NUMBER: Named = { zh: '序号', en: 'No.' }

function fillList(list: LayoutOf<'list'>, filling: Filling): ModelBlock[] {
  const found = factAt(filling.facts, list.at)
  const elements: readonly unknown[] = Array.isArray(found) ? found : []
  if (elements.length === 0 && list.optional) return []
  const columns = list.columns.filter(({ when }) => when === undefined || holds({ at: when }, filling.facts))
  const numbered = (no: string): Said[] => (list.numbered ? [{ zh: no, en: null }] : [])
  const rows = elements.map((element, index) => [
    ...numbered(String(index + 1)),
    ...columns.map(({ text }) => field(text, filling, element) ?? STRUCK),
  ])
  const { foot } = list
  const heads = columns.map(({ width, centred, ...named }) => ({ label: label(named, filling), width: width ?? null, centred }))
  return [
    {
      block: 'list',
      columns: [...(list.numbered ? [{ label: label(NUMBER, filling), width: 11, centred: true }] : []), ...heads],
      rows: rows.length > 0 ? rows : [[...numbered('/'), ...columns.map(() => STRUCK)]],
      foot:
        foot === undefined || (foot.when !== undefined && !holds({ at: foot.when }, filling.facts))
          ? null
          : { label: label(foot, filling), value: field(foot.text, filling) ?? STRUCK },
    },
  ]
}

function fillChecklist({ answers, questions }: LayoutOf<'checklist'>, filling: Filling): BlockOf<'checklist'> {
  const answerOf = (at: string | undefined): number | null => {
    const value = at === undefined ? undefined : factAt(filling.facts, at)
    if (typeof value === 'boolean') return value ? 0 : 1
    return typeof value === 'number' ? value : null
  }
  return {
    block: 'checklist',
    answers: answers.map((answer) => label(answer, filling)),
    questions: questions.map(({ at, ...named }) => ({ text: label(named, filling), answer: answerOf(at) })),
  }
}

const Ink = z.array(z.object({ role: z.string(), name: z.string(), at: z.string(), strokes: z.string() }).partial().catch({})).catch([])
const People = z.array(z.object({ name: z.string(), certificateNo: z.string() }).partial().catch({})).catch([])
type Ink = z.infer<typeof Ink>
type PlaceLayout = LayoutOf<'signatures'>['places'][number]

const signed = ({ name = '', at = '', strokes }: Ink[number], note: string) => ({
  name,
  note,
  strokes: strokes ?? null,
  day: at.slice(0, 10),
})

/** Those who are to sign, with their ink where they did; and whoever else signed in one of the roles. */
function peopleOf({ roles, people }: PlaceLayout, ink: Ink, facts: PaperFacts) {
  const own = ink.filter(({ role = '' }) => roles.includes(role))
  if (people === undefined) return own.map((one) => signed(one, ''))
  return People.parse(factAt(facts, people))
    .filter(({ name = '' }) => name !== '')
    .map(({ name = '', certificateNo = '' }) => signed({ ...own.find((one) => one.name === name), name }, certificateNo))
}

function fillSignatures({ places }: LayoutOf<'signatures'>, filling: Filling): ModelBlock[] {
  const ink = Ink.parse(filling.facts.record['signatures'])
  const filled = places.flatMap((place) => {
    const people = peopleOf(place, ink, filling.facts)
    if (place.optional && people.length === 0) return []
    const text = place.text === undefined ? null : field(place.text, filling)
    return [{ title: label(place, filling), stamp: place.stamp, dated: place.dated, text, people }]
  })
  return filled.length === 0 ? [] : [{ block: 'signatures', places: filled }]
}

function fillParagraph({ text, align, indent, strong, when, is }: LayoutOf<'paragraph'>, filling: Filling): ModelBlock[] {
  if (when !== undefined && !holds({ at: when, is }, filling.facts)) return []
  return [{ block: 'paragraph', text: sentence(text, filling), align, indent, strong }]
}

type Fill = { readonly [B in LayoutBlock['block']]: (block: LayoutOf<B>, filling: Filling) => readonly ModelBlock[] }

const FILL: Fill = {
  heading: ({ text }, filling) => [{ block: 'heading', text: sentence(text, filling) }],
  paragraph: fillParagraph,
  fields: (block, filling) => [fillFields(block, filling)],
  list: fillList,
  checklist: (block, filling) => [fillChecklist(block, filling)],
  statement: ({ text, at }, filling) => [
    { block: 'statement', text: sentence(text, filling), checked: at !== undefined && holds({ at }, filling.facts) },
  ],
  signatures: fillSignatures,
  closing: ({ text, day }, filling) => [
    { block: 'closing', text: sentence(text, filling), day: day === undefined ? null : field(day, filling) },
  ],
  photos: () => [{ block: 'photos' }],
  pageBreak: () => [{ block: 'pageBreak' }],
  note: ({ text }, filling) => [{ block: 'note', text: sentence(text, filling) }],
}

const fillBlock = (block: LayoutBlock, filling: Filling): readonly ModelBlock[] =>
  (FILL[block.block] as (block: LayoutBlock, filling: Filling) => readonly ModelBlock[])(block, filling)

/** Layout and facts become blocks of texts: every code in words, every blank struck. Throws never; what is not there is '/'. */
export const fillLayout = (layout: PaperLayout, filling: Filling): PaperModel => ({
  title: label(layout.title, filling),
  issuer: layout.issuer === undefined ? null : sentence(layout.issuer, filling),
  no: { label: label(layout.no, filling), value: field(layout.no.text, filling)?.zh ?? '/' },
  style: layout.style,
  basis: label(layout.basis, filling),
  blocks: layout.blocks.flatMap((block) => fillBlock(block, filling)),
})
