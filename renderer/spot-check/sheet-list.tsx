import { ProfileOutlined, SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { useNewSheet } from './fresh-sheets'
import { ListTabs } from './list-tabs'
import { NewSheetButtons } from './new-sheet-buttons'
import { isFiltered, NO_FILTER, type SheetFilter, SheetFilters } from './sheet-filters'
import { SheetTable } from './sheet-table'
import { useSheets } from './use-sheets'

interface ListProps {
  readonly initial?: Partial<SheetFilter>
}

/** Every sampling sheet of this device, newest first. */
export function SheetList({ initial = {} }: ListProps) {
  const t = useWords()
  const newSheet = useNewSheet()
  const [filter, setFilter] = useState<SheetFilter>({ ...NO_FILTER, ...initial })
  const search = useDebounced(filter.search, 80)
  const { rows, total, isReady, more, isFetchingMore } = useSheets({ ...filter, search })
  return (
    <Page screen="sheets" title={t('spotCheck.list.title')} lead={t('spotCheck.list.lead')} actions={<NewSheetButtons />}>
      <ListTabs state={null} />
      <SheetFilters filter={filter} onChange={setFilter} />
      {rows.length > 0 && (
        <>
          <SheetTable rows={rows} />
          <div className="table-foot">
            <span data-total={total}>{t('kernel.shownOf', { shown: rows.length, total })}</span>
            {more !== null && (
              <Button loading={isFetchingMore} onClick={more}>
                {t('kernel.more')}
              </Button>
            )}
          </div>
        </>
      )}
      {isReady && rows.length === 0 && <NoSheets filtered={isFiltered(filter)} onNew={() => void newSheet()} />}
    </Page>
  )
}

function NoSheets({ filtered, onNew }: { readonly filtered: boolean; readonly onNew: () => void }) {
  const t = useWords()
  if (filtered) {
    return (
      <EmptyState icon={<SearchOutlined />} title={t('spotCheck.list.nothing')}>
        {t('spotCheck.list.nothingText')}
      </EmptyState>
    )
  }
  const action = (
    <Button type="primary" onClick={onNew}>
      {t('spotCheck.list.new')}
    </Button>
  )
  return (
    <EmptyState icon={<ProfileOutlined />} title={t('spotCheck.list.empty')} action={action}>
      {t('spotCheck.list.emptyText')}
    </EmptyState>
  )
}
