import { SolutionOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useRecordDrawer } from '../kernel/course/use-record-drawer'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { ListViews } from '../kernel/list-views'
import { MoreRows } from '../kernel/more-rows'
import { SearchField } from '../kernel/search-field'
import { usePages } from '../kernel/use-pages'
import { BenefitNote } from './nqi-controls'
import { usePlan } from './nqi-plan'
import { store } from './store'
import { UseTable } from './use-table'

const SHOWN = ['all', 'unsolved', 'unconfirmed'] as const

/** What was done at one place, or everywhere; what is not solved and what is not confirmed can be looked at alone. */
export function UsesPanel({ facility }: { readonly facility?: string }) {
  const t = useWords()
  const [show, setShow] = useState<(typeof SHOWN)[number]>('all')
  const [typed, setTyped] = useState('')
  const search = useDebounced(typed.trim(), 80)
  const { pages, isReady, ...more } = usePages((from) =>
    store.ask('nqi.listUses', { show, search, ...(facility === undefined ? {} : { facility }), ...from }),
  )
  const drawer = useRecordDrawer({ plan: usePlan, title: t('nqi.use.name'), foot: <BenefitNote /> })
  const views = SHOWN.map((view) => ({ name: view, label: t(`nqi.use.show.${view}`) }))
  const rows = pages.flatMap(({ items }) => items)
  return (
    <>
      <ListViews label={t('nqi.use.views')} views={views} shown={show} onShow={setShow} />
      <search className="filters">
        <SearchField value={typed} label={t('nqi.use.search')} placeholder={t('nqi.use.search')} onChange={setTyped} />
      </search>
      {rows.length > 0 && <UseTable rows={rows} drawer={drawer} />}
      <MoreRows {...more} />
      {isReady && rows.length === 0 && (
        <EmptyState icon={<SolutionOutlined />} title={t(show === 'all' && search === '' ? 'nqi.use.empty' : 'nqi.nothing')}>
          {t(show === 'all' && search === '' ? 'nqi.use.emptyText' : 'nqi.nothingText')}
        </EmptyState>
      )}
      {drawer.drawer}
    </>
  )
}
