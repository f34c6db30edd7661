import { CheckCircleFilled, ExclamationCircleFilled } from '@ant-design/icons'
import type { Finding, TargetRow } from '#shared/target/target-contract'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'

const order = ['wrong', 'harmless', 'ok'] as const

/** What the doctor found, in one sentence; what is to be mended at once, the rest when it is asked for. */
export function Findings({ target: { findings, probedAt }, open = false }: { readonly target: TargetRow; readonly open?: boolean }) {
  const t = useWords()
  if (findings.length === 0) return null
  const count = (verdict: Finding['verdict']): number => findings.filter((finding) => finding.verdict === verdict).length
  const wrong = findings.filter(({ verdict }) => verdict === 'wrong')
  const sorted = findings.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  return (
    <div className="findings" data-findings={wrong.length > 0 ? 'wrong' : 'good'}>
      <p>
        {wrong.length > 0 ? (
          <>
            <ExclamationCircleFilled className="finding-wrong" aria-hidden /> {t('target.doctor.bad', { wrong: wrong.length })}
          </>
        ) : (
          <>
            <CheckCircleFilled className="code-good" aria-hidden />{' '}
            {t('target.doctor.good', { ok: count('ok'), harmless: count('harmless') })}
          </>
        )}{' '}
        {probedAt !== null && <span className="quiet number">{t('target.doctor.at', { at: minuteOf(probedAt) })}</span>}
      </p>
      <details open={open || wrong.length > 0}>
        <summary>{t('target.doctor.details')}</summary>
        <ul>
          {sorted.map(({ probe, verdict }) => (
            <li key={probe} data-finding={probe} data-verdict={verdict}>
              <span className="finding-verdict">{t(`target.doctor.verdict.${verdict}`)}</span> {t(`target.doctor.probe.${probe}`)}
              {verdict !== 'ok' && <span className="quiet"> {t(`target.doctor.${verdict}.${probe}`)}</span>}
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}
