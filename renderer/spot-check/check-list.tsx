import { ProfileOutlined, SearchOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { CheckSummary } from '#shared/spot-check/spot-check-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { DemoMark, StatePill } from '../kernel/state-pill'
import { CheckState } from './check-state'
import { ListTabs } from './list-tabs'
import { NewSheetButtons } from './new-sheet-buttons'
import { store } from './store'

const PAGE = 50

function useChecks(state: string) {
  const asked = { limit: PAGE, ...(state === 'all' ? {} : { state }) }
  return useInfiniteQuery({
    queryKey: ['spotCheck.listChecks', asked],
    queryFn: ({ pageParam, signal }) =>
      store.ask('spotCheck.listChecks', { ...asked, ...(pageParam === null ? {} : { after: pageParam }) }).queryFn({ signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    placeholderData: (before) => before,
  })
}

/** Checks by where they stand: the newest first, in one state or in all. */
export function CheckList({ state }: { readonly state: string }) {
  const t = useWords()
  const { data, isSuccess, hasNextPage, isFetchingNextPage, fetchNextPage } = useChecks(state)
  const rows = (data?.pages ?? []).flatMap(({ items }) => items)
  return (
    <Page screen="checks" title={t('spotCheck.list.title')} lead={t('spotCheck.list.lead')} actions={<NewSheetButtons />}>
      <ListTabs state={state} />
      {rows.length > 0 && <CheckTable rows={rows} />}
      {hasNextPage && (
        <div className="table-foot">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('kernel.more')}
          </Button>
        </div>
      )}
      {isSuccess && rows.length === 0 && <NoChecks all={state === 'all'} />}
    </Page>
  )
}

function NoChecks({ all }: { readonly all: boolean }) {
  const t = useWords()
  return (
    <EmptyState icon={all ? <ProfileOutlined /> : <SearchOutlined />} title={t(all ? 'spotCheck.check.empty' : 'spotCheck.check.nothing')}>
      {t(all ? 'spotCheck.check.emptyText' : 'spotCheck.check.nothingText')}
    </EmptyState>
  )
}

const PAGES = { samplingSheet: '/spot-checks/$id', siteReport: '/site-reports/$id' } as const
const pageOf = (kind: string) => (PAGES as Readonly<Record<string, (typeof PAGES)['siteReport' | 'samplingSheet']>>)[kind]

function CheckTable({ rows }: { readonly rows: readonly CheckSummary[] }) {
  const t = useWords()
  const placeName = usePlaceName()
  const columns: Column<CheckSummary>[] = [
    { key: 'no', title: t('spotCheck.list.no'), render: (row) => <CheckLink row={row} /> },
    { key: 'what', title: t('spotCheck.list.what'), grow: true, render: ({ title }) => title },
    {
      key: 'state',
      title: t('spotCheck.check.state'),
      render: ({ state, aside }) => (
        <span className="marks">
          <CheckState state={state} />
          {aside > 0 && <span className="conflict-mark">{t('spotCheck.check.aside', { n: aside })}</span>}
        </span>
      ),
    },
    { key: 'record', title: t('spotCheck.list.stateColumn'), render: ({ record }) => <RecordPill id={record} /> },
    { key: 'region', title: t('spotCheck.list.region'), wrap: true, render: ({ region }) => placeName(region) },
    { key: 'day', title: t('spotCheck.check.day'), render: ({ day }) => <span className="number">{day}</span> },
  ]
  return <DataTable label={t('spotCheck.check.label')} columns={columns} rows={rows} keyOf={({ check }) => check} />
}

function CheckLink({ row: { check, record, kind, no } }: { readonly row: CheckSummary }) {
  const to = pageOf(kind)
  const name = <span className="mono">{no === '' ? check.slice(0, 8) : no}</span>
  return to === undefined ? (
    <Link to="/checks/$id" params={{ id: check }}>
      {name}
    </Link>
  ) : (
    <Link to={to} params={{ id: record }}>
      {name}
    </Link>
  )
}

/** Where the record itself is, beside where its matter stands. */
function RecordPill({ id }: { readonly id: string }) {
  const { data } = useQuery(store.ask('record.get', { id }))
  if (data === undefined || data === null) return null
  return (
    <span className="marks">
      <StatePill state={data.state} /> {data.demo && <DemoMark />}
    </span>
  )
}
