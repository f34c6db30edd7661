import './agreement.css'
import { FileProtectOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { AgreementSummary } from '#shared/visit/agreement-contract'
import { UnfinishedRecords } from '../kernel/course/unfinished-records'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { type Column, DataTable } from '../kernel/data-table'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { ListViews } from '../kernel/list-views'
import { MoreRows } from '../kernel/more-rows'
import { Page } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { SearchField } from '../kernel/search-field'
import { ConflictMark, DemoMark, StatePill } from '../kernel/state-pill'
import { counted, TotalsBar } from '../kernel/totals-bar'
import { usePages } from '../kernel/use-pages'
import { AgreementMarks, AgreementVisits } from './agreement-marks'
import { AgreementFoot, agreementPlan } from './agreement-plan'
import { agreements } from './agreement-store'
import { AGREEMENT_VIEWS, type AgreementView } from './agreement-views'

interface ListProps {
  readonly tabs: ReactNode
  readonly initial: AgreementView | undefined
}

function useAgreements(show: AgreementView, search: string) {
  const asked = { show, search }
  const { pages, isReady, ...more } = usePages((from) => agreements.ask('agreement.list', { ...asked, ...from }))
  return {
    rows: pages.flatMap(({ items }) => items),
    counts: pages[0]?.counts,
    isReady,
    more,
  }
}

type Counts = NonNullable<ReturnType<typeof useAgreements>['counts']>

/** 定向跟踪服务协议: in force, without a visit in time, soon over. */
export function AgreementList({ tabs, initial }: ListProps) {
  const t = useWords()
  const [show, setShow] = useState<AgreementView>(initial ?? 'inForce')
  const [typed, setTyped] = useState('')
  const search = useDebounced(typed.trim(), 80)
  const { rows, counts, isReady, more } = useAgreements(show, search)
  const views = AGREEMENT_VIEWS.map((view) => ({
    name: view,
    label: t(`agreement.view.${view}`),
    ...(view === 'all' || counts === undefined ? {} : { count: counts[view] }),
  }))
  const name = t('agreement.name')
  const drawer = useRecordDrawer({ plan: agreementPlan, title: name, foot: <AgreementFoot /> })
  const begin = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      data-action="new-agreement"
      onClick={() => void drawer.begin(agreements.call('agreement.new', {}))}
    >
      {t('agreement.new')}
    </Button>
  )
  return (
    <Page screen="agreements" wide title={t('agreement.title')} lead={t('agreement.lead')} actions={begin}>
      {tabs}
      {counts !== undefined && <Totals counts={counts} />}
      <ListViews label={t('agreement.views')} views={views} shown={show} onShow={setShow} />
      <search className="filters">
        <SearchField value={typed} label={t('agreement.search')} placeholder={t('agreement.search')} onChange={setTyped} />
      </search>
      <UnfinishedRecords kind="serviceAgreement" name={name} onResume={drawer.resume} />
      {rows.length > 0 && <AgreementTable rows={rows} />}
      <MoreRows {...more} />
      {isReady && rows.length === 0 && <NoAgreements show={show} searched={search !== ''} begin={begin} />}
      {drawer.drawer}
    </Page>
  )
}

const TOTALS = ['inForce', 'enterprises', 'idle', 'ending'] as const

/** 份 apart from 家: an enterprise may have agreements with several doctors. */
function Totals({ counts }: { readonly counts: Counts }) {
  const t = useWords()
  const totals = TOTALS.map((name) => ({
    name,
    label: t(`agreement.total.${name}`),
    value: counted(counts[name]),
    unit: t(`agreement.totalUnit.${name}`),
  }))
  return <TotalsBar label={t('agreement.totals')} totals={totals} />
}

function AgreementTable({ rows }: { readonly rows: readonly AgreementSummary[] }) {
  const t = useWords()
  const placeName = usePlaceName()
  const columns: Column<AgreementSummary>[] = [
    {
      key: 'enterprise',
      title: t('agreement.column.enterprise'),
      grow: true,
      render: ({ id, no, enterprise, region }) => (
        <>
          <Link to="/agreements/$id" params={{ id }}>
            {enterprise}
          </Link>
          <div className="quiet">
            <span className="mono">{no}</span> · {placeName(region)}
          </div>
        </>
      ),
    },
    { key: 'doctors', title: t('agreement.column.doctors'), wrap: true, render: ({ doctors }) => doctors.join(t('kernel.course.and')) },
    {
      key: 'term',
      title: t('agreement.column.term'),
      render: ({ validFrom, lastDay, intervalDays }) => (
        <>
          <span className="number">{`${validFrom} – ${lastDay}`}</span>
          <div className="quiet">{t('agreement.every', { n: intervalDays })}</div>
        </>
      ),
    },
    { key: 'status', title: t('agreement.column.status'), render: (agreement) => <AgreementMarks agreement={agreement} /> },
    { key: 'visit', title: t('agreement.column.visit'), render: (agreement) => <AgreementVisits agreement={agreement} /> },
    {
      key: 'state',
      title: t('agreement.state'),
      render: ({ id, state, demo, conflict }) => (
        <span className="marks">
          <StatePill state={state} /> {conflict && <ConflictMark of={id} />} {demo && <DemoMark />}
        </span>
      ),
    },
  ]
  return <DataTable label={t('agreement.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

interface NoneProps {
  readonly show: AgreementView
  readonly searched: boolean
  readonly begin: ReactNode
}

function NoAgreements({ show, searched, begin }: NoneProps) {
  const t = useWords()
  if (searched || show === 'idle' || show === 'ending' || show === 'over')
    return (
      <EmptyState icon={<SearchOutlined />} title={t(searched ? 'agreement.nothing' : `agreement.none.${show as 'idle'}`)}>
        {t('agreement.noneText')}
      </EmptyState>
    )
  return (
    <EmptyState icon={<FileProtectOutlined />} title={t('agreement.empty')} action={begin}>
      {t('agreement.emptyText')}
    </EmptyState>
  )
}
