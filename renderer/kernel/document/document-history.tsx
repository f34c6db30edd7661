import type { HistoryEntry } from '#shared/kernel/record-contract'
import { CopyButton } from '../copy-button'
import { minuteOf, shortHash } from '../format'
import { useWords } from '../i18n'
import { Panel } from '../page'

/** Every revision with its fingerprint; nothing that was ever sealed is missing here. */
export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  const t = useWords()
  return (
    <Panel name="history" title={t('kernel.document.history')}>
      <ol className="history">
        {entries.map(({ revision, op, by, at, why, status }) => (
          <li key={revision} data-status={status}>
            <div>
              <strong>{t(`kernel.document.operation.${op}`)}</strong> {t('kernel.document.by', { by, at: minuteOf(at) })}{' '}
              {status !== 'effective' && <span className="conflict-mark">{t(`kernel.document.${status}`)}</span>}
            </div>
            {why !== undefined && <div className="history-why">{why}</div>}
            <div className="history-hash">
              <code title={revision}>{t('kernel.document.revision', { hash: shortHash(revision) })}</code>
              <CopyButton text={revision} label={t('kernel.document.copyHash')} />
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
