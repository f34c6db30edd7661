import type { AgreementSummary } from '#shared/visit/agreement-contract'
import { useWords } from '../kernel/i18n'

/** 未生效, 有效, 到期, 终止; and what presses while it is in force. */
export function AgreementMarks({ agreement: { status, late, endsIn } }: { readonly agreement: AgreementSummary }) {
  const t = useWords()
  return (
    <span className="marks">
      <span className="agreement-status" data-status={status}>
        {t(`agreement.status.${status}`)}
      </span>
      {late !== null && late > 0 && (
        <span data-overdue="true" data-mark="idle">
          {t('agreement.idle', { n: late })}
        </span>
      )}
      {endsIn !== null && (
        <span className="agreement-ending" data-mark="ending">
          {t('agreement.endsIn', { n: endsIn })}
        </span>
      )}
    </span>
  )
}

/** The last visit under it, and until when the next one was promised. */
export function AgreementVisits({ agreement: { lastVisit, visitBy, late } }: { readonly agreement: AgreementSummary }) {
  const t = useWords()
  return (
    <>
      <span className="number">{lastVisit ?? t('agreement.noVisit')}</span>
      {visitBy !== null && (
        <div className="quiet" data-overdue={late !== null && late > 0}>
          {t('agreement.visitBy', { on: visitBy })}
        </div>
      )}
    </>
  )
}
