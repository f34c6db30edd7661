import type { FieldProblem } from '../kernel/parse-problems.ts'
import { type Problem, problem } from '../kernel/result.ts'
import { blank, type Lawful } from './lawful.ts'
import type { SheetDraft, SubmitFacts } from './sheet-facts.ts'

export type PurchaseProblem =
  | FieldProblem
  | Problem<'spotCheck.priceMissing', Lawful & { readonly what: 'purchaseCost' | 'unitPrice' }>
  | Problem<'spotCheck.foodNotBought', Lawful>
  | Problem<'spotCheck.invoiceMissing', Lawful>
  | Problem<'spotCheck.screenshotMissing', Lawful>
  | Problem<
      'spotCheck.datesOutOfOrder',
      { readonly first: PurchaseDay; readonly firstOn: string; readonly second: PurchaseDay; readonly secondOn: string }
    >

type PurchaseDay = 'ordered' | 'received' | 'unpacked' | 'sampled'

/** Slots of the photo wall that count as evidence of a purchase. */
const INVOICE_SLOTS = ['invoice', 'receipt']
const SCREENSHOT_SLOT = 'screenshot'

const BUYING: readonly unknown[] = ['marketPurchase', 'onlinePurchase']

const costProblems = (
  { channel, purchase, purchaseCost }: NonNullable<SheetDraft['sampling']>,
  article: Lawful['article'],
): PurchaseProblem[] =>
  (purchase === 'bought' || BUYING.includes(channel)) && blank(purchaseCost)
    ? [problem('spotCheck.priceMissing', '/sampling/purchaseCost', { what: 'purchaseCost', article })]
    : []

/** Order 18 art. 22: what is bought is bought at the marked price, and the sheet says what it cost. Food Safety Law art. 87. */
function priceProblems({ variant, sampling = {}, product = {} }: SheetDraft, { articleOf }: SubmitFacts): PurchaseProblem[] {
  const food = variant === 'food'
  const article = articleOf(food ? 'checkFoodPurchase' : 'checkPurchase')
  const found = costProblems(sampling, article)
  if (food && sampling.purchase !== 'bought') found.push(problem('spotCheck.foodNotBought', '/sampling/purchase', { article }))
  if (sampling.channel === 'marketPurchase' && blank(product.unitPrice))
    found.push(problem('spotCheck.priceMissing', '/product/unitPrice', { what: 'unitPrice', article }))
  return found
}

/** 市场买样: an invoice or receipt, by number or as a photo. */
function marketProblems({ sampling = {} }: SheetDraft, { photos, articleOf }: SubmitFacts): PurchaseProblem[] {
  if (!blank(sampling.invoiceNo) || INVOICE_SLOTS.some((slot) => (photos[slot] ?? 0) > 0)) return []
  return [problem('spotCheck.invoiceMissing', '/sampling/invoiceNo', { article: articleOf('checkPurchase') })]
}

const ONLINE_NEEDS = ['platform', 'shop', 'orderNo', 'orderedOn', 'paid'] as const

/** Ordered, received, unpacked, sampled: none of them before the one it follows. */
function orderProblems({ online = {}, sampling = {} }: SheetDraft): PurchaseProblem[] {
  const days = [
    ['ordered', online.orderedOn, '/online/orderedOn'],
    ['received', online.receivedOn, '/online/receivedOn'],
    ['unpacked', online.unpackedOn, '/online/unpackedOn'],
    ['sampled', sampling.date, '/sampling/date'],
  ] as const
  const known = days.flatMap(([name, on = '', path]) => (on === '' ? [] : [{ name, on, path }]))
  return known.flatMap(({ name: second, on: secondOn, path }, index) => {
    const last = known[index - 1]
    if (last === undefined || last.on <= secondOn) return []
    return [problem('spotCheck.datesOutOfOrder', path, { first: last.name, firstOn: last.on, second, secondOn })]
  })
}

/** 电商抽样: which order in which shop, and a screenshot of it. */
function onlineProblems(doc: SheetDraft, { photos, articleOf }: SubmitFacts): PurchaseProblem[] {
  const { online = {} } = doc
  const missing = ONLINE_NEEDS.filter((key) => blank(online[key])).map(
    (key): FieldProblem => problem('field.missing', `/online/${key}`, {}),
  )
  const pictures: PurchaseProblem[] =
    (photos[SCREENSHOT_SLOT] ?? 0) > 0 ? [] : [problem('spotCheck.screenshotMissing', '/online', { article: articleOf('checkPurchase') })]
  return [...missing, ...orderProblems(doc), ...pictures]
}

/** Which evidence each channel (现场, 市场买样, 电商) leaves, and what the samples cost. */
export function purchaseProblems(doc: SheetDraft, facts: SubmitFacts): PurchaseProblem[] {
  const { channel } = doc.sampling ?? {}
  return [
    ...priceProblems(doc, facts),
    ...(channel === 'marketPurchase' ? marketProblems(doc, facts) : []),
    ...(channel === 'onlinePurchase' ? onlineProblems(doc, facts) : []),
  ]
}
