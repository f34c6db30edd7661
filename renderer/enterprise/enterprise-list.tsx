import { ClusterOutlined, PlusOutlined, ShopOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import type { EnterpriseSummary } from '#shared/enterprise/enterprise-contract'
import { DistrictControl } from '../kernel/controls/district-control'
import { type Column, DataTable } from '../kernel/data-table'
import { useDebounced } from '../kernel/debounced'
import { EmptyState } from '../kernel/empty-state'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { usePlaceName } from '../kernel/places'
import { SearchField } from '../kernel/search-field'
import { AddAndOpen } from './add-enterprise'
import { store } from './store'

const MOST = 50

interface Wanted {
  readonly text: string
  readonly region: string | undefined
}

/** The directory: searched while it is typed. */
export function EnterpriseList() {
  const t = useWords()
  const [wanted, setWanted] = useState<Wanted>({ text: '', region: undefined })
  const [adding, setAdding] = useState(false)
  const navigate = useNavigate()
  const find = (
    <Button icon={<ClusterOutlined />} data-action="find-lookalikes" onClick={() => void navigate({ to: '/lookalikes' })}>
      {t('enterprise.alike.open')}
    </Button>
  )
  const add = (
    <Button type="primary" icon={<PlusOutlined />} data-action="add-enterprise" onClick={() => setAdding(true)}>
      {t('enterprise.add')}
    </Button>
  )
  return (
    <Page
      screen="enterprises"
      title={t('enterprise.title')}
      lead={t('enterprise.lead')}
      actions={
        <>
          {find} {add}
        </>
      }
    >
      <Search wanted={wanted} onChange={setWanted} />
      <Found wanted={wanted} add={add} />
      <AddAndOpen open={adding} startName={/\d/.test(wanted.text) ? '' : wanted.text} onClose={() => setAdding(false)} />
    </Page>
  )
}

function Search({ wanted, onChange }: { readonly wanted: Wanted; readonly onChange: (wanted: Wanted) => void }) {
  const t = useWords()
  return (
    <search className="filters">
      <SearchField
        value={wanted.text}
        label={t('enterprise.searchLabel')}
        placeholder={t('enterprise.search')}
        onChange={(text) => onChange({ ...wanted, text })}
      />
      <div className="filter">
        <DistrictControl
          id="filter-region"
          field="/filter/region"
          label={t('enterprise.field.region')}
          placeholder={t('enterprise.allRegions')}
          value={wanted.region}
          onChange={(region) => onChange({ ...wanted, region })}
        />
      </div>
    </search>
  )
}

function Found({ wanted: { text, region }, add }: { readonly wanted: Wanted; readonly add: ReactNode }) {
  const t = useWords()
  const asked = useDebounced(text.trim(), 80)
  const { data: rows } = useQuery({
    ...store.ask('enterprise.search', { text: asked, limit: MOST, ...(region === undefined ? {} : { region }) }),
    placeholderData: (before) => before,
  })
  if (rows === undefined) return null
  if (rows.length === 0) {
    const filtered = asked !== '' || region !== undefined
    return (
      <EmptyState
        icon={<ShopOutlined />}
        title={t(filtered ? 'enterprise.nothing' : 'enterprise.empty')}
        action={filtered ? undefined : add}
      >
        {t(filtered ? 'enterprise.nothingText' : 'enterprise.emptyText')}
      </EmptyState>
    )
  }
  return (
    <>
      <EnterpriseTable rows={rows} />
      <div className="table-foot">{t(rows.length === MOST ? 'enterprise.shownMore' : 'enterprise.shown', { shown: rows.length })}</div>
    </>
  )
}

function EnterpriseTable({ rows }: { readonly rows: readonly EnterpriseSummary[] }) {
  const t = useWords()
  const placeName = usePlaceName()
  const columns: Column<EnterpriseSummary>[] = [
    {
      key: 'name',
      title: t('enterprise.column.name'),
      grow: true,
      render: ({ id, name, address }) => (
        <>
          <Link to="/enterprises/$id" params={{ id }}>
            {name}
          </Link>
          <div className="quiet">{address}</div>
        </>
      ),
    },
    {
      key: 'uscc',
      title: t('enterprise.column.uscc'),
      render: ({ uscc }) => (uscc === '' ? <span className="quiet">{t('enterprise.noUscc')}</span> : <span className="mono">{uscc}</span>),
    },
    { key: 'region', title: t('enterprise.column.region'), wrap: true, render: ({ region }) => placeName(region) },
    {
      key: 'contact',
      title: t('enterprise.column.contact'),
      render: ({ contact, phone }) => (
        <>
          {contact} <span className="number quiet">{phone}</span>
        </>
      ),
    },
    { key: 'sheets', title: t('enterprise.column.sheets'), align: 'right', render: ({ sheets }) => t('enterprise.times', { n: sheets }) },
    { key: 'last', title: t('enterprise.column.last'), render: ({ lastSheet }) => <span className="number">{lastSheet ?? '/'}</span> },
  ]
  return <DataTable label={t('enterprise.label')} columns={columns} rows={rows} keyOf={({ id }) => id} />
}
