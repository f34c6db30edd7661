import { z } from 'zod'
import { Bilingual } from '../kernel/bilingual.ts'
import { Sureness } from '../reference/reference.ts'

/**
 * 文书格式: what a paper of the law looks like, as data. A bureau may send another one of the same name; docs/paper.md explains
 * every member. A text may hold slots, `{/record/product/name}` or `{/record/sampling/date|date}`: the JSON Pointer of a fact and,
 * after the bar, how it is written: `date`, `district`, `names`, a list of choices, or `tick:` and a list, which prints every choice
 * with a box and ticks the one.
 */
const Text = z.union([z.string().max(4000), Bilingual])
export type LayoutText = z.infer<typeof Text>

const Pointer = z.string().regex(/^(\/[^/{}|]+)+$/)

/** One field of the framed form: its label takes one column, its value `span`. Struck with “/” when its first slot is blank. */
const Field = z.strictObject({
  ...Bilingual.shape,
  text: Text,
  /** What stands there when `text` is blank: why there is no credit code. */
  or: Text.optional(),
  span: z.int().min(1).max(11).default(1),
  /** Left open instead of struck when blank: somebody writes there by hand. */
  open: z.boolean().default(false),
  /** Room for writing by hand: the least height of the row in millimetres. */
  height: z.int().min(5).max(120).optional(),
})

const Part = z.strictObject({ name: Bilingual.optional(), rows: z.array(z.array(Field).min(1).max(6)).min(1).max(40) })

const Fields = z.strictObject({ block: z.literal('fields'), columns: z.int().min(2).max(12).default(6), parts: z.array(Part).min(1) })

/** A table with a row for every element of a list; the slots of its columns begin at the element. */
const List = z.strictObject({
  block: z.literal('list'),
  at: Pointer,
  /** The whole table is left out when the list is empty; otherwise one struck row stands for it. */
  optional: z.boolean().default(false),
  numbered: z.boolean().default(true),
  columns: z
    .array(
      z.strictObject({
        ...Bilingual.shape,
        text: Text,
        /** In millimetres; what is left is shared by the others. */
        width: z.int().min(5).max(150).optional(),
        centred: z.boolean().default(false),
        /** The column is printed only when this fact is there. */
        when: Pointer.optional(),
      }),
    )
    .min(1)
    .max(10),
  foot: z.strictObject({ ...Bilingual.shape, text: Text, when: Pointer.optional() }).optional(),
})

/** Questions that somebody ticks by hand, or that a list of true and false in the record has answered. */
const Checklist = z.strictObject({
  block: z.literal('checklist'),
  answers: z.array(Bilingual).min(2).max(5),
  questions: z
    .array(z.strictObject({ ...Bilingual.shape, at: Pointer.optional() }))
    .min(1)
    .max(40),
})

const Place = z.strictObject({
  ...Bilingual.shape,
  /** Signatures of these roles, as the record holds them at `/record/signatures`. */
  roles: z.array(z.string().max(40)).default([]),
  /** People of this list are named even if they have not signed; elements with `name` and perhaps `certificateNo`. */
  people: Pointer.optional(),
  stamp: z.boolean().default(false),
  /** A line for the day, to be filled in by hand. */
  dated: z.boolean().default(false),
  /** The place is left out while nobody signed in it. */
  optional: z.boolean().default(false),
  text: Text.optional(),
})

const Block = z.discriminatedUnion('block', [
  z.strictObject({ block: z.literal('heading'), text: Text }),
  z.strictObject({
    block: z.literal('paragraph'),
    text: Text,
    align: z.enum(['left', 'center', 'right']).default('left'),
    indent: z.boolean().default(true),
    strong: z.boolean().default(false),
    /** Printed only when the fact is there, and is one of `is` where that is said. */
    when: Pointer.optional(),
    is: z.array(z.union([z.string(), z.boolean()])).optional(),
  }),
  Fields,
  List,
  Checklist,
  z.strictObject({ block: z.literal('statement'), text: Text, at: Pointer.optional() }),
  z.strictObject({ block: z.literal('signatures'), places: z.array(Place).min(1).max(4) }),
  z.strictObject({ block: z.literal('closing'), text: Text, day: Text.optional() }),
  z.strictObject({ block: z.literal('photos') }),
  z.strictObject({ block: z.literal('pageBreak') }),
  z.strictObject({ block: z.literal('note'), text: Text }),
])
export type LayoutBlock = z.infer<typeof Block>

/** 第几联: a copy with its number, its name, and whom it is for. */
const Copy = z.strictObject({ no: z.int().min(1).max(9), ...Bilingual.shape, forWhom: Bilingual })

/** A paper can be had only of a record that has this fact. */
const Need = z.strictObject({
  at: Pointer,
  is: z.array(z.union([z.string(), z.boolean()])).optional(),
  why: Bilingual,
})

export const PaperLayout = z.strictObject({
  name: z
    .string()
    .regex(/^[a-z][A-Za-z0-9]*$/)
    .max(60),
  edition: z.string().min(1).max(40),
  /** Kinds of record that it prints. */
  for: z.array(z.string().min(1).max(40)).min(1),
  title: Bilingual,
  /** Who issues it, above the title. */
  issuer: Text.optional(),
  no: z.strictObject({ ...Bilingual.shape, text: Text }),
  /** `form`: framed; `dense`: framed and small, where much must stand on a page; `letter`: prose to somebody. */
  style: z.enum(['form', 'dense', 'letter']),
  /** Handed over before the record is sealed, so a draft of it is no draft of the paper; it bears no verification code then. */
  beforeSealing: z.boolean().default(false),
  needs: z.array(Need).default([]),
  copies: z.array(Copy).min(1).max(6),
  blocks: z.array(Block).min(1).max(60),
  /** The articles it rests on. */
  basis: Bilingual,
  source: z.string().min(1),
  sure: Sureness,
})
export type PaperLayout = z.infer<typeof PaperLayout>
