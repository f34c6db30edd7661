import { findCertificate } from '#db/certification/certificate-queries'
import { identityOf } from '#db/enterprise/identities'
import { getRecord } from '#db/kernel/records'
import { Certificate, certificateKind } from '#shared/certification/certificate'
import { normalizeNumber } from '#shared/certification/certificate-number'
import { decideCertificate } from '#shared/certification/decide-certification'
import { type Loose, parseSealed, textAt } from '#shared/kernel/kind'
import { okUnless, type Problem, problem, type Result } from '#shared/kernel/result'
import { enterpriseProblems } from '../enterprise/snapshot.ts'
import { problemsOfActs } from '../kernel/course.ts'
import type { KindRules, Sealing } from '../kernel/kind-rules.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { fixedProblems } from './certification-rules.ts'

const STATUSES: readonly string[] = Certificate.shape.status.options

/** A case gives its number, its region and its contribution; without a case a certificate is no help of ours. */
function fromCase(world: World, doc: Loose): Loose {
  const found = getRecord(world.db, textAt(doc, 'case'))
  const { contribution: _contribution, caseNo: _caseNo, ...rest } = doc
  const region = textAt(doc, 'enterprise', 'region')
  if (found?.kind !== 'certificationCase') return region === '' ? rest : { ...rest, region }
  return { ...rest, region: found.region, caseNo: found.no, contribution: textAt(found.doc, 'contribution') }
}

/** One spelling of the number; whoever looked it up and gives no day did it today; 待核验 until somebody says otherwise. */
function normalize(world: World, doc: Loose): Loose {
  const verification = textAt(doc, 'verification') || 'unverified'
  const status = STATUSES.includes(textAt(doc, 'status')) ? textAt(doc, 'status') : 'valid'
  const { verifiedOn, ...rest } = fromCase(world, doc)
  const looked = verification === 'unverified' ? {} : { verifiedOn: verifiedOn ?? dayOf(world) }
  const typed = textAt(doc, 'number')
  return { ...rest, ...(typed === '' ? {} : { number: normalizeNumber(typed) }), verification, status, ...looked }
}

/** The case must be here, and of the same enterprise; two entries of the directory that were merged are one. */
function caseProblems(world: World, { case: id = '', enterprise }: Certificate): Problem[] {
  if (id === '') return []
  const found = getRecord(world.db, id)
  if (found?.kind !== 'certificationCase' || found.state === 'void') return [problem('certification.noSuchCase', '/case', { id })]
  const ofCase = textAt(found.doc, 'enterprise', 'enterpriseId')
  if (identityOf(world.db, ofCase) === identityOf(world.db, enterprise.enterpriseId)) return []
  return [
    problem('certification.otherEnterprise', '/enterprise', {
      enterprise: enterprise.name,
      ofCase: textAt(found.doc, 'enterprise', 'name'),
    }),
  ]
}

function twiceProblems(world: World, id: string, { number, body, enterprise }: Certificate): Problem[] {
  const other = findCertificate(world.db, { number, body, enterprise: enterprise.enterpriseId, besides: id })
  return other === null ? [] : [problem('certification.certificateTwice', '/number', { number, body, id: other })]
}

/** The day of the act is the day of issue: what is said of the one is shown at the other. */
const ofActs = (world: World, id: string, doc: Certificate): Problem[] =>
  problemsOfActs(world, { id, kind: 'certificate', doc }).map((found) => (found.path === '/on' ? { ...found, path: '/issuedOn' } : found))

function sealCertificate(world: World, sealing: Sealing): Result<Certificate> {
  const parsed = parseSealed<Certificate>(certificateKind, sealing.doc)
  if (!parsed.ok) return parsed
  const found = [
    ...fixedProblems(world, sealing, ['case']),
    ...enterpriseProblems(world, parsed.value.enterprise.enterpriseId, '/enterprise'),
    ...caseProblems(world, parsed.value),
    ...decideCertificate(parsed.value, dayOf(world)),
    ...twiceProblems(world, sealing.id, parsed.value),
  ]
  return okUnless(found.length > 0 ? found : ofActs(world, sealing.id, parsed.value), parsed.value)
}

export const certificateRules: KindRules = { kind: 'certificate', normalize, decide: sealCertificate }
