import type { WordsFor } from '../kernel/words.ts'
import type { DeadlineProblem } from './deadline.ts'
import type { CalendarFileProblem } from './decide-calendar.ts'

export const deadlineWords: WordsFor<DeadlineProblem | CalendarFileProblem> = {
  'calendar.missingYear': {
    zh: ({ year }) => `没有 ${year} 年的节假日安排，不能推算工作日；请导入国务院办公厅公布的 ${year} 年日历`,
    en: ({ year }) =>
      `There is no holiday calendar for ${year}, so its working days are not known; import the one the State Council publishes`,
  },
  'calendar.endsBeforeItBegins': {
    zh: ({ from, to }) => `放假最后一天（${to}）早于第一天（${from}）`,
    en: ({ from, to }) => `The last day off (${to}) is before the first (${from})`,
  },
  'calendar.otherYear': {
    zh: ({ day, year }) => `${day} 不属于 ${String(year)} 年的安排`,
    en: ({ day, year }) => `${day} does not belong to the calendar of ${String(year)}`,
  },
  'calendar.workdayNoWeekend': {
    zh: ({ day }) => `${day} 不是周六或周日，不能列为调休上班日`,
    en: ({ day }) => `${day} is neither a Saturday nor a Sunday, so it is no make-up working day`,
  },
  'calendar.workdayOff': {
    zh: ({ day }) => `${day} 既是放假日又是调休上班日`,
    en: ({ day }) => `${day} is both a day off and a make-up working day`,
  },
  'deadline.unknownRule': {
    zh: ({ rule, known }) => `没有这条期限规则：${rule}。现有：${known}`,
    en: ({ rule, known }) => `No such deadline rule: ${rule}. There are: ${known}`,
  },
  'deadline.ruleNotInForce': {
    zh: ({ rule, day }) => `期限规则 ${rule} 在 ${day} 没有施行中的版本`,
    en: ({ rule, day }) => `The deadline rule ${rule} has no edition in force on ${day}`,
  },
  'deadline.badStart': {
    zh: ({ have }) => `起算日期应为 2026-08-03 或 2026-08-03T14:30，现为“${have}”`,
    en: ({ have }) => `The start is a date like 2026-08-03 or 2026-08-03T14:30, not “${have}”`,
  },
  'deadline.timeMissing': {
    zh: ({ rule }) => `期限规则 ${rule} 按小时计算，起算要写明时刻（YYYY-MM-DDTHH:MM）`,
    en: ({ rule }) => `The deadline rule ${rule} is in hours; say from what time (YYYY-MM-DDTHH:MM)`,
  },
}
