import { z } from 'zod'
import { Decimal, LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { TestItem } from '../reference/test-item.ts'
import { AFTERCARE } from './aftercare-case.ts'

const short = z.string().max(60)
const text = z.string().min(2).max(2000)
const about = { case: RecordId, on: LocalDate, region: Region, caseNo: short.optional(), note: z.string().max(2000).optional() }

/** Who is told: the sampled party, the labelled producer (sampled at a seller), the platform (bought online). Order 18 art. 35. */
export const Recipient = z.enum(['sampledParty', 'labelledProducer', 'platform'])
export type Recipient = z.infer<typeof Recipient>

const step = <const Name extends string, const Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ step: z.literal(name), ...about, ...shape })

/** 送达结果通知书; `on` is the day it was served, the proof is its photo. */
const Notice = step('notice', {
  recipient: Recipient,
  name: z.string().min(2).max(120),
  method: z.enum(['direct', 'lien', 'post', 'electronic', 'announcement']),
  docNo: short.optional(),
})
/** 期满未提异议. */
const Lapse = step('lapse', { recipient: Recipient })
const Objection = step('objection', { recipient: Recipient, ground: z.enum(['process', 'conclusion']), reasons: text })
const ObjectionDecision = step('objectionDecision', { outcome: z.enum(['rejected', 'upheld', 'retest']), reasons: text })
const RetestFormalities = step('retestFormalities', {})
/** 逾期未办理复检手续，视为放弃. */
const RetestWaived = step('retestWaived', {})
/** 确定复检机构; the first laboratory only when it is the only qualified one. */
const RetestLab = step('retestLab', { lab: z.string().min(2).max(120), onlyQualified: z.boolean().optional() })
/** 备用样品隐匿、转移、变卖、损毁: the retest ends and the first result is final. */
const BackupUnfit = step('backupUnfit', { how: z.enum(['hidden', 'moved', 'sold', 'damaged', 'expired']), text })
const RetestResult = step('retestResult', {
  reportNo: z.string().min(1).max(60),
  items: z.array(TestItem).min(1).max(100),
  conclusion: z.enum(['noNonconformityFound', 'nonconforming', 'seriouslyNonconforming']),
})
/** 告知申请人复检结论. */
const RetestTold = step('retestTold', {})
/** 停止生产、销售同一产品. */
const StopSale = step('stopSale', { measures: text, stock: z.string().max(200).optional() })
const Order = step('order', { docNo: z.string().min(1).max(60), requirement: text })
/** 企业整改报告并申请复查. */
const Rectification = step('rectification', { report: text })
/** 无正当理由不申请复查，视为未改正 (重庆市产品质量条例). */
const NotRectified = step('notRectified', { reasons: text })
const Recheck = step('recheck', {
  lab: z.string().min(2).max(120),
  reportNo: z.string().min(1).max(60),
  result: z.enum(['passed', 'failed']),
  sheet: RecordId.optional(),
})
const Announcement = step('announcement', { where: z.string().min(2).max(200), url: z.string().max(500).optional() })
const Suspension = step('suspension', { docNo: z.string().min(1).max(60) })
const Revocation = step('revocation', { docNo: z.string().min(1).max(60) })
const Penalty = step('penalty', {
  decision: z.enum(['imposed', 'none']),
  docNo: short.optional(),
  amount: Decimal.optional(),
  reasons: text,
})
const Circular = step('circular', { to: z.string().min(2).max(200) })
/** 柔性执法: which rung, why the bottom line was not crossed, what came of it. */
const SoftMeasure = step('softMeasure', {
  rung: z.enum(['remind', 'persuade', 'warn', 'prompt', 'interview']),
  bottomLine: text,
  effect: z.string().max(2000).optional(),
})
const Observation = step('observation', { until: LocalDate, bottomLine: text })

/**
 * A clock as it stood when the case was closed: a later calendar does not move it. `raw` and `due` are left out where the calendar of
 * `missingYear` was not known, `endedOn` where the clock still ran.
 */
export const FrozenClock = z.strictObject({
  rule: z.string().max(60),
  /** The recipient, where a rule runs for each of them. */
  about: z.string().max(60).optional(),
  from: LocalDate,
  raw: z.string().max(20).optional(),
  due: z.string().max(20).optional(),
  endedOn: LocalDate.optional(),
  missingYear: z.string().max(4).optional(),
  /** The notices of the State Council that the days rest on. */
  calendar: z.string().max(500).optional(),
})
export type FrozenClock = z.infer<typeof FrozenClock>
const Close = step('close', { summary: z.string().max(2000).optional(), clocks: z.array(FrozenClock).max(60) })

export const CaseStep = z.discriminatedUnion('step', [
  Notice,
  Lapse,
  Objection,
  ObjectionDecision,
  RetestFormalities,
  RetestWaived,
  RetestLab,
  BackupUnfit,
  RetestResult,
  RetestTold,
  StopSale,
  Order,
  Rectification,
  NotRectified,
  Recheck,
  Announcement,
  Suspension,
  Revocation,
  Penalty,
  Circular,
  SoftMeasure,
  Observation,
  Close,
])
export type CaseStep = z.infer<typeof CaseStep>
export type CaseStepName = CaseStep['step']

/** 后处理步骤. */
export const caseStepKind = defineKind<CaseStep>({
  name: 'caseStep',
  version: 1,
  schema: CaseStep,
  merge: {
    groups: [
      ['/recipient', '/name'],
      // What was decided, and upon what; each step has some of these.
      ['/decision', '/outcome', '/ground', '/reasons', '/requirement', '/amount', '/docNo'],
      ['/conclusion', '/result', '/items', '/reportNo', '/lab', '/onlyQualified'],
      ['/until', '/rung', '/bottomLine'],
      ['/where', '/url'],
    ],
    keyed: { '/clocks': { key: ['rule', 'about', 'from'] } },
  },
  summarise: (doc) => ({
    no: textAt(doc, 'caseNo'),
    title: textAt(doc, 'step'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'docNo'), textAt(doc, 'lab'), textAt(doc, 'reportNo')],
  }),
  acts: (doc) => [{ procedure: AFTERCARE, subject: textAt(doc, 'case'), step: textAt(doc, 'step'), on: textAt(doc, 'on') }],
})
