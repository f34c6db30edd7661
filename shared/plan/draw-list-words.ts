import type { RandomDraw } from './random-draw.ts'

export type ListLanguage = 'zh' | 'en'

interface ListWords {
  readonly title: string
  readonly sheet: string
  readonly columns: readonly string[]
  readonly label: Readonly<
    Record<
      | 'task'
      | 'planNo'
      | 'no'
      | 'drawnAt'
      | 'host'
      | 'witness'
      | 'drawn'
      | 'drawnSamplers'
      | 'seed'
      | 'seedSource'
      | 'poolHash'
      | 'samplerPoolHash'
      | 'algorithm'
      | 'redrawReason'
      | 'publicisedOn',
      string
    >
  >
  readonly source: Readonly<Record<RandomDraw['seedSource']['kind'], string>>
  readonly drawn: (take: number, of: number) => string
}

/** What the published list of a draw says; the columns are those of the lists that bureaus publish. */
export const drawListWords: Readonly<Record<ListLanguage, ListWords>> = {
  zh: {
    title: '“双随机、一公开”抽取结果',
    sheet: '抽取名单',
    columns: ['序号', '企业名称', '统一社会信用代码', '区县', '抽查人员'],
    label: {
      task: '抽查任务',
      planNo: '计划编号',
      no: '抽签编号',
      drawnAt: '抽取时间',
      host: '主持人',
      witness: '见证人',
      drawn: '抽取企业',
      drawnSamplers: '抽取人员',
      seed: '随机种子',
      seedSource: '种子来源',
      poolHash: '企业名单哈希（SHA-256）',
      samplerPoolHash: '人员名单哈希（SHA-256）',
      algorithm: '算法',
      redrawReason: '重抽原因',
      publicisedOn: '公开日期',
    },
    source: { dice: '掷骰', lottery: '彩票开奖号', witness: '见证人口述', device: '本机密码学随机数', other: '其他' },
    drawn: (take, of) => `从 ${String(of)} 个中抽取 ${String(take)} 个`,
  },
  en: {
    title: 'Double random draw: result',
    sheet: 'Drawn',
    columns: ['No.', 'Enterprise', 'Credit code', 'District', 'Samplers'],
    label: {
      task: 'Task',
      planNo: 'Plan number',
      no: 'Number of the draw',
      drawnAt: 'Drawn at',
      host: 'Drawn by',
      witness: 'Witness',
      drawn: 'Enterprises drawn',
      drawnSamplers: 'Samplers drawn',
      seed: 'Seed',
      seedSource: 'Where the seed came from',
      poolHash: 'SHA-256 of the pool of enterprises',
      samplerPoolHash: 'SHA-256 of the pool of samplers',
      algorithm: 'Algorithm',
      redrawReason: 'Why it was drawn again',
      publicisedOn: 'Made public on',
    },
    source: {
      dice: 'Thrown dice',
      lottery: 'Lottery number',
      witness: 'Words of the witness',
      device: 'Cryptographic random number of this device',
      other: 'Other',
    },
    drawn: (take, of) => `${String(take)} out of ${String(of)}`,
  },
}
