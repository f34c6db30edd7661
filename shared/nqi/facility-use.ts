import { z } from 'zod'
import { Benefit, confirmedFen } from '../enterprise/benefit.ts'
import { EnterpriseSnapshot } from '../enterprise/enterprise-snapshot.ts'
import { identityGroup } from '../enterprise/identity-group.ts'
import { NqiElement } from '../enterprise/nqi-element.ts'
import { LocalDate, RecordId, Region } from '../kernel/ids.ts'
import { defineKind, type Loose, textAt } from '../kernel/kind.ts'
import type { Measure } from '../kernel/measure.ts'

/**
 * One help at a counter: 一站式服务 of a platform or station (what was asked, what solved it) or a use of a shared laboratory (what was
 * tested, how often, what it saved). A problem found on a visit and referred to a station is not written again here.
 */
export const FacilityUse = z.strictObject({
  facilityId: RecordId,
  facilityName: z.string().max(120),
  type: z.enum(['service', 'labUse']),
  region: Region,
  on: LocalDate,
  enterprise: EnterpriseSnapshot,
  element: NqiElement.optional(),
  /** What was asked, or the items that were tested. */
  matter: z.string().min(2).max(1000),
  /** How many concrete problems it was about, and how many of them were solved (a service), or how often the laboratory was used. */
  problems: z.int().min(0).max(1000).optional(),
  solved: z.int().min(0).max(1000).optional(),
  solvedOn: LocalDate.optional(),
  /** How they were solved; asked where any was. */
  answer: z.string().max(2000).optional(),
  uses: z.int().min(1).max(10_000).optional(),
  benefit: Benefit.optional(),
})
export type FacilityUse = z.infer<typeof FacilityUse>

export const facilityUseKind = defineKind<FacilityUse>({
  name: 'facilityUse',
  version: 1,
  schema: FacilityUse,
  merge: {
    groups: [
      identityGroup('/enterprise'),
      ['/facilityId', '/facilityName'],
      ['/solved', '/problems', '/solvedOn', '/answer'],
      ['/benefit'],
    ],
  },
  summarise: (doc) => ({
    no: '',
    title: [textAt(doc, 'enterprise', 'name'), textAt(doc, 'matter')].filter((part) => part !== '').join(' · '),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'facilityName'), textAt(doc, 'enterprise', 'uscc')],
  }),
  mentions: (doc) => ({ enterprises: [textAt(doc, 'enterprise', 'enterpriseId')], on: textAt(doc, 'on') }),
  measures: measuresOfUse,
})

/**
 * A service counts its enterprise on its day, and what was solved on the day it was solved; a use of a laboratory counts how often it was
 * used. What it brought counts on the day on which the enterprise confirmed it. Every one counts, so none has a key.
 */
function measuresOfUse(doc: Loose, id: string): readonly Measure[] {
  const service = textAt(doc, 'type') === 'service'
  const numberAt = (name: string, otherwise: number): number => (typeof doc[name] === 'number' ? doc[name] : otherwise)
  const shared = {
    group: textAt(doc, 'element'),
    enterprise: textAt(doc, 'enterprise', 'enterpriseId'),
    key: '',
    region: textAt(doc, 'region'),
    record: id,
  }
  const on = textAt(doc, 'on')
  const solvedOn = textAt(doc, 'solvedOn') || on
  const confirmedOn = textAt(doc, 'benefit', 'confirmedOn')
  return [
    { ...shared, name: service ? 'nqiService' : 'labUse', on, amount: service ? 1 : numberAt('uses', 1) },
    { ...shared, name: 'nqiSolved', on: solvedOn, amount: service ? numberAt('solved', 0) : 0 },
    { ...shared, name: service ? 'nqiBenefit' : 'labSaved', on: confirmedOn, amount: confirmedFen(doc['benefit']) },
  ].filter(({ amount }) => amount > 0)
}
