import { identityOf, listMembers } from '#db/enterprise/identities'
import { getRecord } from '#db/kernel/records'
import { getAgreementOn, getLastVisitBy, getLastVisitOf, lastVisitNumber } from '#db/visit/visit-queries'
import type { OutputOf } from '#shared/kernel/contract'
import { withoutEmpty } from '#shared/kernel/draft-schema'
import { type Loose, textAt } from '#shared/kernel/kind'
import type { Visit } from '#shared/visit/visit'
import type { VisitKind } from '#shared/visit/visit-choices'
import type { visitContract } from '#shared/visit/visit-contract'
import { snapshotOf } from '../enterprise/snapshot.ts'
import { dayOf, newRecordId, type World } from '../kernel/world.ts'
import { standing } from './visit-rules.ts'

type NewVisit = OutputOf<(typeof visitContract)['visit.new']>
interface Asked {
  readonly enterprise?: string | undefined
  readonly kind?: VisitKind | undefined
}
interface Known {
  readonly id: string
  readonly doc: Visit
}

/** CQ-<region>-<day>-<4 of the device>-V<running number>: unique without a network. */
export function nextVisitNumber(world: World): string {
  const { region, device } = world.self
  const prefix = `CQ-${region}-${dayOf(world).replaceAll('-', '')}-${device.slice(0, 4)}-V`
  return `${prefix}${String(lastVisitNumber(world.db, prefix) + 1).padStart(3, '0')}`
}

function visitOf(world: World, id: string | null): Known | null {
  const record = id === null ? null : standing(world, 'visit', id)
  return record === null ? null : { id: record.rid, doc: record.doc as Visit }
}

/** Who goes, and why: as on this person's own last visit of the kind, the same activity while it is the same day. */
function goers(world: World, kind: VisitKind | undefined): Loose {
  const { device, name, org } = world.self
  const last = visitOf(world, getLastVisitBy(world.db, device, kind))?.doc
  const helpers = last?.helpers ?? visitOf(world, getLastVisitBy(world.db, device))?.doc.helpers ?? [{ name, org }]
  if (last === undefined) return { kind, helpers }
  const { teamId, teamName, campaign, fundSource, on, activity, jointOrg } = last
  const today = on === dayOf(world) ? { activity, jointOrg } : {}
  const team = standing(world, 'taskForce', teamId ?? '') === null ? {} : { teamId, teamName }
  return { kind: last.kind, helpers, ...team, campaign, fundSource, ...today }
}

/** 质量安全总监 and 质量安全员: the directory's word counts more. */
const safetyPeople = (directory: Loose, last: Visit | undefined): Loose => ({
  director: textAt(directory, 'qualitySafetyDirector') || last?.controls?.director,
  officer: textAt(directory, 'qualitySafetyOfficer') || last?.controls?.officer,
})

/** Who receives: as on the last visit of the enterprise, else its chief quality officer. */
function receivers(directory: Loose, last: Visit | undefined): Loose {
  const officer = textAt(directory, 'chiefQualityOfficer', 'name')
  const companions = last?.companions ?? (officer === '' ? [] : [officer])
  return { companions, receivedBy: last?.receivedBy, controls: safetyPeople(directory, last) }
}

function ofEnterprise(world: World, asked: string): { readonly doc: Loose; readonly last: Known | null } {
  const id = snapshotOf(world, identityOf(world.db, asked)) === null ? asked : identityOf(world.db, asked)
  const members = listMembers(world.db, id)
  const last = visitOf(world, getLastVisitOf(world.db, members))
  const { enterpriseId: _before, ...known } = last?.doc.enterprise ?? {}
  const snapshot = snapshotOf(world, id)
  if (snapshot === null) return { doc: {}, last: null }
  const doc = {
    enterprise: { ...known, ...snapshot },
    follow: last === null ? 'first' : 'followUp',
    agreementId: getAgreementOn(world.db, members, dayOf(world)) ?? undefined,
    ...receivers(getRecord(world.db, id)?.doc ?? {}, last?.doc),
  }
  return { doc, last }
}

/** The document a quick log starts from: what was true of the people and the enterprise last time, and nothing that was only seen then. */
export function newVisit(world: World, { enterprise, kind }: Asked): NewVisit {
  const known = enterprise === undefined ? { doc: {}, last: null } : ofEnterprise(world, enterprise)
  const begun = { no: nextVisitNumber(world), region: world.self.region, on: dayOf(world), follow: 'first' }
  const lists = { diagnosis: [], problems: [], prescriptions: [], trainings: [] }
  const doc = withoutEmpty({ ...begun, ...goers(world, kind), ...lists, ...known.doc }) as NewVisit['doc']
  const { last } = known
  return { id: newRecordId(), doc, lastVisit: last === null ? null : { id: last.id, on: last.doc.on, no: last.doc.no } }
}
