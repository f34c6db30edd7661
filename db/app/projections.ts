import { enterpriseProjection } from '../enterprise/enterprise-projection.ts'
import type { Projection } from '../kernel/projection.ts'
import { samplingSheetProjection } from '../spot-check/spot-check-projection.ts'

export const projections: readonly Projection[] = [enterpriseProjection, samplingSheetProjection]
