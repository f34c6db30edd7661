import { Bilingual } from '../kernel/bilingual.ts'
import { choiceIn, choicesOf, type PaperWords } from './choices.ts'
import type { LayoutText } from './layout.ts'
import { factAt, piecesOf, type Slot } from './slots.ts'

export type Language = 'zh' | 'en'

/** How a fact may be written, besides the lists of choices; '' is plain. */
export const FORMATS: readonly string[] = ['', 'date', 'district', 'names']

const TICK = 'tick:'
/** The list of choices that a format names. */
export const listOf = (as: string): string => (as.startsWith(TICK) ? as.slice(TICK.length) : as)

/** Every choice with its box, the one that was made ticked. */
const ticked = (code: string, list: string, language: Language, words: PaperWords): string =>
  choicesOf(words, language, list)
    .map(([each, word]) => `${each === code ? '☑' : '☐'} ${word}`)
    .join(language === 'zh' ? '　' : '  ')

const JOIN = { zh: '、', en: ', ' } as const

function dateIn(language: Language, day: string): string {
  const [year = '', month = '', date = ''] = day.slice(0, 10).split('-')
  return language === 'en' || date === '' ? day.slice(0, 10) : `${year}年${String(Number(month))}月${String(Number(date))}日`
}

const nameOf = (one: unknown): string => {
  const name = factAt(one, '/name')
  return typeof name === 'string' ? name : ''
}

const isBilingual = (value: unknown): value is Bilingual => Bilingual.safeParse(value).success

/** A text that may be a code, a day, a district. */
function writeText(text: string, as: string, language: Language, words: PaperWords): string {
  if (text === '') return ''
  if (as === 'date') return dateIn(language, text)
  if (as === 'district') return words.placeName(text)?.[language] ?? text
  return FORMATS.includes(as) ? text : (choiceIn(words, language, as, text) ?? text)
}

function writeList(list: readonly unknown[], as: string, language: Language, words: PaperWords): string {
  const texts = list.map((one) => (as === 'names' ? nameOf(one) : writeFact(one, as, language, words)))
  return texts.filter((text) => text !== '').join(JOIN[language])
}

/** One fact as it stands on the paper; '' when there is none. What is no text, number or list of texts is not written. */
export function writeFact(value: unknown, as: string, language: Language, words: PaperWords): string {
  if (as.startsWith(TICK)) return ticked(String(value), listOf(as), language, words)
  if (typeof value === 'string') return writeText(value, as, language, words)
  if (typeof value === 'boolean') return choiceIn(words, language, 'yesNo', String(value)) ?? ''
  if (typeof value === 'number') return String(value)
  if (Array.isArray(value)) return writeList(value, as, language, words)
  return isBilingual(value) ? value[language] : ''
}

export interface Writing {
  readonly facts: unknown
  readonly words: PaperWords
  readonly language: Language
}

const writeSlot = ({ pointer, as }: Slot, { facts, words, language }: Writing): string =>
  writeFact(factAt(facts, pointer), as, language, words)

const textIn = (text: LayoutText, language: Language): string => (typeof text === 'string' ? text : text[language])

/** A sentence: what is blank in it is struck, so that nobody fills it in later. */
export const writeSentence = (text: LayoutText, writing: Writing): string =>
  piecesOf(textIn(text, writing.language))
    .map((piece) => (typeof piece === 'string' ? piece : writeSlot(piece, writing) || ' / '))
    .join('')

/** A field: '' when its first slot is blank, since a unit without a number says nothing. */
export function writeField(text: LayoutText, writing: Writing): string {
  const written = piecesOf(textIn(text, writing.language)).map((piece) =>
    typeof piece === 'string' ? { said: piece, isSlot: false } : { said: writeSlot(piece, writing), isSlot: true },
  )
  const first = written.find(({ isSlot }) => isSlot)
  if (first !== undefined && first.said === '') return ''
  return written
    .map(({ said }) => said)
    .join('')
    .trim()
}
