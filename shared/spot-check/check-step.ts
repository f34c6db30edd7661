import { z } from 'zod'
import { LocalDate, RecordId } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { TestItem } from '../reference/test-item.ts'

const short = z.string().max(60)
const long = z.string().max(2000)
const name = z.string().min(2).max(120)

/** Every step names the check (抽查批次) it is about, the day it happened, and where it belongs. */
const about = { check: RecordId, on: LocalDate, region: z.string().regex(/^\d{6}$/), checkNo: short.optional(), note: long.optional() }

/** 派发: who samples. Order 18 art. 16; how many are needed, the rule says with its article. */
const Assign = z.strictObject({ step: z.literal('assign'), ...about, samplers: z.array(z.string().min(1).max(60)).max(6) })

/** 到达现场: notice and identity cards are shown before anything is drawn. */
const Arrive = z.strictObject({
  step: z.literal('arrive'),
  ...about,
  place: z.string().max(200).optional(),
  noticeNo: short.optional(),
  noticeShown: z.literal(true),
})

/** 抽取样品: which of the numbered packages or units were drawn, so that anybody can draw them again. */
const Draw = z.strictObject({
  step: z.literal('draw'),
  ...about,
  frame: z.int().min(1).max(100_000),
  picks: z.array(z.int().positive()).min(1).max(500),
  method: z.enum(['seeded', 'dice', 'table', 'cards']),
  seed: z.string().max(200).optional(),
  algorithm: short.optional(),
})

/** 送样: by hand, by courier, or sealed and left in place. */
const Dispatch = z.strictObject({
  step: z.literal('dispatch'),
  ...about,
  by: z.enum(['carried', 'courier', 'party']),
  lab: name,
  courier: short.optional(),
  trackingNo: short.optional(),
  condition: long.optional(),
})

/** 收样: the laboratory looks at the seals first, and refuses an irregular sample in writing. */
const Receive = z.strictObject({
  step: z.literal('receive'),
  ...about,
  lab: name,
  receivedBy: short.optional(),
  sealIntact: z.boolean(),
  licenceChecked: z.boolean().optional(),
  condition: long.optional(),
})

/** 出具报告: what the laboratory found, item by item, and what it concludes in words. */
const Report = z.strictObject({
  step: z.literal('report'),
  ...about,
  reportNo: z.string().min(1).max(60),
  lab: name,
  cmaNo: short.optional(),
  testers: z.array(z.string().min(1).max(60)).max(10),
  items: z.array(TestItem).min(1).max(100),
  conclusion: z.enum(['noNonconformityFound', 'nonconforming', 'seriouslyNonconforming']),
})

/** 判定: the bureau's verdict; its sentence says on which edition and item it rests. */
const Judge = z.strictObject({
  step: z.literal('judge'),
  ...about,
  verdict: z.enum(['noNonconformityFound', 'nonconforming', 'seriouslyNonconforming']),
  edition: z.string().min(1).max(200),
  sentence: z.string().min(1).max(1000),
})

export const CheckStep = z.discriminatedUnion('step', [Assign, Arrive, Draw, Dispatch, Receive, Report, Judge])
export type CheckStep = z.infer<typeof CheckStep>
export type CheckStepName = CheckStep['step']

export const SPOT_CHECK = 'spotCheck'

/** 抽查步骤: what happened to one check, step by step; each a sealed record of its own, so that laptops merge without a quarrel. */
export const checkStepKind = defineKind<CheckStep>({
  name: 'checkStep',
  version: 1,
  schema: CheckStep,
  merge: {
    groups: [
      ['/picks', '/frame', '/method', '/seed', '/algorithm'],
      ['/by', '/courier', '/trackingNo'],
      ['/sealIntact', '/condition'],
      // A conclusion stands on what was found, a verdict on its edition.
      ['/conclusion', '/items'],
      ['/verdict', '/edition', '/sentence'],
    ],
  },
  summarise: (doc) => ({
    no: textAt(doc, 'checkNo'),
    title: textAt(doc, 'step'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'lab'), textAt(doc, 'reportNo'), textAt(doc, 'trackingNo')],
  }),
  acts: (doc) => [{ procedure: SPOT_CHECK, subject: textAt(doc, 'check'), step: textAt(doc, 'step'), on: textAt(doc, 'on') }],
})
