import { z } from 'zod'
import { NqiElement } from '../enterprise/nqi-element.ts'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, textAt } from '../kernel/kind.ts'
import { STANDING } from '../kernel/measure.ts'

/** 质量基础设施“一站式”服务平台, its 站点, and 企业共享实验室. */
export const Facility = z.strictObject({
  type: z.enum(['platform', 'station', 'sharedLab']),
  name: z.string().min(2).max(120),
  region: Region,
  /** Of a station: the platform it belongs to. */
  platformId: RecordId.optional(),
  /** Of a shared laboratory: the enterprise that shares it. */
  enterpriseId: RecordId.optional(),
  elements: z.array(NqiElement).max(10),
  /** Of a shared laboratory: what it can test. */
  items: z.string().max(1000).optional(),
  address: z.string().max(200).optional(),
  contact: z.string().max(60).optional(),
  phone: z.string().max(30).optional(),
  openedOn: LocalDate,
  closedOn: LocalDate.optional(),
})
export type Facility = z.infer<typeof Facility>

export const facilityKind = defineKind<Facility>({
  name: 'facility',
  version: 1,
  schema: Facility,
  merge: {
    groups: [
      ['/openedOn', '/closedOn'],
      ['/contact', '/phone'],
    ],
  },
  summarise: (doc) => ({
    no: '',
    title: textAt(doc, 'name'),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'address'), textAt(doc, 'items'), textAt(doc, 'contact')],
  }),
  mentions: (doc) => ({ enterprises: [textAt(doc, 'enterpriseId')].filter((id) => id !== ''), on: textAt(doc, 'openedOn') }),
  measures: (doc, id) => [
    {
      name: textAt(doc, 'type'),
      group: '',
      enterprise: '',
      key: '',
      region: textAt(doc, 'region'),
      on: textAt(doc, 'openedOn'),
      until: textAt(doc, 'closedOn') || STANDING,
      amount: 1,
      record: id,
    },
  ],
})
