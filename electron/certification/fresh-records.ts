import { getCertificationCase, lastCertificationNumber } from '#db/certification/case-queries'
import { listCertificatesOfCase } from '#db/certification/certificate-queries'
import { getRecord } from '#db/kernel/records'
import { CERTIFICATION } from '#shared/certification/certification-case'
import { certificationProcedure } from '#shared/certification/certification-procedure'
import { type Loose, textAt } from '#shared/kernel/kind'
import { type Course, lastOf, ruleOf, standsAgainst } from '#shared/kernel/procedure'
import { ok, type Problem, problem, type Result, refuse } from '#shared/kernel/result'
import { snapshotOf } from '../enterprise/snapshot.ts'
import { courseOf } from '../kernel/course.ts'
import { dayOf, newRecordId, type World } from '../kernel/world.ts'

type Fresh = Result<{ readonly id: string; readonly doc: Loose }>

/** C: 认证 (certification); CQ-<region>-<day>-<4 of the device>-C<running number>, unique without a network. */
function nextNumber(world: World): string {
  const prefix = `CQ-${world.self.region}-${dayOf(world).replaceAll('-', '')}-${world.self.device.slice(0, 4)}-C`
  return `${prefix}${String(lastCertificationNumber(world.db, prefix) + 1).padStart(3, '0')}`
}

const enterpriseIn = (world: World, id: string | undefined): Loose => {
  const enterprise = id === undefined ? null : snapshotOf(world, id)
  return enterprise === null ? {} : { enterprise }
}

export function newCase(world: World, enterprise: string | undefined): Fresh {
  const opened = { no: nextNumber(world), region: world.self.region, openedOn: dayOf(world) }
  const helped = { contribution: 'directHelp', helpers: [{ name: world.self.name }] }
  return ok({ id: newRecordId(), doc: { ...opened, ...enterpriseIn(world, enterprise), certificationKind: 'qms', ...helped } })
}

const knownBody = (course: Course): Loose => {
  const body = textAt(lastOf(course, 'surveillance')?.doc, 'body') || textAt(lastOf(course, 'application')?.doc, 'body')
  return body === '' ? {} : { body }
}

/** What the case knows already of a step. */
const prefills: Readonly<Record<string, (world: World, course: Course) => Loose>> = {
  plan: (world) => ({ helper: world.self.name }),
  trialRun: (_world, course) => ({ startedOn: lastOf(course, 'documents')?.on ?? '' }),
  internalAudit: () => ({ auditors: [] }),
  gapAnalysis: () => ({ gaps: [] }),
  documents: () => ({ documents: (['manual', 'procedure', 'record'] as const).map((group) => ({ group })) }),
  surveillance: (_world, course) => ({ ...knownBody(course), result: 'kept' }),
  recertification: () => ({ result: 'renewed' }),
}

/** Said before a form is opened in vain: the gates before a step whose turn it is not. What a record must hold is asked when it is sealed. */
function outOfTurn(world: World, step: string, course: Course): readonly Problem[] {
  const rule = ruleOf(certificationProcedure, step)
  const isTurn = rule?.from.includes(course.states[rule.track] ?? '') === true && certificationProcedure.isOpen(course)
  return isTurn ? [] : standsAgainst(certificationProcedure, course, { step, on: dayOf(world), doc: {} }, world.articleOf)
}

export function newStep(world: World, id: string, step: string): Fresh {
  const row = getCertificationCase(world.db, id)
  if (row === null) return refuse(problem('certification.noSuchCase', '/case', { id }))
  const known = certificationProcedure.steps.map((rule) => rule.step).filter((name) => name !== 'open' && name !== 'certificate')
  if (!known.includes(step)) return refuse(problem('procedure.unknownStep', '/step', { step, known: known.join(', ') }))
  const course = courseOf(world, CERTIFICATION, id)
  const [first, ...more] = outOfTurn(world, step, course)
  if (first !== undefined) return refuse(first, ...more)
  const about = {
    step,
    case: id,
    on: dayOf(world),
    region: row.region,
    caseNo: row.no,
    enterpriseId: row.enterprise,
    enterpriseName: row.title,
  }
  return ok({ id: newRecordId(), doc: { ...about, ...prefills[step]?.(world, course) } })
}

/** What the next certificate of a case shares with the one recorded last; its number it does not. */
const SHARED = ['body', 'standard', 'scope', 'issuedOn', 'expiresOn', 'certificationKind'] as const

function fromCase(world: World, id: string): Loose {
  const doc = getRecord(world.db, id)?.doc ?? {}
  const [last] = listCertificatesOfCase(world.db, id).toReversed()
  const before: Loose = last === undefined ? {} : (getRecord(world.db, last.id)?.doc ?? {})
  const own: Loose = { ...doc, ...knownBody(courseOf(world, CERTIFICATION, id)), issuedOn: dayOf(world) }
  const shared = SHARED.flatMap((key) => {
    const value = before[key] ?? own[key]
    return value === undefined ? [] : [[key, value] as const]
  })
  return {
    enterprise: doc['enterprise'],
    region: doc['region'],
    case: id,
    caseNo: doc['no'],
    contribution: doc['contribution'],
    ...Object.fromEntries(shared),
  }
}

interface CertificateOf {
  readonly case?: string | undefined
  readonly enterprise?: string | undefined
}

export function newCertificate(world: World, { case: id, enterprise }: CertificateOf): Fresh {
  if (id !== undefined && getCertificationCase(world.db, id) === null) return refuse(problem('certification.noSuchCase', '/case', { id }))
  const [first, ...more] = id === undefined ? [] : outOfTurn(world, 'certificate', courseOf(world, CERTIFICATION, id))
  if (first !== undefined) return refuse(first, ...more)
  const of: Loose = id === undefined ? { region: world.self.region, ...enterpriseIn(world, enterprise) } : fromCase(world, id)
  const doc: Loose = { ...of, certificationKind: of['certificationKind'] ?? 'qms', status: 'valid', verification: 'unverified' }
  return ok({ id: newRecordId(), doc })
}
