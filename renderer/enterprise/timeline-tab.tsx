import { HistoryOutlined } from '@ant-design/icons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { type ReactNode, useState } from 'react'
import { type RecordRef, type TimelineEntry, TimelineGroup } from '#shared/enterprise/portrait-contract'
import { EmptyState } from '../kernel/empty-state'
import { useAnyWord, useNameOf, useWords } from '../kernel/i18n'
import { DemoMark, StatePill } from '../kernel/state-pill'
import { EventTools } from './event-tools'
import { store } from './store'

interface TabProps {
  readonly id: string
  readonly renderLink: (record: RecordRef) => ReactNode
  readonly nameOfKind: (kind: string) => string
}

/** Everything that was written about it, by day. */
export function TimelineTab({ id, ...props }: TabProps) {
  const t = useWords()
  const [group, setGroup] = useState<TimelineGroup | undefined>(undefined)
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage } = useTimeline(id, group)
  const items = data?.pages.flatMap((page) => page.items)
  return (
    <>
      <p className="quiet">{t('enterprise.timeline.lead')}</p>
      <Groups chosen={group} onChoose={setGroup} />
      {items?.length === 0 && (
        <EmptyState
          icon={<HistoryOutlined />}
          title={t(group === undefined ? 'enterprise.timeline.empty' : 'enterprise.timeline.emptyGroup')}
        >
          {t('enterprise.timeline.emptyText')}
        </EmptyState>
      )}
      <ol className="timeline">
        {items?.map((entry) => (
          <Entry key={entry.id} entry={entry} {...props} />
        ))}
      </ol>
      {hasNextPage && (
        <div className="table-foot">
          <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('kernel.more')}
          </Button>
        </div>
      )}
    </>
  )
}

function useTimeline(id: string, group: TimelineGroup | undefined) {
  const asked = { id, limit: 30, ...(group === undefined ? {} : { group }) }
  return useInfiniteQuery({
    queryKey: ['enterprise.timeline', asked, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      store.ask('enterprise.timeline', { ...asked, ...(pageParam === '' ? {} : { after: pageParam }) }).queryFn({ signal }),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  })
}

function Groups({
  chosen,
  onChoose,
}: {
  readonly chosen: TimelineGroup | undefined
  readonly onChoose: (group: TimelineGroup | undefined) => void
}) {
  const t = useWords()
  return (
    <fieldset className="chips" aria-label={t('enterprise.timeline.groups')}>
      {[undefined, ...TimelineGroup.options].map((group) => (
        <button
          key={group ?? 'all'}
          type="button"
          className="chip"
          data-group={group ?? 'all'}
          aria-pressed={group === chosen}
          onClick={() => onChoose(group)}
        >
          {t(`enterprise.timeline.group.${group ?? 'all'}`)}
        </button>
      ))}
    </fieldset>
  )
}

function Entry({ entry, renderLink, nameOfKind }: Omit<TabProps, 'id'> & { readonly entry: TimelineEntry }) {
  const t = useWords()
  const word = useAnyWord()
  const { id, kind, on, title, no, state, demo, fact, under } = entry
  return (
    <li className="timeline-entry" data-entry={id} data-kind={kind}>
      <time className="number" dateTime={on}>
        {on.slice(0, 10)}
      </time>
      <div>
        <div className="timeline-head">
          <span className="timeline-kind">{nameOfKind(kind)}</span> {renderLink(entry)} <Standing entry={entry} />
        </div>
        {no !== '' && title !== '' && <div>{title}</div>}
        {fact !== null && <div className="quiet">{word(`enterprise.timeline.fact.${fact.code}`, fact.facts)}</div>}
        {under !== '' && <div className="quiet">{t('enterprise.timeline.under', { name: under })}</div>}
      </div>
      <div className="timeline-side">
        {kind === 'creditEvent' && <EventTools id={id} />} {demo && <DemoMark />} <StatePill state={state} />
      </div>
    </li>
  )
}

/** Where its matter stands today: the verdict, the stage, the problems. */
function Standing({ entry: { standing } }: { readonly entry: TimelineEntry }) {
  const t = useWords()
  const nameOf = useNameOf()
  return standing.map(({ procedure, main, said, n }) => (
    <span key={`${procedure} ${main}`} className="standing" data-main={main}>
      {n === 1 ? nameOf(said) : t('enterprise.timeline.times', { said: nameOf(said), n })}
    </span>
  ))
}
