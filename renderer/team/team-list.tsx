import { FlagOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import type { TeamSummary } from '#shared/team/team-contract'
import { DistrictControl } from '../kernel/controls/district-control'
import { UnfinishedRecords } from '../kernel/course/unfinished-records'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { type Column, DataTable } from '../kernel/data-table'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { MoreRows } from '../kernel/more-rows'
import { Page } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { SearchField } from '../kernel/search-field'
import { ConflictMark, DemoMark, StatePill } from '../kernel/state-pill'
import { usePages } from '../kernel/use-pages'
import { store } from './store'
import { teamPlan } from './team-plan'
import { TeamTotalsBar } from './team-totals'

interface Filter {
  readonly search: string
  readonly region: string | undefined
  readonly dissolved: boolean
}
const NO_FILTER: Filter = { search: '', region: undefined, dissolved: false }

/** 青年突击队: who stands where, and what each did this year. */
export function TeamList({ tabs }: { readonly tabs: ReactNode }) {
  const t = useWords()
  const [filter, setFilter] = useState(NO_FILTER)
  const search = useDebounced(filter.search.trim(), 80)
  const { region, dissolved } = filter
  const asked = { search, show: dissolved ? ('all' as const) : ('active' as const), ...(region === undefined ? {} : { region }) }
  const { pages, isReady, ...more } = usePages((from) => store.ask('team.listTeams', { ...asked, ...from }))
  const name = t('team.force.name')
  const drawer = useRecordDrawer({ plan: teamPlan, title: name })
  const begin = (
    <Button type="primary" icon={<PlusOutlined />} data-action="new-team" onClick={() => void drawer.begin(store.call('team.newTeam', {}))}>
      {t('team.force.new')}
    </Button>
  )
  const [first] = pages
  const rows = pages.flatMap(({ items }) => items)
  return (
    <Page screen="teams" wide title={t('team.title')} lead={t('team.force.lead')} actions={begin}>
      {tabs}
      {first !== undefined && (
        <TeamTotalsBar label={t('team.force.totals', { year: first.year })} totals={first.totals} teams={first.active} />
      )}
      <Filters filter={filter} onChange={setFilter} />
      <UnfinishedRecords kind="taskForce" name={name} onResume={drawer.resume} />
      {rows.length > 0 && <TeamTable rows={rows} year={first?.year ?? 0} />}
      <MoreRows {...more} />
      {isReady && rows.length === 0 && <NoTeams filtered={search !== '' || region !== undefined} begin={begin} />}
      {drawer.drawer}
    </Page>
  )
}

function Filters({ filter, onChange }: { readonly filter: Filter; readonly onChange: (filter: Filter) => void }) {
  const t = useWords()
  return (
    <search className="filters">
      <SearchField
        value={filter.search}
        label={t('team.force.search')}
        placeholder={t('team.force.search')}
        onChange={(search) => onChange({ ...filter, search })}
      />
      <div className="filter">
        <DistrictControl
          id="filter-region"
          field="/filter/region"
          label={t('team.force.field.region')}
          placeholder={t('team.allRegions')}
          value={filter.region}
          onChange={(region) => onChange({ ...filter, region })}
        />
      </div>
      <Checkbox
        checked={filter.dissolved}
        data-field="/filter/dissolved"
        onChange={(event) => onChange({ ...filter, dissolved: event.target.checked })}
      >
        {t('team.force.withDissolved')}
      </Checkbox>
    </search>
  )
}

function TeamTable({ rows, year }: { readonly rows: readonly TeamSummary[]; readonly year: number }) {
  const t = useWords()
  const placeName = usePlaceName()
  const columns: Column<TeamSummary>[] = [
    {
      key: 'name',
      title: t('team.force.field.name'),
      grow: true,
      render: ({ id, name, region, industry }) => (
        <>
          <Link to="/teams/$id" params={{ id }}>
            {name}
          </Link>
          <div className="quiet">{[placeName(region), industry].filter((part) => part !== '').join(' · ')}</div>
        </>
      ),
    },
    {
      key: 'captain',
      title: t('team.force.captainAndMembers'),
      render: ({ captain, members }) => (
        <>
          {captain} <span className="quiet">{t('team.force.members', { n: members })}</span>
        </>
      ),
    },
    {
      key: 'founded',
      title: t('team.force.field.foundedOn'),
      render: ({ foundedOn, dissolvedOn }) => (
        <>
          <span className="number">{foundedOn}</span>
          {dissolvedOn !== '' && <div className="quiet">{t('team.force.dissolved', { on: dissolvedOn })}</div>}
        </>
      ),
    },
    { key: 'activities', title: t('team.column.activities', { year }), align: 'right', render: ({ did }) => did.activities },
    {
      key: 'visits',
      title: t('team.column.visits'),
      align: 'right',
      render: ({ did }) => <span className="number">{`${String(did.visits)} / ${String(did.enterprises)}`}</span>,
    },
    {
      key: 'trained',
      title: t('team.column.trained'),
      align: 'right',
      render: ({ did }) => <span className="number">{`${String(did.managers)} / ${String(did.workers)}`}</span>,
    },
    {
      key: 'state',
      title: t('team.state'),
      render: ({ id, state, demo, conflict }) => (
        <span className="marks">
          <StatePill state={state} /> {conflict && <ConflictMark of={id} />} {demo && <DemoMark />}
        </span>
      ),
    },
  ]
  return <DataTable label={t('team.force.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

function NoTeams({ filtered, begin }: { readonly filtered: boolean; readonly begin: ReactNode }) {
  const t = useWords()
  if (filtered)
    return (
      <EmptyState icon={<SearchOutlined />} title={t('team.nothing')}>
        {t('team.nothingText')}
      </EmptyState>
    )
  return (
    <EmptyState icon={<FlagOutlined />} title={t('team.force.empty')} action={begin}>
      {t('team.force.emptyText')}
    </EmptyState>
  )
}
