import { CheckCircleFilled, InfoCircleFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { ImportReport as Report } from '#shared/sync/sync-contract'
import { useWords } from '../kernel/i18n'
import { ImportReport, type Ticking } from './import-report'
import type { ImportScreenProps } from './import-screen'
import { type Undo, useUndo } from './use-undo'

interface OutcomeProps extends ImportScreenProps {
  readonly reports: readonly Report[]
  /** Records that come in and are left out at once. */
  readonly leaveOut: ReadonlySet<string>
  readonly onToggle: (id: string) => void
  readonly onAccept: () => void
}

type Kind = 'rehearsal' | 'done' | 'nothingNew'

function kindOf(reports: readonly Report[]): Kind {
  if (reports.every(({ alreadyImported }) => alreadyImported)) return 'nothingNew'
  return reports.every(({ applied, alreadyImported }) => applied || alreadyImported) ? 'done' : 'rehearsal'
}

/** What a bundle brings, or brought: what may be done about it first, then batch by batch. */
export function ImportOutcome({ reports, isSupervisor, renderLink, leaveOut, onToggle, onAccept }: OutcomeProps) {
  const undo = useUndo()
  const kind = kindOf(reports)
  const ticking: Ticking | null = kind === 'rehearsal' && isSupervisor ? { leaveOut, onToggle } : null
  const nameOnly: ImportScreenProps['renderLink'] = ({ no, title }) => <span className="mono">{no === '' ? title : no}</span>
  return (
    <>
      <Said kind={kind} leftOut={leaveOut.size} onAccept={onAccept} />
      {kind === 'done' && <Afterwards reports={reports} undo={isSupervisor ? undo : null} />}
      {reports.map((report) => (
        <ImportReport key={report.head} report={report} renderLink={kind === 'rehearsal' ? nameOnly : renderLink} ticking={ticking} />
      ))}
      {undo.dialog}
    </>
  )
}

function Said({ kind, leftOut, onAccept }: { readonly kind: Kind; readonly leftOut: number; readonly onAccept: () => void }) {
  const t = useWords()
  return (
    <section className="result" data-result={kind} aria-live="polite">
      <p className="result-title">
        {kind === 'rehearsal' ? <InfoCircleFilled aria-hidden /> : <CheckCircleFilled aria-hidden />} {t(`sync.import.${kind}`)}
      </p>
      <p>{t(`sync.import.${kind}Text`)}</p>
      {kind === 'rehearsal' && (
        <div className="button-row">
          <Button type="primary" size="large" data-action="accept-import" onClick={onAccept}>
            {leftOut === 0 ? t('sync.import.accept') : t('sync.import.acceptSome', { n: leftOut })}
          </Button>
        </div>
      )}
    </section>
  )
}

/** The ways on after an import: to what it brought, to conflicts, and back. */
function Afterwards({ reports, undo }: { readonly reports: readonly Report[]; readonly undo: Undo | null }) {
  const t = useWords()
  const conflicts = reports.reduce((sum, report) => sum + report.conflicts, 0)
  const fresh = reports.filter(({ alreadyImported }) => !alreadyImported)
  return (
    <div className="button-row import-ways">
      {conflicts > 0 && (
        <Link to="/conflicts" data-action="to-conflicts">
          <Button type="primary" tabIndex={-1}>
            {t('sync.import.toConflicts', { n: conflicts })}
          </Button>
        </Link>
      )}
      <Link to="/spot-checks">{t('sync.import.toSheets')}</Link>
      <Link to="/sync">{t('sync.conflict.toSync')}</Link>
      {undo !== null &&
        fresh.map(({ head, from, seq }) => (
          <Button key={head} data-action="undo-import" onClick={() => void undo.undo({ head, name: from, seq })}>
            {t('sync.import.undo', { from, seq })}
          </Button>
        ))}
    </div>
  )
}
