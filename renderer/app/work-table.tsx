import { Link } from '@tanstack/react-router'
import type { WorkItem } from '#shared/kernel/work-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { useWords } from '../kernel/i18n'
import { RecordLink } from './record-link'

/** What was promised, the most pressing first; each line leads to what it is about. */
export function WorkTable({ items }: { readonly items: readonly WorkItem[] }) {
  const t = useWords()
  const columns: Column<WorkItem>[] = [
    {
      key: 'due',
      title: t('work.due'),
      render: ({ due, daysLeft }) => (
        <span className="work-due" data-overdue={daysLeft < 0}>
          <span className="number">{due}</span> <LeftWords daysLeft={daysLeft} />
        </span>
      ),
    },
    { key: 'what', title: t('work.what'), wrap: true, render: ({ type }) => <span data-work={type}>{t(`work.${type}`)}</span> },
    { key: 'matter', title: t('work.matter'), grow: true, render: (item) => <Matter item={item} /> },
    {
      key: 'enterprise',
      title: t('work.enterprise'),
      wrap: true,
      render: ({ enterprise, enterpriseId }) =>
        enterpriseId === '' ? (
          enterprise
        ) : (
          <Link to="/enterprises/$id" params={{ id: enterpriseId }} className="work-enterprise">
            {enterprise}
          </Link>
        ),
    },
  ]
  return <DataTable label={t('work.label')} columns={columns} rows={items} keyOf={({ type, id, due }) => `${type} ${id} ${due}`} />
}

function LeftWords({ daysLeft }: { readonly daysLeft: number }) {
  const t = useWords()
  if (daysLeft === 0) return <span className="work-left">{t('work.left.today')}</span>
  const words = daysLeft < 0 ? t('work.left.overdue', { n: -daysLeft }) : t('work.left.left', { n: daysLeft })
  return <span className="work-left">{words}</span>
}

/** A problem stands on a page of its own though it is no record. */
function Matter({ item: { id, opens, matter } }: { readonly item: WorkItem }) {
  if (opens === 'problem')
    return (
      <Link to="/problems/$id" params={{ id }}>
        {matter}
      </Link>
    )
  return <RecordLink record={{ id, kind: opens, no: '', title: matter }} />
}
