import { z } from 'zod'
import { LocalDate, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { checkUscc } from './uscc.ts'

export const Uscc = z.string().refine((code) => checkUscc(code).valid && checkUscc(code).normalized === code, 'uscc')

const name = z.string().min(2).max(120)
const address = z.string().min(2).max(200)
/** Mobile, or a landline with area code and an optional extension; short codes (12315) are not a contact. */
export const Phone = z.string().regex(/^(1[3-9]\d{9}|(0\d{2,3}-?)?[2-9]\d{6,7}(-\d{1,6})?)$/)
export const Postcode = z.string().regex(/^\d{6}$/)

export const EnterpriseSize = z.enum(['large', 'medium', 'small', 'micro'])

/** An enterprise of the directory: what is typed once and then offered in every form. */
export const Enterprise = z.strictObject({
  name,
  uscc: Uscc.optional(),
  /** Why there is no code (a stall, a firm in registration): asked when the code is missing. */
  noUsccReason: z.string().min(2).max(200).optional(),
  region: Region,
  address,
  legalRepresentative: z.string().max(60).optional(),
  contact: z.string().max(60).optional(),
  phone: Phone.optional(),
  industry: z.string().max(100).optional(),
  size: EnterpriseSize.optional(),
  mainProducts: z.string().max(300).optional(),
  employees: z.int().min(0).max(1_000_000).optional(),
  /** 链主、龙头企业. */
  leading: z.boolean().optional(),
  /** 首席质量官, with the day of appointment and the certificate of the training. */
  chiefQualityOfficer: z
    .strictObject({
      name: z.string().min(1).max(60),
      appointedOn: LocalDate.optional(),
      trainingCertificate: z.string().max(60).optional(),
    })
    .optional(),
  /** 质量安全总监, 质量安全员. */
  qualitySafetyDirector: z.string().max(60).optional(),
  qualitySafetyOfficer: z.string().max(60).optional(),
})
export type Enterprise = z.infer<typeof Enterprise>

export const enterpriseKind = defineKind<Enterprise>({
  name: 'enterprise',
  version: 2,
  schema: Enterprise,
  merge: { groups: [['/uscc', '/noUsccReason'], ['/contact', '/phone'], ['/chiefQualityOfficer']] },
  summarise: (doc) => ({
    no: textAt(doc, 'uscc'),
    title: textAt(doc, 'name'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'address'), textAt(doc, 'mainProducts'), textAt(doc, 'legalRepresentative')],
  }),
})
