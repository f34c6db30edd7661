import type { WordsFor } from '../kernel/words.ts'
import type { ReviewProblem } from './case-file.ts'

type Both = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

const roles: Both = {
  sampler: { zh: '抽样人', en: 'sampler' },
  inspectedParty: { zh: '受检单位', en: 'inspected party' },
  producer: { zh: '生产单位', en: 'producer' },
  witness: { zh: '见证人', en: 'witness' },
}
const slots: Both = {
  facade: { zh: '门面', en: 'the premises' },
  licence: { zh: '证照', en: 'the licence' },
  process: { zh: '取样过程', en: 'the sampling' },
  sample: { zh: '样品及标签', en: 'the sample and its label' },
  beforeSeal: { zh: '封样前', en: 'the sample before sealing' },
  afterSeal: { zh: '封样后', en: 'the sealed sample' },
  group: { zh: '现场合照', en: 'the people present' },
}
const zh = (known: Both, code: string): string => known[code]?.zh ?? code
const en = (known: Both, code: string): string => known[code]?.en ?? code
const of = (name: string): string => (name === '' ? '' : ` ${name}`)

export const reviewWords: WordsFor<ReviewProblem> = {
  'review.signatureMissing': {
    zh: ({ role, name }) => `缺${zh(roles, role)}${of(name)}的签字`,
    en: ({ role, name }) => `The signature of the ${en(roles, role)}${of(name)} is missing`,
  },
  'review.signatureOutdated': {
    zh: ({ role, name }) => `${zh(roles, role)}${of(name)} 签字后内容又有更正，签字所对应的不是现在的内容`,
    en: ({ role, name }) => `The content was corrected after the ${en(roles, role)}${of(name)} signed it`,
  },
  'review.nameSpeltDifferently': {
    zh: ({ name, other, title }) => `名称写法前后不一致：这里是“${name}”，“${title}”上是“${other}”`,
    en: ({ name, other, title }) => `The name is written differently: “${name}” here, “${other}” in “${title}”`,
  },
  'review.otherName': {
    zh: ({ name, other, title }) => `当事人名称前后不符：这里是“${name}”，“${title}”上是“${other}”`,
    en: ({ name, other, title }) => `Another party is named: “${name}” here, “${other}” in “${title}”`,
  },
  'review.codeOfAnother': {
    zh: ({ uscc, name, other }) => `同一统一社会信用代码 ${uscc} 对应两个名称：“${name}”和“${other}”`,
    en: ({ uscc, name, other }) => `One credit code, ${uscc}, stands with two names: “${name}” and “${other}”`,
  },
  'review.samplerSpeltDifferently': {
    zh: ({ name, other, title }) => `抽样人姓名前后不一致：这里是“${name}”，“${title}”上是“${other}”`,
    en: ({ name, other, title }) => `A sampler is written differently: “${name}” here, “${other}” in “${title}”`,
  },
  'review.photoMissing': {
    zh: ({ slot }) => `缺少照片：${zh(slots, slot)}`,
    en: ({ slot }) => `There is no photo of ${en(slots, slot)}`,
  },
  'review.sealPhotoMissing': {
    zh: ({ slot }) => `缺少封样照片：${zh(slots, slot)}`,
    en: ({ slot }) => `There is no photo of ${en(slots, slot)}, so the seals cannot be proved`,
  },
  'review.photoFromElsewhere': {
    zh: ({ name, title }) => `照片 ${name} 与另一份记录“${title}”中的完全相同`,
    en: ({ name, title }) => `The photo ${name} is the same, byte for byte, as one of “${title}”`,
  },
  'review.noProofOfService': {
    zh: ({ name }) => `向“${name}”送达没有送达证据（送达回证、照片或邮寄查询页）`,
    en: ({ name }) => `There is no proof that “${name}” was served: a receipt, a photo or a tracking page`,
  },
  'review.datesOutOfOrder': {
    zh: ({ first, day, next, on }) => `日期顺序不对：${first.zh} ${day} 晚于${next.zh} ${on}`,
    en: ({ first, day, next, on }) => `Dates out of order: the ${first.en}, ${day}, is after the ${next.en}, ${on}`,
  },
  'review.stepOutOfPlace': {
    zh: ({ step }) => `“${step.zh}”与案卷其他记录矛盾，没有计入；请更正或作废`,
    en: ({ step }) => `“${step.en}” contradicts other records of the file and does not count; correct it or make it void`,
  },
  'review.stepUntimely': {
    zh: ({ due, on }) => `日期 ${on} 与期限 ${due} 不符：逾期，或期限未到`,
    en: ({ due, on }) => `${on} does not agree with the day ${due}: too late, or before its time`,
  },
  'review.fieldBlank': {
    zh: ({ field }) => `${field.zh}没有填写`,
    en: ({ field }) => `Not filled in: ${field.en}`,
  },
  'review.codeMissing': {
    zh: ({ name }) => `“${name}”没有统一社会信用代码，也没有写明原因`,
    en: ({ name }) => `“${name}” has no credit code, and nobody says why`,
  },
  'review.voidUnexplained': {
    zh: ({ title, reason }) => `作废“${title}”的理由没有说清楚：${reason}`,
    en: ({ title, reason }) => `Why “${title}” was made void is not explained: “${reason}”`,
  },
  'review.correctionUnexplained': {
    zh: ({ reason }) => `更正的理由没有说清楚：${reason}`,
    en: ({ reason }) => `Why it was corrected is not explained: “${reason}”`,
  },
  'review.secondCase': {
    zh: ({ no }) => `同一批次立了两个案件，另一个是 ${no}；请作废其中一个`,
    en: ({ no }) => `Two cases were opened for one batch, the other is ${no}; make one of them void`,
  },
}
