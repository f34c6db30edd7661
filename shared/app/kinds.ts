import { enterpriseKind } from '../enterprise/enterprise.ts'
import type { Kind } from '../kernel/kind.ts'
import { samplingSheetKind } from '../spot-check/sampling-sheet.ts'

export const kinds: readonly Kind[] = [enterpriseKind, samplingSheetKind]
