import { countLateStages, countStages, listCertificationCases, listSimilarCases } from '#db/certification/case-queries'
import { countCertificates, listCertificates } from '#db/certification/certificate-queries'
import { readCertificateNumber } from '#shared/certification/certificate-number'
import type { certificationContract } from '#shared/certification/certification-contract'
import { ENDED, STAGES } from '#shared/certification/stages'
import { ok } from '#shared/kernel/result'
import { plusDays } from '#shared/reference/working-calendar'
import type { HandlersFor } from '../kernel/router.ts'
import { dayOf, type World } from '../kernel/world.ts'
import { caseDetail } from './case-detail.ts'
import { daysBetween, reminderDay, startFor } from './certification-law.ts'
import { caseSummary, certificateSummary } from './certification-summaries.ts'
import { newCase, newCertificate, newStep } from './fresh-records.ts'
import { listBegun } from './gate-view.ts'

function board(world: World) {
  const today = dayOf(world)
  const counts = new Map(countStages(world.db).map((count) => [count.stage, count]))
  const began = startFor(world, 'stageIdle', plusDays(today, -1))
  const late = began === '' ? new Map<string, number>() : countLateStages(world.db, 'stageIdle', began)
  return [...STAGES.map(({ step }) => step), ...Object.keys(ENDED)].map((stage) => {
    const { cases = 0, suspended = 0, since = '' } = counts.get(stage) ?? {}
    return { stage, cases, suspended, oldest: since === '' ? 0 : daysBetween(since, today), idle: late.get(stage) ?? 0 }
  })
}

const nextOf = (last: readonly [string, string] | undefined, count: number, limit: number): string | null =>
  last === undefined || count < limit ? null : last.join('~')

export const certificationHandlers: HandlersFor<typeof certificationContract> = {
  'certification.newCase': (world, { enterprise }) => newCase(world, enterprise) as never,
  'certification.newStep': (world, { case: id, step }) => newStep(world, id, step) as never,
  'certification.newCertificate': (world, asked) => newCertificate(world, asked) as never,
  'certification.getCase': (world, { id }) => ok(caseDetail(world, id)),
  'certification.listCases': (world, filter) => {
    const begun = listBegun(world)
    const rows = listCertificationCases(world.db, filter)
    const last = rows.at(-1)
    const next = nextOf(last && [last.day, last.id], rows.length, filter.limit)
    return ok({ items: rows.map((row) => caseSummary(world, row, begun)), next })
  },
  'certification.board': (world) => ok(board(world)),
  'certification.similarCases': (world, { enterprise, certificationKind, scope = '', besides = '' }) =>
    ok(
      listSimilarCases(world.db, { enterprise, kind: certificationKind, scope: scope.trim(), besides }).map((row) => ({
        id: row.id,
        no: row.no,
        stage: row.main,
        openedOn: row.opened,
      })),
    ),
  'certification.listCertificates': (world, { show, ...filter }) => {
    const remindBy = reminderDay(world)
    const which = { ...(show === 'expiring' ? { expiresBy: remindBy } : {}), unverified: show === 'unverified' }
    const rows = listCertificates(world.db, { ...filter, ...which })
    const last = rows.at(-1)
    const next = nextOf(last && [last.expires, last.id], rows.length, filter.limit)
    return ok({ items: rows.map((row) => certificateSummary(world, row, remindBy)), next })
  },
  'certification.countCertificates': (world) => ok(countCertificates(world.db, reminderDay(world))),
  'certification.readNumber': (world, { number, kind, issuedOn }) => {
    const { warnings, ...reading } = readCertificateNumber(number, { kind, issuedOn, today: dayOf(world) })
    return ok({ ...reading, warnings: [...warnings] })
  },
}
