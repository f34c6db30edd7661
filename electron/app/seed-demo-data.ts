import { z } from 'zod'
import campaignFile from '#seeds/demo/campaign.json' with { type: 'json' }
import casesFile from '#seeds/demo/cases.json' with { type: 'json' }
import checksFile from '#seeds/demo/checks.json' with { type: 'json' }
import enterprisesFile from '#seeds/demo/enterprises.json' with { type: 'json' }
import helpFile from '#seeds/demo/help.json' with { type: 'json' }
import sheetsFile from '#seeds/demo/sheets.json' with { type: 'json' }
import { Enterprise } from '#shared/enterprise/enterprise'
import { RecordState } from '#shared/kernel/record-contract'
import { NewProfile } from '#shared/profile/profile-contract'
import { SamplingSheet } from '#shared/spot-check/sampling-sheet'
import { SpotCheckTask } from '#shared/spot-check/task'

/** The demonstration campaign as it stands in seeds/demo: what a person would type, with days counted back from today. */
const { inspectedParty, producer, product, sampling, head, samplingBody } = SamplingSheet.shape

export const DemoEnterprise = z.strictObject({
  key: z.string(),
  doc: Enterprise,
  /** What a sheet asks of a producer and the directory does not keep. */
  asProducer: producer.pick({ postcode: true, employees: true, revenue: true, ownership: true }),
})
export type DemoEnterprise = z.infer<typeof DemoEnterprise>

const Sampler = SamplingSheet.shape.samplers.element

/** A batch that failed is followed for months. */
const DaysAgo = z.int().min(0).max(180)

export const DemoSheet = z.strictObject({
  key: z.string(),
  /** Key of the task whose check at this enterprise the sheet answers. */
  task: z.string().optional(),
  /** Where the sheet is to be when the demonstration starts. */
  state: RecordState,
  daysAgo: DaysAgo,
  kind: z.string(),
  enterprise: z.string(),
  producer: z.string(),
  storeKind: inspectedParty.shape.storeKind,
  taskKind: head.shape.taskKind.default('spotCheck'),
  taskLevel: head.shape.taskLevel.default('district'),
  /** Keys of the campaign's samplers. */
  samplers: z.array(z.string()),
  witness: z.string().optional(),
  /** Whose signatures are there; a sealed sheet always has all. */
  sign: z.enum(['none', 'samplers', 'all']).default('all'),
  /** Where the person stopped typing. */
  cursor: z.string().default(''),
  product: product
    .omit({ kind: true, producedOn: true, useBy: true })
    .partial()
    .extend({ name: z.string(), model: z.string(), standard: z.string() }),
  producedDaysBefore: z.int().min(0).optional(),
  useByDays: z.int().positive().optional(),
  sampling: sampling.omit({ date: true, unit: true, testQuantity: true, backupQuantity: true }).partial(),
  /** Test item → what the laboratory reported; a missing one is not tested yet. */
  results: z.record(z.string(), z.string()),
  photos: z.array(z.enum(['scene', 'label', 'before-seal', 'after-seal'])).default([]),
  /** JSON Pointers of what is not filled in yet. */
  omit: z.array(z.string()).default([]),
  remarks: z.string().optional(),
  review: z.strictObject({ verdict: z.enum(['approved', 'returned']), remarks: z.string() }).optional(),
  voidReason: z.string().optional(),
})
export type DemoSheet = z.infer<typeof DemoSheet>

const Campaign = z.strictObject({
  taskNo: z.string(),
  taskAuthority: z.string(),
  filingNo: z.string(),
  samplingBody,
  lab: z.string(),
  samplers: z.record(z.string(), Sampler),
  /** Who sits at the other laptop of the exchange. */
  others: z.strictObject({ supervisor: NewProfile, inspector: NewProfile }),
})

export const getCampaign = (): z.infer<typeof Campaign> => Campaign.parse(campaignFile)
export const getDemoEnterprises = (): DemoEnterprise[] => z.array(DemoEnterprise).parse(enterprisesFile)
export const getDemoSheets = (): DemoSheet[] => z.array(DemoSheet).parse(sheetsFile)

const Fields = z.record(z.string(), z.json())
/** One step of a check or a case: what a person adds to what the program filled in. */
const DemoStep = z.strictObject({ step: z.string(), daysAgo: DaysAgo, fields: Fields })
export type DemoStep = z.infer<typeof DemoStep>

const DemoReport = z.strictObject({
  daysAgo: z.int().min(0).max(60),
  outcome: z.enum(['notFound', 'refused', 'terminated']),
  fields: Fields,
})
const DemoTarget = z.strictObject({ enterprise: z.string(), steps: z.array(DemoStep), report: DemoReport.optional() })
export type DemoTarget = z.infer<typeof DemoTarget>

const { title, productKind, quota, noticeNo, kind: taskKind } = SpotCheckTask.shape
const DemoTask = z.strictObject({
  key: z.string(),
  daysAgo: z.int().min(0).max(60),
  dueInDays: z.int().min(0).max(60),
  title,
  productKind,
  quota,
  noticeNo,
  kind: taskKind.default('spotCheck'),
  /** Keys of the campaign's samplers. */
  samplers: z.array(z.string()),
  targets: z.array(DemoTarget),
})
export type DemoTask = z.infer<typeof DemoTask>

const DemoChecks = z.strictObject({
  tasks: z.array(DemoTask),
  /** What happened to sealed sheets afterwards, by the key of the sheet. */
  tested: z.array(z.strictObject({ sheet: z.string(), steps: z.array(DemoStep) })),
})

export const getDemoChecks = (): z.infer<typeof DemoChecks> => DemoChecks.parse(checksFile)

/** A failed batch of the demonstration and what was done about it. */
const DemoCase = z.strictObject({ sheet: z.string(), daysAgo: DaysAgo, steps: z.array(DemoStep) })
export type DemoCase = z.infer<typeof DemoCase>

export const getDemoCases = (): DemoCase[] => z.array(DemoCase).parse(casesFile)

/** A record of the demonstration as it is typed; marks stand for days, ids and enterprises (see seed-demo-help.ts). */
const DemoRecord = z.strictObject({ key: z.string(), kind: z.string(), doc: Fields, draft: z.boolean().default(false) })
export type DemoRecord = z.infer<typeof DemoRecord>

export const getDemoHelp = (): DemoRecord[] => z.array(DemoRecord).parse(helpFile)
