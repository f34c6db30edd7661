import './work-list.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { store } from './store'
import { WorkTable } from './work-table'

const SHOWN = 8

/** On the first screen: what is overdue, and what is due within two weeks. Says so when nothing is, once there is anything to promise. */
export function WorkPanel() {
  const t = useWords()
  const { data } = useQuery(store.ask('work.list', { horizon: 14, limit: SHOWN }))
  const { data: visits } = useQuery(store.ask('record.countStates', { kind: 'visit' }))
  const helps = Object.values(visits ?? {}).some((n) => n > 0)
  if (data === undefined || (data.total === 0 && !helps)) return null
  return (
    <Panel name="work" title={t('work.today')} extra={<Link to="/work">{t('work.all', { n: data.total })}</Link>}>
      {data.items.length > 0 ? (
        <WorkTable items={data.items} />
      ) : (
        <p className="quiet">
          {t('work.empty')} · {t('work.emptyText')}
        </p>
      )}
    </Panel>
  )
}
