import { z } from 'zod'

export type DeepPartial<T> = T extends readonly (infer U)[]
  ? readonly DeepPartial<U>[]
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T

/** Choices have no half-typed form; the members of a record are known to somebody else. */
const AS_THEY_ARE = [z.ZodRecord, z.ZodEnum, z.ZodBoolean, z.ZodLiteral]

function loosen(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodReadonly || schema instanceof z.ZodDefault)
    return loosen(schema.def.innerType as z.ZodType)
  if (schema instanceof z.ZodArray) return z.array(loosen(schema.element as z.ZodType)).max(500)
  if (schema instanceof z.ZodObject) return loosenObject(schema)
  if (schema instanceof z.ZodUnion) return z.union(schema.options.map((option) => loosen(option as z.ZodType)))
  if (schema instanceof z.ZodNumber) return z.int()
  if (AS_THEY_ARE.some((type) => schema instanceof type)) return schema
  return z.string().max(20_000)
}

function loosenObject(schema: z.ZodObject): z.ZodType {
  const shape: Record<string, z.ZodType> = {}
  for (const [key, field] of Object.entries(schema.shape)) shape[key] = loosen(field as z.ZodType).optional()
  return z.strictObject(shape)
}

/**
 * The schema of unfinished work: the same fields, every one optional, texts as typed so far. Saving a draft is never
 * blocked by validation; what is refused is only what could not be shown again (another type, a field nobody knows).
 */
export const draftOf = <T>(schema: z.ZodType<T>): z.ZodType<DeepPartial<T>> => loosen(schema) as z.ZodType<DeepPartial<T>>

/** Drops what was left empty, so that one document has one spelling whether a field was never touched or emptied. */
export function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty).filter((item) => item !== undefined)
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trim()
  if (value === null || typeof value !== 'object') return value ?? undefined
  const kept = Object.entries(value)
    .map(([key, member]) => [key, withoutEmpty(member)] as const)
    .filter(([, member]) => member !== undefined)
  return kept.length === 0 ? undefined : Object.fromEntries(kept)
}
