import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { localDay } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { CheckState } from './check-state'
import { store } from './store'

/** 我的任务: where this person is to go, what is due first at the top. */
export function MyTasks() {
  const t = useWords()
  const [today] = useState(() => localDay(new Date()))
  const { data } = useQuery(store.ask('spotCheck.listMine', { limit: 8 }))
  if (data === undefined || data.length === 0) return null
  return (
    <Panel title={t('spotCheck.task.mine')} name="my-tasks" extra={<Link to="/tasks">{t('spotCheck.task.allTasks')}</Link>}>
      <ul className="my-tasks">
        {data.map(({ check, title, task, state, dueOn }) => (
          <li key={check} data-row={check}>
            <Link to="/checks/$id" params={{ id: check }}>
              {title}
            </Link>
            <Link to="/tasks/$id" params={{ id: task }}>
              {t('app.kind.spotCheckTask')}
            </Link>
            <CheckState state={state} />
            <span className="number" data-overdue={dueOn !== null && dueOn < today}>
              {dueOn === null ? '' : t('spotCheck.task.due', { on: dueOn })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
