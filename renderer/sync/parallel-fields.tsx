import type { OpenConflict } from '#shared/sync/conflict-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { FieldValue } from '../kernel/document/field-value'
import { type KindFields, useFieldName } from '../kernel/document/kind-fields'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'

/** What only one side changed: harmless, so it is folded away until somebody wants to see it. */
export function ParallelFields({ open: { parallel, sides }, of }: { readonly open: OpenConflict; readonly of: KindFields }) {
  const t = useWords()
  const nameOf = useFieldName(of)
  const sideOf = (revision: string) => sides.find((side) => side.revision === revision)
  const columns: Column<OpenConflict['parallel'][number]>[] = [
    { key: 'field', title: t('sync.conflict.parallelColumn.field'), render: ({ field }) => nameOf(field) },
    {
      key: 'before',
      title: t('sync.conflict.parallelColumn.before'),
      grow: true,
      render: ({ field, base }) => <FieldValue of={of} field={field} members={[]} value={base} />,
    },
    {
      key: 'now',
      title: t('sync.conflict.parallelColumn.now'),
      grow: true,
      render: ({ field, base, value }) => <FieldValue of={of} field={field} members={[]} value={value} base={base} />,
    },
    {
      key: 'by',
      title: t('sync.conflict.parallelColumn.by'),
      render: ({ revision }) => {
        const side = sideOf(revision)
        return side === undefined ? '/' : `${side.by} · ${minuteOf(side.at)}`
      },
    },
  ]
  return (
    <details className="panel parallel-fields" data-panel="parallel">
      <summary>{t('sync.conflict.parallel', { n: parallel.length })}</summary>
      <DataTable
        label={t('sync.conflict.parallel', { n: parallel.length })}
        columns={columns}
        rows={parallel}
        keyOf={({ field }) => field}
      />
    </details>
  )
}
