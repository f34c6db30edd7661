import type { Problem } from '../kernel/result.ts'
import type { WordsFor } from '../kernel/words.ts'
import type { RandomDrawProblem } from './decide-draw.ts'
import type { SealDrawProblem } from './decide-random-draw.ts'
import type { ReadPoolProblem } from './read-pool.ts'
import type { DrawDifference } from './redraw.ts'
import type { UnitDrawProblem } from './unit-draw.ts'

export type DrawFileProblem = Problem<'draw.cannotWrite', { readonly file: string; readonly reason: string }>

export type DrawRecordProblem = Exclude<
  RandomDrawProblem | SealDrawProblem | ReadPoolProblem | UnitDrawProblem | DrawFileProblem,
  { code: `field.${string}` | 'draw.badId' | 'draw.duplicateId' | 'draw.tooFew' | 'draw.badTake' | 'draw.badSeed' }
>

/** What a second run found otherwise. */
export const differenceWords: Readonly<Record<DrawDifference['what'], { readonly zh: string; readonly en: string }>> = {
  algorithm: { zh: '算法', en: 'the algorithm' },
  enterprisePool: { zh: '企业名单', en: 'the pool of enterprises' },
  samplerPool: { zh: '人员名单', en: 'the pool of samplers' },
  enterprises: { zh: '抽中的企业', en: 'the enterprises drawn' },
  samplers: { zh: '抽中的人员', en: 'the samplers drawn' },
  teams: { zh: '人员分派', en: 'who goes where' },
  excluded: { zh: '排除名单', en: 'who was left out' },
}

const said = (differs: string, language: 'zh' | 'en'): string =>
  differs
    .split(', ')
    .map((what) => (what in differenceWords ? differenceWords[what as DrawDifference['what']][language] : what))
    .join(language === 'zh' ? '、' : ', ')

export const randomDrawWords: WordsFor<DrawRecordProblem> = {
  'draw.poolEmpty': { zh: () => '没有抽取：名单里一个也没有', en: () => 'Nothing was drawn: the pool is empty' },
  'draw.poolTooLarge': {
    zh: ({ have, maximum }) => `没有抽取：名单有 ${String(have)} 个，至多 ${String(maximum)} 个`,
    en: ({ have, maximum }) => `Nothing was drawn: the pool has ${String(have)} entries, more than ${String(maximum)}`,
  },
  'draw.takeTooLarge': {
    zh: ({ maximum }) => `没有抽取：一次至多抽 ${String(maximum)} 家，请分批`,
    en: ({ maximum }) => `Nothing was drawn: at most ${String(maximum)} enterprises at a time; please draw in parts`,
  },
  'draw.tooManyExcluded': {
    zh: ({ maximum }) => `没有抽取：逐个排除的至多 ${String(maximum)} 个，请改用筛选条件`,
    en: ({ maximum }) => `Nothing was drawn: at most ${String(maximum)} are left out one by one; please narrow the filter instead`,
  },
  'draw.excludedUnknown': {
    zh: ({ id }) => `没有抽取：被排除的不在名单里：${id}`,
    en: ({ id }) => `Nothing was drawn: this entry is left out but not in the pool: ${id}`,
  },
  'draw.exclusionWithoutReason': {
    zh: ({ id }) => `没有抽取：排除“${id}”要写明原因（不少于 2 个字）`,
    en: ({ id }) => `Nothing was drawn: leaving out "${id}" needs a reason`,
  },
  'draw.tooFewEach': {
    zh: ({ needed, article }) => `没有抽取：每家至少 ${String(needed)} 名抽样人员（${article.zh}）`,
    en: ({ needed, article }) => `Nothing was drawn: each enterprise needs at least ${String(needed)} samplers (${article.en})`,
  },
  'draw.teamTooLarge': {
    zh: ({ drawn, each }) => `没有抽取：只抽 ${String(drawn)} 名人员，不够每家 ${String(each)} 名`,
    en: ({ drawn, each }) => `Nothing was drawn: ${String(drawn)} samplers are too few for ${String(each)} at each enterprise`,
  },
  'draw.witnessIsHost': {
    zh: ({ name }) => `没有保存：见证人不能就是主持人（${name}）`,
    en: ({ name }) => `Nothing was saved: the witness cannot be the person who draws (${name})`,
  },
  'draw.tooMuchForRecord': {
    zh: () => '没有抽取：名称太长或数量太多，一份记录放不下，请少抽一些、分批抽取',
    en: () => 'Nothing was drawn: the names and numbers would not fit into one record; please draw fewer at a time',
  },
  'draw.redrawWithoutReason': {
    zh: ({ no }) => `没有抽取：今天已按同一名单或同一任务抽过（${no}）；再抽须写明重抽原因，原记录仍保留`,
    en: ({ no }) =>
      `Nothing was drawn: the same pool or task was drawn from today already (${no}); to draw again, give the reason. The first record stays`,
  },
  'draw.notReproducible': {
    zh: ({ differs }) => `没有保存：按记录重新抽取，结果不同（${said(differs, 'zh')}）`,
    en: ({ differs }) => `Nothing was saved: drawing again from the record gives another result (${said(differs, 'en')})`,
  },
  'draw.poolMissing': {
    zh: ({ poolHash }) => `名单快照还不在本机，无法重算；请先导入它的批次（${poolHash.slice(0, 12)}）`,
    en: ({ poolHash }) =>
      `The snapshot of the pool is not on this device, so the draw cannot be run again; import its batch first (${poolHash.slice(0, 12)})`,
  },
  'draw.drawnChanged': {
    zh: () => '没有保存：抽取的内容不能更正，只能更正任务、在场人员、备注和公开信息；抽错了请作废后写明原因重抽',
    en: () =>
      'Nothing was saved: what was drawn cannot be corrected, only the task, the people present, remarks and publication. Make it void and draw again with a reason',
  },
  'draw.publicisedBeforeDrawn': {
    zh: ({ drawnOn }) => `没有保存：公开日期早于抽取日期（${drawnOn}）`,
    en: ({ drawnOn }) => `Nothing was saved: it cannot be made public before it was drawn (${drawnOn})`,
  },
  'draw.publicisedInFuture': {
    zh: ({ today }) => `没有保存：公开日期晚于今天（${today}）；公开之后再登记`,
    en: ({ today }) => `Nothing was saved: the day it was made public is after today (${today})`,
  },
  'draw.badCode': {
    zh: ({ line, code }) => `粘贴的第 ${String(line)} 行：统一社会信用代码不对（${code}）`,
    en: ({ line, code }) => `Row ${String(line)} of the pasted list: the credit code is wrong (${code})`,
  },
  'draw.nameless': {
    zh: ({ line }) => `粘贴的第 ${String(line)} 行没有企业名称`,
    en: ({ line }) => `Row ${String(line)} of the pasted list has no name`,
  },
  'draw.badFrame': {
    zh: ({ maximum }) => `总数应为 1 至 ${String(maximum)} 的整数`,
    en: ({ maximum }) => `The number of units is a whole number from 1 to ${String(maximum)}`,
  },
  'draw.cannotWrite': {
    zh: ({ file, reason }) => `没有写出文件：${file}（${reason}）`,
    en: ({ file, reason }) => `The file was not written: ${file} (${reason})`,
  },
}
