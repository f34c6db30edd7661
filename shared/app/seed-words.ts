import type { Problem } from '../kernel/result.ts'
import type { WordsFor } from '../kernel/words.ts'

export type SeedProblem =
  | Problem<'seed.notEmpty', Record<string, never>>
  | Problem<'seed.notDemo', Record<string, never>>
  | Problem<'seed.alreadyThere', { readonly name: string }>
  | Problem<'seed.notYet', { readonly what: 'visits'; readonly count: number }>
  | Problem<'seed.badNumber', { readonly name: string; readonly value: number }>

export const seedWords: WordsFor<SeedProblem> = {
  'seed.notEmpty': {
    zh: () => '此档案里已有记录；演示任务只放进空档案',
    en: () => 'This profile holds records already; the demonstration campaign only goes into an empty one',
  },
  'seed.notDemo': {
    zh: () => '演示任务只能放进演示档案；没有改动任何内容',
    en: () => 'The demonstration campaign only goes into a demo profile; nothing was changed',
  },
  'seed.alreadyThere': {
    zh: ({ name }) => `已经放过同样的数据（${name}）；没有再放`,
    en: ({ name }) => `The same data is there already (${name}); it was not added again`,
  },
  'seed.notYet': {
    zh: ({ count }) => `巡诊帮扶还没有做成，不能生成 ${String(count)} 次走访；请用 --visits 0`,
    en: ({ count }) => `Visits do not exist yet, so ${String(count)} of them cannot be made; use --visits 0`,
  },
  'seed.badNumber': {
    zh: ({ name, value }) => `${name} 应为不小于 0 的整数，现为 ${String(value)}`,
    en: ({ name, value }) => `${name} is a whole number from 0, not ${String(value)}`,
  },
}
