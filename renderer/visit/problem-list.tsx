import './visit.css'
import { CheckCircleOutlined, SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import type { ProblemSummary } from '#shared/visit/visit-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { SearchField } from '../kernel/search-field'
import { usePages } from '../kernel/use-pages'
import { DueDay } from './due-day'
import { ProblemState } from './problem-state'
import { PROBLEM_VIEWS, type ProblemView } from './problem-views'
import { store } from './store'

function useProblems(show: ProblemView, search: string) {
  const asked = { show, search, limit: 50 }
  const { pages, ...list } = usePages((from) => store.ask('visit.listProblems', { ...asked, ...from }))
  return {
    rows: pages.flatMap(({ items }) => items),
    total: pages[0]?.total ?? 0,
    overdue: pages[0]?.overdue ?? 0,
    ...list,
  }
}

/** 问题台账: what visits found, by how far it is. */
export function ProblemList({ show }: { readonly show: ProblemView }) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const search = useDebounced(typed.trim(), 80)
  const { rows, total, overdue, isReady, more, isFetchingMore } = useProblems(show, search)
  return (
    <Page screen="problems" wide title={t('visit.problem.title')} lead={t('visit.problem.lead')}>
      <nav className="list-tabs" aria-label={t('visit.problem.tabs')}>
        {PROBLEM_VIEWS.map((view) => (
          <Link key={view} to="/problems" search={{ show: view }} className="list-tab" data-on={view === show} data-tab={view}>
            {t(`visit.problem.tab.${view}`)}
          </Link>
        ))}
      </nav>
      <search className="filters">
        <SearchField value={typed} label={t('visit.problem.search')} placeholder={t('visit.problem.search')} onChange={setTyped} />
        {overdue > 0 && (
          <span data-overdue="true" data-n={overdue}>
            {t('visit.problem.overdue', { n: overdue })}
          </span>
        )}
      </search>
      {rows.length > 0 && (
        <>
          <ProblemTable rows={rows} />
          <div className="table-foot">
            <span data-total={total}>{t('kernel.shownOf', { shown: rows.length, total })}</span>
            {more !== null && (
              <Button loading={isFetchingMore} onClick={more}>
                {t('kernel.more')}
              </Button>
            )}
          </div>
        </>
      )}
      {isReady && rows.length === 0 && <NoProblems show={show} searched={search !== ''} />}
    </Page>
  )
}

function NoProblems({ show, searched }: { readonly show: ProblemView; readonly searched: boolean }) {
  const t = useWords()
  if (searched)
    return (
      <EmptyState icon={<SearchOutlined />} title={t('visit.problem.nothing')}>
        {t('visit.problem.nothingText')}
      </EmptyState>
    )
  return (
    <EmptyState icon={<CheckCircleOutlined />} title={t(`visit.problem.empty.${show}`)}>
      {t('visit.problem.emptyText')}
    </EmptyState>
  )
}

function ProblemTable({ rows }: { readonly rows: readonly ProblemSummary[] }) {
  const t = useWords()
  const columns: Column<ProblemSummary>[] = [
    {
      key: 'what',
      title: t('visit.problem.what'),
      grow: true,
      render: (row) => (
        <>
          <Link to="/problems/$id" params={{ id: row.id }}>
            {row.description}
          </Link>
          <div className="quiet">
            <Weight problem={row} /> {row.measure === '' ? t('visit.problem.notPrescribed') : row.measure}
          </div>
        </>
      ),
    },
    {
      key: 'enterprise',
      title: t('visit.problem.enterprise'),
      grow: true,
      render: ({ enterprise, visit, visitNo }) => (
        <>
          {enterprise}
          <div className="quiet">
            {t('visit.problem.visit')}{' '}
            <Link to="/visits/$id" params={{ id: visit }} className="mono">
              {visitNo}
            </Link>
          </div>
        </>
      ),
    },
    { key: 'owner', title: t('visit.problem.owner'), render: ({ owner }) => owner },
    { key: 'state', title: t('visit.problem.state'), render: (row) => <ProblemState problem={row} /> },
    { key: 'due', title: t('visit.problem.due'), render: ({ due, daysLeft }) => <DueDay due={due} daysLeft={daysLeft} /> },
  ]
  return <DataTable label={t('visit.problem.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

/** 紧急 stands out; how bad it is and of which type come before what was prescribed. */
function Weight({ problem: { type, severity } }: { readonly problem: ProblemSummary }) {
  const t = useWords()
  return (
    <span className="problem-weight">
      <span data-severity={severity}>{t(`visit.choice.severity.${severity as 'ordinary'}`)}</span> ·{' '}
      {t(`visit.choice.type.${type as 'technical'}`)} ·
    </span>
  )
}
