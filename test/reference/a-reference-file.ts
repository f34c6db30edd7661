import type { Problem, Result } from '#shared/kernel/result'

/** A sampling rule as a bureau would write it, one member a line: line 1 is the bracket, `kind` stands in line 3. */
export const aRule = (changes: object = {}): object => ({
  kind: '电热水壶',
  en: 'Electric kettle',
  unit: '台',
  testQuantity: 2,
  backupQuantity: 1,
  baseMinimum: 10,
  items: [
    { name: '泄漏电流', unit: 'mA', requirement: 'atMost', high: '0.75', weight: 'A', method: 'GB 4706.1-2005' },
    { name: '标志', requirement: 'qualitative', expected: '符合', weight: 'B', method: 'GB 4706.1-2005' },
  ],
  edition: '2027 版',
  validFrom: '2026-01-01',
  source: '示例',
  sure: 'verified',
  ...changes,
})

export const aCalendar = (year = 2027, changes: object = {}): object => ({
  year,
  edition: `国办发明电〔${String(year - 1)}〕9号`,
  issued: `${String(year - 1)}-11-10`,
  source: '示例',
  sure: 'verified',
  holidays: [{ zh: '元旦', en: 'New Year', from: `${String(year)}-01-01`, to: `${String(year)}-01-03`, workdays: [] }],
  ...changes,
})

export const asFile = (...items: readonly object[]): string => JSON.stringify(items, null, 2)

/** `code line:column` of every problem. */
export const placesOf = (answer: Result<unknown>): string[] =>
  answer.ok
    ? []
    : answer.problems.map(({ code, facts }: Problem) => {
        const { line, column } = facts as { line: number; column: number }
        return `${code} ${String(line)}:${String(column)}`
      })
