import type { FieldProblem } from './parse-problems.ts'
import type { RecordProblem } from './record-contract.ts'
import type { WordsFor } from './words.ts'

const kilobytes = (bytes: number): string => `${String(Math.ceil(bytes / 1024))} KB`

/** What a schema expects, as people say it; a form nobody named is not explained. */
const FORMS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  string: { zh: '应为文字', en: 'a text' },
  number: { zh: '应为数字', en: 'a number' },
  int: { zh: '应为整数', en: 'a whole number' },
  boolean: { zh: '应为是或否', en: 'true or false' },
  array: { zh: '应为列表', en: 'a list' },
  object: { zh: '应为一组字段', en: 'a group of fields' },
  date: { zh: '应为 2026-08-03 这样的日期', en: 'a date like 2026-08-03' },
  datetime: { zh: '应为带时区的时间', en: 'a time with its offset' },
  email: { zh: '应为电子邮箱', en: 'an e-mail address' },
}

const form = (language: 'zh' | 'en', expected: string): string => {
  const known = FORMS[expected]
  if (known === undefined) return ''
  return language === 'zh' ? `：${known.zh}` : `: ${known.en}`
}

export const fieldWords: WordsFor<FieldProblem> = {
  'field.missing': { zh: () => '此项必填', en: () => 'This field is required' },
  'field.unknown': { zh: ({ names }) => `没有这个字段：${names}`, en: ({ names }) => `No such field: ${names}` },
  'field.tooSmall': {
    zh: ({ minimum }) => `太小或太短，至少 ${String(minimum)}`,
    en: ({ minimum }) => `Too small or too short; at least ${String(minimum)}`,
  },
  'field.tooLong': {
    zh: ({ maximum }) => `太大或太长，至多 ${String(maximum)}`,
    en: ({ maximum }) => `Too large or too long; at most ${String(maximum)}`,
  },
  'field.invalid': {
    zh: ({ expected }) => `格式不对${form('zh', expected)}`,
    en: ({ expected }) => `Not in the expected form${form('en', expected)}`,
  },
}

export const recordWords: WordsFor<RecordProblem> = {
  'record.noSuchRecord': { zh: ({ id }) => `没有这条记录：${id}`, en: ({ id }) => `No such record: ${id}` },
  'record.noSuchDraft': { zh: ({ id }) => `没有这份草稿：${id}`, en: ({ id }) => `No such draft: ${id}` },
  'record.unknownKind': { zh: ({ kind }) => `不认识的记录种类：${kind}`, en: ({ kind }) => `Unknown kind of record: ${kind}` },
  'record.sealed': {
    zh: () => '此记录已定稿，内容不再改动；要修改请用“更正”并写明理由',
    en: () => 'This record is sealed and stays as it is; to change it, correct it and give a reason',
  },
  'record.notSealed': { zh: () => '此记录还是草稿，尚未定稿', en: () => 'This record is still a draft, not sealed yet' },
  'record.reasonMissing': { zh: () => '请写明理由', en: () => 'Please give a reason' },
  'record.notYours': { zh: () => '只有作者本人或上级可以更正或作废', en: () => 'Only its author or a supervisor may correct or void it' },
  'record.notSupervisor': { zh: () => '只有上级可以审核', en: () => 'Only a supervisor reviews records' },
  'record.openConflict': { zh: ({ fields }) => `还有未裁定的冲突：${fields}`, en: ({ fields }) => `Conflicts not settled yet: ${fields}` },
  'record.newerVersion': {
    zh: () => '此记录由更新版本的程序写成，请先升级；内容完好，暂时只读',
    en: () => 'A newer version of the program wrote this record. It is safe and can be read; update the program to change it',
  },
  'record.otherKind': {
    zh: ({ kind }) => `此编号下已有另一种草稿（${kind}），没有覆盖`,
    en: ({ kind }) => `Under this id there is a draft of another kind (${kind}); it was not overwritten`,
  },
  'record.tooLarge': {
    zh: ({ bytes, maximum }) => `内容过多（${kilobytes(bytes)}，上限 ${kilobytes(maximum)}），装不进一条记录；请精简或分成两份`,
    en: ({ bytes, maximum }) => `Too much for one record (${kilobytes(bytes)} of ${kilobytes(maximum)}); shorten it or make two`,
  },
}
