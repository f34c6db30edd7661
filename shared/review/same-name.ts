const LOOK_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/\s+/gu, ''],
  [/[()（）[\]【】·・.,，。、\-—_'"“”]/gu, ''],
  [/有限责任公司/gu, '有限公司'],
]

/** A name without what people write now so, now so: spaces, full width, brackets, 有限公司 for 有限责任公司. */
export const plainName = (name: string): string =>
  LOOK_ALIKE.reduce((text, [pattern, by]) => text.replace(pattern, by), name.normalize('NFKC').toLowerCase())

/** Two names that differ in one character only, or in nothing but spaces and width: likely one person, written twice. */
export function isNearly(a: string, b: string): boolean {
  const [left, right] = [Array.from(plainName(a)), Array.from(plainName(b))]
  if (left.length < 2 || left.length !== right.length) return false
  return left.filter((character, index) => character !== right[index]).length <= 1
}
