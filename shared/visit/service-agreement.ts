import { z } from 'zod'
import { EnterpriseSnapshot } from '../enterprise/enterprise-snapshot.ts'
import { identityGroup } from '../enterprise/identity-group.ts'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'

const person = z.string().min(1).max(60)

/** 定向跟踪服务协议 between a quality doctor and an enterprise; free of charge. */
export const ServiceAgreement = z.strictObject({
  no: z.string().min(1).max(60),
  region: Region,
  enterprise: EnterpriseSnapshot,
  doctors: z
    .array(z.strictObject({ adviserId: RecordId.optional(), name: person }))
    .min(1)
    .max(10),
  teamId: RecordId.optional(),
  signedOn: LocalDate,
  validFrom: LocalDate,
  validTo: LocalDate,
  /** At least one visit within so many days. */
  intervalDays: z.int().min(1).max(366),
  scope: z.string().min(2).max(2000),
  deliverables: z.string().max(2000).optional(),
  confidentiality: z.boolean().optional(),
  /** 终止: the last day on which it stood, and why. */
  endedOn: LocalDate.optional(),
  endReason: z.string().max(500).optional(),
})
export type ServiceAgreement = z.infer<typeof ServiceAgreement>

/** The last day on which an agreement stands. */
export const lastDayOf = (doc: Pick<ServiceAgreement, 'validTo' | 'endedOn'>): string =>
  doc.endedOn !== undefined && doc.endedOn < doc.validTo ? doc.endedOn : doc.validTo

export const serviceAgreementKind = defineKind<ServiceAgreement>({
  name: 'serviceAgreement',
  version: 1,
  schema: ServiceAgreement,
  merge: {
    groups: [identityGroup('/enterprise'), ['/validFrom', '/validTo', '/signedOn'], ['/endedOn', '/endReason']],
    keyed: { '/doctors': { key: ['name'] } },
  },
  summarise: (doc) => ({
    no: textAt(doc, 'no'),
    title: textAt(doc, 'enterprise', 'name'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'scope'), textAt(doc, 'enterprise', 'uscc')],
  }),
  mentions: (doc) => ({ enterprises: [textAt(doc, 'enterprise', 'enterpriseId')], on: textAt(doc, 'signedOn') }),
  measures: (doc, id) => [
    {
      name: 'agreement',
      group: '',
      enterprise: textAt(doc, 'enterprise', 'enterpriseId'),
      key: '',
      region: textAt(doc, 'region'),
      on: textAt(doc, 'validFrom'),
      until: lastDayOf({ validTo: textAt(doc, 'validTo'), endedOn: textAt(doc, 'endedOn') || undefined }),
      amount: 1,
      record: id,
    },
  ],
})
