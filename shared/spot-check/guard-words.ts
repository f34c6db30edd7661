import type { WordsFor } from '../kernel/words.ts'
import type { GoodsProblem } from './goods-rules.ts'
import type { PurchaseProblem } from './purchase-rules.ts'
import type { RepeatProblem } from './repeat-guard.ts'
import type { TaskGuardProblem } from './task-guard.ts'

type Guard =
  | RepeatProblem
  | TaskGuardProblem
  | Exclude<PurchaseProblem, { readonly code: `field.${string}` }>
  | Extract<GoodsProblem, { readonly code: 'spotCheck.exportOnly' | 'spotCheck.markedGoods' }>

const DAY = 10

/** How old what this device knows of other devices is. */
const ageZh = (asOf: string | null): string =>
  asOf === null ? '只查了本机记录，没有导入过其他设备的' : `查到的其他设备数据截至 ${asOf.slice(0, DAY)}`
const ageEn = (asOf: string | null): string =>
  asOf === null
    ? 'only this device’s records were searched; it imported none of others'
    : `what is known of other devices is as of ${asOf.slice(0, DAY)}`

const marks = {
  trial: { zh: '试制', en: 'trial product' },
  reduced: { zh: '处理品', en: 'reduced goods' },
  sample: { zh: '样品', en: 'sample' },
} as const
const prices = {
  purchaseCost: { zh: '购样费', en: 'cost of the samples' },
  unitPrice: { zh: '单价（标价）', en: 'marked price' },
} as const
const days = {
  ordered: { zh: '下单日期', en: 'the order' },
  received: { zh: '收货日期', en: 'the delivery' },
  unpacked: { zh: '拆包日期', en: 'the unpacking' },
  sampled: { zh: '抽样日期', en: 'the sampling' },
} as const

export const guardWords: WordsFor<Guard> = {
  'spotCheck.repeated': {
    zh: ({ no, day, until, asOf, article }) =>
      `没有定稿，草稿仍在：同一生产者、标准、商标、型号的产品已于 ${day} 抽样（${no}），${until} 起才可再抽；跟踪抽查等情形请写明原因（${article.zh}）。${ageZh(asOf)}`,
    en: ({ no, day, until, asOf, article }) =>
      `Not sealed, the draft is kept: these goods (producer, standard, trademark, model) were sampled on ${day} (${no}) and may be again from ${until}; for a follow-up or another exception say why (${article.en}). ${ageEn(asOf)}`,
  },
  'spotCheck.quotaFull': {
    zh: ({ taskNo, quota, sealed, asOf, article }) =>
      `没有定稿，草稿仍在：任务 ${taskNo} 的 ${String(quota)} 批已抽满（已有 ${String(sealed)} 份抽样单），超出时请写明原因（${article.zh}）。${ageZh(asOf)}`,
    en: ({ taskNo, quota, sealed, asOf, article }) =>
      `Not sealed, the draft is kept: the ${String(quota)} batches of task ${taskNo} are sampled (${String(sealed)} sheets); to go beyond, say why (${article.en}). ${ageEn(asOf)}`,
  },
  'spotCheck.noSuchTarget': {
    zh: ({ taskNo }) => `没有定稿，草稿仍在：任务${taskNo === '' ? '' : ` ${taskNo} `}里没有这个抽查对象，请从任务重新打开`,
    en: ({ taskNo }) =>
      `Not sealed, the draft is kept: ${taskNo === '' ? 'the task' : `task ${taskNo}`} has no such check; open it from the task again`,
  },
  'spotCheck.priceMissing': {
    zh: ({ what, article }) => `没有定稿：样品须按标价购买，请填写${prices[what].zh}（${article.zh}）`,
    en: ({ what, article }) => `Not sealed: samples are bought at the marked price; enter the ${prices[what].en} (${article.en})`,
  },
  'spotCheck.foodNotBought': {
    zh: ({ article }) => `没有定稿：食品样品一律购买，请在“样品取得”里选“购买”（${article.zh}）`,
    en: ({ article }) => `Not sealed: food samples are always bought; choose “bought” (${article.en})`,
  },
  'spotCheck.invoiceMissing': {
    zh: ({ article }) => `没有定稿：市场买样须有购样凭证，请填发票号，或在“购样凭证”里放一张照片（${article.zh}）`,
    en: ({ article }) =>
      `Not sealed: a purchase in the market needs its proof; enter the invoice number or add a photo of the receipt (${article.en})`,
  },
  'spotCheck.screenshotMissing': {
    zh: ({ article }) => `没有定稿：网络买样须有网页或订单截图，请至少放一张（${article.zh}）`,
    en: ({ article }) => `Not sealed: an online purchase needs a screenshot of page or order; add at least one (${article.en})`,
  },
  'spotCheck.datesOutOfOrder': {
    zh: ({ first, firstOn, second, secondOn }) => `没有定稿：${days[second].zh} ${secondOn} 早于${days[first].zh} ${firstOn}，请核对`,
    en: ({ first, firstOn, second, secondOn }) =>
      `Not sealed: ${days[second].en} on ${secondOn} would be before ${days[first].en} on ${firstOn}; check the dates`,
  },
  'spotCheck.exportOnly': {
    zh: ({ article }) => `没有定稿：只供出口的产品不得抽样；若也在境内销售，请勾选“企业确认待销”（${article.zh}）`,
    en: ({ article }) =>
      `Not sealed: goods for export alone are not sampled; if they are sold in China too, tick the confirmation (${article.en})`,
  },
  'spotCheck.markedGoods': {
    zh: ({ mark, article }) => `没有定稿：标有“${marks[mark].zh}”的产品不得抽样（${article.zh}）`,
    en: ({ mark, article }) => `Not sealed: goods marked as “${marks[mark].en}” are not sampled (${article.en})`,
  },
}
