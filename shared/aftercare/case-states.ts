const main = {
  none: { zh: '未立案', en: 'no case' },
  opened: { zh: '待通知', en: 'to be notified' },
  notified: { zh: '已通知', en: 'notified' },
  ordered: { zh: '已责令改正', en: 'ordered to rectify' },
  rectifying: { zh: '已整改待复查', en: 'rectified, recheck due' },
  recheckFailed: { zh: '复查不合格', en: 'recheck failed' },
  announced: { zh: '已公告', en: 'announced' },
  secondFailed: { zh: '再次复查不合格', en: 'second recheck failed' },
  suspended: { zh: '停业整顿', en: 'suspended' },
  thirdFailed: { zh: '整顿后仍不合格', en: 'failed after suspension' },
  revoked: { zh: '已吊销', en: 'revoked' },
  passed: { zh: '复查合格', en: 'recheck passed' },
  overturned: { zh: '结论已改变', en: 'result overturned' },
  closed: { zh: '已结案', en: 'closed' },
}
const objection = {
  none: { zh: '无异议', en: 'no objection' },
  filed: { zh: '异议处理中', en: 'objection in hand' },
  upheld: { zh: '异议成立', en: 'objection upheld' },
  rejected: { zh: '异议不成立', en: 'objection rejected' },
  retestDue: { zh: '待办复检手续', en: 'retest formalities due' },
  retestReady: { zh: '待定复检机构', en: 'retest laboratory due' },
  retesting: { zh: '复检中', en: 'retesting' },
  final: { zh: '复检结论（终局）', en: 'retest conclusion (final)' },
  retestEnded: { zh: '复检终止', en: 'retest ended' },
}
const penalty = {
  pending: { zh: '处罚待定', en: 'penalty undecided' },
  imposed: { zh: '已处罚', en: 'penalty imposed' },
  none: { zh: '不予处罚', en: 'no penalty' },
}
const circular = { pending: { zh: '待通报', en: 'circular due' }, sent: { zh: '已通报', en: 'circular sent' } }
const soft = {
  none: { zh: '未采取', en: 'none' },
  taken: { zh: '已采取', en: 'taken' },
  observing: { zh: '观察期', en: 'observation period' },
}

/** The states of each of the five tracks, in words. */
export const CASE_STATES = { main, objection, penalty, circular, soft }
export type CaseTrack = keyof typeof CASE_STATES
