import { type CertificationClockRow, getCertificationCase, listCertificationClocks } from '#db/certification/case-queries'
import { type CertificateRow, listCertificates } from '#db/certification/certificate-queries'
import type { WorkItem, WorkType } from '#shared/kernel/work-contract'
import type { WorkAsked, WorkSource } from '../kernel/work-source.ts'
import type { World } from '../kernel/world.ts'
import { type CertificationRule, dueDays, reminderDay, startFor } from './certification-law.ts'

type Item = Omit<WorkItem, 'daysLeft'>

/** What is reminded of long before its day: a reminder that came with the ordinary horizon would come too late. */
const laterOf = (one: string, other: string): string => (one > other ? one : other)

const ofCertificate = (type: WorkType, row: CertificateRow, due: string): Item => ({
  type,
  id: row.id,
  opens: 'certificate',
  enterpriseId: row.enterprise,
  enterprise: row.enterpriseName,
  matter: `${row.number} ${row.body}`,
  region: row.region,
  due,
})

const enterpriseOf = ({ enterpriseId }: WorkAsked) => (enterpriseId === undefined ? {} : { enterprise: enterpriseId })

/** 证书到期: within the days of `certificateReminder`, or within the horizon where that is longer. */
function expiring(world: World, asked: WorkAsked): Item[] {
  const expiresBy = laterOf(asked.until, reminderDay(world))
  const rows = listCertificates(world.db, { expiresBy, ...enterpriseOf(asked), search: '', limit: asked.limit })
  return rows.map((row) => ofCertificate('certificateExpiring', row, row.expires))
}

/** 待核验: every certificate that nobody looked up yet; due so many days after it was written down, however old it is. */
function unverified(world: World, asked: WorkAsked): Item[] {
  const rows = listCertificates(world.db, { unverified: true, ...enterpriseOf(asked), search: '', limit: asked.limit })
  const due = dueDays(world)
  return rows.map((row) => ofCertificate('certificateUnverified', row, due('certificateLookup', row.recorded) ?? row.recorded))
}

interface Clocked {
  readonly type: WorkType
  readonly rule: CertificationRule
  readonly until: string
}

function ofClock(world: World, type: WorkType, { subject }: CertificationClockRow, due: string): Item[] {
  const row = getCertificationCase(world.db, subject)
  if (row === null) return []
  const matter = `${row.no} ${row.scope}`.trim()
  return [
    { type, id: subject, opens: 'certificationCase', enterpriseId: row.enterprise, enterprise: row.title, matter, region: row.region, due },
  ]
}

function clocked(world: World, asked: WorkAsked, what: Clocked): Item[] {
  const by = startFor(world, what.rule, what.until)
  if (by === '') return []
  const found = listCertificationClocks(world.db, { rule: what.rule, by, enterprise: asked.enterpriseId, limit: asked.limit })
  const dueDay = dueDays(world)
  return found.flatMap((clock) => {
    const due = dueDay(what.rule, clock.started)
    return due === null || due > what.until ? [] : ofClock(world, what.type, clock, due)
  })
}

/** What certification help has promised: certificates that expire or wait to be looked up, audits that are due, cases that nobody moves. */
export const certificationWork: WorkSource = (world, asked) => [
  ...expiring(world, asked),
  ...unverified(world, asked),
  ...clocked(world, asked, { type: 'surveillanceDue', rule: 'surveillance', until: laterOf(asked.until, reminderDay(world)) }),
  ...clocked(world, asked, { type: 'caseIdle', rule: 'stageIdle', until: asked.until }),
]
