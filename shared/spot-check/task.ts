import { z } from 'zod'
import { Uscc } from '../enterprise/enterprise.ts'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, type Loose, textAt } from '../kernel/kind.ts'
import { SPOT_CHECK } from './check-step.ts'

const short = z.string().max(60)

/** One check that is to be made: its id is what sheet, site report and steps refer to. */
const Target = z.strictObject({
  check: RecordId,
  enterpriseId: RecordId.optional(),
  name: z.string().min(2).max(120),
  uscc: Uscc.optional(),
  address: z.string().max(200).optional(),
})
export type Target = z.infer<typeof Target>

/** 抽查任务: what is to be sampled, how many batches, by when, with which rule; and the enterprises that were drawn for it. */
export const SpotCheckTask = z.strictObject({
  no: z.string().min(1).max(60),
  region: Region,
  title: z.string().min(2).max(120),
  year: z.int().min(2000).max(2100),
  level: z.enum(['national', 'municipal', 'district']),
  authority: z.string().min(2).max(120),
  kind: z.enum(['spotCheck', 'special', 'joint', 'followUp', 'riskMonitoring']),
  /** What set it off (触发式监管). */
  trigger: z.enum(['plan', 'complaint', 'media', 'accident', 'recheck', 'transfer']),
  campaign: short.optional(),
  variant: z.enum(['industrial', 'food']).optional(),
  productKind: z.string().min(1).max(60),
  ruleEdition: z.string().max(200).optional(),
  /** 任务量: batches to be sampled. */
  quota: z.int().min(1).max(10_000),
  lab: z.string().max(120).optional(),
  noticeNo: short.optional(),
  issuedOn: LocalDate,
  dueOn: LocalDate.optional(),
  samplers: z.array(z.string().min(1).max(60)).max(50),
  /** The draw (双随机) that the targets come from. */
  drawId: RecordId.optional(),
  targets: z.array(Target).max(500),
  remarks: z.string().max(2000).optional(),
})
export type SpotCheckTask = z.infer<typeof SpotCheckTask>

const targetsOf = (doc: Loose): readonly unknown[] => (Array.isArray(doc['targets']) ? doc['targets'] : [])

export const spotCheckTaskKind = defineKind<SpotCheckTask>({
  name: 'spotCheckTask',
  version: 1,
  schema: SpotCheckTask,
  merge: {
    groups: [
      ['/productKind', '/ruleEdition'],
      ['/issuedOn', '/dueOn'],
    ],
    keyed: { '/targets': { key: ['check'] } },
  },
  summarise: (doc) => ({
    no: textAt(doc, 'no'),
    title: textAt(doc, 'title'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'productKind'), textAt(doc, 'campaign'), textAt(doc, 'authority')],
  }),
  acts: (doc) =>
    targetsOf(doc).map((target) => ({
      procedure: SPOT_CHECK,
      subject: textAt(target, 'check'),
      step: 'plan',
      on: textAt(doc, 'issuedOn'),
    })),
  mentions: (doc) => ({ enterprises: targetsOf(doc).map((target) => textAt(target, 'enterpriseId')), on: textAt(doc, 'issuedOn') }),
})
