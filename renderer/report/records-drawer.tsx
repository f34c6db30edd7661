import { InboxOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import type { ReactNode } from 'react'
import { indicatorAt } from '#shared/report/help-indicators'
import { type Indicator, unitWords } from '#shared/report/indicator'
import type { CountedRecord, Figure, Place } from '#shared/report/report-contract'
import { reportFileWords } from '#shared/report/report-document'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { useLanguage, useNameOf, useWords } from '../kernel/i18n'
import { StatePill } from '../kernel/state-pill'
import { figureInWords } from './figure-in-words'
import { cellName, type SpanName } from './figure-table'
import { usePeriodName } from './period-bar'
import type { ReportSearch } from './report-search'
import { store } from './store'

interface About {
  readonly period: string
  readonly region?: string
}

interface DrawerProps {
  readonly about: About
  readonly search: ReportSearch
  readonly figures: readonly Figure[]
  readonly renderLink: (record: CountedRecord) => ReactNode
  readonly onClose: () => void
}

/** Exactly the records behind one figure; what they add is the figure. */
export function RecordsDrawer({ about, search, figures, renderLink, onClose }: DrawerProps) {
  const t = useWords()
  const said = useNameOf()
  const periodName = usePeriodName()
  const { open = '' } = search
  const [code = '', cell = ''] = open.split(' ')
  const indicator = indicatorAt(code, cell)
  const span: SpanName = search.span ?? 'value'
  const figure = figures.find((other) => cellName(other) === open)
  const title = indicator === undefined ? '' : t('report.records.title', { code, name: said(indicator.name) })
  return (
    <Drawer
      open={indicator !== undefined}
      size={960}
      onClose={onClose}
      destroyOnHidden
      title={title}
      extra={<span className="quiet">{`${periodName(about.period)} · ${t(`report.records.${span}`)}`}</span>}
      data-screen="report-records"
    >
      {indicator !== undefined && figure !== undefined && (
        <Records about={about} indicator={indicator} span={span} value={figure[span]} renderLink={renderLink} />
      )}
    </Drawer>
  )
}

interface RecordsProps extends Pick<DrawerProps, 'about' | 'renderLink'> {
  readonly indicator: Indicator
  readonly span: SpanName
  readonly value: number
}

function Records({ about, indicator, span, value, renderLink }: RecordsProps) {
  const t = useWords()
  const said = useNameOf()
  const { code, cell, unit, basis } = indicator
  const asked = { ...about, code, cell, span: span === 'value' ? ('period' as const) : span }
  const { data, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['report.records', asked],
    queryFn: ({ pageParam, signal }) =>
      store.ask('report.records', pageParam === null ? asked : { ...asked, after: pageParam }).queryFn({ signal }),
    initialPageParam: null as Place | null,
    getNextPageParam: ({ next }) => next,
  })
  const pages = data?.pages ?? []
  const rows = pages.flatMap(({ items }) => items)
  const total = pages[0]?.total ?? 0
  if (data === undefined) return null
  return (
    <>
      <p className="report-sum" data-sum={value}>
        <strong>
          {t('report.records.sum', { records: figureInWords(total), value: figureInWords(value), unit: said(unitWords[unit]) })}
        </strong>
        <span className="report-basis">{said(basis)}</span>
      </p>
      {rows.length === 0 ? (
        <EmptyState icon={<InboxOutlined />} title={t('report.records.none')}>
          {t('report.records.noneText')}
        </EmptyState>
      ) : (
        <RecordTable rows={rows} renderLink={renderLink} />
      )}
      {hasNextPage && (
        <div className="table-foot">
          <span>{t('kernel.shownOf', { shown: rows.length, total })}</span>
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('kernel.more')}
          </Button>
        </div>
      )}
    </>
  )
}

function RecordTable({ rows, renderLink }: { readonly rows: readonly CountedRecord[] } & Pick<DrawerProps, 'renderLink'>) {
  const t = useWords()
  const { kinds } = reportFileWords[useLanguage()]
  const columns: Column<CountedRecord>[] = [
    {
      key: 'adds',
      title: t('report.records.adds'),
      align: 'right',
      render: ({ adds }) => (
        <span className={adds === 0 ? 'number quiet' : 'number'} title={adds === 0 ? t('report.records.again') : undefined}>
          {figureInWords(adds)}
        </span>
      ),
    },
    { key: 'on', title: t('report.records.on'), render: ({ on }) => <span className="number">{on}</span> },
    {
      key: 'enterprise',
      title: t('report.records.enterprise'),
      wrap: true,
      render: ({ enterprise }) => <span className="report-enterprise">{enterprise}</span>,
    },
    { key: 'record', title: t('report.records.record'), grow: true, wrap: true, render: (record) => renderLink(record) },
    { key: 'kind', title: t('report.records.kind'), render: ({ kind }) => kinds[kind] ?? kind },
    { key: 'state', title: t('report.records.state'), render: ({ state }) => <StatePill state={state} /> },
  ]
  return (
    <DataTable
      label={t('report.records.label')}
      columns={columns}
      rows={rows}
      keyOf={({ id, on, enterpriseId }) => `${id} ${on} ${enterpriseId}`}
    />
  )
}
