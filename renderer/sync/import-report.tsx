import { Alert, Checkbox } from 'antd'
import { useState } from 'react'
import type { ImportReport as Report } from '#shared/sync/sync-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { minuteOf } from '../kernel/format'
import { useAnyWord, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { useSay } from '../kernel/say'
import { ConflictMark } from '../kernel/state-pill'
import { useClockText } from './clock-text'
import type { ImportScreenProps } from './import-screen'
import { ImportTiles, type Shown } from './import-tiles'

type Item = Report['items'][number]

/** A supervisor unticks what shall not count. */
export interface Ticking {
  readonly leaveOut: ReadonlySet<string>
  readonly onToggle: (id: string) => void
}

interface ReportProps extends Pick<ImportScreenProps, 'renderLink'> {
  readonly report: Report
  readonly ticking: Ticking | null
}

const isShown = ({ outcome, conflict }: Item, shown: Shown): boolean =>
  shown === null || (shown === 'conflicts' ? conflict : outcome === shown)

/** One batch of a bundle: in numbers first, then what needs a look, then record by record. */
export function ImportReport({ report, renderLink, ticking }: ReportProps) {
  const t = useWords()
  const [shown, setShown] = useState<Shown>(null)
  const { from, device, created, seq, items } = report
  const facts = [
    ['from', from],
    ['device', device.match(/.{1,5}/g)?.join(' ') ?? device],
    ['created', minuteOf(created)],
    ['seq', String(seq)],
  ] as const
  const rows = items.filter((item) => isShown(item, shown))
  return (
    <>
      <ImportTiles report={report} shown={shown} onShow={setShown} />
      <Warnings report={report} />
      <Panel title={t('sync.import.batch')} name="batch">
        <dl className="facts">
          {facts.map(([name, value]) => (
            <div key={name} className="fact" data-span="half">
              <dt>{t(`sync.import.${name}`)}</dt>
              <dd className={name === 'device' ? 'mono' : ''}>{value}</dd>
            </div>
          ))}
        </dl>
        <RefusedLines refused={report.refused} />
      </Panel>
      {items.length > 0 && (
        <Panel
          name="items"
          title={t('sync.import.items')}
          extra={items.length === 200 ? <span className="quiet">{t('sync.import.itemsMore', { n: 200 })}</span> : undefined}
        >
          {ticking !== null && <p className="quiet">{t('sync.import.leaveOutText')}</p>}
          <Items items={rows} renderLink={renderLink} ticking={ticking} isIn={report.applied} />
        </Panel>
      )}
    </>
  )
}

/** What came besides is not there, and a clock that is not right. */
function Warnings({ report: { missing, clockOffset, newer, from } }: Pick<ReportProps, 'report'>) {
  const t = useWords()
  const clockText = useClockText()
  const told = [
    ...(missing.length === 0
      ? []
      : [['gap', t('sync.import.warning.gap', { from, n: missing.length, list: missing.slice(0, 8).join(', ') })] as const]),
    ...(clockOffset === null ? [] : [['clock', t('sync.import.warning.clock', { from, by: clockText(clockOffset) })] as const]),
    ...(newer === 0 ? [] : [['newer', t('sync.import.warning.newer', { n: newer })] as const]),
  ]
  if (told.length === 0) return null
  return (
    <div className="import-alerts">
      {told.map(([name, words]) => (
        <Alert key={name} type="warning" showIcon data-warning={name} title={words} />
      ))}
    </div>
  )
}

function RefusedLines({ refused }: Pick<Report, 'refused'>) {
  const t = useWords()
  const say = useSay()
  if (refused.length === 0) return null
  return (
    <>
      <h3 id="refused-lines">{t('sync.import.refusedLines')}</h3>
      <ul>
        {refused.map(({ line, code, facts }) => (
          <li key={`${String(line)} ${code} ${JSON.stringify(facts)}`}>
            {line > 0 && t('sync.import.line', { line })} {say({ code, path: '', facts })}
          </li>
        ))}
      </ul>
    </>
  )
}

interface ItemsProps extends Pick<ReportProps, 'renderLink' | 'ticking'> {
  readonly items: readonly Item[]
  /** Before that there is nothing to settle yet. */
  readonly isIn: boolean
}

function Items({ items, renderLink, ticking, isIn }: ItemsProps) {
  const t = useWords()
  const say = useAnyWord()
  const tick: Column<Item>[] =
    ticking === null
      ? []
      : [
          {
            key: 'tick',
            title: t('sync.import.column.take'),
            render: ({ id, no, title }) => (
              <Checkbox
                checked={!ticking.leaveOut.has(id)}
                data-tick={id}
                aria-label={t('sync.import.takeOf', { what: no === '' ? title : no })}
                onChange={() => ticking.onToggle(id)}
              />
            ),
          },
        ]
  const columns: Column<Item>[] = [
    ...tick,
    {
      key: 'outcome',
      title: t('sync.import.column.outcome'),
      render: ({ id, outcome, conflict }) => (
        <span className="marks">
          <span className="outcome" data-outcome={outcome}>
            {t(`sync.import.outcome.${outcome}`)}
          </span>
          {conflict && (isIn ? <ConflictMark of={id} /> : <span className="conflict-mark">{t('kernel.conflict')}</span>)}
        </span>
      ),
    },
    { key: 'kind', title: t('sync.conflict.column.kind'), render: ({ kind }) => say(`app.kind.${kind}`) },
    { key: 'no', title: t('sync.import.column.no'), render: (item) => renderLink(item) },
    { key: 'title', title: t('sync.import.column.title'), grow: true, render: ({ title }) => title },
    { key: 'by', title: t('sync.import.column.by'), render: ({ by }) => by },
    { key: 'at', title: t('sync.import.column.at'), render: ({ at }) => <span className="number">{minuteOf(at)}</span> },
  ]
  return <DataTable label={t('sync.import.items')} columns={columns} rows={items} keyOf={({ id }) => id} />
}
