/** Full-width to half-width, lower case, so that ＡＢ finds ab. */
export const normalizeSearch = (text: string): string => text.normalize('NFKC').toLowerCase()

const RUNS = /[\p{L}\p{N}]+/gu

/** A pair of characters as a plain word: no tokenizer can take it apart, whatever the script. */
const token = (a: string, b: string): string => `x${(a.codePointAt(0) ?? 0).toString(36)}y${(b.codePointAt(0) ?? 0).toString(36)}`

function bigramsOf(run: string): string[] {
  const characters = Array.from(run)
  return characters.slice(1).map((character, index) => token(characters[index] ?? '', character))
}

/** Overlapping pairs of characters of a text, each once: what a word of two or more characters is found by, Chinese or not. */
export const searchTokens = (text: string): string[] => [...new Set((normalizeSearch(text).match(RUNS) ?? []).flatMap(bigramsOf))]

/** The words of a query: all must occur. */
export const searchTerms = (query: string): string[] =>
  normalizeSearch(query)
    .split(/\s+/)
    .filter((term) => term !== '')
