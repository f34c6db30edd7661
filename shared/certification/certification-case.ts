import { z } from 'zod'
import { EnterpriseSnapshot } from '../enterprise/enterprise-snapshot.ts'
import { identityGroup } from '../enterprise/identity-group.ts'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { CertificationKind, Contribution } from './certification-choices.ts'

export const CERTIFICATION = 'certification'

/** 认证帮扶案: one wish of one enterprise for one kind of certificate; an enterprise may have many, and each may end in many certificates. */
export const CertificationCase = z.strictObject({
  no: z.string().min(1).max(60),
  region: Region,
  enterprise: EnterpriseSnapshot,
  openedOn: LocalDate,
  /** 来源: a visit, a campaign, the enterprise's own wish. */
  source: z.string().max(200).optional(),
  visitId: RecordId.optional(),
  campaign: z.string().max(60).optional(),
  certificationKind: CertificationKind,
  standard: z.string().max(60).optional(),
  scope: z.string().max(500).optional(),
  contribution: Contribution,
  /** 链主、龙头企业. */
  leading: z.boolean().optional(),
  helpers: z
    .array(z.strictObject({ adviserId: RecordId.optional(), name: z.string().min(1).max(60) }))
    .min(1)
    .max(20),
  teamId: RecordId.optional(),
  remarks: z.string().max(2000).optional(),
})
export type CertificationCase = z.infer<typeof CertificationCase>

export const certificationCaseKind = defineKind<CertificationCase>({
  name: 'certificationCase',
  version: 1,
  schema: CertificationCase,
  merge: { groups: [identityGroup('/enterprise'), ['/certificationKind', '/standard']], keyed: { '/helpers': { key: ['name'] } } },
  summarise: (doc) => ({
    no: textAt(doc, 'no'),
    title: textAt(doc, 'enterprise', 'name'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'standard'), textAt(doc, 'scope'), textAt(doc, 'enterprise', 'uscc'), textAt(doc, 'campaign')],
  }),
  acts: (doc, id) => [{ procedure: CERTIFICATION, subject: id, step: 'open', on: textAt(doc, 'openedOn') }],
  mentions: (doc) => ({ enterprises: [textAt(doc, 'enterprise', 'enterpriseId')], on: textAt(doc, 'openedOn') }),
})
