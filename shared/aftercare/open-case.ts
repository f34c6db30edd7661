import { type Loose, textAt } from '../kernel/kind.ts'
import { type Course, lastOf } from '../kernel/procedure.ts'
import { itemRows } from '../reference/item-rows.ts'
import { TestItem } from '../reference/test-item.ts'

/** What a case is opened with, beyond what the check says. */
export interface Opening {
  readonly check: string
  readonly no: string
  readonly openedOn: string
}

const picked = (from: unknown, ...keys: readonly string[]): Loose =>
  Object.fromEntries(keys.map((key) => [key, textAt(from, key)] as const).filter(([, value]) => value !== ''))

const partyOf = (from: unknown): Loose => picked(from, 'enterpriseId', 'name', 'address', 'uscc', 'contact', 'phone')

function readItem(item: unknown): TestItem[] {
  const read = TestItem.safeParse(item)
  return read.success ? [read.data] : []
}

/** The items of the report, those that can be read. */
export function reportItems(check: Course): TestItem[] {
  const items = lastOf(check, 'report')?.doc['items']
  const list: readonly unknown[] = Array.isArray(items) ? items : []
  return list.flatMap(readItem)
}

/** 不合格项目, as the public list writes them: limit and what the label claims beside it, and what was found. */
const failedItems = (check: Course): Loose[] =>
  itemRows(reportItems(check))
    .filter(({ verdict }) => verdict === 'fail')
    .map(({ name, limit, claim, result }) => ({ name, limit: claim === undefined ? limit : `${limit}（明示 ${claim}）`, result }))

function hasBackup(sampling: Loose): boolean {
  return Number(sampling['backupQuantity'] ?? 0) > 0 && sampling['backupSealState'] !== 'damaged'
}

/** The document of a case, from what sheet, report and verdict of its check say: nobody types it a second time. */
export function caseFromCheck(check: Course, { check: id, no, openedOn }: Opening): Loose {
  const seal = lastOf(check, 'seal')
  const sheet = seal?.doc ?? {}
  const [sampling, report] = [(sheet['sampling'] ?? {}) as Loose, lastOf(check, 'report')?.doc]
  const [platform, region] = [textAt(sheet, 'online', 'platform'), textAt(sheet, 'head', 'region')]
  return {
    no,
    region,
    regime: textAt(sheet, 'variant') === 'food' ? 'food' : 'industrial',
    check: id,
    sheet: seal?.id ?? id,
    sheetNo: textAt(sheet, 'head', 'no'),
    reportNo: textAt(report, 'reportNo'),
    firstLab: textAt(report, 'lab'),
    openedOn,
    verdict: textAt(lastOf(check, 'judge')?.doc, 'verdict'),
    failed: failedItems(check),
    sampledParty: partyOf(sheet['inspectedParty']),
    labelledProducer: partyOf(sheet['producer']),
    ...(platform === '' ? {} : { platform }),
    product: picked(sheet['product'], 'kind', 'name', 'model', 'trademark', 'lotNo', 'producedOn'),
    stage: textAt(sampling, 'stage'),
    backupSample: hasBackup(sampling),
  }
}
