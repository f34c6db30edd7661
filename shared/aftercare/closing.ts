import type { Bilingual } from '../kernel/bilingual.ts'
import { type Course, lastOf } from '../kernel/procedure.ts'
import { isObjectionPending } from './objections.ts'
import { caseOf, noticeTo, recipientName, recipientsOf, settlementOf } from './recipients.ts'

const joined = (name: Bilingual, { zh, en }: Bilingual): Bilingual => ({ zh: `${zh}（${name.zh}）`, en: `${en} (${name.en})` })

/** A result that was taken back is told to nobody else; whoever was told has a right to an answer all the same. */
function noticesMissing(course: Course): Bilingual[] {
  const overturned = course.states['main'] === 'overturned'
  return recipientsOf(caseOf(course)).flatMap((recipient) => {
    const name = recipientName(recipient)
    if (noticeTo(course, recipient) === undefined)
      return overturned ? [] : [joined(name, { zh: '送达结果通知书', en: 'serve the result notice' })]
    if (settlementOf(course, recipient) === undefined)
      return [joined(name, { zh: '异议处理或期满未提异议', en: 'settle the objection or record its lapse' })]
    return []
  })
}

const unless = (done: boolean, zh: string, en: string): Bilingual[] => (done ? [] : [{ zh, en }])

/** What follows a failed batch, once its result stands. */
function handlingMissing(course: Course): Bilingual[] {
  const { main, penalty, circular } = course.states
  return [
    ...unless(lastOf(course, 'stopSale') !== undefined, '停止生产销售', 'stop making and selling'),
    ...unless(lastOf(course, 'order') !== undefined, '责令改正', 'order to rectify'),
    ...unless(main === 'passed' || main === 'revoked' || main === 'closed', '复查', 'recheck'),
    ...unless(penalty !== 'pending', '行政处罚（或不予处罚的理由）', 'penalty, or the reason for none'),
    ...unless(circular !== 'pending', '通报', 'circular'),
  ]
}

/**
 * Every applicable step that is not done: a case is closed only when this is empty (监管闭环). An overturned result needs no handling,
 * but everybody who was told must have been answered. Order 18 arts. 35–48; 渝中区质量强区建设工作实施方案 (2024).
 */
export function missingSteps(course: Course): readonly Bilingual[] {
  const told = lastOf(course, 'retestResult') === undefined || lastOf(course, 'retestTold') !== undefined
  return [
    ...noticesMissing(course),
    ...unless(!isObjectionPending(course), '异议、复检的结论', 'the outcome of objection and retest'),
    ...unless(told, '告知复检结论', 'tell the retest conclusion'),
    ...(course.states['main'] === 'overturned' ? [] : handlingMissing(course)),
  ]
}
