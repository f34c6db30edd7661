import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import type { CaseSummary, DueRow } from '#shared/aftercare/aftercare-contract'
import type { CaseTrack } from '#shared/aftercare/case-states'
import { dayOf } from '../kernel/format'
import { useWords } from '../kernel/i18n'
import { CaseState, useStateName } from './case-state'
import { ClockLeft } from './clock-left'
import { type Lane, lanes } from './lanes'
import { store } from './store'
import { useCases } from './use-cases'

interface BoardProps {
  readonly counts: Readonly<Record<string, number>>
}

/** Open cases in the columns through which they go; a column holds the states of one stage. */
export function CaseBoard({ counts }: BoardProps) {
  const t = useWords()
  const { data: due } = useQuery(store.ask('aftercare.listDue', { standing: 'all', limit: 500 }))
  return (
    <div className="case-lanes" data-panel="board">
      {lanes.map((lane) => (
        <section key={lane.name} className="case-lane" data-lane={lane.name} aria-label={t(`aftercare.lane.${lane.name}`)}>
          <LaneHead lane={lane} counts={counts} />
          {lane.states
            .filter((state) => (counts[state] ?? 0) > 0)
            .map((state) => (
              <LaneCases key={state} state={state} alone={lane.states.length === 1} due={due?.items ?? []} />
            ))}
        </section>
      ))}
    </div>
  )
}

function LaneHead({ lane, counts }: BoardProps & { readonly lane: Lane }) {
  const t = useWords()
  const n = lane.states.reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  return (
    <>
      <h3 className="lane-head">
        {t(`aftercare.lane.${lane.name}`)} <span className="number quiet">{t('aftercare.laneCount', { n })}</span>
      </h3>
      {n === 0 && <p className="quiet">{t('aftercare.laneEmpty')}</p>}
    </>
  )
}

interface CasesProps {
  readonly state: string
  /** The only state of its column: its name would say the same twice. */
  readonly alone: boolean
  readonly due: readonly DueRow[]
}

function LaneCases({ state, alone, due }: CasesProps) {
  const t = useWords()
  const nameOf = useStateName()
  const { rows, more, isFetchingMore } = useCases({ main: state, limit: 12 })
  return (
    <>
      {!alone && <h4 className="lane-state">{nameOf('main', state)}</h4>}
      <ul className="lane-cases">
        {rows.map((row) => (
          <li key={row.id}>
            <CaseCard summary={row} clock={due.find((clock) => clock.case === row.id)} />
          </li>
        ))}
      </ul>
      {more !== null && (
        <Button block size="small" type="text" loading={isFetchingMore} onClick={more}>
          {t('aftercare.more')}
        </Button>
      )}
    </>
  )
}

/** What else is going on in a case, where it says more than the column does. */
const worthAWord: readonly (readonly [CaseTrack, string])[] = [
  ...['filed', 'retestDue', 'retestReady', 'retesting', 'final'].map((state) => ['objection', state] as const),
  ['soft', 'observing'],
]

function CaseCard({ summary, clock }: { readonly summary: CaseSummary; readonly clock: DueRow | undefined }) {
  const t = useWords()
  const { id, no, title, states, aside, day } = summary
  return (
    <Link to="/aftercare/$id" params={{ id }} className="case-card" data-case={id}>
      <span className="case-card-title">{title}</span>
      <span className="case-card-no number">{no}</span>
      {clock !== undefined && <ClockLeft clock={clock} />}
      <span className="case-card-foot">
        {worthAWord
          .filter(([track, state]) => states[track] === state)
          .map(([track, state]) => (
            <CaseState key={track} track={track} state={state} />
          ))}
        {aside > 0 && <span className="conflict-mark">{t('aftercare.aside', { n: aside })}</span>}
      </span>
      <span className="quiet number">{t('aftercare.day', { day: dayOf(day) })}</span>
    </Link>
  )
}
