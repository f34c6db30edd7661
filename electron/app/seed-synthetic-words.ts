import { z } from 'zod'
import namesFile from '#seeds/synthetic/names.json' with { type: 'json' }
import productsFile from '#seeds/synthetic/products.json' with { type: 'json' }
import tradesFile from '#seeds/synthetic/trades.json' with { type: 'json' }

/** The word lists of seeds/synthetic, in order of frequency: what is picked from them follows Zipf's law. */
const Names = z.strictObject({
  /** Stands before every made-up name. */
  mark: z.string(),
  streets: z.array(z.string()),
  words: z.array(z.string()),
  forms: z.array(z.string()),
  lab: z.string(),
  body: z.string(),
  authority: z.string(),
})
const Trade = z.strictObject({ trade: z.string(), industry: z.string(), kinds: z.array(z.string()) })
const Product = z.strictObject({
  kind: z.string(),
  standard: z.string(),
  names: z.array(z.string()),
  models: z.array(z.string()),
  price: z.int(),
})

export const names = Names.parse(namesFile)
export const trades = z.array(Trade).parse(tradesFile)
export const products = z.array(Product).parse(productsFile)

const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'
/** Made-up people: one of the sixty pairs of stem and branch, so that nobody is meant. */
export const personAt = (index: number): string => `${names.mark}${STEMS.charAt(index % 10)}${BRANCHES.charAt(index % 12)}`
export const PEOPLE = 60
