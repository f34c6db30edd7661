import type { Problem } from '../kernel/result.ts'
import type { WordsFor } from '../kernel/words.ts'

/** What can be wrong with what a command line was given. */
export type InputProblem =
  | Problem<'input.cannotRead', { readonly file: string }>
  | Problem<'input.notJson', { readonly reason: string }>
  | Problem<'input.fileExists', { readonly file: string }>
  | Problem<'input.cannotWrite', { readonly file: string; readonly reason: string }>

export const inputWords: WordsFor<InputProblem> = {
  'input.cannotRead': {
    zh: ({ file }) => `读不到文件，没有改动任何内容：${file}`,
    en: ({ file }) => `Cannot read the file; nothing was changed: ${file}`,
  },
  'input.notJson': {
    zh: ({ reason }) => `不是合法的 JSON，没有改动任何内容（${reason}）`,
    en: ({ reason }) => `Not JSON; nothing was changed (${reason})`,
  },
  'input.fileExists': {
    zh: ({ file }) => `已有同名文件，没有覆盖：${file}`,
    en: ({ file }) => `A file of this name exists and was not overwritten: ${file}`,
  },
  'input.cannotWrite': {
    zh: ({ file, reason }) => `文件没有写出，原有数据没有改动：${file}（${reason}）`,
    en: ({ file, reason }) => `The file was not written, what you have is unchanged: ${file} (${reason})`,
  },
}
