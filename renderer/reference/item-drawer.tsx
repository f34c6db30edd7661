import { EditOutlined, StopOutlined, UndoOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import type { Problem } from '#shared/kernel/result'
import type { ListedItem } from '#shared/reference/reference-contract'
import type { ReferenceTable } from '#shared/reference/reference-item'
import { Refused, useFeedback } from '../kernel/feedback'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { ReasonDialog } from '../kernel/reason-dialog'
import { ItemBody } from './item-body'
import { useItemName, useValidity } from './key-facts'
import { OriginText, StandingMark, SureMark } from './marks'
import { store } from './store'

interface DrawerProps {
  readonly table: ReferenceTable
  readonly item: ListedItem | null
  readonly onEdit: (item: ListedItem) => void
  readonly onClose: () => void
}

/** One item with everything in it, where it comes from, and what may be done with it. */
export function ItemDrawer({ table, item, onEdit, onClose }: DrawerProps) {
  const t = useWords()
  const nameOf = useItemName()
  const title = item === null ? '' : t('reference.detail', { table: t(`reference.tables.${table}`), name: nameOf(table, item) })
  return (
    <Drawer open={item !== null} size={900} onClose={onClose} destroyOnHidden title={title} data-screen="reference-item">
      {item !== null && (
        <>
          <Marks table={table} item={item} />
          <Actions table={table} item={item} onEdit={() => onEdit(item)} onClose={onClose} />
          <ItemBody table={table} item={item.item} />
          {item.recordId !== null && <ItemHistory id={item.recordId} />}
        </>
      )}
    </Drawer>
  )
}

function Marks({ table, item }: { readonly table: ReferenceTable; readonly item: ListedItem }) {
  const t = useWords()
  const validity = useValidity()
  return (
    <p className="item-marks">
      <StandingMark standing={item.standing} />
      <SureMark sure={item.sure} />
      <span className="quiet">{validity(table, item)}</span>
      <span className="quiet">
        {t('reference.column.from')}: <OriginText item={item} />
      </span>
      <code>{item.key}</code>
    </p>
  )
}

type Question = 'withdraw' | 'restore'

function Actions({ table, item, onEdit, onClose }: DrawerProps & { readonly item: ListedItem; readonly onEdit: () => void }) {
  const t = useWords()
  const nameOf = useItemName()
  const { done } = useFeedback()
  const [asking, setAsking] = useState<Question | null>(null)
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const name = nameOf(table, item)
  const { origin, standing, recordId } = item
  const give = async (reason: string): Promise<void> => {
    setAsking(null)
    const answer =
      asking === 'restore' && recordId !== null
        ? await store.call('record.void', { id: recordId, reason })
        : await store.call('reference.withdraw', { table, key: item.key, reason })
    if (!answer.ok) return setProblems(answer.problems)
    done(t(asking === 'restore' ? 'reference.restored' : 'reference.withdrawn', { name }))
    onClose()
  }
  const mayWithdraw = !['withdrawn', 'outranked', 'void'].includes(standing) && !table.startsWith('law')
  const isOwn = recordId !== null && origin === 'device' && standing !== 'void'
  return (
    <>
      <Refused problems={problems} />
      <div className="button-row item-actions">
        <Button icon={<EditOutlined />} data-action="edit-item" onClick={onEdit}>
          {t('reference.edit')}
        </Button>
        {mayWithdraw && (
          <Button danger icon={<StopOutlined />} data-action="withdraw-item" onClick={() => setAsking('withdraw')}>
            {t('reference.withdraw')}
          </Button>
        )}
        {isOwn && (
          <Button icon={<UndoOutlined />} data-action="restore-item" onClick={() => setAsking('restore')}>
            {t('reference.restore')}
          </Button>
        )}
      </div>
      <ReasonDialog
        key={asking}
        open={asking !== null}
        title={t(`reference.${asking ?? 'withdraw'}Title`, { name })}
        text={t(`reference.${asking ?? 'withdraw'}Text`, { name })}
        label={t('reference.reason')}
        action={t(`reference.${asking ?? 'withdraw'}`)}
        danger={asking === 'withdraw'}
        onGive={(reason) => void give(reason)}
        onClose={() => setAsking(null)}
      />
    </>
  )
}

function ItemHistory({ id }: { readonly id: string }) {
  const t = useWords()
  const { data: record } = useQuery(store.ask('record.get', { id, history: true }))
  if (record === undefined || record === null) return null
  const first = typeof record.doc['reason'] === 'string' && record.history.length === 1 ? record.doc['reason'] : undefined
  return (
    <section className="item-rows">
      <h3>{t('reference.history')}</h3>
      <ol className="item-history">
        {record.history.map(({ revision, op, by, at, why = first }) => (
          <li key={revision}>
            <strong>{t(`reference.operation.${op}`)}</strong> <span className="quiet">{t('reference.by', { by, at: minuteOf(at) })}</span>{' '}
            {why}
          </li>
        ))}
      </ol>
    </section>
  )
}
