import { listMembers } from '#db/enterprise/identities'
import { nextOf } from '#db/kernel/search-where'
import { countSolved, listVisitRows, sumVisits, type VisitFilter, type VisitRow } from '#db/visit/visit-queries'
import type { OutputOf } from '#shared/kernel/contract'
import type { VisitKind } from '#shared/visit/visit-choices'
import type { VisitSummary, visitContract } from '#shared/visit/visit-contract'
import type { World } from '../kernel/world.ts'

type Page = OutputOf<(typeof visitContract)['visit.list']>

interface Asked extends Omit<VisitFilter, 'enterprises'> {
  readonly enterprise?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

const summaryOf = ({ kind, demo, ...row }: VisitRow): VisitSummary => ({ ...row, kind: kind as VisitKind, demo: demo === 1 })

export function listVisits(world: World, { enterprise, after, limit, ...rest }: Asked): Page {
  const filter = { ...rest, enterprises: enterprise === undefined || enterprise === '' ? undefined : listMembers(world.db, enterprise) }
  const rows = listVisitRows(world.db, filter, after, limit)
  return {
    items: rows.map(summaryOf),
    totals: { ...sumVisits(world.db, filter), solved: countSolved(world.db, filter) },
    next: nextOf(rows, limit, ({ on, id }) => [on, id]),
  }
}
