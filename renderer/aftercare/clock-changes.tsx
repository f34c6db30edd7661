import { useQuery } from '@tanstack/react-query'
import type { ClocksRecomputed } from '#shared/aftercare/clocks-recomputed'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { CaseLink } from './case-link'
import { store } from './store'

const SHOWN_CASES = 5

/** What a changed calendar or deadline rule did to clocks that run; not there while none ever did. */
export function ClockChanges() {
  const t = useWords()
  const { data } = useQuery(store.ask('aftercare.listClockChanges', { limit: 5 }))
  if (data === undefined || data.length === 0) return null
  return (
    <Panel name="clock-changes" title={t('aftercare.changes.title')}>
      <ul className="clock-changes">
        {data.map((change) => (
          <li key={change.at}>
            <p>
              <strong>{change.changed.map(({ key }) => key).join(', ')}</strong> {t('aftercare.changes.moved', { n: change.moved })}{' '}
              <span className="quiet">{t('aftercare.changes.by', { by: change.by, at: minuteOf(change.at) })}</span>
            </p>
            <Moved change={change} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function Moved({ change: { cases, moved } }: { readonly change: ClocksRecomputed }) {
  const t = useWords()
  const shown = cases.slice(0, SHOWN_CASES)
  return (
    <ul className="quiet">
      {shown.map(({ case: id, no, rule, from, before, after }) => (
        <li key={`${id} ${rule} ${from}`} className="number">
          <CaseLink id={id} no={no} /> {t('aftercare.changes.from', { from })} {before ?? t('aftercare.changes.unknown')} →{' '}
          {after ?? t('aftercare.changes.unknown')}
        </li>
      ))}
      {moved > shown.length && <li>{t('aftercare.changes.others', { n: moved - shown.length })}</li>}
    </ul>
  )
}
