import type { FieldProblem } from '../kernel/parse-problems.ts'
import { type Problem, problem } from '../kernel/result.ts'
import { blank, type Lawful } from './lawful.ts'
import type { SamplingSheet } from './sampling-sheet.ts'
import type { SheetDraft, SubmitFacts } from './sheet-facts.ts'

export type GoodsProblem =
  | FieldProblem
  | Problem<'spotCheck.baseTooSmall', Lawful & { readonly have: number; readonly needed: number }>
  | Problem<'spotCheck.exportOnly', Lawful>
  | Problem<'spotCheck.markedGoods', Lawful & { readonly mark: NonNullable<SamplingSheet['product']['marked']> }>
  | Problem<'spotCheck.itemWithoutLimit', { readonly name: string }>

/** Order 18 art. 18: a stock too small is not sampled. */
function baseProblems({ sampling = {} }: SheetDraft, { rule, law }: SubmitFacts): GoodsProblem[] {
  const { base: have, testQuantity = 0, backupQuantity = 0 } = sampling
  const needed = Math.max(rule?.baseMinimum ?? 0, testQuantity + backupQuantity)
  return have !== undefined && have < needed
    ? [problem('spotCheck.baseTooSmall', '/sampling/base', { have, needed, article: law.baseRequired.article })]
    : []
}

/** Order 18 art. 18: goods for export alone, and goods marked 试制, 处理品 or 样品, are not sampled. */
function mustNotProblems({ product = {}, confirmedForSale }: SheetDraft, { articleOf }: SubmitFacts): GoodsProblem[] {
  const article = articleOf('checkMustNotSample')
  const found: GoodsProblem[] = []
  if (product.exported === true && confirmedForSale !== true) found.push(problem('spotCheck.exportOnly', '/product/exported', { article }))
  if (product.marked !== undefined) found.push(problem('spotCheck.markedGoods', '/product/marked', { mark: product.marked, article }))
  return found
}

const itemProblems = ({ items = [] }: SheetDraft): GoodsProblem[] =>
  items.flatMap((item, index) => {
    const limits =
      item.requirement === 'qualitative' ? [item.expected, item.claimExpected] : [item.low, item.high, item.claimLow, item.claimHigh]
    return limits.every(blank) ? [problem('spotCheck.itemWithoutLimit', `/items/${String(index)}`, { name: item.name ?? '' })] : []
  })

/** What the food sheet needs beyond the industrial one (食品安全抽样检验抽样单). */
function foodProblems({ variant, food = {} }: SheetDraft): FieldProblem[] {
  if (variant !== 'food') return []
  const always = (['class1', 'samplingType', 'packaging', 'licenceKind'] as const).filter((key) => blank(food[key]))
  const licence = food.licenceKind !== undefined && food.licenceKind !== 'none' && blank(food.licenceNo) ? (['licenceNo'] as const) : []
  const shelfLife = food.packaging === 'prepacked' && blank(food.shelfLife) ? (['shelfLife'] as const) : []
  return [...always, ...licence, ...shelfLife].map((key) => problem('field.missing', `/food/${key}`, {}))
}

/** What may be sampled, and what must be known of it. */
export const goodsProblems = (doc: SheetDraft, facts: SubmitFacts): GoodsProblem[] => [
  ...baseProblems(doc, facts),
  ...mustNotProblems(doc, facts),
  ...itemProblems(doc),
  ...foodProblems(doc),
]
