import { z } from 'zod'
import { RecordId, Region } from '../kernel/ids.ts'
import { EnterpriseSize, Phone, Uscc } from './enterprise.ts'

/** An enterprise as it was on the day of a visit or at the start of a case; the directory may say something else later. */
export const EnterpriseSnapshot = z.strictObject({
  enterpriseId: RecordId,
  name: z.string().min(2).max(120),
  uscc: Uscc.optional(),
  region: Region,
  address: z.string().max(200).optional(),
  contact: z.string().max(60).optional(),
  phone: Phone.optional(),
  /** GB/T 4754, in words or as a code. */
  industry: z.string().max(100).optional(),
  size: EnterpriseSize.optional(),
  employees: z.int().min(0).max(1_000_000).optional(),
  mainProducts: z.string().max(300).optional(),
})
export type EnterpriseSnapshot = z.infer<typeof EnterpriseSnapshot>
