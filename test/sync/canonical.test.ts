import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonical, parseCanonical } from '#shared/kernel/canonical'

// What a line may hold: no floats, no lone surrogates, no NUL.
const text = fc.string({ unit: 'binary' }).map((value) => value.replaceAll('\0', ''))
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    text,
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 5 },
    ),
  ),
}))

test('another implementation of RFC 8785 spells every value the same', () => {
  fc.assert(
    fc.property(value, (any) => {
      expect(canonical(any)).toBe(canonicalize(any))
    }),
  )
})

test('what was written is read back as the same value', () => {
  fc.assert(
    fc.property(value, (any) => {
      expect(parseCanonical(canonical(any))).toEqual(JSON.parse(JSON.stringify(any)))
    }),
  )
})

test('a value spelled in any other way is not accepted', () => {
  const others = [
    '{"a":1,"a":2}',
    '{"b":1,"a":2}',
    '{ "a":1}',
    '{"a":1.0}',
    '{"a":1e2}',
    '{"a":-0}',
    '"\\u0061"',
    '"\\/"',
    '9007199254740993',
    '{"a":0.5}',
    '"\\ud800"',
    '[1,]',
    '',
  ]
  expect(others.filter((source) => parseCanonical(source) !== undefined)).toEqual([])
})

test('members are ordered by UTF-16 code units, so that jq, Python and we agree on what is signed', () => {
  expect(canonical({ '\u{1f600}': 1, '\ufb33': 2, é: 3, e: 4, '': 5 })).toBe('{"":5,"e":4,"é":3,"\u{1f600}":1,"\ufb33":2}')
})

test('what nests deeper than 16 is not accepted', () => {
  expect(parseCanonical('['.repeat(17) + ']'.repeat(17))).toBeDefined()
  expect(parseCanonical('['.repeat(18) + ']'.repeat(18))).toBeUndefined()
  expect(parseCanonical(`${'['.repeat(16)}1${']'.repeat(16)}`)).toBeDefined()
  expect(parseCanonical(`${'['.repeat(17)}1${']'.repeat(17)}`)).toBeUndefined()
  expect(parseCanonical('['.repeat(200_000) + ']'.repeat(200_000))).toBeUndefined()
})
