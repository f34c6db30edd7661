import './nqi.css'
import { ClusterOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import type { OutputOf } from '#shared/kernel/contract'
import type { FacilitySummary, nqiContract } from '#shared/nqi/nqi-contract'
import { UnfinishedRecords } from '../kernel/course/unfinished-records'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { MoreRows } from '../kernel/more-rows'
import { Page } from '../kernel/page'
import { SearchField } from '../kernel/search-field'
import { counted } from '../kernel/totals-bar'
import { usePages } from '../kernel/use-pages'
import { FacilityTable } from './facility-table'
import { BenefitNote } from './nqi-controls'
import { facilityPlan, usePlan } from './nqi-plan'
import { NqiTotalsBar } from './nqi-totals'
import { NQI_TABS, type NqiTab } from './nqi-views'
import { store } from './store'
import { UsesPanel } from './uses-panel'

const TYPE_OF = { platforms: 'platform', stations: 'station', labs: 'sharedLab' } as const
type Totals = OutputOf<(typeof nqiContract)['nqi.getTotals']>

/** 一站式服务: platforms with their stations, shared laboratories, and what they did for whom. */
export function OneStopScreen({ tab }: { readonly tab: NqiTab }) {
  const t = useWords()
  const { data: totals } = useQuery(store.ask('nqi.getTotals', {}))
  const use = useRecordDrawer({ plan: usePlan, title: t('nqi.use.name'), foot: <BenefitNote /> })
  const type = tab === 'labs' ? 'labUse' : 'service'
  const record = (
    <Button
      type={tab === 'uses' ? 'primary' : 'default'}
      icon={<PlusOutlined />}
      data-action="new-use"
      onClick={() => void use.begin(store.call('nqi.newUse', { type }))}
    >
      {t(`nqi.use.new.${type}`)}
    </Button>
  )
  return (
    <Places tab={tab} record={record} totals={totals}>
      <UnfinishedRecords kind="facilityUse" name={t('nqi.use.name')} onResume={use.resume} />
      {tab === 'uses' && <UsesPanel />}
      {use.drawer}
    </Places>
  )
}

interface PlacesProps {
  readonly tab: NqiTab
  readonly record: ReactNode
  readonly totals: Totals | undefined
  readonly children: ReactNode
}

function Places({ tab, record, totals, children }: PlacesProps) {
  const t = useWords()
  const type = tab === 'uses' ? 'platform' : TYPE_OF[tab]
  const name = t(`nqi.type.${type}`)
  const drawer = useRecordDrawer({ plan: facilityPlan, title: name })
  const begin = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      data-action="new-facility"
      onClick={() => void drawer.begin(store.call('nqi.newFacility', { type }))}
    >
      {t('nqi.newOf', { name })}
    </Button>
  )
  const actions = (
    <>
      {record}
      {tab !== 'uses' && begin}
    </>
  )
  return (
    <Page screen="one-stop" wide title={t('nqi.title')} lead={t('nqi.lead')} actions={actions}>
      <Tabs tab={tab} />
      {totals !== undefined && <Totals tab={tab} totals={totals} />}
      <UnfinishedRecords kind="facility" name={name} onResume={drawer.resume} />
      {children}
      {tab !== 'uses' && <Facilities key={type} type={type} begin={begin} />}
      {drawer.drawer}
    </Page>
  )
}

function Tabs({ tab }: { readonly tab: NqiTab }) {
  const t = useWords()
  return (
    <nav className="list-tabs" aria-label={t('nqi.tabs')}>
      {NQI_TABS.map((one) => (
        <Link key={one} to="/one-stop" search={{ tab: one }} className="list-tab" data-on={one === tab} data-tab={one}>
          {t(`nqi.tab.${one}`)}
        </Link>
      ))}
    </nav>
  )
}

/** The totals of this year, and under them since the first record and by what they are counted. */
function Totals({ tab, totals: { year, platforms, stations, labs, did, ever } }: { readonly tab: NqiTab; readonly totals: Totals }) {
  const t = useWords()
  const place = (name: 'platforms' | 'stations' | 'labs', n: number) => ({
    name,
    label: t(`nqi.total.${name}`),
    value: counted(n),
    unit: t(`nqi.unit.${name}`),
  })
  const ofLabs = tab === 'labs'
  const places = ofLabs ? [place('labs', labs)] : [place('platforms', platforms), place('stations', stations)]
  return (
    <>
      <NqiTotalsBar label={t('nqi.totalsOf', { year })} did={did} of={ofLabs ? 'lab' : 'service'} places={places} />
      <p className="quiet totals-note" data-total="ever">
        {ofLabs
          ? t('nqi.everLabs', { year, enterprises: ever.labEnterprises, uses: ever.labUses })
          : t('nqi.everServices', { year, enterprises: ever.enterprises, solved: ever.solved })}{' '}
        {t('nqi.basis')}
      </p>
    </>
  )
}

function Facilities({ type, begin }: { readonly type: FacilitySummary['type']; readonly begin: ReactNode }) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const [closed, setClosed] = useState(false)
  const search = useDebounced(typed.trim(), 80)
  const { pages, isReady, ...more } = usePages((from) =>
    store.ask('nqi.listFacilities', { type, search, show: closed ? 'all' : 'open', ...from }),
  )
  const rows = pages.flatMap(({ items }) => items)
  return (
    <>
      <search className="filters">
        <SearchField value={typed} label={t('nqi.place.search')} placeholder={t('nqi.place.search')} onChange={setTyped} />
        <Checkbox checked={closed} data-field="/filter/closed" onChange={(event) => setClosed(event.target.checked)}>
          {t('nqi.withClosed')}
        </Checkbox>
      </search>
      {rows.length > 0 && <FacilityTable type={type} rows={rows} />}
      <MoreRows {...more} />
      {isReady && rows.length === 0 && (
        <EmptyState
          icon={<ClusterOutlined />}
          title={t(search === '' ? `nqi.empty.${type}` : 'nqi.nothing')}
          action={search === '' ? begin : undefined}
        >
          {t(search === '' ? `nqi.emptyText.${type}` : 'nqi.nothingText')}
        </EmptyState>
      )}
    </>
  )
}
