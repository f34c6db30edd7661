import { expect, test } from 'vitest'
import { words } from '../../renderer/app/words'

/** Every word with the path of its key. */
const flat = (tree: object, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : flat(value, `${path}${key}.`),
  )

const zh = flat(words.zh)
const en = flat(words.en)

test('Chinese and English have the same keys, and none twice', () => {
  expect(en.map(([key]) => key).toSorted()).toEqual(zh.map(([key]) => key).toSorted())
  expect(new Set(zh.map(([key]) => key)).size).toBe(zh.length)
})

test('no word is empty', () => {
  expect([...zh, ...en].filter(([, word]) => word.trim() === '')).toEqual([])
})

test('both languages fill in the same facts', () => {
  const facts = (word: string): string[] => [...word.matchAll(/\{\{(\w+)\}\}/g)].map(([, name = '']) => name).toSorted()
  const english = new Map(en)
  expect(zh.filter(([key, word]) => facts(word).join() !== facts(english.get(key) ?? '').join())).toEqual([])
})

test('English words hold no Chinese but the language’s own name', () => {
  expect(
    en.filter(([key, word]) => /\p{Script=Han}/u.test(word) && key !== 'kernel.languages.zh' && key !== 'profile.settings.zh'),
  ).toEqual([])
})
