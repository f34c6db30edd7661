import './aftercare.css'
import { FolderOpenOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page, Panel } from '../kernel/page'
import { SearchField } from '../kernel/search-field'
import { CaseBoard } from './case-board'
import { CaseTable } from './case-table'
import { CaseTiles } from './case-tiles'
import { ClockChanges } from './clock-changes'
import { DueList } from './due-list'
import type { View } from './lanes'
import { store } from './store'

/** 后处理: what presses, and where every case stands. */
export function AftercareScreen({ show }: { readonly show: View }) {
  const t = useWords()
  const [typed, setTyped] = useState('')
  const search = useDebounced(typed.trim(), 80)
  const { data: counts } = useQuery(store.ask('aftercare.countCases', {}))
  if (counts === undefined) return null
  const none = Object.values(counts).every((n) => n === 0)
  return (
    <Page screen="aftercare" title={t('aftercare.title')} lead={t('aftercare.lead')} wide>
      <CaseTiles counts={counts} show={show} />
      {none ? (
        <NoCase />
      ) : (
        <>
          <search className="filters">
            <SearchField value={typed} label={t('aftercare.searchLabel')} placeholder={t('aftercare.search')} onChange={setTyped} />
            {show !== undefined && <Link to="/aftercare">{t('aftercare.back')}</Link>}
          </search>
          {search !== '' ? <Found search={search} /> : <Shown show={show} counts={counts} />}
        </>
      )}
    </Page>
  )
}

interface ShownProps {
  readonly show: View
  readonly counts: Readonly<Record<string, number>>
}

function Shown({ show, counts }: ShownProps) {
  const t = useWords()
  if (show === 'closed')
    return (
      <Panel name="closed" title={t('aftercare.tile.closed')}>
        <CaseTable filter={{ main: 'closed' }} />
      </Panel>
    )
  if (show !== undefined) return <DueList which={show} />
  return (
    <>
      <DueList which="near" />
      <Panel name="lanes" title={t('aftercare.lanes')}>
        <CaseBoard counts={counts} />
      </Panel>
      <ClockChanges />
    </>
  )
}

function Found({ search }: { readonly search: string }) {
  const t = useWords()
  return (
    <Panel name="found" title={t('aftercare.found')}>
      <CaseTable filter={{ search }} />
    </Panel>
  )
}

function NoCase() {
  const t = useWords()
  const action = (
    <Link to="/spot-checks">
      <Button type="primary" tabIndex={-1}>
        {t('aftercare.emptyAction')}
      </Button>
    </Link>
  )
  return (
    <EmptyState icon={<FolderOpenOutlined />} title={t('aftercare.empty')} action={action}>
      {t('aftercare.emptyText')}
    </EmptyState>
  )
}
