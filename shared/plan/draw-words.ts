import type { WordsFor } from '../kernel/words.ts'
import type { DrawProblem } from './draw.ts'

export const drawWords: WordsFor<DrawProblem> = {
  'draw.badId': {
    zh: ({ line }) => `抽取名单第 ${String(line)} 行为空，或有首尾空格、不可见字符`,
    en: ({ line }) => `Line ${String(line)} of the pool is empty, or has spaces around it or invisible characters in it`,
  },
  'draw.duplicateId': {
    zh: ({ id, line }) => `抽取名单第 ${String(line)} 行重复：${id}`,
    en: ({ id, line }) => `Line ${String(line)} of the pool is there twice: ${id}`,
  },
  'draw.tooFew': {
    zh: ({ have, take }) => `名单只有 ${String(have)} 个，抽不出 ${String(take)} 个`,
    en: ({ have, take }) => `The pool has ${String(have)}; ${String(take)} cannot be drawn from it`,
  },
  'draw.badTake': { zh: () => '抽取数量应为不小于 1 的整数', en: () => 'How many to draw is a whole number from 1' },
  'draw.badSeed': {
    zh: () => '随机种子应为一行文字，首尾没有空格',
    en: () => 'The seed is one line of text without spaces around it',
  },
}
