import './team.css'
import { FlagOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { OutputOf } from '#shared/kernel/contract'
import type { TaskForce } from '#shared/team/task-force'
import type { TeamActivity, teamContract } from '#shared/team/team-contract'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { MoreRows } from '../kernel/more-rows'
import { Page, Panel } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { ConflictMark, DemoMark, StatePill } from '../kernel/state-pill'
import { usePages } from '../kernel/use-pages'
import { store } from './store'
import { teamPlan } from './team-plan'
import { TeamTotalsBar } from './team-totals'

type Detail = NonNullable<OutputOf<(typeof teamContract)['team.getTeam']>>

/** One team: who belongs to it, what it did, and what that adds up to this year and ever. */
export function TeamPage({ id }: { readonly id: string }) {
  const { data: detail } = useQuery(store.ask('team.getTeam', { id }))
  if (detail === undefined) return null
  return detail === null ? <Missing /> : <Known detail={detail} />
}

function Known({ detail: { summary, doc, year, ever } }: { readonly detail: Detail }) {
  const t = useWords()
  const placeName = usePlaceName()
  const drawer = useRecordDrawer({ plan: teamPlan, title: t('team.force.name') })
  const { id, name, region, industry, foundedOn, dissolvedOn, state, demo, conflict } = summary
  const facts = [placeName(region), industry, t('team.force.founded', { on: foundedOn })]
  const ended = dissolvedOn === '' ? [] : [t('team.force.dissolved', { on: dissolvedOn })]
  const actions = (
    <>
      <Button data-action="correct-team" onClick={() => drawer.correct({ id, doc })}>
        {t('kernel.course.correct')}
      </Button>
      <Button danger data-action="void-team" onClick={() => drawer.undo({ id, doc })}>
        {t('team.void')}
      </Button>
    </>
  )
  const title = (
    <>
      {name} <StatePill state={state} /> {conflict && <ConflictMark of={id} />} {demo && <DemoMark />}
    </>
  )
  return (
    <Page screen="team" wide title={title} lead={[...facts, ...ended].filter((part) => part !== '').join(' · ')} actions={actions}>
      <TeamTotalsBar label={t('team.force.totals', { year })} totals={summary.did} />
      <p className="quiet totals-note" data-total="ever">
        {t('team.force.ever', { ...ever })}
      </p>
      <div className="team-columns">
        <Activities team={id} />
        <Members doc={doc as unknown as TaskForce} />
      </div>
      {drawer.drawer}
    </Page>
  )
}

function Activities({ team }: { readonly team: string }) {
  const t = useWords()
  const { pages, isReady, ...more } = usePages((from) => store.ask('team.listActivities', { team, ...from }))
  const rows = pages.flatMap(({ items }) => items)
  const columns: Column<TeamActivity>[] = [
    { key: 'day', title: t('team.activity.day'), render: ({ day }) => <span className="number">{day}</span> },
    {
      key: 'what',
      title: t('team.activity.what'),
      grow: true,
      render: ({ name, visits }) => (
        <>
          {name !== '' && <strong>{name}</strong>}
          <ul className="team-visits">
            {visits.map(({ id, no, enterprise }) => (
              <li key={id}>
                <Link to="/visits/$id" params={{ id }}>
                  {enterprise}
                </Link>{' '}
                <span className="quiet mono">{no}</span>
              </li>
            ))}
          </ul>
        </>
      ),
    },
    {
      key: 'trained',
      title: t('team.column.trained'),
      align: 'right',
      render: ({ managers, workers }) => <span className="number">{`${String(managers)} / ${String(workers)}`}</span>,
    },
  ]
  return (
    <Panel name="activities" title={t('team.activity.title')}>
      {isReady && rows.length === 0 && <p className="quiet">{t('team.activity.none')}</p>}
      {rows.length > 0 && (
        <DataTable
          label={t('team.activity.title')}
          columns={columns}
          rows={rows}
          keyOf={({ day, visits }) => `${day} ${visits[0]?.id ?? ''}`}
        />
      )}
      <MoreRows {...more} />
    </Panel>
  )
}

function Members({ doc: { captain, members, remarks } }: { readonly doc: TaskForce }) {
  const t = useWords()
  return (
    <Panel name="members" title={t('team.force.membersTitle', { n: members.length })}>
      <ul className="team-members">
        {members.map(({ name, org, expertise }) => (
          <li key={`${name} ${org ?? ''}`}>
            <strong>{name}</strong> {name === captain && <span className="quiet">{t('team.force.field.captain')}</span>}
            <div className="quiet">{[org, expertise].filter((part) => part !== undefined).join(' · ')}</div>
          </li>
        ))}
      </ul>
      {remarks !== undefined && <p className="quiet">{remarks}</p>}
    </Panel>
  )
}

function Missing() {
  const t = useWords()
  return (
    <Page screen="team-missing" title={t('team.missing')}>
      <EmptyState icon={<FlagOutlined />} title={t('team.missing')} action={<Link to="/teams">{t('team.toList')}</Link>}>
        {t('team.missingText')}
      </EmptyState>
    </Page>
  )
}
