import { z } from 'zod'

export const Role = z.enum(['inspector', 'taskforce', 'supervisor'])
export type Role = z.infer<typeof Role>

/** Which programs the application runs on. */
export const Runtime = z.object({
  node: z.string(),
  electron: z.string().nullable(),
  sqlite: z.string(),
  /** True on the stand-in runtime of closed networks; such a build is for trial, never for the field. */
  fallback: z.boolean(),
})
export type Runtime = z.infer<typeof Runtime>
