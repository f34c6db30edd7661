import type { RecordRow } from '#db/kernel/record-row'
import { getRecord } from '#db/kernel/records'
import { listAssignees } from '#db/spot-check/check-queries'
import { countSheetsOfTask, getLastSheetId } from '#db/spot-check/spot-check-queries'
import type { SheetDraft, TaskFacts } from '#shared/spot-check/sheet-facts'
import type { SpotCheckTask, Target } from '#shared/spot-check/task'
import type { World } from '../kernel/world.ts'

/** What this device knows of tasks, sheets and enterprises: where new papers take their content from. */
type Doc = { readonly [key: string]: unknown }

export interface KnownTask {
  readonly id: string
  readonly doc: SpotCheckTask
}

const isLive = (record: RecordRow | null, kind: string): record is RecordRow => record?.kind === kind && record.state !== 'void'

export function taskOf(world: World, id: string): KnownTask | null {
  const record = id === '' ? null : getRecord(world.db, id)
  return isLive(record, 'spotCheckTask') ? { id, doc: record.doc as SpotCheckTask } : null
}

export const targetOf = (task: KnownTask | null, check: string | undefined): Target | null =>
  task?.doc.targets.find((target) => target.check === check) ?? null

/** What guards must know of the task; null when it is not known here. */
export function taskFacts(world: World, id: string, sheet = ''): TaskFacts | null {
  const task = taskOf(world, id)
  if (task === null) return null
  const { no, quota, targets } = task.doc
  return { no, quota, sealed: countSheetsOfTask(world.db, id, sheet), targets: targets.map(({ check }) => check) }
}

export function lastSheet(world: World, by: { enterpriseId?: string | undefined; kind?: string | undefined } = {}): SheetDraft | null {
  const id = getLastSheetId(world.db, by)
  return id === null ? null : (getRecord(world.db, id)?.doc ?? null)
}

const PARTY = ['name', 'address', 'legalRepresentative', 'contact', 'phone', 'uscc', 'noUsccReason']

/** What a paper takes over from the directory. */
function partyFrom(world: World, enterpriseId: string): Doc {
  const doc = getRecord(world.db, enterpriseId)?.doc ?? {}
  return { enterpriseId, ...Object.fromEntries(PARTY.filter((key) => doc[key] !== undefined).map((key) => [key, doc[key]])) }
}

/** 受检单位: what the task knows, completed from the directory, whose word counts more. */
export function partyOf(world: World, enterpriseId: string | undefined, target: Target | null): Doc | undefined {
  const id = enterpriseId ?? target?.enterpriseId
  if (id === undefined && target === null) return undefined
  const { name, uscc, address } = target ?? {}
  return { ...(target === null ? {} : { name, uscc, address }), ...(id === undefined ? {} : partyFrom(world, id)) }
}

/** Who samples: whoever the check was given to, else whom the task names, else who sampled last. Their certificates as last written. */
export function samplersFor(world: World, task: KnownTask | null, check: string | undefined): SheetDraft['samplers'] {
  const before = lastSheet(world)?.samplers
  const assigned = check === undefined ? [] : listAssignees(world.db, check)
  const names = assigned.length > 0 ? assigned : (task?.doc.samplers ?? [])
  if (names.length === 0) return before ?? [{ name: world.self.name }]
  return names.slice(0, 6).map((name) => before?.find((sampler) => sampler.name === name) ?? { name })
}
