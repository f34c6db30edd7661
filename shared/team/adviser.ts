import { z } from 'zod'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'

const short = z.string().max(60)

/** 质量医生, 技术专家, 企业首席质量官: who gives help, and who receives it in an enterprise. */
export const Adviser = z.strictObject({
  name: z.string().min(1).max(60),
  role: z.enum(['qualityDoctor', 'expert', 'chiefQualityOfficer']),
  region: Region,
  org: z.string().max(120).optional(),
  expertise: z.array(z.string().min(1).max(60)).max(20),
  phone: short.optional(),
  /** 聘书编号, and until when it is valid. */
  appointmentNo: short.optional(),
  appointedOn: LocalDate.optional(),
  validTo: LocalDate.optional(),
  /** Of a chief quality officer: the enterprise, and the certificate of the training that was passed. */
  enterpriseId: RecordId.optional(),
  trainingCertificate: short.optional(),
  education: short.optional(),
  yearsOfPractice: z.int().min(0).max(70).optional(),
  remarks: z.string().max(2000).optional(),
})
export type Adviser = z.infer<typeof Adviser>

export const adviserKind = defineKind<Adviser>({
  name: 'adviser',
  version: 1,
  schema: Adviser,
  merge: { groups: [['/appointmentNo', '/appointedOn', '/validTo']] },
  summarise: (doc) => ({
    no: textAt(doc, 'appointmentNo'),
    title: textAt(doc, 'name'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'org'), ...(Array.isArray(doc['expertise']) ? doc['expertise'].filter((item) => typeof item === 'string') : [])],
  }),
  mentions: (doc) => ({
    enterprises: [textAt(doc, 'enterpriseId')].filter((id) => id !== ''),
    on: textAt(doc, 'appointedOn'),
  }),
})
