import type { HistoryEntry } from '#shared/kernel/record-contract'
import { CopyButton } from '../kernel/copy-button'
import { minuteOf, shortHash } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'

/** Every revision with its fingerprint; nothing that was ever sealed is missing here. */
export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const t = useWords()
  return (
    <Panel name="history" title={t('spotCheck.view.history')}>
      <ol className="history">
        {entries.map(({ revision, op, by, at, why, status }) => (
          <li key={revision} data-status={status}>
            <div>
              <strong>{t(`spotCheck.view.operation.${op}`)}</strong> {t('spotCheck.view.by', { by, at: minuteOf(at) })}{' '}
              {status !== 'effective' && <span className="conflict-mark">{t(`spotCheck.view.${status}`)}</span>}
            </div>
            {why !== undefined && <div className="history-why">{why}</div>}
            <div className="history-hash">
              <code title={revision}>{t('spotCheck.view.revision', { hash: shortHash(revision) })}</code>
              <CopyButton text={revision} label={t('spotCheck.view.copyHash')} />
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
