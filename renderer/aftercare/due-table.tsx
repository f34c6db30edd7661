import type { DueRow } from '#shared/aftercare/aftercare-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { useWords } from '../kernel/i18n'
import { CaseLink } from './case-link'
import { ClockName, LegalDay } from './clock-days'
import { ClockLeft } from './clock-left'
import { LawMark } from './law-mark'

/** Clocks of open cases, the most pressing first: which case, until when, how long still, by which law. */
export function DueTable({ rows, compact = false }: { readonly rows: readonly DueRow[]; readonly compact?: boolean }) {
  const t = useWords()
  const columns: Column<DueRow>[] = [
    { key: 'left', title: t('aftercare.due.left'), render: (row) => <ClockLeft clock={row} /> },
    {
      key: 'case',
      title: t('aftercare.due.case'),
      grow: true,
      render: (row) => (
        <>
          <CaseLink id={row.case} no={row.no} />
          <span className="due-title">{row.title}</span>
        </>
      ),
    },
    { key: 'clock', title: t('aftercare.due.clock'), wrap: true, render: (row) => <ClockName clock={row} /> },
    { key: 'raw', title: t('aftercare.due.raw'), render: ({ raw }) => <span className="number quiet">{raw ?? '–'}</span> },
    { key: 'due', title: t('aftercare.due.dueDay'), render: (row) => <LegalDay clock={row} /> },
    { key: 'article', title: t('aftercare.due.article'), render: (row) => <LawMark clock={row} /> },
  ]
  const shown = compact ? columns.filter(({ key }) => key !== 'raw' && key !== 'article') : columns
  return <DataTable label={t('aftercare.due.label')} columns={shown} rows={rows} keyOf={keyOf} />
}

const keyOf = ({ case: id, rule, about }: DueRow): string => `${id} ${rule} ${about}`
