import { z } from 'zod'

/** 文书格式: how a document of a case is set; here only its name is known, the paper feature knows the rest. */
export const PaperLayout = z.looseObject({ name: z.string().min(1).max(120) })
export type PaperLayout = z.infer<typeof PaperLayout>
