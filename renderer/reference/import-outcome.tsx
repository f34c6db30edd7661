import { Alert, Button } from 'antd'
import type { z } from 'zod'
import type { Problem } from '#shared/kernel/result'
import type { referenceContract } from '#shared/reference/reference-contract'
import { type ImportedItem, Position } from '#shared/reference/reference-file'
import { type Column, DataTable } from '../kernel/data-table'
import { useWords } from '../kernel/i18n'
import { useSay } from '../kernel/say'

export type Rehearsed = z.output<(typeof referenceContract)['reference.importFile']['output']>

const MOST_FAULTS = 50
const MOST_ITEMS = 200

/** A file that was refused: first that nothing changed, then every fault with its place. */
export function ImportFaults({ file, problems }: { readonly file: string; readonly problems: readonly Problem[] }) {
  const t = useWords()
  const say = useSay()
  const placed = problems.slice(0, MOST_FAULTS).map((problem) => ({ problem, at: Position.safeParse(problem.facts) }))
  return (
    <Alert
      className="refused"
      type="error"
      showIcon
      data-result="refused"
      title={t('reference.import.refused')}
      description={
        <>
          <p>{file}</p>
          <ul className="faults">
            {placed.map(({ problem, at }) => (
              <li key={`${problem.code} ${problem.path} ${String(at.data?.line)} ${String(at.data?.column)}`} data-problem={problem.code}>
                {at.success && <strong className="number">{t('reference.import.fault', at.data)}</strong>} {say(problem)}{' '}
                {problem.path !== '' && <code>{problem.path}</code>}
              </li>
            ))}
          </ul>
          {problems.length > MOST_FAULTS && <p>{t('reference.import.faultsMore', { n: MOST_FAULTS })}</p>}
        </>
      }
    />
  )
}

interface RehearsalProps {
  readonly file: string
  readonly rehearsed: Rehearsed
  readonly onAccept: () => void
}

/** What a file would bring; nothing is written before it is accepted. */
export function ImportRehearsal({ file, rehearsed: { table, items }, onAccept }: RehearsalProps) {
  const t = useWords()
  const count = (standing: ImportedItem['standing']): number => items.filter((item) => item.standing === standing).length
  const [added, changed, same] = [count('new'), count('changed'), count('same')]
  const shown = items.filter(({ standing }) => standing !== 'same').slice(0, MOST_ITEMS)
  return (
    <section className="result" data-result="rehearsed" aria-label={t('reference.import.label')}>
      <p className="result-title">{t('reference.import.rehearsal', { file, table: t(`reference.tables.${table}`), n: items.length })}</p>
      <p>{added + changed === 0 ? t('reference.import.nothingNew') : t('reference.import.summary', { added, changed, same })}</p>
      {shown.length > 0 && <Items items={shown} />}
      {shown.length < added + changed && <p>{t('reference.import.itemsMore', { n: MOST_ITEMS })}</p>}
      {added + changed > 0 && (
        <Button type="primary" data-action="accept-import" onClick={onAccept}>
          {t('reference.import.accept', { n: added + changed })}
        </Button>
      )}
    </section>
  )
}

function Items({ items }: { readonly items: readonly ImportedItem[] }) {
  const t = useWords()
  const columns: Column<ImportedItem>[] = [
    {
      key: 'standing',
      title: t('reference.import.column.standing'),
      render: ({ standing }) => (
        <span className="outcome" data-outcome={standing}>
          {t(`reference.import.standing.${standing}`)}
        </span>
      ),
    },
    { key: 'name', title: t('reference.import.column.name'), wrap: true, render: ({ title }) => title },
    { key: 'edition', title: t('reference.import.column.edition'), wrap: true, render: ({ edition }) => edition },
    {
      key: 'changed',
      title: t('reference.import.column.changed'),
      grow: true,
      render: ({ changed, outrankedBy }) => (
        <>
          {changed.length > 0 && <code className="breakable">{changed.join(' ')}</code>}
          {outrankedBy !== null && <span className="sure-mark"> {t('reference.import.outranked', { name: outrankedBy })}</span>}
        </>
      ),
    },
  ]
  return <DataTable label={t('reference.import.label')} columns={columns} rows={items} keyOf={({ key }) => key} />
}
