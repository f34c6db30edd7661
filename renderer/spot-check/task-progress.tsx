import { Link } from '@tanstack/react-router'
import { Button, Progress } from 'antd'
import { checkProcedure } from '#shared/spot-check/check-procedure'
import type { TaskProgress } from '#shared/spot-check/spot-check-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { minuteOf } from '../kernel/format'
import { useNameOf, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { CheckState, checkStates } from './check-state'
import { type Outcome, useNewSheet, useNewSiteReport } from './fresh-sheets'

interface PanelProps {
  readonly progress: TaskProgress
  readonly dueOn: string
}

/** How far a task is, and the next thing to do at each of its enterprises. */
export function TaskProgressPanel({ progress, dueOn }: PanelProps) {
  const t = useWords()
  const { quota, sealed, counts, targets, asOf } = progress
  return (
    <>
      <Panel
        name="progress"
        title={t('spotCheck.task.progress')}
        extra={dueOn === '' ? undefined : <span>{t('spotCheck.task.due', { on: dueOn })}</span>}
      >
        <QuotaBar sealed={sealed} quota={quota} />
        <ul className="state-counts">
          {checkStates
            .filter((state) => (counts[state] ?? 0) > 0)
            .map((state) => (
              <li key={state}>
                <CheckState state={state} /> <span className="number">{counts[state]}</span>
              </li>
            ))}
        </ul>
        <p className="quiet">{asOf === null ? t('spotCheck.form.dataOwnOnly') : t('spotCheck.form.dataAsOf', { at: minuteOf(asOf) })}</p>
      </Panel>
      <Panel name="targets" title={t('spotCheck.task.targets')}>
        {targets.length === 0 ? <p className="quiet">{t('spotCheck.task.noTargets')}</p> : <TargetTable targets={targets} />}
      </Panel>
    </>
  )
}

export function QuotaBar({ sealed, quota }: { readonly sealed: number; readonly quota: number }) {
  const t = useWords()
  const label = t('spotCheck.task.sealedOf', { sealed, quota })
  return (
    <span className="quota-bar">
      <Progress
        percent={quota === 0 ? 0 : Math.min(100, Math.round((sealed / quota) * 100))}
        showInfo={false}
        size="small"
        aria-label={label}
      />
      <span className="number">{label}</span>
    </span>
  )
}

type Target = TaskProgress['targets'][number]

function TargetTable({ targets }: { readonly targets: readonly Target[] }) {
  const t = useWords()
  const columns: Column<Target>[] = [
    {
      key: 'name',
      title: t('spotCheck.task.target.name'),
      grow: true,
      render: ({ check, name, address = '' }) => (
        <>
          <Link to="/checks/$id" params={{ id: check }}>
            {name}
          </Link>
          {address !== '' && <span className="quiet target-address">{address}</span>}
        </>
      ),
    },
    { key: 'uscc', title: t('spotCheck.task.target.uscc'), render: ({ uscc = '' }) => <span className="mono">{uscc}</span> },
    { key: 'state', title: t('spotCheck.check.state'), render: ({ state }) => <CheckState state={state} /> },
    { key: 'day', title: t('spotCheck.check.day'), render: ({ day }) => <span className="number">{day}</span> },
    { key: 'next', title: t('kernel.course.nextTitle'), render: (target) => <NextOf target={target} /> },
  ]
  return <DataTable label={t('spotCheck.task.targets')} columns={columns} rows={targets} keyOf={({ check }) => check} />
}

const OUTCOMES: readonly Outcome[] = ['notFound', 'refused', 'terminated']
/** The one step that comes next where there is one; further on, the check's own page. */
const NEXT: Readonly<Record<string, string>> = { planned: 'assign', assigned: 'arrive' }

function NextOf({ target: { check, state, record, kind } }: { readonly target: Target }) {
  const t = useWords()
  const nameOf = useNameOf()
  const newSheet = useNewSheet()
  const newReport = useNewSiteReport()
  const step = NEXT[state]
  if (step !== undefined) {
    const name = checkProcedure.steps.find((rule) => rule.step === step)?.name ?? { zh: step, en: step }
    return (
      <Link to="/checks/$id" params={{ id: check }} search={{ step }} data-action={`target-${step}`}>
        {nameOf(name)}
      </Link>
    )
  }
  if (state === 'onSite' || state === 'sampled') {
    return (
      <span className="target-next">
        <Button size="small" type="primary" data-action="target-seal" onClick={() => void newSheet({ check })}>
          {t('spotCheck.check.sample')}
        </Button>
        {state === 'onSite' &&
          OUTCOMES.map((outcome) => (
            <Button key={outcome} size="small" data-action={`target-${outcome}`} onClick={() => void newReport({ outcome, check })}>
              {t(`spotCheck.check.outcome.${outcome}`)}
            </Button>
          ))}
      </span>
    )
  }
  if (record === null) return null
  return (
    <Link to={kind === 'siteReport' ? '/site-reports/$id' : '/spot-checks/$id'} params={{ id: record }}>
      {t('kernel.course.open')}
    </Link>
  )
}
