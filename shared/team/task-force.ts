import { z } from 'zod'
import { LocalDate, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { STANDING } from '../kernel/measure.ts'

const person = z.string().min(1).max(60)

/** 质量提升青年突击队. */
export const TaskForce = z.strictObject({
  name: z.string().min(2).max(120),
  region: Region,
  industry: z.string().max(100).optional(),
  captain: person,
  members: z
    .array(z.strictObject({ name: person, org: z.string().max(120).optional(), expertise: z.string().max(200).optional() }))
    .max(200),
  /** 授旗日期: from this day the team counts. */
  foundedOn: LocalDate,
  /** The last day on which it counts. */
  dissolvedOn: LocalDate.optional(),
  remarks: z.string().max(2000).optional(),
})
export type TaskForce = z.infer<typeof TaskForce>

export const taskForceKind = defineKind<TaskForce>({
  name: 'taskForce',
  version: 1,
  schema: TaskForce,
  merge: { groups: [['/foundedOn', '/dissolvedOn']], keyed: { '/members': { key: ['name'] } } },
  summarise: (doc) => ({
    no: '',
    title: textAt(doc, 'name'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'captain'), textAt(doc, 'industry')],
  }),
  measures: (doc, id) => [
    {
      name: 'taskForce',
      group: '',
      enterprise: '',
      key: '',
      region: textAt(doc, 'region'),
      on: textAt(doc, 'foundedOn'),
      until: textAt(doc, 'dissolvedOn') || STANDING,
      amount: 1,
      record: id,
    },
  ],
})
