import { z } from 'zod'

/** Words on the paper: Chinese, and English under it where the paper is printed in both and there is something to add. */
export const Said = z.object({ zh: z.string(), en: z.string().nullable() })
export type Said = z.infer<typeof Said>

const Cell = z.object({ label: Said, value: Said, span: z.int(), height: z.int().nullable() })
const Person = z.object({ name: z.string(), note: z.string(), strokes: z.string().nullable(), day: z.string() })

/** A layout with the facts in it: plain texts, ready to be set. */
export const ModelBlock = z.discriminatedUnion('block', [
  z.object({ block: z.literal('heading'), text: Said }),
  z.object({
    block: z.literal('paragraph'),
    text: Said,
    align: z.enum(['left', 'center', 'right']),
    indent: z.boolean(),
    strong: z.boolean(),
  }),
  z.object({
    block: z.literal('fields'),
    columns: z.int(),
    parts: z.array(z.object({ name: Said.nullable(), rows: z.array(z.array(Cell)) })),
  }),
  z.object({
    block: z.literal('list'),
    columns: z.array(z.object({ label: Said, width: z.int().nullable(), centred: z.boolean() })),
    rows: z.array(z.array(Said)),
    foot: z.object({ label: Said, value: Said }).nullable(),
  }),
  z.object({
    block: z.literal('checklist'),
    answers: z.array(Said),
    /** `answer` is the number of the one that is ticked; null while nobody has. */
    questions: z.array(z.object({ text: Said, answer: z.int().nullable() })),
  }),
  z.object({ block: z.literal('statement'), text: Said, checked: z.boolean() }),
  z.object({
    block: z.literal('signatures'),
    places: z.array(z.object({ title: Said, stamp: z.boolean(), dated: z.boolean(), text: Said.nullable(), people: z.array(Person) })),
  }),
  z.object({ block: z.literal('closing'), text: Said, day: Said.nullable() }),
  z.object({ block: z.literal('photos') }),
  z.object({ block: z.literal('pageBreak') }),
  z.object({ block: z.literal('note'), text: Said }),
])
export type ModelBlock = z.infer<typeof ModelBlock>
export type BlockOf<B extends ModelBlock['block']> = Extract<ModelBlock, { readonly block: B }>

export const PaperModel = z.object({
  title: Said,
  issuer: Said.nullable(),
  no: z.object({ label: Said, value: z.string() }),
  style: z.enum(['form', 'dense', 'letter']),
  basis: Said,
  blocks: z.array(ModelBlock),
})
export type PaperModel = z.infer<typeof PaperModel>
