import type { WordsFor } from '../kernel/words.ts'
import type { AgreementProblem } from './agreement-problems.ts'

export const agreementWords: WordsFor<AgreementProblem> = {
  'agreement.noDoctor': {
    zh: () => '协议至少要有一名质量医生',
    en: () => 'An agreement needs a quality doctor at least',
  },
  'agreement.doctorTwice': {
    zh: ({ name }) => `质量医生“${name}”写了两次`,
    en: ({ name }) => `The doctor "${name}" is named twice`,
  },
  'agreement.unknownDoctor': {
    zh: ({ name }) => `人员名单里找不到“${name}”了，请重新选择`,
    en: ({ name }) => `"${name}" is no longer in the list of people; choose again`,
  },
  'agreement.endsFirst': {
    zh: ({ from, to }) => `截止日期 ${to} 早于生效日期 ${from}`,
    en: ({ from, to }) => `It ends on ${to}, before it begins on ${from}`,
  },
  'agreement.signedLater': {
    zh: ({ signed, from }) => `签订日期 ${signed} 晚于生效日期 ${from}；签订之前不能算有效`,
    en: ({ signed, from }) => `Signed on ${signed}, after it begins on ${from}; it cannot be in force before it is signed`,
  },
  'agreement.signedInFuture': {
    zh: ({ on, today }) => `签订日期 ${on} 还没有到（今天 ${today}）`,
    en: ({ on, today }) => `The day of signing, ${on}, is still to come (today is ${today})`,
  },
  'agreement.endOutsideTerm': {
    zh: ({ on, from, to }) => `终止日期 ${on} 不在协议期 ${from} 至 ${to} 之内`,
    en: ({ on, from, to }) => `It cannot be ended on ${on}, outside its term from ${from} to ${to}`,
  },
  'agreement.endWithoutReason': {
    zh: () => '终止协议要写明原因',
    en: () => 'Ending an agreement needs a reason',
  },
  'agreement.reasonWithoutEnd': {
    zh: () => '写了终止原因，请填终止日期',
    en: () => 'There is a reason for ending it; enter the day as well',
  },
  'agreement.numberTaken': {
    zh: ({ no, enterprise }) => `协议编号 ${no} 已用于“${enterprise}”`,
    en: ({ no, enterprise }) => `The number ${no} is that of the agreement with "${enterprise}"`,
  },
  'agreement.alreadyInForce': {
    zh: ({ no, doctor, from, to }) => `“${doctor}”与这家企业已有协议 ${no}（${from} 至 ${to}），期间重叠；请先终止它，或错开日期`,
    en: ({ no, doctor, from, to }) =>
      `"${doctor}" already has the agreement ${no} with this enterprise (${from} to ${to}), and the terms overlap; end that one first, or choose other days`,
  },
}
