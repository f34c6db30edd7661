import { Button } from 'antd'
import { useState } from 'react'
import { type Column, DataTable } from '../kernel/data-table'
import { useWords } from '../kernel/i18n'
import { usePlaceName } from '../kernel/places'
import { ReasonDialog } from '../kernel/reason-dialog'

export interface PoolRow {
  /** Its line in the pool. */
  readonly id: string
  readonly name: string
  readonly uscc: string
  readonly region?: string
  readonly drawn?: number
  readonly lastSheet?: string | null
}

interface TableProps {
  readonly label: string
  readonly rows: readonly PoolRow[]
  /** Names only: a list that nobody knows more of. */
  readonly plain?: boolean
  readonly excluded: readonly { readonly id: string; readonly reason: string }[]
  readonly onExclude: (excluded: { id: string; reason: string }[]) => void
}

/** Who stands in a pool, each with the button that leaves them out, for a reason. */
export function PoolTable({ label, rows, plain = false, excluded, onExclude }: TableProps) {
  const t = useWords()
  const placeName = usePlaceName()
  const [asking, setAsking] = useState<string | null>(null)
  const out = new Set(excluded.map(({ id }) => id))
  const known: Column<PoolRow>[] = [
    {
      key: 'region',
      title: t('plan.newDraw.column.region'),
      wrap: true,
      render: ({ region = '' }) => (region === '' ? '/' : placeName(region)),
    },
    {
      key: 'drawn',
      title: t('plan.newDraw.column.drawn'),
      align: 'right',
      render: ({ drawn = 0 }) => <span className="number">{t('plan.newDraw.times', { n: drawn })}</span>,
    },
    {
      key: 'last',
      title: t('plan.newDraw.column.last'),
      render: ({ lastSheet }) => <span className="number">{lastSheet ?? '/'}</span>,
    },
  ]
  const columns: Column<PoolRow>[] = [
    {
      key: 'name',
      title: label,
      grow: true,
      render: ({ name, uscc }) => (
        <>
          {name}
          {uscc !== '' && <div className="quiet mono">{uscc}</div>}
        </>
      ),
    },
    ...(plain ? [] : known),
    {
      key: 'action',
      title: t('plan.newDraw.column.action'),
      render: ({ id, name }) => (
        <Button
          size="small"
          type="text"
          disabled={out.has(id)}
          data-action="exclude"
          aria-label={t('plan.newDraw.excludeNamed', { name })}
          onClick={() => setAsking(id)}
        >
          {t('plan.newDraw.exclude')}
        </Button>
      ),
    },
  ]
  return (
    <>
      <div className="plan-pool">
        <DataTable label={label} columns={columns} rows={rows} keyOf={({ id }) => id} />
      </div>
      <ReasonDialog
        open={asking !== null}
        title={t('plan.newDraw.excludeTitle')}
        text={t('plan.newDraw.excludeText', { id: asking ?? '' })}
        label={t('plan.newDraw.excludeReason')}
        action={t('plan.newDraw.excludeAction')}
        onGive={(reason) => {
          onExclude([...excluded.filter(({ id }) => id !== asking), { id: asking ?? '', reason }])
          setAsking(null)
        }}
        onClose={() => setAsking(null)}
      />
    </>
  )
}

interface ExcludedProps {
  readonly excluded: readonly { readonly id: string; readonly reason: string }[]
  readonly onChange: (excluded: { id: string; reason: string }[]) => void
}

/** Who was left out, why, and the way back. */
export function ExcludedList({ excluded, onChange }: ExcludedProps) {
  const t = useWords()
  if (excluded.length === 0) return null
  return (
    <div className="plan-excluded">
      <h3>{t('plan.newDraw.excluded', { n: excluded.length })}</h3>
      <ul>
        {excluded.map(({ id, reason }) => (
          <li key={id}>
            <span>{id}</span> <span className="quiet">{reason}</span>
            <Button
              size="small"
              type="link"
              aria-label={t('plan.newDraw.restoreNamed', { name: id })}
              onClick={() => onChange(excluded.filter((other) => other.id !== id))}
            >
              {t('plan.newDraw.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
