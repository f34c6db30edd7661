import { countRows } from '#db/report/indicator-queries'
import { ok, problem, refuse } from '#shared/kernel/result'
import { helpIndicators, indicatorAt } from '#shared/report/help-indicators'
import type { reportContract } from '#shared/report/report-contract'
import type { HandlersFor } from '../kernel/router.ts'
import { writeChosen } from '../kernel/write-chosen.ts'
import { figuresOf, isEmpty, recordsOf, scopeOf } from './figures.ts'
import { reportFile } from './report-file.ts'

const KNOWN = helpIndicators.map(({ code, cell }) => (cell === '' ? code : `${code} ${cell}`)).join(', ')

export const reportHandlers: HandlersFor<typeof reportContract> = {
  'report.indicators': (world, asked) => {
    const scope = scopeOf(asked)
    if (!scope.ok) return scope
    const { from, to, cumulative } = scope.value.period
    const { period, region = '' } = asked
    return ok({ period, from, to, cumulative, region, figures: figuresOf(world, scope.value), empty: isEmpty(world) })
  },
  'report.records': (world, { code, cell, span: which, after, limit, ...asked }) => {
    const scope = scopeOf(asked)
    if (!scope.ok) return scope
    const indicator = indicatorAt(code, cell)
    if (indicator === undefined) return refuse(problem('report.noSuchCell', '/code', { code, cell, known: KNOWN }))
    const { period, regions } = scope.value
    const span = which === 'period' ? period : period.cumulative
    const total = countRows(world.db, { indicator, span, regions })
    return ok({ total, ...recordsOf(world, indicator, { span, regions, after, limit }) })
  },
  'report.export': async (world, { file, format, ...wanted }) => {
    const bytes = await reportFile(world, wanted, format)
    return bytes.ok ? writeChosen('report.cannotWrite', file, bytes.value) : (bytes as never)
  },
}
