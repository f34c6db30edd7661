import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { bytesInWords, minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import type { Centre, Move } from './next-move'

interface StatusProps {
  readonly centre: Centre
  readonly move: Move
  readonly onPack: () => void
  readonly onExchange: () => void
}

const PAGES = { noRecipient: '/devices', conflicts: '/conflicts', done: '/import' } as const
const CALM: ReadonlySet<Move> = new Set(['waiting', 'fetch', 'done'])

/** One status for the whole, in one sentence, and the one button that matters. */
export function StatusCard({ centre, move, onPack, onExchange }: StatusProps) {
  const t = useWords()
  const navigate = useNavigate()
  const { unconfirmed, conflicts, lastExchange } = centre
  const isCalm = CALM.has(move)
  const act = (): void => {
    if (move === 'pack') onPack()
    else if (move === 'noRecipient' || move === 'conflicts' || move === 'done') void navigate({ to: PAGES[move] })
    else onExchange()
  }
  return (
    <section className="panel sync-status" data-status={move} aria-label={t('sync.title')}>
      <div className="sync-status-said">
        <p className="result-title">
          {isCalm ? (
            <CheckCircleFilled className="code-good" aria-hidden />
          ) : (
            <ExclamationCircleFilled className="sync-waiting" aria-hidden />
          )}{' '}
          {t(`sync.centre.status.${move}`, { n: move === 'conflicts' ? conflicts : unconfirmed.records })}
        </p>
        <p>{t(`sync.centre.hint.${move}`)}</p>
        <p className="quiet">
          {unconfirmed.lines > 0 && <>{t('sync.centre.fact.lines', { ...unconfirmed, bytes: bytesInWords(unconfirmed.bytes) })} · </>}
          {lastExchange === null
            ? t('sync.centre.fact.neverExchanged')
            : t('sync.centre.fact.lastExchange', { at: minuteOf(lastExchange) })}
        </p>
      </div>
      <Button type={isCalm ? 'default' : 'primary'} size="large" data-action={`move-${move}`} onClick={act}>
        {t(`sync.centre.act.${move}`)}
      </Button>
    </section>
  )
}
