import { PlusOutlined, SearchOutlined, TeamOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { Adviser } from '#shared/team/adviser'
import type { PersonSummary } from '#shared/team/team-contract'
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
import { usePages } from '../kernel/use-pages'
import { store } from './store'
import { personPlan } from './team-plan'

type Role = PersonSummary['role']
type Shown = Role | 'all' | 'expired'
const VIEWS: readonly Shown[] = ['all', ...Adviser.shape.role.options, 'expired']
type Drawer = ReturnType<typeof useRecordDrawer>

const askedFor = (shown: Shown) => (shown === 'all' ? {} : shown === 'expired' ? { expired: true } : { role: shown })

/** 质量医生、技术专家、首席质量官: what each is good at, and until when appointed. */
export function PeopleList({ tabs, initial = '' }: { readonly tabs: ReactNode; readonly initial?: string }) {
  const t = useWords()
  const [typed, setTyped] = useState(initial)
  const [shown, setShown] = useState<Shown>('all')
  const search = useDebounced(typed.trim(), 80)
  const { pages, isReady, ...more } = usePages((from) => store.ask('team.listPeople', { search, ...askedFor(shown), ...from }))
  const name = t('team.person.name')
  const drawer = useRecordDrawer({ plan: personPlan, title: name })
  const role = shown === 'all' || shown === 'expired' ? 'qualityDoctor' : shown
  const begin = (
    <Button
      type="primary"
      icon={<PlusOutlined />}
      data-action="new-person"
      onClick={() => void drawer.begin(store.call('team.newPerson', { role }))}
    >
      {t('team.person.new')}
    </Button>
  )
  const counts = pages[0]?.counts
  const views = VIEWS.map((view) => ({
    name: view,
    label: t(`team.person.show.${view}`),
    ...(view === 'all' || counts === undefined ? {} : { count: counts[view] }),
  }))
  const rows = pages.flatMap(({ items }) => items)
  return (
    <Page screen="people" wide title={t('team.title')} lead={t('team.person.lead')} actions={begin}>
      {tabs}
      <ListViews label={t('team.person.roles')} views={views} shown={shown} onShow={setShown} />
      <search className="filters">
        <SearchField value={typed} label={t('team.person.search')} placeholder={t('team.person.search')} onChange={setTyped} />
      </search>
      <UnfinishedRecords kind="adviser" name={name} onResume={drawer.resume} />
      {rows.length > 0 && <PeopleTable rows={rows} drawer={drawer} />}
      <MoreRows {...more} />
      {isReady && rows.length === 0 && <NoPeople filtered={search !== '' || shown !== 'all'} begin={begin} />}
      {drawer.drawer}
    </Page>
  )
}

function PeopleTable({ rows, drawer }: { readonly rows: readonly PersonSummary[]; readonly drawer: Drawer }) {
  const t = useWords()
  const columns: Column<PersonSummary>[] = [
    {
      key: 'name',
      title: t('team.person.field.name'),
      render: ({ name, role, phone }) => (
        <>
          <strong>{name}</strong>
          <div className="quiet">
            {t(`team.person.choice.role.${role}`)} {phone !== '' && <span className="number">{phone}</span>}
          </div>
        </>
      ),
    },
    { key: 'org', title: t('team.person.orgColumn'), grow: true, render: (person) => <Where person={person} /> },
    {
      key: 'expertise',
      title: t('team.person.expertiseColumn'),
      wrap: true,
      render: ({ expertise }) => expertise.join(t('kernel.course.and')),
    },
    { key: 'appointment', title: t('team.person.appointment'), render: (person) => <AppointmentOf person={person} /> },
    {
      key: 'state',
      title: t('team.state'),
      render: ({ id, state, demo, conflict }) => (
        <span className="marks">
          <StatePill state={state} /> {conflict && <ConflictMark of={id} />} {demo && <DemoMark />}
        </span>
      ),
    },
    { key: 'tools', title: t('team.tools'), render: (person) => <Tools person={person} drawer={drawer} /> },
  ]
  return <DataTable label={t('team.person.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}

function Where({ person: { org, enterprise, region } }: { readonly person: PersonSummary }) {
  const placeName = usePlaceName()
  return (
    <>
      {enterprise === null ? (
        org
      ) : (
        <Link to="/enterprises/$id" params={{ id: enterprise.id }}>
          {enterprise.name}
        </Link>
      )}
      <div className="quiet">{placeName(region)}</div>
    </>
  )
}

/** Run out is shown and stops nobody. */
function AppointmentOf({ person: { appointmentNo, appointedOn, validTo, appointment } }: { readonly person: PersonSummary }) {
  const t = useWords()
  return (
    <>
      {appointmentNo !== '' && <span className="mono">{appointmentNo} </span>}
      <span className="number">{validTo === '' ? appointedOn : `${appointedOn} – ${validTo}`}</span>
      {(appointment === 'expired' || appointment === 'ending') && (
        <div data-appointment={appointment} data-overdue={appointment === 'expired'}>
          {t(`team.person.appointmentHint.${appointment}`)}
        </div>
      )}
    </>
  )
}

function Tools({ person: { id, name }, drawer }: { readonly person: PersonSummary; readonly drawer: Drawer }) {
  const t = useWords()
  const known = async () => {
    const answer = await store.call('record.get', { id })
    return answer.ok ? answer.value : null
  }
  const withDoc = async (act: (record: { readonly id: string; readonly doc: object }) => void): Promise<void> => {
    const record = await known()
    if (record !== null) act({ id, doc: record.doc })
  }
  return (
    <span className="marks">
      <Button size="small" aria-label={t('team.correctOf', { name })} onClick={() => void withDoc((one) => drawer.correct(one as never))}>
        {t('kernel.course.correct')}
      </Button>
      <Button size="small" danger aria-label={t('team.voidOf', { name })} onClick={() => void withDoc((one) => drawer.undo(one as never))}>
        {t('team.void')}
      </Button>
    </span>
  )
}

function NoPeople({ filtered, begin }: { readonly filtered: boolean; readonly begin: ReactNode }) {
  const t = useWords()
  if (filtered)
    return (
      <EmptyState icon={<SearchOutlined />} title={t('team.nothing')}>
        {t('team.nothingText')}
      </EmptyState>
    )
  return (
    <EmptyState icon={<TeamOutlined />} title={t('team.person.empty')} action={begin}>
      {t('team.person.emptyText')}
    </EmptyState>
  )
}
