import type { Bilingual } from '../kernel/bilingual.ts'

/** Words of the codes that a schema knows: list → code → word, in both languages. */
export interface ChoiceWords {
  readonly zh: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly en: Readonly<Record<string, Readonly<Record<string, string>>>>
}

/** What the texts of a paper are written with: words of codes, names of districts. */
export interface PaperWords {
  readonly choices: readonly ChoiceWords[]
  readonly placeName: (code: string) => Bilingual | undefined
}

export const choiceIn = ({ choices }: Pick<PaperWords, 'choices'>, language: 'zh' | 'en', list: string, code: string): string | undefined =>
  choices.map((words) => words[language][list]?.[code]).find((word) => word !== undefined)

export const hasList = ({ choices }: Pick<PaperWords, 'choices'>, list: string): boolean =>
  choices.some(({ zh }) => Object.hasOwn(zh, list))

/** The codes of a list in their order, with their words. */
export function choicesOf(
  { choices }: Pick<PaperWords, 'choices'>,
  language: 'zh' | 'en',
  list: string,
): readonly (readonly [string, string])[] {
  const words = choices.find(({ zh }) => Object.hasOwn(zh, list))
  return Object.entries(words?.[language][list] ?? {})
}

/** Choices that belong to no kind of record: yes and no, verdicts, how one item came out. */
export const commonChoices: ChoiceWords = {
  zh: {
    yesNo: { true: '是', false: '否' },
    verdict: {
      noNonconformityFound: '未发现不合格',
      nonconforming: '不合格',
      seriouslyNonconforming: '严重不合格',
      undecided: '待判定',
    },
    itemVerdict: { pass: '符合', fail: '不符合', undecided: '待判定' },
  },
  en: {
    yesNo: { true: 'Yes', false: 'No' },
    verdict: {
      noNonconformityFound: 'No nonconformity found',
      nonconforming: 'Nonconforming',
      seriouslyNonconforming: 'Seriously nonconforming',
      undecided: 'Open',
    },
    itemVerdict: { pass: 'Pass', fail: 'Fail', undecided: 'Open' },
  },
}
