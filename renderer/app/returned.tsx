import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { RecordSummary } from '#shared/kernel/record-contract'
import { minuteOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { Panel } from '../kernel/page'
import { StatePill } from '../kernel/state-pill'
import { store } from './store'

/** What came back, with what the supervisor said: the first thing to do today. */
export function Returned() {
  const t = useWords()
  const { data } = useQuery(store.ask('record.list', { kind: 'samplingSheet', state: 'returned', limit: 10 }))
  const items = data?.items ?? []
  const details = useQueries({ queries: items.map(({ id }) => store.ask('record.get', { id })) })
  if (items.length === 0) return null
  return (
    <Panel title={t('app.today.returned')} name="returned">
      <ul className="returned">
        {items.map((item, index) => (
          <li key={item.id} data-row={item.id}>
            <ReturnedSheet item={item} review={details[index]?.data?.review ?? null} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

interface SheetProps {
  readonly item: RecordSummary
  readonly review: { readonly remarks: string; readonly by: string; readonly at: string } | null
}

function ReturnedSheet({ item: { id, no, title, state }, review }: SheetProps) {
  const t = useWords()
  return (
    <>
      <div className="returned-what">
        <Link to="/spot-checks/$id" params={{ id }} className="mono">
          {no}
        </Link>
        <span>{title}</span>
        <StatePill state={state} />
      </div>
      {review !== null && (
        <p className="returned-remark">
          {review.remarks} <span className="quiet">{t('kernel.document.by', { by: review.by, at: minuteOf(review.at) })}</span>
        </p>
      )}
    </>
  )
}
