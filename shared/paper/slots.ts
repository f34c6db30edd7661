import type { LayoutText } from './layout.ts'

/** A place in a text where a fact goes: its JSON Pointer and how it is written. */
export interface Slot {
  readonly pointer: string
  readonly as: string
}

const SLOT = /\{([^{}|]*)(?:\|([^{}|]*))?\}/g

/** The pieces of a text in order: words as they stand, and slots. */
export function piecesOf(text: string): readonly (string | Slot)[] {
  const pieces: (string | Slot)[] = []
  let at = 0
  for (const match of text.matchAll(SLOT)) {
    if (match.index > at) pieces.push(text.slice(at, match.index))
    pieces.push({ pointer: match[1] ?? '', as: match[2] ?? '' })
    at = match.index + match[0].length
  }
  return at < text.length ? [...pieces, text.slice(at)] : pieces
}

export const textsOf = (text: LayoutText): readonly string[] => (typeof text === 'string' ? [text] : [text.zh, text.en])

export const slotsOf = (text: LayoutText): readonly Slot[] =>
  textsOf(text).flatMap((one) => piecesOf(one).filter((piece): piece is Slot => typeof piece !== 'string'))

export const stepsOf = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))

/** What stands at a JSON Pointer; undefined when nothing does. */
export function factAt(facts: unknown, pointer: string): unknown {
  let at = facts
  for (const step of stepsOf(pointer)) at = at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[step] : undefined
  return at
}
