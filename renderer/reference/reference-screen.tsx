import './reference.css'
import { DownloadOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Segmented, Tabs } from 'antd'
import { useState } from 'react'
import type { ListedItem } from '#shared/reference/reference-contract'
import { ReferenceTable } from '#shared/reference/reference-item'
import { useFeedback } from '../kernel/feedback'
import { useWords } from '../kernel/i18n'
import { Page } from '../kernel/page'
import { SearchField } from '../kernel/search-field'
import { EditItem, type Editing } from './edit-item'
import { ImportDrawer } from './import-drawer'
import { ItemDrawer } from './item-drawer'
import { ItemList } from './item-list'
import { store } from './store'

const SHOWN = ['inForce', 'unsure', 'all'] as const
type Shown = (typeof SHOWN)[number]

interface Wanted {
  readonly text: string
  readonly shown: Shown
}
const ANY: Wanted = { text: '', shown: 'all' }

function isWanted({ text, shown }: Wanted, listed: ListedItem): boolean {
  if (shown === 'inForce' && listed.standing !== 'inForce') return false
  if (shown === 'unsure' && listed.sure !== 'memory') return false
  const whole = JSON.stringify([listed.key, listed.item]).toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => whole.includes(word))
}

/** 基础数据: what sampling, verdicts and deadlines rest on; looked up, edited, imported and exported, a table at a time. */
export function ReferenceScreen() {
  const t = useWords()
  const [table, setTable] = useState<ReferenceTable>('samplingRule')
  const [importing, setImporting] = useState(false)
  const [opened, setOpened] = useState<ListedItem | null>(null)
  const [editing, setEditing] = useState<Editing | null>(null)
  const { data } = useQuery(store.ask('reference.listItems', { table }))
  const items = data?.items ?? []
  return (
    <Page
      wide
      screen="reference"
      title={t('reference.title')}
      lead={t('reference.lead')}
      actions={
        <>
          <ExportButton table={table} items={items} />
          {!table.startsWith('law') && table !== 'paperLayout' && (
            <Button icon={<PlusOutlined />} data-action="add-item" onClick={() => setEditing({ table, item: null })}>
              {t('reference.add')}
            </Button>
          )}
          <Button type="primary" icon={<ImportOutlined />} data-action="import-reference" onClick={() => setImporting(true)}>
            {t('reference.importFile')}
          </Button>
        </>
      }
    >
      <Tabs
        activeKey={table}
        onChange={(key) => setTable(ReferenceTable.parse(key))}
        items={ReferenceTable.options.map((option) => ({ key: option, label: t(`reference.tables.${option}`) }))}
      />
      {data !== undefined && <Table key={table} data={data} onOpen={setOpened} />}
      <ItemDrawer
        table={table}
        item={opened}
        onClose={() => setOpened(null)}
        onEdit={(item) => {
          setOpened(null)
          setEditing({ table, item })
        }}
      />
      <EditItem editing={editing} onClose={() => setEditing(null)} />
      <ImportDrawer open={importing} onClose={() => setImporting(false)} onDone={setTable} />
    </Page>
  )
}

interface TableProps {
  readonly data: { readonly table: ReferenceTable; readonly items: readonly ListedItem[]; readonly unreadable: readonly unknown[] }
  readonly onOpen: (item: ListedItem) => void
}

function Table({ data: { table, items, unreadable }, onOpen }: TableProps) {
  const t = useWords()
  const [wanted, setWanted] = useState(ANY)
  const found = items.filter((item) => isWanted(wanted, item))
  const labels = { inForce: t('reference.showInForce'), unsure: t('reference.showUnsure'), all: t('reference.all') }
  return (
    <>
      <p className="page-lead table-about">{t(`reference.about.${table}`)}</p>
      <search className="filters">
        <SearchField
          value={wanted.text}
          label={t('reference.searchLabel')}
          placeholder={t('reference.search')}
          onChange={(text) => setWanted({ ...wanted, text })}
        />
        <Segmented<Shown>
          aria-label={t('reference.show')}
          options={SHOWN.map((value) => ({ value, label: labels[value] }))}
          value={wanted.shown}
          onChange={(shown) => setWanted({ ...wanted, shown })}
        />
      </search>
      {unreadable.length > 0 && (
        <Alert className="refused" type="warning" showIcon title={t('reference.unreadable', { n: unreadable.length })} />
      )}
      <ItemList table={table} items={found} filtered={items.length > 0} onOpen={onOpen} />
    </>
  )
}

/** The items that are used, as a file that the import takes again. */
function ExportButton({ table, items }: { readonly table: ReferenceTable; readonly items: readonly ListedItem[] }) {
  const t = useWords()
  const { done, refused } = useFeedback()
  const used = items.filter(({ standing }) => ['inForce', 'future', 'ended', 'superseded'].includes(standing))
  const save = async (): Promise<void> => {
    const chosen = await window.bridge.shell('files.chooseSave', { suggestedName: `${table}.json`, kind: 'json' })
    if (!chosen.ok || chosen.value === null) return
    const text = `${JSON.stringify(
      used.map(({ item }) => item),
      null,
      2,
    )}\n`
    const written = await window.bridge.shell('files.writeText', { file: chosen.value, text })
    if (written.ok) done(t('reference.exported', { n: used.length, file: chosen.value }))
    else refused(written.problems)
  }
  return (
    <Button icon={<DownloadOutlined />} data-action="export-reference" disabled={used.length === 0} onClick={() => void save()}>
      {t('reference.exportFile')}
    </Button>
  )
}
