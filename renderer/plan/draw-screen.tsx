import './plan.css'
import { DeploymentUnitOutlined, PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import type { DrawSummary } from '#shared/plan/plan-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { ConflictMark, DemoMark, StatePill } from '../kernel/state-pill'
import { store } from './store'

/** Every draw of this device, newest first. */
export function DrawScreen() {
  const t = useWords()
  const navigate = useNavigate()
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['plan.listDraws'],
    queryFn: ({ pageParam, signal }) => store.ask('plan.listDraws', pageParam === null ? {} : { after: pageParam }).queryFn({ signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const pages = data?.pages ?? []
  const rows = pages.flatMap(({ items }) => items)
  const total = pages[0]?.total ?? 0
  const begin = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      data-action="new-draw"
      onClick={() => void navigate({ to: '/draw', search: { new: true } })}
    >
      {t('plan.draw.new')}
    </Button>
  )
  return (
    <Page screen="draws" title={t('plan.draw.title')} lead={t('plan.draw.lead')} actions={begin}>
      {rows.length > 0 && (
        <>
          <DrawTable rows={rows} />
          <div className="table-foot">
            <span data-total={total}>{t('kernel.shownOf', { shown: rows.length, total })}</span>
            {hasNextPage && (
              <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('kernel.more')}
              </Button>
            )}
          </div>
        </>
      )}
      {data !== undefined && rows.length === 0 && (
        <EmptyState icon={<DeploymentUnitOutlined />} title={t('plan.draw.empty')} action={begin}>
          {t('plan.draw.emptyText')}
        </EmptyState>
      )}
    </Page>
  )
}

function DrawTable({ rows }: { readonly rows: readonly DrawSummary[] }) {
  const t = useWords()
  const columns: Column<DrawSummary>[] = [
    {
      key: 'no',
      title: t('plan.draw.column.no'),
      render: ({ id, no }) => (
        <Link to="/draw/$id" params={{ id }}>
          <span className="mono">{no}</span>
        </Link>
      ),
    },
    {
      key: 'title',
      title: t('plan.draw.column.title'),
      grow: true,
      render: ({ title, redrawOf, redrawReason }) => (
        <>
          {title}
          {redrawReason !== '' && (
            <div className="plan-redraw">
              {t('plan.draw.redrawOf', { no: redrawOf })} · {redrawReason}
            </div>
          )}
        </>
      ),
    },
    { key: 'day', title: t('plan.draw.column.drawnOn'), render: ({ drawnOn }) => <span className="number">{drawnOn}</span> },
    {
      key: 'taken',
      title: t('plan.draw.column.taken'),
      align: 'right',
      render: ({ taken, poolSize }) => <span className="number">{t('plan.draw.takenOf', { taken, pool: poolSize })}</span>,
    },
    {
      key: 'samplers',
      title: t('plan.draw.column.samplers'),
      align: 'right',
      render: ({ samplers }) => <span className="number">{samplers}</span>,
    },
    {
      key: 'public',
      title: t('plan.draw.column.public'),
      render: ({ publicisedOn }) =>
        publicisedOn === '' ? <span className="quiet">{t('plan.draw.notPublic')}</span> : <span className="number">{publicisedOn}</span>,
    },
    {
      key: 'state',
      title: t('plan.draw.column.state'),
      render: ({ id, state, demo, conflict }) => (
        <span className="marks">
          <StatePill state={state} /> {demo && <DemoMark />} {conflict && <ConflictMark of={id} />}
        </span>
      ),
    },
  ]
  return <DataTable label={t('plan.draw.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}
