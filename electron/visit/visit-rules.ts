import { identityOf } from '#db/enterprise/identities'
import type { RecordRow } from '#db/kernel/record-row'
import { getRecord } from '#db/kernel/records'
import { textAt } from '#shared/kernel/kind'
import { decideVisit, normalizeVisit, type VisitDraft, type VisitFacts } from '#shared/visit/decide-visit'
import { lastDayOf } from '#shared/visit/service-agreement'
import { enterpriseProblems } from '../enterprise/snapshot.ts'
import type { KindRules } from '../kernel/kind-rules.ts'
import { dayOf, newRecordId, type World } from '../kernel/world.ts'
import { isKnownRegion } from '../reference/reference-data.ts'

/** A record of a kind that stands; null when it is not here or void. */
export function standing(world: World, kind: string, id: string): RecordRow | null {
  const record = id === '' ? null : getRecord(world.db, id)
  return record?.kind === kind && record.state !== 'void' ? record : null
}

function teamFacts(world: World, id: string): VisitFacts['team'] {
  const doc = standing(world, 'taskForce', id)?.doc
  return doc === undefined ? null : { name: textAt(doc, 'name'), from: textAt(doc, 'foundedOn'), until: textAt(doc, 'dissolvedOn') }
}

function agreementFacts(world: World, id: string, enterprise: string): VisitFacts['agreement'] {
  const doc = standing(world, 'serviceAgreement', id)?.doc
  if (doc === undefined) return null
  const other = textAt(doc, 'enterprise', 'enterpriseId')
  return {
    no: textAt(doc, 'no'),
    name: textAt(doc, 'enterprise', 'name'),
    from: textAt(doc, 'validFrom'),
    until: lastDayOf({ validTo: textAt(doc, 'validTo'), endedOn: textAt(doc, 'endedOn') || undefined }),
    sameEnterprise: identityOf(world.db, other) === identityOf(world.db, enterprise),
  }
}

function factsOf(world: World, doc: VisitDraft): VisitFacts {
  const enterprise = doc.enterprise?.enterpriseId ?? ''
  return {
    today: dayOf(world),
    regionKnown: isKnownRegion(doc.region ?? ''),
    enterprise: enterpriseProblems(world, enterprise, '/enterprise/enterpriseId'),
    team: teamFacts(world, doc.teamId ?? ''),
    agreement: agreementFacts(world, doc.agreementId ?? '', enterprise),
  }
}

/** The name of a team is the directory's to say; who chooses a team need not type it. */
function withTeamName(world: World, doc: VisitDraft): VisitDraft {
  const name = teamFacts(world, doc.teamId ?? '')?.name ?? ''
  return name === '' ? doc : { ...doc, teamName: name }
}

export const visitRules: KindRules = {
  kind: 'visit',
  normalize: (world, doc) => withTeamName(world, normalizeVisit(doc, newRecordId)),
  decide: (world, { doc }) => decideVisit(doc, factsOf(world, doc)),
}
