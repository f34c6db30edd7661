import type { WordsFor } from '../kernel/words.ts'
import type { LayoutProblem } from './decide-layout.ts'
import type { PaperProblem } from './paper-contract.ts'

export const paperWords: WordsFor<PaperProblem | LayoutProblem> = {
  'paper.noSuchLayout': {
    zh: ({ layout }) => `没有打印任何内容：没有名为“${layout}”的文书，或它不适用于这条记录`,
    en: ({ layout }) => `Nothing was printed: there is no paper “${layout}”, or it is not for this record`,
  },
  'paper.noSuchCopy': {
    zh: ({ no }) => `没有打印任何内容：这份文书没有第 ${String(no)} 联`,
    en: ({ no }) => `Nothing was printed: this paper has no copy ${String(no)}`,
  },
  'paper.notFitting': {
    zh: ({ title, why }) => `没有打印任何内容：《${title.zh}》不能由这条记录生成。${why.zh}`,
    en: ({ title, why }) => `Nothing was printed: ${title.en} cannot be had of this record. ${why.en}`,
  },
  'paper.unknownPointer': {
    zh: ({ pointer, kind }) => `格式未被采用：${kind} 没有 ${pointer} 这一项`,
    en: ({ pointer, kind }) => `The layout was not taken: ${kind} has no ${pointer}`,
  },
  'paper.unknownFormat': {
    zh: ({ format, known }) => `格式未被采用：不认识写法“${format}”。可用 ${known}，或代码表的名称`,
    en: ({ format, known }) => `The layout was not taken: nobody knows the format “${format}”. There are ${known}, and the lists of codes`,
  },
  'paper.rowWidth': {
    zh: ({ columns, have }) => `格式未被采用：这一行占 ${String(have)} 列，表格为 ${String(columns)} 列（每项标签一列，内容 span 列）`,
    en: ({ columns, have }) =>
      `The layout was not taken: this row fills ${String(have)} columns of ${String(columns)} (one for a label, span for its value)`,
  },
  'paper.copyTwice': {
    zh: ({ no }) => `格式未被采用：第 ${String(no)} 联写了两次`,
    en: ({ no }) => `The layout was not taken: copy ${String(no)} is there twice`,
  },
}
