/** One column of a CSV file: how it is headed, and where its cells go in the item. `*` in a path is the row within the item. */
export interface CsvColumn {
  readonly name: string
  readonly zh: string
  readonly path: string
  readonly form?: 'int' | 'list'
  /** Chinese words that may stand for the values of the schema. */
  readonly words?: Readonly<Record<string, string>>
  readonly needed?: boolean
}

export interface CsvShape {
  readonly columns: readonly CsvColumn[]
  /** Rows with the same texts here belong to one item; an empty cell means the same as above. */
  readonly groupBy: readonly string[]
}

const SURE = { 已核: 'verified', 推算: 'derived', 待核: 'memory' }
const REQUIREMENT = { '≤': 'atMost', '≥': 'atLeast', 区间: 'between', '=': 'equals', 定性: 'qualitative' }

/** 抽样规则: one row a test item; what belongs to the rule itself stands in its first row, and may be repeated. */
const samplingRule: CsvShape = {
  groupBy: ['kind', 'edition'],
  columns: [
    { name: 'kind', zh: '产品种类', path: '/kind', needed: true },
    { name: 'edition', zh: '版本', path: '/edition', needed: true },
    { name: 'en', zh: '英文名', path: '/en' },
    { name: 'variant', zh: '领域', path: '/variant', words: { 工业: 'industrial', 食品: 'food' } },
    { name: 'unit', zh: '样品单位', path: '/unit', needed: true },
    { name: 'testQuantity', zh: '检验样品数', path: '/testQuantity', form: 'int', needed: true },
    { name: 'backupQuantity', zh: '备用样品数', path: '/backupQuantity', form: 'int', needed: true },
    { name: 'baseMinimum', zh: '最小抽样基数', path: '/baseMinimum', form: 'int', needed: true },
    { name: 'drawUnit', zh: '抽取单元', path: '/drawUnits/unit' },
    { name: 'drawCount', zh: '抽取单元数', path: '/drawUnits/count', form: 'int' },
    { name: 'validFrom', zh: '施行日期', path: '/validFrom' },
    { name: 'validTo', zh: '废止日期', path: '/validTo' },
    { name: 'source', zh: '来源', path: '/source', needed: true },
    { name: 'sure', zh: '可信度', path: '/sure', words: SURE, needed: true },
    { name: 'item', zh: '检验项目', path: '/items/*/name', needed: true },
    { name: 'itemUnit', zh: '项目单位', path: '/items/*/unit' },
    { name: 'requirement', zh: '要求', path: '/items/*/requirement', words: REQUIREMENT, needed: true },
    { name: 'low', zh: '下限', path: '/items/*/low' },
    { name: 'high', zh: '上限', path: '/items/*/high' },
    { name: 'expected', zh: '应为', path: '/items/*/expected' },
    { name: 'weight', zh: '类别', path: '/items/*/weight', needed: true },
    { name: 'method', zh: '检验方法', path: '/items/*/method' },
    { name: 'lod', zh: '检出限', path: '/items/*/lod' },
    { name: 'comparison', zh: '比较方法', path: '/items/*/comparison', words: { 全数值: 'fullValue', 修约: 'rounded' } },
    { name: 'standing', zh: '效力', path: '/items/*/standing', words: { 强制: 'mandatory', 推荐: 'recommended' } },
  ],
}

/** 节假日安排: one row a feast, as in the notice. */
const holidayCalendar: CsvShape = {
  groupBy: ['year'],
  columns: [
    { name: 'year', zh: '年份', path: '/year', form: 'int', needed: true },
    { name: 'edition', zh: '文号', path: '/edition', needed: true },
    { name: 'issued', zh: '发布日期', path: '/issued', needed: true },
    { name: 'source', zh: '来源', path: '/source', needed: true },
    { name: 'sure', zh: '可信度', path: '/sure', words: SURE, needed: true },
    { name: 'holiday', zh: '节日', path: '/holidays/*/zh', needed: true },
    { name: 'holidayEn', zh: '英文名', path: '/holidays/*/en', needed: true },
    { name: 'from', zh: '放假首日', path: '/holidays/*/from', needed: true },
    { name: 'to', zh: '放假末日', path: '/holidays/*/to', needed: true },
    { name: 'workdays', zh: '调休上班日', path: '/holidays/*/workdays', form: 'list', needed: true },
  ],
}

/** The tables that may also come as CSV. docs/reference-files.md describes the same columns. */
export const csvShapes = { samplingRule, holidayCalendar } as const
