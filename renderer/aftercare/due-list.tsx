import { CarryOutOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { DueTable } from './due-table'
import { store } from './store'

type Which = 'near' | 'overdue' | 'week' | 'clocks'

const asked = { near: 'all', overdue: 'overdue', week: 'dueThisWeek', clocks: 'all' } as const
const titles = { near: 'near', overdue: 'overdue', week: 'week', clocks: 'all' } as const
const STEP = 100
const MOST = 500

/** Clocks that run: all of them, those overdue, those of this week, or (above the board) the last two together. */
export function DueList({ which }: { readonly which: Which }) {
  const t = useWords()
  const [limit, setLimit] = useState(STEP)
  const { data } = useQuery({
    ...store.ask('aftercare.listDue', { standing: asked[which], limit }),
    placeholderData: (before) => before,
  })
  if (data === undefined) return null
  const rows = which === 'near' ? data.items.filter(({ standing, due }) => standing !== 'running' || due === null) : data.items
  const all = { near: data.overdue + data.dueThisWeek, overdue: data.overdue, week: data.dueThisWeek, clocks: data.total }[which]
  const extra =
    which === 'near' ? (
      <Link to="/aftercare" search={{ show: 'clocks' }}>
        {t('aftercare.due.all')} {data.total}
      </Link>
    ) : undefined
  return (
    <Panel name="due" title={t(`aftercare.due.${titles[which]}`)} extra={extra}>
      {rows.length === 0 ? (
        <Nothing which={which} />
      ) : (
        <>
          <DueTable rows={rows} />
          <p className="quiet due-caption">{t('aftercare.due.caption')}</p>
        </>
      )}
      {rows.length < all && limit < MOST && (
        <div className="table-foot">
          <span>{t('aftercare.due.shown', { shown: rows.length, total: all })}</span>
          <Button onClick={() => setLimit(Math.min(limit + STEP, MOST))}>{t('kernel.more')}</Button>
        </div>
      )}
    </Panel>
  )
}

function Nothing({ which }: { readonly which: Which }) {
  const t = useWords()
  const title = { near: 'none', overdue: 'noneOverdue', week: 'noneWeek', clocks: 'noneAll' } as const
  return (
    <EmptyState icon={<CarryOutOutlined />} title={t(`aftercare.due.${title[which]}`)}>
      {t('aftercare.due.noneText')}
    </EmptyState>
  )
}
