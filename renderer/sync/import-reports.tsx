import { CheckCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ImportReport } from '#shared/sync/sync-contract'
import { type Column, DataTable } from '../kernel/data-table'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { useSay } from '../kernel/say'
import type { ImportScreenProps } from './import-screen'

interface ReportsProps extends ImportScreenProps {
  readonly reports: readonly ImportReport[]
  readonly onAccept: () => void
}

const tiles = ['new', 'changed', 'identical', 'conflicts', 'held', 'refused', 'photos', 'photosMissing', 'receipts'] as const
const amount = (report: ImportReport, tile: (typeof tiles)[number]): number => (tile === 'refused' ? report.refused.length : report[tile])

/** What a bundle brings, or brought: in numbers first, then record by record. */
export function ImportReports({ reports, renderLink, onAccept }: ReportsProps) {
  const t = useWords()
  const applied = reports.every((report) => report.applied || report.alreadyImported)
  const nothingNew = reports.every(({ alreadyImported }) => alreadyImported)
  return (
    <>
      <Outcome applied={applied} nothingNew={nothingNew} onAccept={onAccept} />
      {reports.map((report) => (
        <Report key={report.head} report={report} renderLink={applied ? renderLink : ({ no }) => <span className="mono">{no}</span>} />
      ))}
      {applied && !nothingNew && (
        <p>
          <Link to="/spot-checks">{t('sync.import.toSheets')}</Link>
        </p>
      )}
    </>
  )
}

function Outcome({
  applied,
  nothingNew,
  onAccept,
}: {
  readonly applied: boolean
  readonly nothingNew: boolean
  readonly onAccept: () => void
}) {
  const t = useWords()
  const kind = nothingNew ? 'nothingNew' : applied ? 'done' : 'rehearsal'
  return (
    <section className="result" data-result={kind} aria-live="polite">
      <p className="result-title">
        {kind === 'rehearsal' ? <InfoCircleFilled aria-hidden /> : <CheckCircleFilled aria-hidden />} {t(`sync.import.${kind}`)}
      </p>
      <p>{t(`sync.import.${kind}Text`)}</p>
      {kind === 'rehearsal' && (
        <Button type="primary" size="large" data-action="accept-import" onClick={onAccept}>
          {t('sync.import.accept')}
        </Button>
      )}
    </section>
  )
}

function Report({ report, renderLink }: { readonly report: ImportReport } & ImportScreenProps) {
  const t = useWords()
  const { from, device, created, seq, items } = report
  const facts = [
    ['from', from],
    ['device', device.match(/.{1,5}/g)?.join(' ') ?? device],
    ['created', minuteOf(created)],
    ['seq', String(seq)],
  ] as const
  return (
    <>
      <ul className="tiles tiles-narrow" aria-label={t('sync.import.rehearsal')}>
        {tiles
          .filter((tile) => tile === 'new' || amount(report, tile) > 0)
          .map((tile) => (
            <li key={tile} className="tile" data-tile={tile} data-amount={amount(report, tile)}>
              <span className="tile-number">{amount(report, tile)}</span>
              <span className="tile-name">{t(`sync.import.tile.${tile}`)}</span>
            </li>
          ))}
      </ul>
      <Panel title={t('sync.import.batch')}>
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
          title={t('sync.import.items')}
          extra={items.length === 200 ? <span className="quiet">{t('sync.import.itemsMore', { n: 200 })}</span> : undefined}
        >
          <Items items={items} renderLink={renderLink} />
        </Panel>
      )}
    </>
  )
}

function RefusedLines({ refused }: Pick<ImportReport, 'refused'>) {
  const t = useWords()
  const say = useSay()
  if (refused.length === 0) return null
  return (
    <>
      <h3>{t('sync.import.refusedLines')}</h3>
      <ul>
        {refused.map(({ line, code, facts }) => (
          <li key={`${String(line)} ${code}`}>
            {line > 0 && t('sync.import.line', { line })} {say({ code, path: '', facts })}
          </li>
        ))}
      </ul>
    </>
  )
}

type Item = ImportReport['items'][number]

function Items({ items, renderLink }: { readonly items: readonly Item[] } & ImportScreenProps) {
  const t = useWords()
  const columns: Column<Item>[] = [
    {
      key: 'outcome',
      title: t('sync.import.column.outcome'),
      render: ({ outcome }) => (
        <span className="outcome" data-outcome={outcome}>
          {t(`sync.import.outcome.${outcome}`)}
        </span>
      ),
    },
    { key: 'no', title: t('sync.import.column.no'), render: (item) => renderLink(item) },
    { key: 'title', title: t('sync.import.column.title'), grow: true, render: ({ title }) => title },
    { key: 'by', title: t('sync.import.column.by'), render: ({ by }) => by },
    { key: 'at', title: t('sync.import.column.at'), render: ({ at }) => <span className="number">{minuteOf(at)}</span> },
  ]
  return <DataTable label={t('sync.import.items')} columns={columns} rows={items} keyOf={({ id }) => id} />
}
