import { z } from 'zod'
import { Benefit, confirmedFen } from '../enterprise/benefit.ts'
import { EnterpriseSnapshot } from '../enterprise/enterprise-snapshot.ts'
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
  summarise: (doc) => ({
    no: '',
    title: [textAt(doc, 'enterprise', 'name'), textAt(doc, 'matter')].filter((part) => part !== '').join(' · '),
    region: textAt(doc, 'region'),
    words: [textAt(doc, 'facilityName'), textAt(doc, 'enterprise', 'uscc')],
  }),
  mentions: (doc) => ({ enterprises: [textAt(doc, 'enterprise', 'enterpriseId')], on: textAt(doc, 'on') }),
  measures: measuresOfUse,
})

/** A service counts its enterprise on its day, and what was solved on the day it was solved; a use of a laboratory counts what it saved. */
function measuresOfUse(doc: Loose, id: string): readonly Measure[] {
  const service = textAt(doc, 'type') === 'service'
  const solvedOn = textAt(doc, 'solvedOn') || textAt(doc, 'on')
  const solved = typeof doc['solved'] === 'number' ? doc['solved'] : 0
  const shared = {
    group: textAt(doc, 'element'),
    enterprise: textAt(doc, 'enterprise', 'enterpriseId'),
    key: service ? '' : textAt(doc, 'facilityId'),
    region: textAt(doc, 'region'),
    record: id,
  }
  const use = { ...shared, name: service ? 'nqiService' : 'labUse', on: textAt(doc, 'on'), amount: 1 }
  const effect = { ...shared, on: solvedOn }
  return [
    use,
    { ...effect, name: 'nqiSolved', amount: service ? solved : 0 },
    { ...effect, name: service ? 'nqiBenefit' : 'labSaved', amount: confirmedFen(doc['benefit']) },
  ].filter(({ amount }) => amount > 0)
}
