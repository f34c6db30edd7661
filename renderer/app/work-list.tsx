import './work-list.css'
import { CarryOutOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import type { WorkType } from '#shared/kernel/work-contract'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { store } from './store'
import { workTypes } from './work-search'
import { WorkTable } from './work-table'

const STEP = 100
const MOST = 500
const horizons = [14, 30, 90, 365] as const

/** 待办: whatever was promised, by type. */
export function WorkList({ type }: { readonly type: WorkType | undefined }) {
  const t = useWords()
  const [horizon, setHorizon] = useState<number>(14)
  const [limit, setLimit] = useState(STEP)
  const { data } = useQuery({
    ...store.ask('work.list', { horizon, limit, ...(type === undefined ? {} : { type }) }),
    placeholderData: (before) => before,
  })
  if (data === undefined) return null
  const { items, total, overdue, counts } = data
  return (
    <Page screen="work" wide title={t('work.title')} lead={t('work.lead')}>
      <Tabs type={type} counts={counts} />
      <div className="filters">
        <Segmented<number>
          aria-label={t('work.horizon')}
          value={horizon}
          options={horizons.map((n) => ({ value: n, label: n === 365 ? t('work.year') : t('work.days', { n }) }))}
          onChange={setHorizon}
        />
        {overdue > 0 && <span data-overdue="true">{t('work.overdue', { n: overdue })}</span>}
      </div>
      {items.length === 0 ? (
        <EmptyState icon={<CarryOutOutlined />} title={t('work.empty')}>
          {t('work.emptyText')}
        </EmptyState>
      ) : (
        <WorkTable items={items} />
      )}
      {items.length < total && (
        <div className="table-foot">
          <span>{t('kernel.shownOf', { shown: items.length, total })}</span>
          {limit < MOST && <Button onClick={() => setLimit(Math.min(limit + STEP, MOST))}>{t('kernel.more')}</Button>}
        </div>
      )}
    </Page>
  )
}

interface TabsProps {
  readonly type: WorkType | undefined
  readonly counts: Readonly<Record<string, number>>
}

/** Types of which there is something, with how many; the chosen one stays though it is empty. */
function Tabs({ type, counts }: TabsProps) {
  const t = useWords()
  const shown = workTypes.filter((one) => one === type || (counts[one] ?? 0) > 0)
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  return (
    <nav className="list-tabs" aria-label={t('work.tabs')}>
      <Link to="/work" search={{}} className="list-tab" data-on={type === undefined} data-tab="all">
        {t('work.allTypes')} <span className="number">{all}</span>
      </Link>
      {shown.map((one) => (
        <Link key={one} to="/work" search={{ type: one }} className="list-tab" data-on={type === one} data-tab={one}>
          {t(`work.${one}`)} <span className="number">{counts[one] ?? 0}</span>
        </Link>
      ))}
    </nav>
  )
}
