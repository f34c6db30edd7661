import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert } from 'antd'
import type { ReactNode } from 'react'
import type { Credit, CreditItem, RecordRef } from '#shared/enterprise/portrait-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { useNameOf, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { store } from './store'

/** The grade beside the name; a click tells why. */
export function GradeMark({ id, onOpen }: { readonly id: string; readonly onOpen: () => void }) {
  const t = useWords()
  const { data: credit } = useQuery(store.ask('enterprise.credit', { id }))
  if (credit === undefined) return null
  return (
    <button type="button" className="grade" data-grade={credit.grade ?? 'none'} onClick={onOpen}>
      {credit.grade === null ? t('enterprise.credit.none') : t('enterprise.credit.grade', { grade: credit.grade })}
    </button>
  )
}

interface TabProps {
  readonly id: string
  readonly renderLink: (record: RecordRef) => ReactNode
}

/** 质量信用: the grade, what it was added up from, and whose the weights are. */
export function CreditTab({ id, renderLink }: TabProps) {
  const t = useWords()
  const { data: credit } = useQuery(store.ask('enterprise.credit', { id }))
  if (credit === undefined) return null
  return (
    <Panel
      name="credit"
      title={t('enterprise.credit.title')}
      extra={
        <Link to="/reference" data-action="open-weights">
          {t('enterprise.credit.weights')}
        </Link>
      }
    >
      <Sum credit={credit} />
      <Alert type="info" showIcon title={t(credit.confirmed ? 'enterprise.credit.confirmed' : 'enterprise.credit.own')} />
      {credit.items.length > 0 && <Events items={credit.items} renderLink={renderLink} />}
      <p className="quiet">{t('enterprise.credit.help')}</p>
    </Panel>
  )
}

function Sum({ credit: { grade, score, start, from } }: { readonly credit: Credit }) {
  const t = useWords()
  if (grade === null) return <p>{t('enterprise.credit.noneText')}</p>
  return (
    <p className="credit-sum">
      <span className="grade" data-grade={grade}>
        {t('enterprise.credit.grade', { grade })}
      </span>{' '}
      {t('enterprise.credit.score', { score, start, ...from })}
    </p>
  )
}

const signed = (points: number): string => (points > 0 ? `+${String(points)}` : String(points))

function Points({ item: { points, weight, standing } }: { readonly item: CreditItem }) {
  const t = useWords()
  if (standing !== 'counts')
    return <span className="quiet">{t(`enterprise.credit.${standing}`, { points: signed(points), weight: signed(weight) })}</span>
  return <span className={points < 0 ? 'credit-minus' : 'credit-plus'}>{signed(points)}</span>
}

function Events({ items, renderLink }: { readonly items: readonly CreditItem[]; readonly renderLink: TabProps['renderLink'] }) {
  const t = useWords()
  const nameOf = useNameOf()
  const columns: Column<CreditItem>[] = [
    { key: 'on', title: t('enterprise.credit.column.on'), render: ({ on }) => <span className="number">{on.slice(0, 10)}</span> },
    { key: 'event', title: t('enterprise.credit.column.event'), wrap: true, render: ({ name }) => nameOf(name) },
    { key: 'record', title: t('enterprise.credit.column.record'), grow: true, render: ({ record }) => renderLink(record) },
    { key: 'points', title: t('enterprise.credit.column.points'), align: 'right', render: (item) => <Points item={item} /> },
    {
      key: 'until',
      title: t('enterprise.credit.column.until'),
      render: ({ until }) => <span className="number">{until ?? t('enterprise.credit.always')}</span>,
    },
  ]
  return (
    <DataTable
      label={t('enterprise.credit.label')}
      columns={columns}
      rows={items}
      keyOf={({ key, record, on }) => `${key} ${record.id} ${on}`}
    />
  )
}
