import { addDays, format, isValid, parse } from 'date-fns'

const SHAPES: Readonly<Record<number, string>> = { 4: 'MMdd', 6: 'yyMMdd', 8: 'yyyyMMdd' }
const SEPARATED = /^(?:(\d{4}|\d{2})[-/.\u5e74])?(\d{1,2})[-/.\u6708](\d{1,2})\u65e5?$/

/** `+30`: so many days from today. */
const AHEAD = /^\+(\d{1,3})$/

function digitsOf(text: string, thisYear: number): string | null {
  const parts = SEPARATED.exec(text)
  if (parts === null) return /^\d+$/.test(text) ? text : null
  const [, year = String(thisYear), month = '', day = ''] = parts
  return `${year}${month.padStart(2, '0')}${day.padStart(2, '0')}`
}

/**
 * A date as people type it: `0412` is the twelfth of April of this year, `260412`, `2026-4-12`, `4.12`, `2026年4月12日`
 * and full-width digits too; `+30` is thirty days from today. Answers ISO (`2026-04-12`), or null for what is no day of the calendar.
 */
export function parseQuickDate(typed: string, today: Date): string | null {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '')
  const ahead = AHEAD.exec(text)?.[1]
  if (ahead !== undefined) return format(addDays(today, Number(ahead)), 'yyyy-MM-dd')
  const digits = digitsOf(text, today.getFullYear())
  if (digits === null) return null
  const shape = SHAPES[digits.length]
  if (shape === undefined) return null
  const day = parse(digits, shape, today)
  return isValid(day) ? format(day, 'yyyy-MM-dd') : null
}
