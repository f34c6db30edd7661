import type { Bilingual } from '../kernel/bilingual.ts'
import { textAt } from '../kernel/kind.ts'
import { problem } from '../kernel/result.ts'
import { type Deduction, deduct, eachRecord, type RecordOfFile, textAtPointer } from './case-file.ts'

interface Asked {
  /** One of these must be filled in. */
  readonly paths: readonly string[]
  readonly field: Bilingual
  readonly when?: (record: RecordOfFile) => boolean
}
const asked = (zh: string, en: string, paths: readonly string[], when?: Asked['when']): Asked => ({
  paths,
  field: { zh, en },
  ...(when === undefined ? {} : { when }),
})

const hasBackup = ({ doc }: RecordOfFile): boolean => Number(textAtPointer(doc, '/sampling/backupQuantity')) > 0
const is =
  (step: string) =>
  ({ doc }: RecordOfFile): boolean =>
    textAt(doc, 'step') === step

/** Blanks that the law allows and reviewers ask about; what the law asks for is refused before a record is sealed. */
const ASKED: Readonly<Record<string, readonly Asked[]>> = {
  samplingSheet: [
    asked('任务编号', 'task number', ['/head/taskNo']),
    asked('受检单位联系人', 'contact of the inspected party', ['/inspectedParty/contact']),
    asked('受检单位电话', 'telephone of the inspected party', ['/inspectedParty/phone']),
    asked('生产日期或批号', 'date of production or lot number', ['/product/producedOn', '/product/lotNo']),
    asked('商标', 'trademark', ['/product/trademark']),
    asked('购样方式', 'how the sample was paid for', ['/sampling/purchase']),
    asked('备用样品封存地点', 'where the backup sample is kept', ['/sampling/backupLocation'], hasBackup),
  ],
  siteReport: [
    asked('过程描述或原因', 'what happened, or the reason', ['/process', '/reasonText']),
    asked('当地监管部门意见', 'opinion of the local bureau', ['/localBureau/opinion'], ({ doc }) => textAt(doc, 'outcome') === 'refused'),
  ],
  checkStep: [
    asked('检验机构资质（CMA）编号', 'CMA number of the laboratory', ['/cmaNo'], is('report')),
    asked('收样人', 'who received the sample', ['/receivedBy'], is('receive')),
  ],
  caseStep: [
    asked('结果通知书文号', 'number of the result notice', ['/docNo'], is('notice')),
    asked('柔性执法效果', 'what came of the soft measure', ['/effect'], is('softMeasure')),
    asked('公告网址', 'address of the announcement', ['/url'], is('announcement')),
  ],
}

const blanks = (record: RecordOfFile): Deduction[] =>
  (ASKED[record.kind] ?? [])
    .filter(({ when }) => when?.(record) ?? true)
    .filter(({ paths }) => paths.every((path) => textAtPointer(record.doc, path) === ''))
    .map(({ paths, field }) => deduct(record, 'remark', problem('review.fieldBlank', paths[0] ?? '', { field })))

/** A firm without a code, and nobody says why. */
function codes(record: RecordOfFile): Deduction[] {
  return ['inspectedParty', 'producer'].flatMap((party) => {
    const name = textAt(record.doc, party, 'name')
    const explained = textAt(record.doc, party, 'uscc') !== '' || textAt(record.doc, party, 'noUsccReason') !== ''
    if (name === '' || explained) return []
    return [deduct(record, party === 'producer' ? 'remark' : 'serious', problem('review.codeMissing', `/${party}/noUsccReason`, { name }))]
  })
}

export const inspectBlanks = eachRecord((record) => [...blanks(record), ...codes(record)])
