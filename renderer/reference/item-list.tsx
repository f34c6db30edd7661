import { DatabaseOutlined } from '@ant-design/icons'
import type { ListedItem } from '#shared/reference/reference-contract'
import type { ReferenceTable } from '#shared/reference/reference-item'
import { type Column, DataTable } from '../kernel/data-table'
import { EmptyState } from '../kernel/empty-state'
import { useLanguage, useWords } from '../kernel/i18n'
import { useItemName, useKeyFacts, useValidity } from './key-facts'
import { OriginText, StandingMark, SureMark } from './marks'

interface ListProps {
  readonly table: ReferenceTable
  readonly items: readonly ListedItem[]
  readonly filtered: boolean
  readonly onOpen: (item: ListedItem) => void
}

/** The items of a table, each with its edition, its source and how sure it is. */
export function ItemList({ table, items, filtered, onOpen }: ListProps) {
  const t = useWords()
  const columns = useColumns(table, onOpen)
  const name = t(`reference.tables.${table}`)
  if (items.length === 0)
    return (
      <EmptyState icon={<DatabaseOutlined />} title={t(filtered ? 'reference.nothing' : 'reference.empty', { table: name })}>
        {t(filtered ? 'reference.nothingText' : 'reference.emptyText')}
      </EmptyState>
    )
  return (
    <>
      <DataTable
        label={t('reference.label', { table: name })}
        columns={columns}
        rows={items}
        keyOf={({ key, origin, recordId }) => `${key} ${origin} ${recordId ?? ''}`}
      />
      <div className="table-foot">{t('reference.count', { n: items.length })}</div>
    </>
  )
}

function useColumns(table: ReferenceTable, onOpen: ListProps['onOpen']): readonly Column<ListedItem>[] {
  const t = useWords()
  const language = useLanguage()
  const [nameOf, factsOf, validityOf] = [useItemName(), useKeyFacts(), useValidity()]
  return [
    {
      key: 'name',
      title: t('reference.column.name'),
      wrap: true,
      render: (item) => (
        <button
          type="button"
          className="link"
          aria-label={t('reference.open', { name: `${nameOf(table, item)} ${item.edition}` })}
          onClick={() => onOpen(item)}
        >
          {nameOf(table, item)}
        </button>
      ),
    },
    { key: 'facts', title: t('reference.column.facts'), wrap: true, render: ({ item }) => factsOf(table, item) },
    {
      key: 'edition',
      title: t('reference.column.edition'),
      wrap: true,
      render: (item) => (
        <>
          {item.edition !== item.validFrom && item.edition}
          <div className="quiet number">{validityOf(table, item)}</div>
        </>
      ),
    },
    {
      key: 'source',
      title: t('reference.column.source'),
      grow: true,
      render: ({ article, source }) => (
        <>
          {article?.[language]}
          <div className="quiet item-source" title={source}>
            {source}
          </div>
        </>
      ),
    },
    { key: 'sure', title: t('reference.column.sure'), render: ({ sure }) => <SureMark sure={sure} /> },
    { key: 'from', title: t('reference.column.from'), render: (item) => <OriginText item={item} /> },
    { key: 'standing', title: t('reference.column.standing'), render: ({ standing }) => <StandingMark standing={standing} /> },
  ]
}
