import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { DueTable } from './due-table'
import { store } from './store'

const SHOWN = 8

/** 到期提醒 on the first screen: what is overdue, then what runs out this week. Not there while no clock runs at all. */
export function DuePanel() {
  const t = useWords()
  const { data } = useQuery(store.ask('aftercare.listDue', { standing: 'all', limit: SHOWN }))
  if (data === undefined || data.total === 0) return null
  const pressing = data.items.filter(({ standing }) => standing === 'overdue' || standing === 'dueThisWeek')
  return (
    <Panel name="due" title={t('aftercare.today.title')} extra={<Link to="/aftercare">{t('aftercare.today.all')}</Link>}>
      {pressing.length > 0 ? <DueTable rows={pressing} compact /> : <p className="quiet">{t('aftercare.today.none')}</p>}
    </Panel>
  )
}
