import { z } from 'zod'
import { EnterpriseSnapshot } from '../enterprise/enterprise-snapshot.ts'
import { identityGroup } from '../enterprise/identity-group.ts'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { CERTIFICATION } from './certification-case.ts'
import { CertificationKind, Contribution } from './certification-choices.ts'

/**
 * 证书: of a case (then it takes the tenth stage of it, and is counted by the procedure) or one that the enterprise has anyway. The
 * number is checked and only warned about; what could not be looked up in the public register offline is 待核验 and asked again.
 */
export const Certificate = z.strictObject({
  region: Region,
  enterprise: EnterpriseSnapshot,
  case: RecordId.optional(),
  caseNo: z.string().max(60).optional(),
  /** As in the case; a certificate without a case counts as no help of ours. */
  contribution: Contribution.optional(),
  certificationKind: CertificationKind,
  number: z.string().min(3).max(60),
  body: z.string().min(2).max(120),
  standard: z.string().max(60).optional(),
  scope: z.string().max(1000).optional(),
  issuedOn: LocalDate,
  expiresOn: LocalDate,
  status: z.enum(['valid', 'suspended', 'withdrawn', 'cancelled', 'expired']),
  verification: z.enum(['unverified', 'verified', 'mismatch']),
  verifiedOn: LocalDate.optional(),
  /** 采信: where the result was relied on (a tender, an award), and when. */
  adoption: z.string().max(500).optional(),
})
export type Certificate = z.infer<typeof Certificate>

export const certificateKind = defineKind<Certificate>({
  name: 'certificate',
  version: 1,
  schema: Certificate,
  merge: {
    groups: [identityGroup('/enterprise'), ['/number', '/body'], ['/issuedOn', '/expiresOn'], ['/verification', '/verifiedOn']],
    lattices: {
      '/status': [
        ['valid', 'suspended', 'withdrawn'],
        ['valid', 'cancelled'],
        ['valid', 'expired'],
      ],
    },
  },
  summarise: (doc) => ({
    no: textAt(doc, 'number'),
    title: textAt(doc, 'enterprise', 'name'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'body'), textAt(doc, 'standard'), textAt(doc, 'scope'), textAt(doc, 'caseNo')],
  }),
  acts: (doc) =>
    textAt(doc, 'case') === ''
      ? []
      : [{ procedure: CERTIFICATION, subject: textAt(doc, 'case'), step: 'certificate', on: textAt(doc, 'issuedOn') }],
  mentions: (doc) => ({ enterprises: [textAt(doc, 'enterprise', 'enterpriseId')], on: textAt(doc, 'issuedOn') }),
})
