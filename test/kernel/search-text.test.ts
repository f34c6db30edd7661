import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeSearch, searchTerms, searchTokens } from '#shared/kernel/search-text'

test('full-width and half-width, upper and lower case are the same word', () => {
  expect(normalizeSearch('ＡＢ１２')).toBe('ab12')
  expect(searchTokens('Ｐ·Ｏ ４２．５')).toEqual(searchTokens('p·o 42.5'))
})

test('every word of a query counts, however the spaces were typed', () => {
  expect(searchTerms('  水泥　渝中  42.5 ')).toEqual(['水泥', '渝中', '42.5'])
  expect(searchTerms('  ')).toEqual([])
})

test('a single character has no pair, two have one, three have two', () => {
  expect(['泥', '水泥', '水泥厂'].map((text) => searchTokens(text).length)).toEqual([0, 1, 2])
})

test('a character beyond the basic plane is one character, not two halves', () => {
  expect(searchTokens('𠮷')).toEqual([])
  expect(searchTokens('𠮷野')).toHaveLength(1)
  expect(searchTokens('𠮷野').every((token) => /^[a-z0-9]+$/.test(token))).toBe(true)
})

const text = fc
  .array(fc.constantFrom(...Array.from('水泥厂有限公司渝中区𠮷野ABCab12３４ ·-，')), { maxLength: 30 })
  .map((parts) => parts.join(''))

test('any piece of a text is found by its pairs: the index never hides what is there', () => {
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, from, length) => {
      const characters = Array.from(whole)
      const piece = characters
        .slice(from % (characters.length + 1))
        .slice(0, (length % 6) + 1)
        .join('')
      const known = new Set(searchTokens(whole))
      for (const term of searchTerms(piece)) for (const token of searchTokens(term)) expect(known.has(token)).toBe(true)
    }),
    { numRuns: 3000 },
  )
})
