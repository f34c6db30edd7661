import type { CertificationClock } from '#shared/certification/certification-contract'
import { useNameOf, useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'

/** What runs in this case, by the reference data; where the rule comes from stands behind its name. */
export function CertificationClocks({ clocks }: { readonly clocks: readonly CertificationClock[] }) {
  const t = useWords()
  const nameOf = useNameOf()
  return (
    <Panel name="clocks" title={t('certification.clocks')}>
      {clocks.length === 0 && <p className="quiet">{t('certification.noClock')}</p>}
      <ul className="clock-list">
        {clocks.map((clock) => (
          <li key={`${clock.rule} ${clock.started}`} title={`${nameOf(clock.article)} ${clock.source}`}>
            <span>
              {nameOf(clock.name)}
              <span className="quiet second-line">
                {nameOf(clock.about)} · {t('certification.clockSince', { on: clock.started })}
                {clock.due !== null && ` · ${t('certification.clockDue', { on: clock.due })}`}
              </span>
            </span>
            <Left clock={clock} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Left({ clock: { endedOn, daysLeft } }: { readonly clock: CertificationClock }) {
  const t = useWords()
  if (endedOn !== null) return <span className="quiet number">{t('certification.clockEnded', { on: endedOn })}</span>
  if (daysLeft === null) return <span className="quiet">–</span>
  return (
    <span className="days-left number" data-left={daysLeft < 0 ? 'expired' : 'running'}>
      {daysLeft < 0 ? t('certification.overdue', { n: -daysLeft }) : t('certification.daysLeft', { n: daysLeft })}
    </span>
  )
}
