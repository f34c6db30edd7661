import { z } from 'zod'
import { Benefit } from '../enterprise/benefit.ts'
import { NqiElement } from '../enterprise/nqi-element.ts'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { PROBLEM } from './problems-in.ts'

const about = {
  problem: RecordId,
  on: LocalDate,
  region: Region,
  /** What the line says when it is read by itself. */
  visitNo: z.string().max(60).optional(),
  enterpriseId: RecordId,
  enterpriseName: z.string().max(120),
  description: z.string().max(1000),
  note: z.string().max(2000).optional(),
}

const step = <const Name extends string, const Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ step: z.literal(name), ...about, ...shape })

/** 转介: to a platform, a station or a shared laboratory, of which quality infrastructure it needs. */
const Refer = step('refer', {
  facilityId: RecordId,
  facilityName: z.string().max(120),
  element: NqiElement,
  question: z.string().min(2).max(2000),
})
/** 站点答复. */
const Answer = step('answer', { answer: z.string().min(2).max(2000), by: z.string().max(60).optional() })
/**
 * 复诊: what has become of it. `solved` needs evidence (words, and a photo where there is one); `declined` (不采纳) a reason. An effect is
 * the same measure before and after; a benefit counts once the enterprise has confirmed it.
 */
const FollowUp = step('followUp', {
  state: z.enum(['notStarted', 'inProgress', 'partial', 'solved', 'declined']),
  visitId: RecordId.optional(),
  evidence: z.string().max(2000).optional(),
  reason: z.string().max(1000).optional(),
  effect: z
    .strictObject({
      metric: z.string().min(1).max(120),
      before: z.string().max(60),
      after: z.string().max(60),
      unit: z.string().max(30).optional(),
    })
    .optional(),
  benefit: Benefit.optional(),
  /** When it is asked after again. */
  nextOn: LocalDate.optional(),
})
/** 企业确认效益, after it was recorded unconfirmed. */
const ConfirmBenefit = step('confirmBenefit', { benefit: Benefit.required() })
/** 移交执法: the only way from advice to enforcement, always with a reason and a receiver. */
const Transfer = step('transfer', { to: z.string().min(2).max(120), reason: z.string().min(2).max(2000), taskId: RecordId.optional() })

export const ProblemStep = z.discriminatedUnion('step', [Refer, Answer, FollowUp, ConfirmBenefit, Transfer])
export type ProblemStep = z.infer<typeof ProblemStep>
export type ProblemStepName = ProblemStep['step']

/** 问题处置步骤. */
export const problemStepKind = defineKind<ProblemStep>({
  name: 'problemStep',
  version: 1,
  schema: ProblemStep,
  merge: {
    groups: [
      ['/enterpriseId', '/enterpriseName'],
      ['/facilityId', '/facilityName', '/element'],
      ['/state', '/evidence', '/reason', '/nextOn'],
      ['/effect'],
      ['/benefit'],
    ],
  },
  summarise: (doc) => ({
    no: textAt(doc, 'visitNo'),
    title: [textAt(doc, 'enterpriseName'), textAt(doc, 'description')].filter((part) => part !== '').join(' · '),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'facilityName')],
  }),
  acts: (doc) => [{ procedure: PROBLEM, subject: textAt(doc, 'problem'), step: textAt(doc, 'step'), on: textAt(doc, 'on') }],
  mentions: (doc) => ({ enterprises: [textAt(doc, 'enterpriseId')], on: textAt(doc, 'on') }),
})
