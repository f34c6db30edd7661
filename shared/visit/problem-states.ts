import type { Bilingual } from '../kernel/bilingual.ts'

const main = {
  none: { zh: '未提出', en: 'not raised' },
  open: { zh: '未开始', en: 'not started' },
  inProgress: { zh: '整改中', en: 'in progress' },
  partial: { zh: '部分解决', en: 'partly solved' },
  solved: { zh: '已解决', en: 'solved' },
  declined: { zh: '不采纳', en: 'declined' },
  transferred: { zh: '已移交', en: 'handed over' },
}
const referral = {
  none: { zh: '未转介', en: 'not referred' },
  waiting: { zh: '待站点答复', en: 'waiting for an answer' },
  answered: { zh: '站点已答复', en: 'answered' },
}
const benefit = {
  none: { zh: '无效益', en: 'no benefit' },
  unconfirmed: { zh: '效益待企业确认', en: 'benefit to be confirmed' },
  confirmed: { zh: '效益已确认', en: 'benefit confirmed' },
}

/** The states of each of the three tracks, in words. */
export const PROBLEM_STATES = { main, referral, benefit } satisfies Readonly<Record<string, Readonly<Record<string, Bilingual>>>>

/** 未了: still to be asked after. A solved or declined problem can be reopened by a later follow-up. */
export const PENDING = ['open', 'inProgress', 'partial'] as const
export const isPending = (state: string | undefined): boolean => PENDING.some((pending) => pending === state)
