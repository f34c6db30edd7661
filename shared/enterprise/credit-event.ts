import { z } from 'zod'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'

/**
 * 质量信用事件: something that is known of an enterprise and that no other record here says: a complaint (12315, 12345), an honour, a
 * penalty of another bureau, an incident that was reported. What checks, cases and certificates say is not typed again.
 */
export const CreditEvent = z.strictObject({
  enterpriseId: RecordId,
  enterpriseName: z.string().max(120),
  region: Region,
  type: z.enum(['complaint', 'honour', 'penalty', 'incident', 'commitment', 'other']),
  on: LocalDate,
  title: z.string().min(2).max(200),
  /** Number of the complaint, of the decision, of the award. */
  no: z.string().max(60).optional(),
  /** Where it came from: 12315, 12345, the awarding or deciding body. */
  source: z.string().max(120).optional(),
  /** After this day it no longer bears on the grade; by default what the table of weights says. */
  validTo: LocalDate.optional(),
  /** Of a complaint: what came of it. */
  outcome: z.string().max(500).optional(),
  publicised: z.boolean().optional(),
})
export type CreditEvent = z.infer<typeof CreditEvent>

export const creditEventKind = defineKind<CreditEvent>({
  name: 'creditEvent',
  version: 1,
  schema: CreditEvent,
  merge: {
    groups: [
      ['/enterpriseId', '/enterpriseName'],
      ['/no', '/source'],
    ],
  },
  summarise: (doc) => ({
    no: textAt(doc, 'no'),
    title: textAt(doc, 'title'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'enterpriseName'), textAt(doc, 'source')],
  }),
  mentions: (doc) => ({ enterprises: [textAt(doc, 'enterpriseId')], on: textAt(doc, 'on') }),
})
