import type { CertificationCaseRow } from '#db/certification/case-queries'
import type { CertificateRow } from '#db/certification/certificate-queries'
import type { CertificateSummary, CertificationCaseSummary } from '#shared/certification/certification-contract'
import { stageOf } from '#shared/certification/stages'
import { dayOf, type World } from '../kernel/world.ts'
import { daysBetween, dueOf, reminderDay } from './certification-law.ts'
import { type Begun, gateView } from './gate-view.ts'

export function caseSummary(world: World, row: CertificationCaseRow, begun: readonly Begun[]): CertificationCaseSummary {
  const today = dayOf(world)
  const suspended = row.states['hold'] === 'suspended'
  const due = stageOf(row.main)?.clock === 'stageIdle' && !suspended ? dueOf(world, 'stageIdle', row.since) : null
  return {
    id: row.id,
    no: row.no,
    title: row.title,
    enterpriseId: row.enterprise,
    certificationKind: row.kind,
    contribution: row.contribution,
    scope: row.scope,
    stage: row.main,
    open: row.open,
    suspended,
    since: row.since,
    age: row.since === '' ? 0 : daysBetween(row.since, today),
    idle: due !== null && due < today,
    certificates: row.certificates,
    gate: row.open ? gateView(world, row.id, row.main, begun) : null,
    day: row.day,
    demo: row.demo,
  }
}

const HOLDS = ['valid', 'suspended']

export function certificateSummary(world: World, row: CertificateRow, remindBy = reminderDay(world)): CertificateSummary {
  const { id, number, body, kind, enterprise, enterpriseName, caseNo, issued, expires, status, verification, demo } = row
  return {
    id,
    number,
    body,
    certificationKind: kind,
    enterpriseId: enterprise,
    enterprise: enterpriseName,
    case: row.case,
    caseNo,
    issuedOn: issued,
    expiresOn: expires,
    daysLeft: daysBetween(dayOf(world), expires),
    expiring: HOLDS.includes(status) && expires <= remindBy,
    status,
    verification,
    demo,
  }
}
