import { z } from 'zod'

/** 质量基础设施要素: metrology, standards, certification and accreditation, testing, quality management, intellectual property, brand. */
export const NqiElement = z.enum([
  'metrology',
  'standards',
  'certification',
  'testing',
  'qualityManagement',
  'intellectualProperty',
  'brand',
])
export type NqiElement = z.infer<typeof NqiElement>
