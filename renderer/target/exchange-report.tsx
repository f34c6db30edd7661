import { CheckCircleFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm } from 'antd'
import type { ExchangeReport as Report } from '#shared/target/target-contract'
import { Refused } from '../kernel/feedback'
import { bytesInWords, minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import type { Exchanged } from './use-exchange'

interface ReportProps {
  readonly exchanged: Exchanged
  /** What stands against a batch, in words. */
  readonly whyOf: (code: string) => string
  /** The owner of a device, by the name a person knows. */
  readonly nameOf: (device: string) => string
  /** A person has checked where a change of very many records comes from. */
  readonly onMassChange: () => void
}

/** What went over and came back, what is not complete yet, and what was not taken. */
export function ExchangeReport({ exchanged, whyOf, nameOf, onMassChange }: ReportProps) {
  const t = useWords()
  const { target } = exchanged
  if ('problems' in exchanged) return <Refused problems={exchanged.problems} title={`${target.settings.name} · ${t('target.failed')}`} />
  const { report } = exchanged
  return (
    <div className="result" data-result="exchanged" aria-live="polite">
      <p className="result-title">
        <CheckCircleFilled aria-hidden /> {t('target.report.title', { name: target.settings.name })}
      </p>
      <Amounts report={report} />
      {report.unsettled.length > 0 && (
        <>
          <h3>{t('target.report.unsettled')}</h3>
          <p className="quiet">{t('target.report.unsettledText')}</p>
          <ul>
            {report.unsettled.map(({ device, epoch, seq, part, since }) => (
              <li key={`${device} ${epoch} ${String(seq)}`}>
                {t('target.report.unsettledItem', { device: nameOf(device), seq, part, since: minuteOf(since) })}
              </li>
            ))}
          </ul>
        </>
      )}
      {report.refused.length > 0 && (
        <>
          <h3>{t('target.report.refused')}</h3>
          <ul>
            {report.refused.map(({ device, seq, head, code }) => (
              <li key={`${device} ${String(seq)} ${head ?? ''}`} data-fault={code}>
                {t('target.report.refusedItem', { device: nameOf(device), seq, why: whyOf(code) })}
              </li>
            ))}
          </ul>
          {report.refused.some(({ code }) => code === 'massChange') && (
            <Popconfirm
              title={t('target.report.brake')}
              okText={t('target.report.brakeYes')}
              cancelText={t('kernel.cancel')}
              onConfirm={onMassChange}
            >
              <Button data-action="mass-change">{t('target.report.brakeYes')}…</Button>
            </Popconfirm>
          )}
        </>
      )}
    </div>
  )
}

function Amounts({ report }: { readonly report: Report }) {
  const t = useWords()
  const { published, sentBytes, fetched, receivedBytes, conflicts } = report
  return (
    <>
      {published + fetched === 0 && <p>{t('target.report.nothing')}</p>}
      {published > 0 && <p>{t('target.report.sent', { n: published, bytes: bytesInWords(sentBytes) })}</p>}
      {fetched > 0 && (
        <p>{t('target.report.received', { ...report, n: fetched, fresh: report.new, bytes: bytesInWords(receivedBytes) })}</p>
      )}
      {report.restored > 0 && <p>{t('target.report.restored', { n: report.restored })}</p>}
      {report.ignored.length > 0 && <p className="quiet">{t('target.report.ignored', { names: report.ignored.join(', ') })}</p>}
      {conflicts > 0 && (
        <p>
          <Link to="/conflicts">{t('target.report.conflicts', { n: conflicts })}</Link>
        </p>
      )}
    </>
  )
}
