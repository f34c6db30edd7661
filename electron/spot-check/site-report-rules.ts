import { getTaskOfCheck } from '#db/spot-check/check-queries'
import { decideSiteReport, normalizeSiteReport, type SiteReportDraft } from '#shared/spot-check/decide-site-report'
import type { SiteReport } from '#shared/spot-check/site-report'
import type { KindRules } from '../kernel/kind-rules.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { getLaw } from '../reference/reference-data.ts'
import { lastSheet, partyOf, samplersFor, targetOf, taskFacts, taskOf } from './known.ts'
import { nextReportNumber } from './running-number.ts'
import { reportHash, stampSignatures } from './signing.ts'

export const siteReportRules: KindRules = {
  kind: 'siteReport',
  normalize: (world, doc) => stampSignatures(world, normalizeSiteReport(doc as SiteReportDraft), reportHash),
  decide: (world, { doc, op }) => {
    const report = doc as SiteReportDraft
    return decideSiteReport(report, {
      law: getLaw(world),
      articleOf: world.articleOf,
      contentHash: reportHash(doc),
      signaturesMayBeOlder: op === 'correct',
      today: dayOf(world),
      task: taskFacts(world, report.taskId ?? ''),
    })
  },
}

export interface NewSiteReport {
  readonly outcome: SiteReport['outcome']
  readonly check?: string | undefined
  readonly enterpriseId?: string | undefined
}

/** The document a new site report starts from. */
export function newSiteReport(world: World, { outcome, check, enterpriseId }: NewSiteReport): { readonly [key: string]: unknown } {
  const before = lastSheet(world)
  const task = taskOf(world, check === undefined ? '' : (getTaskOfCheck(world.db, check) ?? ''))
  const body = before?.samplingBody
  return {
    no: nextReportNumber(world, outcome),
    region: world.self.region,
    ...(task === null ? {} : { check, taskId: task.id, taskNo: task.doc.no, product: { kind: task.doc.productKind } }),
    date: dayOf(world),
    outcome,
    inspectedParty: partyOf(world, enterpriseId, targetOf(task, check)),
    samplingBody: body === undefined ? { name: world.self.org } : { name: body.name, contact: body.contact, phone: body.phone },
    samplers: samplersFor(world, task, check),
    signatures: [],
  }
}
