import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { textAt } from '#shared/kernel/kind'
import { useWords } from '../kernel/i18n'
import { PeopleList } from '../team/people-list'
import { TeamList } from '../team/team-list'
import { TeamPage } from '../team/team-page'
import { AgreementList } from '../visit/agreement-list'
import { AgreementPage } from '../visit/agreement-page'
import { useRecordId } from './route-facts'
import { store } from './store'
import { TEAM_TABS, type TeamTab, teamSearch } from './team-search'

/** Teams, people and agreements: three lists of one screen. */
export function TeamsRoute() {
  const { tab = 'teams', show } = teamSearch(useSearch({ strict: false }))
  const tabs = <TeamTabs tab={tab} />
  if (tab === 'people') return <PeopleList tabs={tabs} />
  if (tab === 'agreements') return <AgreementList key={show ?? ''} tabs={tabs} initial={show} />
  return <TeamList tabs={tabs} />
}

/** `#/agreements`: the third list by an address of its own. */
export const AgreementsRoute = () => (
  <AgreementList tabs={<TeamTabs tab="agreements" />} initial={teamSearch(useSearch({ strict: false })).show} />
)

export function TeamRoute() {
  const id = useRecordId()
  return <TeamPage key={id} id={id} />
}

/** A person has no page of its own: the list shows who is meant. */
export function PersonRoute() {
  const id = useRecordId()
  const { data: detail } = useQuery(store.ask('record.get', { id }))
  if (detail === undefined) return null
  return <PeopleList key={id} tabs={<TeamTabs tab="people" />} initial={textAt(detail?.doc, 'name')} />
}

export function AgreementRoute() {
  const id = useRecordId()
  return <AgreementPage key={id} id={id} />
}

function TeamTabs({ tab }: { readonly tab: TeamTab }) {
  const t = useWords()
  return (
    <nav className="list-tabs" aria-label={t('team.tab.label')}>
      {TEAM_TABS.map((one) => (
        <Link key={one} to="/teams" search={{ tab: one }} className="list-tab" data-on={one === tab} data-tab={one}>
          {t(`team.tab.${one}`)}
        </Link>
      ))}
    </nav>
  )
}
