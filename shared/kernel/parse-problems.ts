import type { z } from 'zod'
import { ok, type Problem, type Result, refuse } from './result.ts'

export type FieldProblem =
  | Problem<'field.missing', Record<string, never>>
  | Problem<'field.unknown', { readonly names: string }>
  | Problem<'field.tooSmall', { readonly minimum: number }>
  | Problem<'field.tooLong', { readonly maximum: number }>
  | Problem<'field.invalid', { readonly expected: string }>

/** RFC 6901. */
export const pointer = (path: readonly PropertyKey[]): string =>
  path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

function fieldProblem(issue: z.core.$ZodIssue): FieldProblem {
  const path = pointer(issue.path)
  if (issue.code === 'unrecognized_keys') return { code: 'field.unknown', path, facts: { names: issue.keys.join(', ') } }
  if (issue.code === 'too_small') return { code: 'field.tooSmall', path, facts: { minimum: Number(issue.minimum) } }
  if (issue.code === 'too_big') return { code: 'field.tooLong', path, facts: { maximum: Number(issue.maximum) } }
  if (issue.input === undefined) return { code: 'field.missing', path, facts: {} }
  const expected = issue.code === 'invalid_format' ? issue.format : issue.code === 'invalid_type' ? issue.expected : issue.message
  return { code: 'field.invalid', path, facts: { expected } }
}

/** Parses what came from outside; every fault is named with the JSON Pointer of its field. */
export function parseInput<T>(schema: z.ZodType<T>, input: unknown): Result<T, FieldProblem> {
  const parsed = schema.safeParse(input, { reportInput: true })
  if (parsed.success) return ok(parsed.data)
  const [first, ...more] = parsed.error.issues.map(fieldProblem)
  if (first === undefined) throw new Error('a schema failed without an issue')
  return refuse(first, ...more)
}
