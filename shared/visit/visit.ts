import { z } from 'zod'
import { EnterpriseSnapshot } from '../enterprise/enterprise-snapshot.ts'
import { identityGroup } from '../enterprise/identity-group.ts'
import { NqiElement } from '../enterprise/nqi-element.ts'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { PROBLEM, problemsIn, problemWords } from './problems-in.ts'
import { Carried, Dimension, ProblemType, Resource, Severity, VisitKind } from './visit-choices.ts'
import { measuresOfVisit } from './visit-measures.ts'

const person = z.string().min(1).max(60)
const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** 质量医生, experts and officials of the team who came: each is one 人次. */
const Helper = z.strictObject({ adviserId: RecordId.optional(), name: person, org: z.string().max(120).optional() })

const Finding = z.strictObject({
  dimension: Dimension,
  /** 1 (nothing in place) to 5 (a model for others); left out: not applicable. */
  score: z.int().min(1).max(5).optional(),
  evidence: z.string().max(1000).optional(),
})

/** 问题: its `id` is what prescriptions, referrals and follow-ups refer to, and what its photos name in their slot (`problem:<id>`). */
const FoundProblem = z.strictObject({
  id: RecordId,
  dimension: Dimension.optional(),
  type: ProblemType,
  severity: Severity,
  description: z.string().min(2).max(1000),
  cause: z.string().max(1000).optional(),
  element: NqiElement.optional(),
  raisedBy: person.optional(),
})
export type FoundProblem = z.infer<typeof FoundProblem>

/** 处方. */
const Prescription = z.strictObject({
  problem: RecordId,
  measure: z.string().min(2).max(1000),
  owner: person,
  /** Without a day, the rule `followUp` of the reference data says when it is asked after. */
  due: LocalDate.optional(),
  resource: Resource.optional(),
  expectedEffect: z.string().max(500).optional(),
})
export type Prescription = z.infer<typeof Prescription>

/** 培训: 人次 of managers and of workers, never added up; names only where a sign-in sheet was typed. */
const Training = z.strictObject({
  topic: z.string().min(1).max(200),
  managers: z.int().min(0).max(10_000),
  workers: z.int().min(0).max(10_000),
  /** 学时; a line holds whole numbers only. */
  hours: z.int().min(0).max(100).optional(),
  trainees: z
    .array(z.strictObject({ name: person, group: z.enum(['manager', 'worker']) }))
    .max(1000)
    .optional(),
})

const Control = z.strictObject({ carried: Carried, lastOn: LocalDate.optional() })

/** 巡诊帮扶 of one enterprise on one day. Advice, never enforcement: what must be handed over is handed over as a step of its own. */
export const Visit = z.strictObject({
  no: z.string().min(1).max(60),
  region: Region,
  kind: VisitKind,
  on: LocalDate,
  arrivedAt: Clock.optional(),
  leftAt: Clock.optional(),
  /** 初诊 or 复诊. */
  follow: z.enum(['first', 'followUp']),
  enterprise: EnterpriseSnapshot,
  teamId: RecordId.optional(),
  teamName: z.string().max(120).optional(),
  /** Visits of one activity (场次) or tour carry the same words; without them a visit is an activity of its own. */
  activity: z.string().max(120).optional(),
  /** 联合单位, of the two cities' joint tours. */
  jointOrg: z.string().max(120).optional(),
  campaign: z.string().max(60).optional(),
  agreementId: RecordId.optional(),
  certificationCaseId: RecordId.optional(),
  /** 急、难、险、重. */
  taskKind: z.enum(['urgent', 'hard', 'dangerous', 'heavy']).optional(),
  helpers: z.array(Helper).min(1).max(50),
  companions: z.array(person).max(50).optional(),
  /** 专项技术帮扶资金. */
  fundSource: z.string().max(120).optional(),
  /** Number of the complaint that led here. */
  complaintNo: z.string().max(60).optional(),
  diagnosis: z.array(Finding).max(14),
  /** 三项制度, with 质量安全总监, 质量安全员 and 风险管控清单. */
  controls: z
    .strictObject({
      daily: Control.optional(),
      weekly: Control.optional(),
      monthly: Control.optional(),
      director: z.string().max(60).optional(),
      officer: z.string().max(60).optional(),
      riskList: z.boolean().optional(),
    })
    .optional(),
  problems: z.array(FoundProblem).max(50),
  prescriptions: z.array(Prescription).max(50),
  trainings: z.array(Training).max(20),
  /** QC小组, 五小. */
  qcGroups: z.int().min(0).max(1000).optional(),
  fiveSmall: z.int().min(0).max(10_000).optional(),
  satisfaction: z
    .strictObject({ score: z.int().min(0).max(100), comment: z.string().max(1000).optional(), anonymous: z.boolean().optional() })
    .optional(),
  /** Who of the enterprise signed for the visit. */
  receivedBy: person.optional(),
  summary: z.string().max(2000).optional(),
})
export type Visit = z.infer<typeof Visit>

export const visitKind = defineKind<Visit>({
  name: 'visit',
  version: 1,
  schema: Visit,
  merge: {
    groups: [
      identityGroup('/enterprise'),
      ['/on', '/arrivedAt', '/leftAt'],
      ['/controls/daily'],
      ['/controls/weekly'],
      ['/controls/monthly'],
      ['/satisfaction'],
    ],
    keyed: {
      '/helpers': { key: ['name'] },
      '/diagnosis': { key: ['dimension'] },
      '/problems': { key: ['id'], row: { groups: [['/severity', '/type', '/element']] } },
      '/prescriptions': { key: ['problem', 'measure'] },
      '/trainings': { key: ['topic'] },
    },
  },
  summarise: (doc) => ({
    no: textAt(doc, 'no'),
    title: textAt(doc, 'enterprise', 'name'),
    region: textAt(doc, 'region'),
    words: [
      textAt(doc, 'teamName'),
      textAt(doc, 'activity'),
      textAt(doc, 'enterprise', 'uscc'),
      textAt(doc, 'summary'),
      ...problemsIn(doc).map((found) => problemWords(doc, found)),
    ],
  }),
  acts: (doc) => problemsIn(doc).map(({ id }) => ({ procedure: PROBLEM, subject: id, step: 'raise', on: textAt(doc, 'on') })),
  mentions: (doc) => ({ enterprises: [textAt(doc, 'enterprise', 'enterpriseId')], on: textAt(doc, 'on') }),
  measures: measuresOfVisit,
})
