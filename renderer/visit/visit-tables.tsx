import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Column, DataTable } from '../kernel/data-table'
import { useAnyWord, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { DueDay } from './due-day'
import { ProblemState } from './problem-state'
import { store } from './store'
import type { VisitValues } from './visit-doc'

type Problem = NonNullable<VisitValues['problems']>[number]
type Training = NonNullable<VisitValues['trainings']>[number]

interface ShownProps {
  readonly visit: string
  readonly doc: VisitValues
  readonly isVoid: boolean
}

/** What was found, what was prescribed for it, and what has become of it. */
export function ProblemsShown({ visit, doc, isVoid }: ShownProps) {
  const t = useWords()
  const { data } = useQuery({ ...store.ask('visit.listProblems', { show: 'all', visit, limit: 50 }), enabled: !isVoid })
  const stands = (id: string | undefined) => data?.items.find((one) => one.id === id)
  const problems = doc.problems ?? []
  if (problems.length === 0) return null
  const columns: Column<Problem>[] = [
    { key: 'what', title: t('visit.field.problems.description'), grow: true, render: (row) => <What problem={row} linked={!isVoid} /> },
    { key: 'prescribed', title: t('visit.section.prescriptions'), grow: true, render: ({ id }) => <Prescribed doc={doc} problem={id} /> },
    {
      key: 'state',
      title: t('visit.problem.state'),
      render: ({ id }) => {
        const summary = stands(id)
        return summary === undefined ? null : <ProblemState problem={summary} />
      },
    },
    {
      key: 'due',
      title: t('visit.problem.due'),
      render: ({ id }) => {
        const summary = stands(id)
        return summary === undefined ? null : <DueDay due={summary.due} daysLeft={summary.daysLeft} />
      },
    },
  ]
  return (
    <Panel name="problems" title={t('visit.section.problems')}>
      <DataTable label={t('visit.section.problems')} columns={columns} rows={problems} keyOf={({ id = '' }) => id} />
    </Panel>
  )
}

function What({
  problem: { id = '', type, severity, dimension, description = '', cause },
  linked,
}: {
  readonly problem: Problem
  readonly linked: boolean
}) {
  const word = useAnyWord()
  const marks = Object.entries({ type, severity, dimension }).map(([name, code]) =>
    code === undefined ? '' : word(`visit.choice.${name}.${code}`),
  )
  return (
    <>
      {linked ? (
        <Link to="/problems/$id" params={{ id }} data-problem={id}>
          {description}
        </Link>
      ) : (
        description
      )}
      <div className="quiet">{marks.filter((part) => part !== '').join(' · ')}</div>
      {cause !== undefined && <div className="quiet">{cause}</div>}
    </>
  )
}

function Prescribed({ doc, problem }: { readonly doc: VisitValues; readonly problem: string | undefined }) {
  const t = useWords()
  const word = useAnyWord()
  const here = (doc.prescriptions ?? []).filter((one) => one.problem === problem)
  if (here.length === 0) return <span className="quiet">{t('visit.problem.notPrescribed')}</span>
  return here.map(({ measure = '', owner = '', resource, due }) => (
    <div key={`${measure} ${owner}`} className="prescribed">
      {measure}
      <div className="quiet">
        {[owner, due, resource === undefined ? '' : word(`visit.choice.resource.${resource}`)]
          .filter((part) => part !== undefined && part !== '')
          .join(' · ')}
      </div>
    </div>
  ))
}

export function TrainingsShown({ doc }: { readonly doc: VisitValues }) {
  const t = useWords()
  const rows = doc.trainings ?? []
  if (rows.length === 0) return null
  const columns: Column<Training>[] = [
    { key: 'topic', title: t('visit.field.trainings.topic'), grow: true, render: ({ topic }) => topic },
    { key: 'managers', title: t('visit.field.trainings.managers'), align: 'right', render: ({ managers }) => managers },
    { key: 'workers', title: t('visit.field.trainings.workers'), align: 'right', render: ({ workers }) => workers },
    { key: 'hours', title: t('visit.field.trainings.hours'), align: 'right', render: ({ hours }) => hours },
  ]
  return (
    <Panel name="trainings" title={t('visit.section.trainings')}>
      <DataTable
        label={t('visit.section.trainings')}
        columns={columns}
        rows={rows}
        keyOf={({ topic = '', managers, workers }) => `${topic} ${String(managers)} ${String(workers)}`}
      />
    </Panel>
  )
}
