import { seal } from '../aftercare/a-case.ts'
import type { AWorld } from '../app/a-world.ts'
import { aCement } from '../enterprise/an-enterprise.ts'

export type Doc = { readonly [key: string]: unknown }

/** What an enterprise has in place of a code, so that it is no other one by its code. */
export const unregistered = { uscc: undefined, noUsccReason: '企业当日未出示营业执照' }

export const aFacilityDoc = (type: 'platform' | 'station' | 'sharedLab', changes: Doc = {}): Doc => ({
  type,
  name: `示范${type}`,
  region: '500103',
  elements: ['standards', 'metrology'],
  openedOn: '2024-01-01',
  ...changes,
})

export const aServiceDoc = (facilityId: string, enterpriseId: string, changes: Doc = {}): Doc => ({
  facilityId,
  facilityName: '示范站',
  type: 'service',
  region: '500103',
  on: '2026-10-10',
  enterprise: { enterpriseId, name: aCement.name, region: '500103' },
  element: 'standards',
  matter: '产品执行哪个标准',
  problems: 2,
  solved: 0,
  ...changes,
})

export const aLabUseDoc = (facilityId: string, enterpriseId: string, changes: Doc = {}): Doc => ({
  facilityId,
  facilityName: '示范实验室',
  type: 'labUse',
  region: '500103',
  on: '2026-10-11',
  enterprise: { enterpriseId, name: aCement.name, region: '500103' },
  matter: '硬度、盐雾',
  uses: 3,
  ...changes,
})

/** How a service was solved, and a benefit that was reckoned but not confirmed; `confirmed` adds who confirmed it and when. */
export const solved = { solved: 2, solvedOn: '2026-10-20', answer: '提供了标准文本并对照标签' }
export const benefit = { yuan: '12000.50', basis: '按上季度返工用料核算' }
export const confirmed = { confirmedBy: '周厂长', confirmedOn: '2026-10-25' }

/** Seals a record that must go well; answers its id. */
export async function sealed(world: AWorld, kind: string, doc: Doc): Promise<string> {
  const answer = await seal(world, kind, doc)
  if (!answer.ok) throw new Error(`${kind}: ${JSON.stringify(answer.problems, null, 2)}`)
  return answer.value.id
}

/** A platform with a station, and a shared laboratory. */
export async function places(world: AWorld) {
  const platform = await sealed(world, 'facility', aFacilityDoc('platform'))
  const station = await sealed(world, 'facility', aFacilityDoc('station', { platformId: platform }))
  const lab = await sealed(world, 'facility', aFacilityDoc('sharedLab', { items: '硬度、盐雾' }))
  return { platform, station, lab }
}
