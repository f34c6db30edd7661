import type { WordsFor } from '../kernel/words.ts'
import type { CountsProblem } from './counts-csv.ts'
import type { TargetTag } from './intervals.ts'
import type { PassRateProblem } from './pass-rate.ts'
import type { ReportProblem } from './report-contract.ts'

type Told = PassRateProblem | CountsProblem | Exclude<ReportProblem, { code: 'reference.unknownRegion' }>

export const reportWords: WordsFor<Told> = {
  'report.periodInvalid': {
    zh: ({ have }) => `没有统计：期间应写作 2026、2026-10、2026-Q4 或 2026-10-01..2026-10-20，现为“${have}”`,
    en: ({ have }) => `Nothing was counted: write the period as 2026, 2026-10, 2026-Q4 or 2026-10-01..2026-10-20, not "${have}"`,
  },
  'report.noSuchCell': {
    zh: ({ code, cell, known }) => `没有统计：没有指标“${[code, cell].join(' ').trim()}”；有 ${known}`,
    en: ({ code, cell, known }) => `Nothing was counted: there is no indicator "${[code, cell].join(' ').trim()}"; there are ${known}`,
  },
  'report.cannotWrite': {
    zh: ({ file, reason }) => `没有写出文件：${file}（${reason}）`,
    en: ({ file, reason }) => `The file was not written: ${file} (${reason})`,
  },
  'report.totalInvalid': {
    zh: ({ have, maximum }) => `总批次数应为 1 至 ${String(maximum)} 的整数，现为“${have}”`,
    en: ({ have, maximum }) => `The total must be a whole number from 1 to ${String(maximum)}, not "${have}"`,
  },
  'report.passedInvalid': {
    zh: ({ have, total }) => `合格批次数应为 0 至 ${String(total)} 的整数，现为“${have}”`,
    en: ({ have, total }) => `The number passed must be a whole number from 0 to ${String(total)}, not "${have}"`,
  },
  'report.targetInvalid': {
    zh: ({ have }) => `目标值应大于 0 且不超过 100%（可写 95、95% 或 0.95），现为“${have}”`,
    en: ({ have }) => `The target must be above 0 and at most 100 % (95, 95% and 0.95 are the same), not "${have}"`,
  },
  'report.headerMissing': {
    zh: ({ have }) => `文件第 1 行应为 n,d（检验数,不合格数），现为“${have}”`,
    en: ({ have }) => `Line 1 of the file must be n,d (inspected, nonconforming), not "${have}"`,
  },
  'report.rowsMissing': { zh: () => '表头之下没有数据', en: () => 'There is nothing under the header' },
  'report.rowInvalid': {
    zh: ({ row, have }) => `第 ${String(row)} 行应为两个整数 n,d，n 不小于 1，d 不大于 n；现为“${have}”`,
    en: ({ row, have }) => `Row ${String(row)} must be two whole numbers n,d with n at least 1 and d at most n, not "${have}"`,
  },
}

export const tagWords: Readonly<Record<TargetTag, { readonly zh: string; readonly en: string }>> = {
  confirmed: { zh: '确认达标', en: 'on target, beyond chance' },
  inconclusive: { zh: '样本不足以判断', en: 'too few to tell' },
  gap: { zh: '明显差距', en: 'below target, beyond chance' },
}
