import './visit.css'
import { MedicineBoxOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { MoreRows } from '../kernel/more-rows'
import { Page, Panel } from '../kernel/page'
import { StatePill } from '../kernel/state-pill'
import { useNewVisit } from './fresh-visits'
import { isFiltered, NO_FILTER, useVisitDrafts, useVisits, type VisitFilter } from './use-visits'
import { VisitFilters } from './visit-filters'
import { VisitTable } from './visit-table'
import { VisitTotalsBar } from './visit-totals'

/** Every visit of this device, the newest first, and what they add up to. */
export function VisitList() {
  const t = useWords()
  const newVisit = useNewVisit()
  const [filter, setFilter] = useState<VisitFilter>(NO_FILTER)
  const search = useDebounced(filter.search, 80)
  const { rows, totals, isReady, more, isFetchingMore } = useVisits({ ...filter, search })
  const begin = (
    <Button type="primary" icon={<PlusOutlined />} data-action="new-visit" onClick={() => void newVisit()}>
      {t('visit.list.new')}
    </Button>
  )
  const actions = (
    <>
      <Link to="/problems">
        <Button tabIndex={-1}>{t('visit.list.problems')}</Button>
      </Link>
      {begin}
    </>
  )
  return (
    <Page screen="visits" wide title={t('visit.list.title')} lead={t('visit.list.lead')} actions={actions}>
      <VisitFilters filter={filter} onChange={setFilter} />
      {totals !== undefined && totals.visits > 0 && <VisitTotalsBar totals={totals} />}
      <Drafts />
      {rows.length > 0 && <VisitTable rows={rows} />}
      <MoreRows more={more} isFetchingMore={isFetchingMore} />
      {isReady && rows.length === 0 && <NoVisits filtered={isFiltered(filter)} begin={begin} />}
    </Page>
  )
}

/** What is not sealed counts nowhere, and must not be forgotten. */
function Drafts() {
  const t = useWords()
  const drafts = useVisitDrafts()
  if (drafts.length === 0) return null
  return (
    <Panel name="visit-drafts" title={t('visit.list.drafts')}>
      <ul className="visit-drafts">
        {drafts.map(({ id, no, title, at }) => (
          <li key={id}>
            <StatePill state="draft" />
            <Link to="/visits/$id" params={{ id }}>
              <span className="mono">{no}</span> {title === '' ? t('visit.list.noEnterprise') : title}
            </Link>
            <span className="quiet number">{minuteOf(at)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function NoVisits({ filtered, begin }: { readonly filtered: boolean; readonly begin: ReactNode }) {
  const t = useWords()
  if (filtered)
    return (
      <EmptyState icon={<SearchOutlined />} title={t('visit.list.nothing')}>
        {t('visit.list.nothingText')}
      </EmptyState>
    )
  return (
    <EmptyState icon={<MedicineBoxOutlined />} title={t('visit.list.empty')} action={begin}>
      {t('visit.list.emptyText')}
    </EmptyState>
  )
}
