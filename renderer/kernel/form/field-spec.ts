import { z } from 'zod'

export type FieldSpan = 'third' | 'half' | 'wide' | 'full'

/** What a form must know of a field besides its schema. */
export interface FieldSpec {
  /** A control of the kernel (`text long int decimal date choice district yesNo confirm lines`) or one of the form's own kinds. */
  readonly kind: string
  readonly span: FieldSpan
  /** Words of `<words>.unit`, beside the control. */
  readonly unit?: string
  /** The unit is what was typed into this other field. */
  readonly unitFrom?: string
  /** Words of `<words>.choice`; left out, the words stand under the field's own key. */
  readonly choices?: string
  readonly locked?: boolean
  /** The field whose text stands for it where it is read: the name beside an id. */
  readonly saidBy?: string
  /** A list that may stay empty, though the schema wants it to be there. */
  readonly optional?: boolean
}

export interface FormField extends FieldSpec {
  readonly section: string
  /** `product.name`: the path in the document, the key of its label, and dotted as react-hook-form wants it. */
  readonly key: string
  readonly required: boolean
  /** The codes a choice may take, from the schema itself. */
  readonly options: readonly string[]
}

const inner = (schema: z.ZodType | undefined): z.ZodType | undefined =>
  schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema

const optionsOf = (schema: z.ZodType | undefined): readonly string[] => {
  const plain = inner(schema)
  return plain instanceof z.ZodEnum ? plain.options.map(String) : []
}

/** The fields of one part of a document, in the order of the list; what is required and what may be chosen says the schema. */
export function fieldsFrom(schema: z.ZodObject, specs: Readonly<Record<string, FieldSpec>>, section = ''): FormField[] {
  const shape = schema.shape as Readonly<Record<string, z.ZodType>>
  return Object.entries(specs).map(([name, spec]) => {
    const field = shape[name]
    const required = field !== undefined && !(field instanceof z.ZodOptional) && spec.optional !== true
    return { ...spec, section, key: section === '' ? name : `${section}.${name}`, required, options: optionsOf(field) }
  })
}

export const text = (span: FieldSpan = 'third'): FieldSpec => ({ kind: 'text', span })
export const choice = (choices: string, span: FieldSpan = 'third'): FieldSpec => ({ kind: 'choice', span, choices })
export const date: FieldSpec = { kind: 'date', span: 'third' }
