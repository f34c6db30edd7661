import { z } from 'zod'
import { PaperFacts } from './paper-facts.ts'
import { stepsOf } from './slots.ts'

const isPlace = (step: string): boolean => step === '*' || /^\d+$/.test(step)

const isWrapped = (schema: z.ZodType): schema is z.ZodOptional | z.ZodNullable | z.ZodDefault | z.ZodReadonly =>
  [z.ZodOptional, z.ZodNullable, z.ZodDefault, z.ZodReadonly].some((wrapper) => schema instanceof wrapper)

const bare = (schema: z.ZodType): z.ZodType => (isWrapped(schema) ? bare(schema.def.innerType as z.ZodType) : schema)

function within(wrapped: z.ZodType, steps: readonly string[]): boolean {
  const [step, ...rest] = steps
  if (step === undefined) return true
  const schema = bare(wrapped)
  if (schema instanceof z.ZodUnion) return schema.options.some((option) => within(option as z.ZodType, steps))
  if (schema instanceof z.ZodArray) return isPlace(step) && within(schema.element as z.ZodType, rest)
  if (schema instanceof z.ZodRecord) return within(schema.def.valueType as z.ZodType, rest)
  if (!(schema instanceof z.ZodObject)) return schema instanceof z.ZodLazy // any JSON
  const member = (schema.shape as Readonly<Record<string, z.ZodType>>)[step]
  return member !== undefined && within(member, rest)
}

/** Does a schema have something at this path? A place in a list is a number or `*`. */
export const hasPath = (schema: z.ZodType, steps: readonly string[]): boolean => within(schema, steps)

/** The schema of a kind's document, where the kind is known. */
export type SchemaOf = (kind: string) => z.ZodType | undefined

/** Related records by the name a layout calls them; the steps of a case have one schema for all. */
const KIND_OF_SUBJECT: Readonly<Record<string, string>> = {
  sheet: 'samplingSheet',
  case: 'aftercareCase',
  steps: 'caseStep',
  report: 'checkStep',
}

function documentPath(kind: string, steps: readonly string[]): { readonly kind: string; readonly rest: readonly string[] } | null {
  const [root, name = '', ...rest] = steps
  if (root === 'record') return { kind, rest: steps.slice(1) }
  const subject = KIND_OF_SUBJECT[name]
  if (root !== 'subject' || subject === undefined) return null
  return { kind: subject, rest: name === 'steps' ? rest.slice(1) : rest }
}

/** Is there such a fact, for a layout that prints records of `kind`? Documents of kinds that nobody knows are not judged. */
export function isKnownPointer(pointer: string, kind: string, schemaOf: SchemaOf): boolean {
  const steps = stepsOf(pointer)
  if (!pointer.startsWith('/') || !hasPath(PaperFacts, steps)) return false
  const document = documentPath(kind, steps)
  const schema = document === null ? undefined : schemaOf(document.kind)
  return document === null || schema === undefined || hasPath(schema, document.rest)
}
