import type { Bilingual } from '../kernel/bilingual.ts'
import type { WordsFor } from '../kernel/words.ts'
import type { CertificationKind } from './certification-choices.ts'
import { CERTIFICATION_KIND_NAMES, NUMBER_FORM_NAMES } from './certification-names.ts'
import type { CertificationProblem, GateProblem, NumberWarning } from './certification-problems.ts'

const fields: Readonly<Record<string, Bilingual>> = {
  case: { zh: '所属帮扶案', en: 'case' },
  step: { zh: '步骤', en: 'step' },
  no: { zh: '案件编号', en: 'case number' },
  enterprise: { zh: '企业', en: 'enterprise' },
}

const kindName = (kind: string, language: 'zh' | 'en'): string => CERTIFICATION_KIND_NAMES[kind as CertificationKind]?.[language] ?? kind

type Gates = readonly { readonly stage: Bilingual; readonly gate: Bilingual }[]
const gatesIn = (gates: Gates, language: 'zh' | 'en'): string =>
  gates
    .map(({ stage, gate }) => (language === 'zh' ? `“${stage.zh}”（关口：${gate.zh}）` : `“${stage.en}” (gate: ${gate.en})`))
    .join(language === 'zh' ? '、' : ', ')

export const gateWords: WordsFor<GateProblem> = {
  'certification.notOpened': {
    zh: ({ step, article }) => `没有记录“${step.zh}”：这个帮扶案还没有建立（${article.zh}）`,
    en: ({ step, article }) => `“${step.en}” was not recorded: the case is not opened yet (${article.en})`,
  },
  'certification.gateSkipped': {
    zh: ({ step, gates, article }) => `没有记录“${step.zh}”：前面的关口还没有过——${gatesIn(gates, 'zh')}；请按顺序先办（${article.zh}）`,
    en: ({ step, gates, article }) =>
      `“${step.en}” was not recorded: gates before it are still closed: ${gatesIn(gates, 'en')}; take them first, in order (${article.en})`,
  },
  'certification.gatePassed': {
    zh: ({ step, stage }) => `没有重复记录“${step.zh}”：这一关已经过了，现在是“${stage.zh}”；要改内容，请更正原来的记录`,
    en: ({ step, stage }) =>
      `“${step.en}” was not recorded again: that gate is passed, the case is at “${stage.en}”; correct the first record instead`,
  },
  'certification.gateClosed': {
    zh: ({ stage, gate, missing }) => `没有记录“${stage.zh}”。关口：${gate.zh}。还缺：${missing.zh}`,
    en: ({ stage, gate, missing }) => `“${stage.en}” was not recorded. Gate: ${gate.en}. Still missing: ${missing.en}`,
  },
  'certification.resting': {
    zh: ({ step, since }) => `没有记录“${step.zh}”：这个帮扶案自 ${since} 起暂停，请先“恢复”`,
    en: ({ step, since }) => `“${step.en}” was not recorded: the case is suspended since ${since}; resume it first`,
  },
}

export const certificationWords: WordsFor<CertificationProblem | NumberWarning> = {
  ...gateWords,
  'certification.noSuchCase': {
    zh: ({ id }) => `没有写入：本机没有这个认证帮扶案（${id}）`,
    en: ({ id }) => `Nothing was recorded: there is no such certification case here (${id})`,
  },
  'certification.staysAsItIs': {
    zh: ({ field }) => `没有更正：${fields[field]?.zh ?? field}不能更改；如属误记，请作废这条记录后重新记录`,
    en: ({ field }) => `Nothing was corrected: the ${fields[field]?.en ?? field} cannot change; void this record and enter it anew`,
  },
  'certification.helperTwice': {
    zh: ({ name }) => `没有写入：帮扶人员“${name}”写了两次；人次会算错，请只留一次`,
    en: ({ name }) => `Nothing was recorded: the helper “${name}” stands there twice; keep one`,
  },
  'certification.openedInFuture': {
    zh: ({ on, today }) => `没有写入：建案日期 ${on} 晚于今天（${today}）`,
    en: ({ on, today }) => `Nothing was recorded: the case would be opened on ${on}, after today (${today})`,
  },
  'certification.trialTooShort': {
    zh: ({ from, until, on, article }) =>
      `没有记录“试运行”。关口：试运行满期并有运行记录。自 ${from} 起要运行到 ${until}，而记录日期是 ${on}（${article.zh}）`,
    en: ({ from, until, on, article }) =>
      `“trial run” was not recorded. Gate: trial run long enough, with records. Begun on ${from} it runs until ${until}, and the record says ${on} (${article.en})`,
  },
  'certification.dayInFuture': {
    zh: ({ on, today }) => `没有写入：日期 ${on} 晚于今天（${today}）；只能记录已经发生的事`,
    en: ({ on, today }) => `Nothing was recorded: ${on} is after today (${today}); only what has happened can be recorded`,
  },
  'certification.daysInDisorder': {
    zh: ({ first, second }) => `没有写入：日期 ${second} 早于它之前的 ${first}，请核对两个日期`,
    en: ({ first, second }) => `Nothing was recorded: ${second} is before ${first}, which comes first; check both dates`,
  },
  'certification.moreOpenThanFound': {
    zh: ({ open, found }) => `没有写入：未关闭的不符合项（${String(open)}）多于发现的不符合项（${String(found)}）`,
    en: ({ open, found }) => `Nothing was recorded: more nonconformities are open (${String(open)}) than were found (${String(found)})`,
  },
  'certification.auditorTwice': {
    zh: ({ name }) => `没有写入：内审员“${name}”写了两次`,
    en: ({ name }) => `Nothing was recorded: the auditor “${name}” stands there twice`,
  },
  'certification.expiresBeforeIssue': {
    zh: ({ issuedOn, expiresOn }) => `没有写入：有效期至 ${expiresOn}，不晚于发证日期 ${issuedOn}，请核对证书`,
    en: ({ issuedOn, expiresOn }) =>
      `Nothing was recorded: it would expire on ${expiresOn}, not after it was issued (${issuedOn}); check the certificate`,
  },
  'certification.certificateTwice': {
    zh: ({ number, body }) => `没有写入：该企业已登记过 ${body} 的证书 ${number}；同一张证书只计一次，如有变化请更正那一张`,
    en: ({ number, body }) =>
      `Nothing was recorded: certificate ${number} of ${body} is recorded for this enterprise already; one certificate counts once, correct that record instead`,
  },
  'certification.otherEnterprise': {
    zh: ({ enterprise, ofCase }) => `没有写入：证书的企业是“${enterprise}”，而帮扶案是“${ofCase}”的；请换企业或换帮扶案`,
    en: ({ enterprise, ofCase }) =>
      `Nothing was recorded: the certificate is of “${enterprise}”, the case of “${ofCase}”; choose the other enterprise or case`,
  },
  'certification.numberOfOtherKind': {
    zh: ({ form, kind }) =>
      `这是${NUMBER_FORM_NAMES[form].zh}的编号格式，而证书种类选的是“${kindName(kind, 'zh')}”；请对照证书核对（可以照样记录）`,
    en: ({ form, kind }) =>
      `This is the form of number of ${NUMBER_FORM_NAMES[form].en}, but the kind chosen is “${kindName(kind, 'en')}”; compare the certificate (it can be recorded as it is)`,
  },
  'certification.numberNotOfForm': {
    zh: ({ form }) => `不像${NUMBER_FORM_NAMES[form].zh}的编号；请对照证书核对（可以照样记录）`,
    en: ({ form }) =>
      `This does not look like the number of ${NUMBER_FORM_NAMES[form].en}; compare the certificate (it can be recorded as it is)`,
  },
  'certification.numberCheckDigit': {
    zh: ({ have, expected }) => `校验位是 ${have}，应为 ${expected}；请对照证书核对（可以照样记录）`,
    en: ({ have, expected }) =>
      `The check digit is ${have} and should be ${expected}; compare the certificate (it can be recorded as it is)`,
  },
  'certification.numberYear': {
    zh: ({ year, earliest, latest }) => `编号中的年份是 ${String(year)}，应在 ${String(earliest)}—${String(latest)} 之间；请对照证书核对`,
    en: ({ year, earliest, latest }) =>
      `The number says the year ${String(year)}; expected ${String(earliest)} to ${String(latest)}; compare the certificate`,
  },
  'certification.numberYearAfterIssue': {
    zh: ({ year, issuedOn }) => `编号中的年份 ${String(year)} 晚于发证日期 ${issuedOn}；请对照证书核对`,
    en: ({ year, issuedOn }) => `The year ${String(year)} in the number is after the day of issue (${issuedOn}); compare the certificate`,
  },
  'certification.numberLookalike': {
    zh: ({ suggestion }) => `编号里有像数字的字母；是不是 ${suggestion}？`,
    en: ({ suggestion }) => `Some letters look like digits; is it ${suggestion}?`,
  },
}
