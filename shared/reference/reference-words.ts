import type { WordsFor } from '../kernel/words.ts'
import type { SamplingRuleProblem } from './decide-sampling-rule.ts'
import type { FileFormProblem, ReferenceEditProblem, StorageProblem } from './reference-file.ts'

const megabytes = (bytes: number): string => `${String(bytes / 1_000_000)} MB`

/** The reason that an import leaves in the history of every record it changes; in both languages, because both will read it. */
export const importReason = (file: string): string => `由文件导入 / imported from ${file}`.slice(0, 300)

const ruleWords: WordsFor<SamplingRuleProblem> = {
  'rule.baseTooSmall': {
    zh: ({ base, needed }) => `抽样基数 ${String(base)} 少于检验样品与备用样品之和 ${String(needed)}`,
    en: ({ base, needed }) => `The sampling base ${String(base)} is less than test and backup sample together, ${String(needed)}`,
  },
  'rule.limitMissing': {
    zh: ({ name }) => `检验项目“${name}”缺少它的要求所需的限值`,
    en: ({ name }) => `The test item “${name}” lacks the limit its requirement asks for`,
  },
  'rule.itemTwice': {
    zh: ({ name }) => `检验项目“${name}”写了两次`,
    en: ({ name }) => `The test item “${name}” is there twice`,
  },
  'rule.endsBeforeItBegins': {
    zh: ({ from, to }) => `废止日期（${to}）早于施行日期（${from}）`,
    en: ({ from, to }) => `It ends (${to}) before it begins (${from})`,
  },
}

const fileWords: WordsFor<FileFormProblem | StorageProblem> = {
  'reference.fileTooLarge': {
    zh: ({ bytes, maximum }) => `没有导入：文件 ${megabytes(bytes)}，最大 ${megabytes(maximum)}`,
    en: ({ bytes, maximum }) => `Nothing was imported: the file has ${megabytes(bytes)}, at most ${megabytes(maximum)} are read`,
  },
  'reference.tooManyItems': {
    zh: ({ have, maximum }) => `没有导入：文件有 ${String(have)} 条，一次最多 ${String(maximum)} 条`,
    en: ({ have, maximum }) => `Nothing was imported: the file has ${String(have)} items, at most ${String(maximum)} are read at once`,
  },
  'reference.fileEmpty': { zh: () => '没有导入：文件里一条也没有', en: () => 'Nothing was imported: there is no item in the file' },
  'reference.notText': {
    zh: () => '此处不是 UTF-8 文字；在 Excel 里请另存为“CSV UTF-8”',
    en: () => 'This is not UTF-8 text; in Excel, save as “CSV UTF-8”',
  },
  'reference.notJson': {
    zh: ({ found }) => (found === '' ? '文件到此中断，JSON 没有写完' : `此处不应出现“${found}”，不是合法的 JSON`),
    en: ({ found }) => (found === '' ? 'The file ends here, the JSON is not complete' : `“${found}” cannot stand here, this is not JSON`),
  },
  'reference.tooDeep': { zh: () => '此处嵌套太深', en: () => 'This is nested too deeply' },
  'reference.memberTwice': { zh: ({ name }) => `字段 ${name} 写了两次`, en: ({ name }) => `The field ${name} is there twice` },
  'reference.itemTwice': {
    zh: ({ key, first }) => `“${key}”在文件里出现两次，先前在第 ${String(first)} 行`,
    en: ({ key, first }) => `“${key}” is in the file twice, before in line ${String(first)}`,
  },
  'reference.unknownTable': {
    zh: () => '看不出这是哪一种基础数据；请指明表，或对照 docs/reference-files.md 的格式',
    en: () => 'It cannot be told which table this belongs to; name the table, or compare with docs/reference-files.md',
  },
  'reference.noCsv': {
    zh: () => '这种基础数据只能用 JSON 文件导入；CSV 只用于抽样规则和节假日',
    en: () => 'This table is imported from JSON only; CSV is for sampling rules and holiday calendars',
  },
  'reference.quoteOpen': { zh: () => '此处的引号没有结束', en: () => 'The quotation mark that begins here has no end' },
  'reference.unknownColumn': { zh: ({ name }) => `没有这一列：${name}`, en: ({ name }) => `No such column: ${name}` },
  'reference.columnMissing': { zh: ({ name }) => `缺少这一列：${name}`, en: ({ name }) => `This column is missing: ${name}` },
  'reference.cellTooMany': {
    zh: ({ columns }) => `此行的格数多于表头的 ${String(columns)} 列`,
    en: ({ columns }) => `This row has more cells than the ${String(columns)} columns of the header`,
  },
  'reference.cellDiffers': {
    zh: ({ name, first }) => `“${name}”与同一条在第 ${String(first)} 行的不同`,
    en: ({ name, first }) => `“${name}” differs from line ${String(first)} of the same item`,
  },
  'reference.notWhole': {
    zh: ({ value }) => `${String(value)} 不是整数；带小数的数请写成文字，如 "0.06"`,
    en: ({ value }) => `${String(value)} is no whole number; write a number with a fraction as text, such as "0.06"`,
  },
  'reference.nestedTooDeep': {
    zh: ({ maximum }) => `此处嵌套超过 ${String(maximum)} 层`,
    en: ({ maximum }) => `This is nested more than ${String(maximum)} deep`,
  },
}

/** What is said of files of reference data and of edits to them. */
export const referenceWords: WordsFor<FileFormProblem | StorageProblem | SamplingRuleProblem | ReferenceEditProblem> = {
  ...ruleWords,
  ...fileWords,
  'reference.noSuchItem': {
    zh: ({ key }) => `没有改动：没有“${key}”这一条`,
    en: ({ key }) => `Nothing was changed: there is no item “${key}”`,
  },
  'reference.alreadyWithdrawn': {
    zh: ({ key }) => `没有改动：“${key}”已经停用`,
    en: ({ key }) => `Nothing was changed: “${key}” is withdrawn already`,
  },
  'reference.supervisorDecides': {
    zh: ({ key, name }) => `没有改动：“${key}”以上级（${name}）的为准，请由上级修改`,
    en: ({ key, name }) => `Nothing was changed: the supervisor's “${key}” (${name}) counts here, ask the supervisor to change it`,
  },
  'reference.lawStays': {
    zh: ({ key }) => `没有改动：法定数字“${key}”不能停用，只能修改`,
    en: ({ key }) => `Nothing was changed: the number of the law “${key}” cannot be withdrawn, only changed`,
  },
  'reference.otherKey': {
    zh: ({ key, needed }) => `这一条的编号应为“${needed}”，现为“${key}”`,
    en: ({ key, needed }) => `The key of this item is “${needed}”, not “${key}”`,
  },
  'reference.manyChanges': {
    zh: ({ key, maximum }) => `没有改动：“${key}”一次改动超过 ${String(maximum)} 处，请分次修改或另立版本`,
    en: ({ key, maximum }) =>
      `Nothing was changed: more than ${String(maximum)} changes to “${key}” at once; make them in steps, or a new edition`,
  },
}
