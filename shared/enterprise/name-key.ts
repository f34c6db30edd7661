import { normalizeSearch } from '../kernel/search-text.ts'

const LEGAL_FORM = /股份有限公司|有限责任公司|有限公司|个体工商户/g
const CITY = /^重庆市?/
const CITY_IN_BRACKETS = /\(重庆市?\)/g
/** 渝中区, 城口县, 酉阳土家族苗族自治县; not the 小区, 社区, 园区 of a shop's own name. */
const DISTRICT = /^(?:\p{Script=Han}{2,9}自治县|\p{Script=Han}{1,3}(?<![小社园景校厂库街商业新])[区县])/u
const SIGNS = /[\p{P}\p{S}\s]/gu

/**
 * A name without what people write in two ways: width, case, brackets, spaces, the legal form (有限公司, 有限责任公司), and the city it
 * begins with. Empty when nothing else is there.
 */
export function plainName(name: string): string {
  const narrow = normalizeSearch(name).replaceAll(CITY_IN_BRACKETS, '').replaceAll(SIGNS, '')
  return narrow
    .replaceAll(LEGAL_FORM, '')
    .replace(/(?<!分)公司$/, '')
    .replace(CITY, '')
}

/** The same without the district it begins with: what one calls it inside that district. */
export function coreName(name: string): string {
  const plain = plainName(name)
  const core = plain.replace(DISTRICT, '')
  return core.length < 2 ? plain : core
}

/** Street and number alone. */
export const plainAddress = (address: string): string =>
  normalizeSearch(address).replaceAll(SIGNS, '').replace(CITY, '').replace(DISTRICT, '')

export const plainPhone = (phone: string): string => phone.replaceAll(/\D/g, '')

export function bigrams(text: string): ReadonlySet<string> {
  const characters = Array.from(text)
  return new Set(characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`))
}

/** Sørensen–Dice over pairs of characters: 0 nothing in common, 1 the same pairs. */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0
  let common = 0
  for (const pair of one) if (other.has(pair)) common += 1
  return (2 * common) / (one.size + other.size)
}
