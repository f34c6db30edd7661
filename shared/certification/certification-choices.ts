import { z } from 'zod'

/**
 * What is certified: management systems (GB/T 19001, 50430, 24001, 45001, 22000, HACCP, FSSC 22000, IATF 16949, ISO 13485, 29490),
 * industrial products (production licence XK, CCC, voluntary, green, organic …), services, and the licences beside them.
 */
export const CertificationKind = z.enum([
  'qms',
  'construction',
  'environment',
  'safety',
  'foodSafety',
  'haccp',
  'fssc22000',
  'iatf16949',
  'iso13485',
  'intellectualProperty',
  'productionLicence',
  'ccc',
  'voluntaryProduct',
  'greenProduct',
  'organicProduct',
  'greenFood',
  'highEndQuality',
  'seleniumRich',
  'antibioticFree',
  'fintechProduct',
  'service',
  'specialEquipment',
  'foodLicence',
])
export type CertificationKind = z.infer<typeof CertificationKind>

/** 工业产品认证证书 and 质量管理体系认证证书 are counted apart. */
export type CertificationFamily = 'product' | 'qms' | 'system' | 'service' | 'licence'

const FAMILIES: Readonly<Record<CertificationKind, CertificationFamily>> = {
  qms: 'qms',
  construction: 'system',
  environment: 'system',
  safety: 'system',
  foodSafety: 'system',
  haccp: 'system',
  fssc22000: 'system',
  iatf16949: 'system',
  iso13485: 'system',
  intellectualProperty: 'system',
  productionLicence: 'licence',
  ccc: 'product',
  voluntaryProduct: 'product',
  greenProduct: 'product',
  organicProduct: 'product',
  greenFood: 'product',
  highEndQuality: 'product',
  seleniumRich: 'product',
  antibioticFree: 'product',
  fintechProduct: 'product',
  service: 'service',
  specialEquipment: 'licence',
  foodLicence: 'licence',
}
export const familyOfCertification = (kind: CertificationKind): CertificationFamily => FAMILIES[kind]

/** 帮扶 (direct help with this very case) or 引导 (guided towards it); never both. */
export const Contribution = z.enum(['directHelp', 'guidance'])
export type Contribution = z.infer<typeof Contribution>
