import { AimOutlined, PlusOutlined } from '@ant-design/icons'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useState } from 'react'
import { textAt } from '#shared/kernel/kind'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { localDay } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { SearchField } from '../kernel/search-field'
import { DemoMark, StatePill } from '../kernel/state-pill'
import { useNewTask } from './fresh-sheets'
import { store } from './store'
import { QuotaBar } from './task-progress'

const KIND = 'spotCheckTask'
const MOST = 100

interface Row extends RecordSummary {
  readonly dueOn: string
  readonly quota: number
  readonly sealed: number | null
}

function useTasks(search: string): { readonly rows: readonly Row[]; readonly isReady: boolean } {
  const { data, isSuccess } = useQuery({
    ...store.ask('record.list', { kind: KIND, search, limit: MOST }),
    placeholderData: (before) => before,
  })
  const { data: drafts } = useQuery(store.ask('record.listDrafts', {}))
  const text = search.toLowerCase()
  const own = (drafts ?? []).filter(({ kind, no, title }) => kind === KIND && `${no} ${title}`.toLowerCase().includes(text))
  const items: readonly RecordSummary[] = [...own, ...(data?.items ?? [])]
  const details = useQueries({ queries: items.map(({ id }) => store.ask('record.get', { id })) })
  const progress = useQueries({ queries: items.map(({ id }) => store.ask('spotCheck.taskProgress', { id })) })
  const rows = items.map((item, index): Row => {
    const doc = details[index]?.data?.doc
    const { data: far } = progress[index] ?? {}
    const quota = doc?.['quota']
    return { ...item, dueOn: textAt(doc, 'dueOn'), quota: typeof quota === 'number' ? quota : 0, sealed: far?.sealed ?? null }
  })
  return { rows, isReady: isSuccess }
}

/** Every task on this device: how far, due when, and where its record is. */
export function TaskList() {
  const t = useWords()
  const newTask = useNewTask()
  const [typed, setTyped] = useState('')
  const search = useDebounced(typed.trim(), 80)
  const { rows, isReady } = useTasks(search)
  const begin = (
    <Button type="primary" icon={<PlusOutlined />} data-action="new-task" onClick={() => void newTask()}>
      {t('spotCheck.task.new')}
    </Button>
  )
  return (
    <Page screen="tasks" title={t('spotCheck.task.title')} lead={t('spotCheck.task.lead')} actions={begin}>
      <search className="filters">
        <SearchField value={typed} label={t('spotCheck.task.search')} placeholder={t('spotCheck.task.search')} onChange={setTyped} />
      </search>
      {rows.length > 0 && <TaskTable rows={rows} />}
      {isReady && rows.length === 0 && (
        <EmptyState
          icon={<AimOutlined />}
          title={t(search === '' ? 'spotCheck.task.empty' : 'spotCheck.list.nothing')}
          action={search === '' ? begin : undefined}
        >
          {t(search === '' ? 'spotCheck.task.emptyText' : 'spotCheck.list.nothingText')}
        </EmptyState>
      )}
    </Page>
  )
}

function TaskTable({ rows }: { readonly rows: readonly Row[] }) {
  const t = useWords()
  const [today] = useState(() => localDay(new Date()))
  const columns: Column<Row>[] = [
    {
      key: 'no',
      title: t('spotCheck.task.field.no'),
      render: ({ id, no }) => (
        <Link to="/tasks/$id" params={{ id }} className="mono">
          {no === '' ? id.slice(0, 8) : no}
        </Link>
      ),
    },
    { key: 'title', title: t('spotCheck.task.field.title'), grow: true, render: ({ title }) => title },
    {
      key: 'progress',
      title: t('spotCheck.task.progress'),
      render: ({ sealed, quota }) =>
        sealed === null ? <span className="quiet">{t('kernel.none')}</span> : <QuotaBar sealed={sealed} quota={quota} />,
    },
    {
      key: 'due',
      title: t('spotCheck.task.field.dueOn'),
      render: ({ dueOn, sealed, quota }) => (
        <span className="number" data-overdue={dueOn !== '' && dueOn < today && (sealed ?? 0) < quota}>
          {dueOn}
        </span>
      ),
    },
    {
      key: 'state',
      title: t('spotCheck.list.stateColumn'),
      render: ({ state, demo }) => (
        <span className="marks">
          <StatePill state={state} /> {demo && <DemoMark />}
        </span>
      ),
    },
  ]
  return <DataTable label={t('spotCheck.task.title')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}
