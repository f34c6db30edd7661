import { z } from 'zod'
import { Decimal, LocalDate } from '../kernel/ids.ts'

const short = z.string().max(60)
const long = z.string().max(200)

/** What the food sampling sheet asks beyond the industrial one (食品安全抽样检验抽样单, fields of the national system). */
export const FoodSample = z.strictObject({
  reportClass: short.optional(),
  deployedBy: z.string().max(120).optional(),
  samplingType: z.enum(['routine', 'evaluative', 'riskMonitoring', 'special', 'emergency', 'verification']).optional(),
  class1: short.optional(),
  class2: short.optional(),
  class3: short.optional(),
  class4: short.optional(),
  area: z.enum(['city', 'country', 'school', 'scenic', 'other']).optional(),
  licenceKind: z.enum(['production', 'business', 'workshop', 'stall', 'none']).optional(),
  licenceNo: short.optional(),
  stallNo: short.optional(),
  thirdPartyName: z.string().max(120).optional(),
  thirdPartyLicence: short.optional(),
  thirdPartyRole: z.enum(['commissioner', 'importer', 'distributor', 'platform', 'other']).optional(),
  barcode: z
    .string()
    .regex(/^\d{8,14}$/)
    .optional(),
  sampleType: z.enum(['processed', 'produce', 'catering', 'additive', 'healthFood']).optional(),
  source: z.enum(['bought', 'made']).optional(),
  attribute: z.enum(['ordinary', 'special']).optional(),
  packaging: z.enum(['prepacked', 'bulk']).optional(),
  purchasedOn: LocalDate.optional(),
  shelfLife: short.optional(),
  qualityGrade: short.optional(),
  imported: z.boolean().optional(),
  origin: short.optional(),
  method: z.enum(['sterile', 'ordinary']).optional(),
  form: z.enum(['solid', 'semisolid', 'liquid', 'gas']).optional(),
  samplePackage: short.optional(),
  tool: short.optional(),
  storage: z.enum(['roomTemperature', 'chilled', 'frozen', 'dark', 'sealed', 'other']).optional(),
  storageText: long.optional(),
  temperature: Decimal.optional(),
})
export type FoodSample = z.infer<typeof FoodSample>
